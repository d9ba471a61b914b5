import type { Design } from "./design.ts";
import { dollars, dollarsMore } from "./short-forms.ts";

/** Pieces of one part that a revision added or removed. */
export interface PartChange {
  catalogId: string | null;
  name: string;
  count: number;
  /** The device that it is of, by name, where the design has several. */
  device?: string;
}

/** What changed from one design to the next. Cents are US cents, wires and cents positive when there are more. */
export interface DesignChange {
  /** One line for people in the language of the design: `+DHT22 −BME280, 1 wire fewer, −$1.45, no air pressure any more`. */
  text: string;
  added: PartChange[];
  removed: PartChange[];
  wires: number;
  deltaCents: number;
  /** Labels of functions that the design no longer serves, and of those that are new. */
  lostFunctions: string[];
  newFunctions: string[];
}

/** The name of a part without what only its order needs: `BME280 module, 3.3 V` is `BME280`. */
export function shortName(name: string): string {
  return name.split(/,| module| \(|: /)[0] ?? name;
}

/** Designs whose parts are counted, and whether those of each device are counted apart. */
interface Counted {
  design: Design | null;
  apart: boolean;
}

const keyOf = ({ device = "", name }: Pick<PartChange, "device" | "name">) => `${device}: ${name}`;

function countByName({ design, apart }: Counted): Map<string, PartChange> {
  const counts = new Map<string, PartChange>();
  for (const part of design?.parts ?? []) {
    const device = apart ? design?.devices.find(({ id }) => id === part.deviceId)?.name : undefined;
    const named = { name: shortName(part.name), ...(device === undefined ? {} : { device }) };
    const before = counts.get(keyOf(named));
    counts.set(keyOf(named), { catalogId: part.catalogId, ...named, count: (before?.count ?? 0) + part.quantity });
  }
  return counts;
}

function moreIn(after: Counted, before: Counted): PartChange[] {
  const old = countByName(before);
  return [...countByName(after).values()].flatMap((now) => {
    const count = now.count - (old.get(keyOf(now))?.count ?? 0);
    return count > 0 ? [{ ...now, count }] : [];
  });
}

const pieces = (sign: string, change: PartChange): string =>
  `${sign}${change.count > 1 ? `${change.count} ` : ""}${change.name}`;

/** Pieces in words; those of each device behind its name, the first device's first. */
function piecesText(change: Pick<DesignChange, "added" | "removed">): string {
  const all = [
    ...change.added.map((one) => ({ ...one, text: pieces("+", one) })),
    ...change.removed.map((one) => ({ ...one, text: pieces("−", one) })),
  ];
  const devices = [...new Set(all.map(({ device }) => device))];
  return devices
    .map((device) => {
      const texts = all.filter((one) => one.device === device).map(({ text }) => text);
      return `${device === undefined ? "" : `${device}: `}${texts.join(" ")}`;
    })
    .join("; ");
}
const functionLabels = (design: Design): string[] => [
  ...new Set(design.requirements.functions.map((one) => one.label)),
];

function wiresText(wires: number, german: boolean): string[] {
  if (wires === 0) return [];
  const count = Math.abs(wires);
  if (german) return [`${count} ${count === 1 ? "Draht" : "Drähte"} ${wires > 0 ? "mehr" : "weniger"}`];
  return [`${count} ${count === 1 ? "wire" : "wires"} ${wires > 0 ? "more" : "fewer"}`];
}

function textOf(change: Omit<DesignChange, "text">, german: boolean): string {
  const parts = piecesText(change);
  const lost = change.lostFunctions.map((label) => (german ? `${label} entfällt` : `no ${label} any more`));
  const price = change.deltaCents === 0 ? [] : [dollarsMore(change.deltaCents)];
  const words = [parts, ...wiresText(change.wires, german), ...price, ...lost].filter((word) => word !== "");
  return words.length > 0 ? words.join(", ") : german ? "Gleiche Teile und Drähte" : "Same parts and wires";
}

/** Compares two revisions; without a first one it sums the new design up. */
export function summarizeChange(before: Design | null, after: Design): DesignChange {
  const german = after.requirements.language === "de";
  const apart = after.devices.length > 1 && before !== null && before.devices.length > 1;
  const [now, old] = [
    { design: after, apart },
    { design: before, apart },
  ];
  const change = {
    added: moreIn(now, old),
    removed: moreIn(old, now),
    wires: after.connections.length - (before?.connections.length ?? 0),
    deltaCents: after.cost.totalCents - (before?.cost.totalCents ?? 0),
    lostFunctions:
      before === null ? [] : functionLabels(before).filter((label) => !functionLabels(after).includes(label)),
    newFunctions: functionLabels(after).filter((label) => before === null || !functionLabels(before).includes(label)),
  };
  if (before !== null) return { ...change, text: textOf(change, german) };
  const lines = after.parts.length;
  const wires = after.connections.length;
  const total = dollars(after.cost.totalCents);
  return {
    ...change,
    text: german ? `${lines} Teile, ${wires} Drähte, ${total}` : `${lines} parts, ${wires} wires, ${total}`,
  };
}
