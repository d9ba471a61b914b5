import type { DesignNet } from "../design.ts";
import type { ChosenPart } from "../design-stages.ts";
import { splitPin } from "../pins/pin-ref.ts";
import type { WiringDraft } from "./wiring-draft.ts";

/** Catalogue id of the board that holds loose legs and joins more than two wires. */
export const breadboardId = "breadboard-830";

/** A half row of a breadboard takes this many wires. */
const holesOfHalfRow = 5;

const isLoose = (part: ChosenPart) =>
  part.part.family === "passive" ||
  part.part.edge !== undefined ||
  part.part.functions.some((id) => id === "show-light" || id === "input-button");

/** Where a net with more than two ends meets: ground and two supplies on a rail, every other net on half rows of its own. */
function railOf(net: DesignNet, taken: ReadonlySet<string>): string | null {
  const rails = net.kind === "ground" ? ["T-", "B-"] : net.kind === "supply" ? ["T+", "B+"] : [];
  return rails.find((rail) => !taken.has(rail)) ?? null;
}

function previousHubs(draft: WiringDraft, breadboard: ChosenPart, net: DesignNet): string[] {
  const before = draft.previous?.nets.find((each) => each.id === net.id)?.pins ?? [];
  return before.map(splitPin).flatMap((pin) => (pin.partId === breadboard.id ? [pin.pinName] : []));
}

function breadboardOf(draft: WiringDraft): ChosenPart {
  const add = (catalogId: string, text: { role: { en: string; de: string }; why: { en: string; de: string } }) =>
    draft.find(catalogId) ?? draft.support({ catalogId, value: null, serves: null, pins: [], ...text });
  const breadboard = add(breadboardId, {
    role: {
      en: "Holds the loose parts and joins wires without soldering",
      de: "Hält die losen Teile und verbindet Drähte ohne Löten",
    },
    why: {
      en: "A pin takes one wire; where more meet, a rail joins them.",
      de: "Ein Pin nimmt einen Draht; wo sich mehr treffen, verbindet sie eine Schiene.",
    },
  });
  add("jumper-wires", {
    role: { en: "The wires", de: "Die Drähte" },
    why: { en: "One pack is enough for this plan.", de: "Ein Päckchen reicht für diesen Plan." },
  });
  return breadboard;
}

/**
 * Gives each net with more than two ends a junction on a breadboard: its pins become part of the net, first those that hold the others
 * together. A net of two ends stays one wire. Answers net id -> junction pins in their order.
 */
export function placeJunctions(draft: WiringDraft): Map<string, string[]> {
  const nets = [...draft.nets.values()].filter((net) => net.pins.length > 2);
  const junctions = new Map<string, string[]>();
  if (nets.length === 0 && !draft.parts.some(isLoose)) return junctions;
  const breadboard = breadboardOf(draft);
  const kept = new Map(nets.map((net) => [net.id, previousHubs(draft, breadboard, net)]));
  const taken = new Set([...kept.values()].flat());
  let row = 1;
  const nextRow = () => {
    while (taken.has(`${row}a`)) row += 1;
    taken.add(`${row}a`);
    return `${row}a`;
  };
  for (const net of nets) {
    const hubs = [...(kept.get(net.id) ?? [])];
    const rail = hubs.length > 0 ? null : railOf(net, taken);
    if (rail !== null) {
      hubs.push(rail);
      taken.add(rail);
    }
    if (hubs.length === 0) hubs.push(nextRow());
    const isRail = /^[TB]/.test(hubs[0] ?? "");
    // Every further half row spends one hole here and one there on the bridge between the two.
    while (!isRail && net.pins.length + 2 * (hubs.length - 1) > holesOfHalfRow * hubs.length) hubs.push(nextRow());
    junctions.set(
      net.id,
      hubs.map((name) => `${breadboard.id}:${name}`),
    );
  }
  return junctions;
}
