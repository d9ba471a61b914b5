import type { BoardFigures, CatalogPin } from "../catalogue-part.ts";
import type { DesignNet } from "../design.ts";
import { splitPin } from "../pins/pin-ref.ts";
import type { WiredPart } from "./wired-part.ts";

/** A pin of a part as it is reached from somewhere; `through` names the supporting parts on the way (`R3`). */
export interface ReachedPin {
  ref: string;
  pin: CatalogPin;
  through: string[];
}

/** A microcontroller board in a design, with its figures at hand. */
export interface WiredBoard extends WiredPart {
  figures: BoardFigures;
}

/** The wiring as firmware sees it: which pin of the board each signal ends in, seen through what stands between. */
export interface PinTrace {
  board: WiredBoard;
  parts: readonly WiredPart[];
  /** The board's pin that this pin of a part hears or drives, or null where no signal path leads to the board. */
  boardPinOf(ref: string, pinName: string): ReachedPin | null;
  /** Whether a pin of this part sits directly on a supply rail. */
  touchesSupply(ref: string): boolean;
  /** Every pin of other parts that the board's pin with this firmware name (`21`, `A0`) reaches. */
  reachedFrom(gpio: string): ReachedPin[];
}

/** The pins of one part that carry the same signal as `pinName`: a resistor's other end, a shifter's other side, what a gate switches. */
function sameSignalPins({ part }: WiredPart, pinName: string): string[] {
  const others = (part.joined ?? []).filter((group) => group.includes(pinName)).flat();
  if (part.edge?.between.includes(pinName)) others.push(...part.edge.between);
  const pairs = [...(part.shifter?.channels ?? []), ...(part.commands ?? [])];
  others.push(...pairs.filter((pair) => pair.includes(pinName)).flat());
  return others.filter((name) => name !== pinName);
}

const carriesSignal = (net: DesignNet) => net.kind !== "ground" && net.kind !== "supply" && net.kind !== "battery";

interface Visit {
  net: DesignNet;
  through: string[];
}

/** Looks from pins along nets and through resistors, level shifters and transistors, but never through a supply or ground. */
export function tracePins(parts: readonly WiredPart[], nets: readonly DesignNet[]): PinTrace | null {
  const found = parts.find((each) => each.part.board !== undefined);
  if (found?.part.board === undefined) return null;
  const board: WiredBoard = { ...found, figures: found.part.board };
  const partByRef = new Map(parts.map((each) => [each.id, each]));
  const netOfPin = new Map(nets.flatMap((net) => net.pins.map((pin) => [pin, net] as const)));

  function reach(startPins: string[]): ReachedPin[] {
    const reached: ReachedPin[] = [];
    const seen = new Set<string>();
    const queue: Visit[] = [];
    const enqueue = (pin: string, through: string[]) => {
      const net = netOfPin.get(pin);
      if (net === undefined || seen.has(net.id) || !carriesSignal(net)) return;
      seen.add(net.id);
      queue.push({ net, through });
    };
    for (const pin of startPins) enqueue(pin, []);
    for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) {
      for (const end of visit.net.pins) {
        const { partId: ref, pinName: name } = splitPin(end);
        const wired = partByRef.get(ref);
        const pin = wired?.part.pins.find((each) => each.name === name);
        if (wired === undefined || pin === undefined) continue;
        if (!startPins.includes(end)) reached.push({ ref, pin, through: visit.through });
        for (const other of sameSignalPins(wired, name)) enqueue(`${ref}:${other}`, [...visit.through, ref]);
      }
    }
    return reached;
  }

  return {
    board,
    parts,
    boardPinOf: (ref, pinName) =>
      reach([`${ref}:${pinName}`]).find((each) => each.ref === board.id && each.pin.gpio !== undefined) ?? null,
    touchesSupply: (ref) =>
      nets.some((net) => net.kind === "supply" && net.pins.some((pin) => splitPin(pin).partId === ref)),
    reachedFrom: (gpio) => {
      const names = board.part.pins.filter((pin) => pin.gpio === gpio).map((pin) => `${board.id}:${pin.name}`);
      return reach(names).filter((each) => each.ref !== board.id);
    },
  };
}
