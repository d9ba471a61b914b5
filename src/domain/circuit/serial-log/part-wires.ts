import { splitPin } from "../pins/pin-ref.ts";
import type { LoggedCircuit } from "./read-serial-log.ts";

/** One wire of a part: its own pin, where it leads, and its colour where the build has one. */
export interface PartWire {
  pin: string;
  to: string[];
  kind: string;
  colour: string | null;
}

/** The wires at a part's pins, signals first, in the order of the nets. */
export function wiresOf(partId: string, { nets, connections = [] }: LoggedCircuit): PartWire[] {
  const wires = nets.flatMap((net) =>
    net.pins
      .filter((pin) => splitPin(pin).partId === partId)
      .map((pin): PartWire => {
        const own = connections.find(({ from, to }) => from === pin || to === pin);
        const others = net.pins.filter((other) => other !== pin);
        const direct = own === undefined ? [] : [own.from === pin ? own.to : own.from];
        return {
          pin,
          to: direct.length > 0 ? direct : others.slice(0, 3),
          kind: net.kind,
          colour: own?.colour ?? null,
        };
      }),
  );
  const isSignal = ({ kind }: PartWire) => kind !== "ground" && kind !== "supply" && kind !== "battery";
  return [...wires.filter(isSignal), ...wires.filter((wire) => !isSignal(wire))];
}

const spoken = (pin: string) => pin.replace(":", " ");

/** `U2 SDA – U1 A4 (blue)` for each wire. */
export function wireList(wires: readonly PartWire[], colourName: (colour: string) => string): string {
  return wires
    .map(({ pin, to, colour }) => {
      const ends = to.length === 0 ? "?" : to.map(spoken).join(", ");
      return `${spoken(pin)} – ${ends}${colour === null ? "" : ` (${colourName(colour)})`}`;
    })
    .join("; ");
}
