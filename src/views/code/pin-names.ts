import type { CodeFile, Connection, DesignNet, DesignPart } from "../../domain/circuit/design.ts";
import type { WireColour } from "../../domain/circuit/lists.ts";

/** A name in the code that is a pin of the board, with the net that it is wired to. */
export interface PinName {
  netId: string;
  /** The board's pin, as `U1:21`. */
  pin: string;
  /** The other ends of the net. */
  others: string[];
  /** Colour of the wire at this pin; null where none is laid. */
  colour: WireColour | null;
  /** Ids of the wires of its net. */
  wires: string[];
}

/** The part of a design that says where the pins of its boards are wired to. */
export interface WiredBoard {
  nets: readonly Pick<DesignNet, "id" | "pins">[];
  parts: readonly Pick<DesignPart, "id" | "deviceId" | "category">[];
  connections: readonly Pick<Connection, "id" | "from" | "to" | "net" | "colour">[];
}

const definitions = {
  cpp: /\b(?:constexpr|const)\s+\w+\s+(\w+)\s*=\s*(\w+)\s*;/g,
  python: /^([A-Z]\w*)\s*=\s*(\w+)/gm,
};

/** The constants of a file that name a wired pin of its device's board: `kPinSda`, in Python `PIN_SDA` -> net SDA, `U1:21`, blue. */
export function pinNames(
  file: Pick<CodeFile, "content" | "deviceId" | "language">,
  { nets, parts, connections }: WiredBoard,
): Map<string, PinName> {
  const board = parts.find((part) => part.deviceId === file.deviceId && part.category === "board");
  const found = new Map<string, PinName>();
  if (board === undefined) return found;
  for (const [, name, value] of file.content.matchAll(definitions[file.language])) {
    if (name === undefined || !/pin/i.test(name)) continue;
    // The second header of a bus is printed with a number: the Uno's A4.2 is A4.
    const isWired = (pin: string) => pin === `${board.id}:${value}` || pin.startsWith(`${board.id}:${value}.`);
    const net = nets.find((each) => each.pins.some(isWired));
    const pin = net?.pins.find(isWired);
    if (net === undefined || pin === undefined) continue;
    const wire = connections.find(({ from, to }) => from === pin || to === pin);
    const others = net.pins.filter((other) => other !== pin);
    const wires = connections.filter((each) => each.net === net.id).map(({ id }) => id);
    found.set(name, { netId: net.id, pin, others, colour: wire?.colour ?? null, wires });
  }
  return found;
}
