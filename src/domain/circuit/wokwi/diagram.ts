/** A part of a Wokwi diagram. Positions are CSS pixels; attribute values are texts, numbers included. */
export interface WokwiPart {
  id: string;
  type: string;
  left?: number | undefined;
  top?: number | undefined;
  rotate?: number | undefined;
  hide?: boolean | undefined;
  attrs?: Readonly<Record<string, unknown>> | undefined;
}

/** A wire as Wokwi writes it: from, to, colour (empty hides it) and how to lay it (`$bb`: the pin sits in a hole of a breadboard). */
export type WokwiWire = readonly [from: string, to: string, ...rest: unknown[]];

/** What of a diagram.json is electrical: https://docs.wokwi.com/diagram-format. A wire may also be written as `{from, to}`. */
export interface WokwiDiagram {
  parts: readonly WokwiPart[];
  connections: readonly (WokwiWire | { from: string; to: string })[];
}

/** A part of a diagram that Ohm writes; every value of an attribute is a text. */
export interface WrittenPart {
  type: string;
  id: string;
  top: number;
  left: number;
  attrs: Record<string, string>;
}

/** The diagram that Ohm writes. */
export interface WrittenDiagram {
  version: 1;
  author: string;
  editor: "wokwi";
  parts: WrittenPart[];
  connections: [from: string, to: string, colour: string, route: string[]][];
  dependencies: Record<string, string>;
}

/** The far end of a wire to the simulator's serial monitor: no part. */
export const serialMonitor = "$serialMonitor";

/** A text attribute; numbers as people write them count too. Empty and other values are none. */
export function attribute(part: Pick<WokwiPart, "attrs">, name: string): string | null {
  const value = part.attrs !== undefined && Object.hasOwn(part.attrs, name) ? part.attrs[name] : undefined;
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}
