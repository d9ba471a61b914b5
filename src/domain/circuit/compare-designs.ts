import { type DesignChange, designChange } from "./design-change.ts";
import type { Design } from "./design.ts";
import { dollars, dollarsMore, shortName } from "./short-forms.ts";

/** What changed from one design to the next, with one line for people in the language of the design. */
export interface ChangeSummary extends DesignChange {
  /** `+DHT22 module −BME280 module, 3 wires fewer, −$1.45, no air pressure any more`. */
  text: string;
}

function wiresText(more: number, german: boolean): string[] {
  if (more === 0) return [];
  const count = Math.abs(more);
  if (german) return [`${count} ${count === 1 ? "Draht" : "Drähte"} ${more > 0 ? "mehr" : "weniger"}`];
  return [`${count} ${count === 1 ? "wire" : "wires"} ${more > 0 ? "more" : "fewer"}`];
}

function textOf(change: DesignChange, german: boolean): string {
  const parts = [...change.added.map((name) => `+${shortName(name)}`), ...change.removed.map((name) => `−${shortName(name)}`)];
  const lost = change.functionsLost.map((label) => (german ? `${label} entfällt` : `no ${label} any more`));
  const words = [
    ...(parts.length > 0 ? [parts.join(" ")] : []),
    ...wiresText(change.wiresAdded - change.wiresRemoved, german),
    ...(change.costDeltaCents === 0 ? [] : [dollarsMore(change.costDeltaCents)]),
    ...lost,
  ];
  return words.length > 0 ? words.join(", ") : german ? "Gleiche Teile und Drähte" : "Same parts and wires";
}

/** Compares two revisions; without a first one it sums the new design up. */
export function summarizeChange(before: Design | null, after: Design): ChangeSummary {
  const german = after.requirements.language === "de";
  const change = designChange(before ?? { ...after, parts: [], connections: [], requirements: { ...after.requirements, functions: [] }, cost: { ...after.cost, totalCents: 0 } }, after);
  if (before !== null) return { ...change, text: textOf(change, german) };
  const lines = after.parts.length;
  const wires = after.connections.length;
  const total = dollars(after.cost.totalCents);
  return { ...change, text: german ? `${lines} Teile, ${wires} Drähte, ${total}` : `${lines} parts, ${wires} wires, ${total}` };
}
