import type { DesignNet } from "../design.ts";
import type { ChosenPart } from "../design-stages.ts";
import type { NetKind } from "../lists.ts";
import { splitPin } from "../pins/pin-ref.ts";

type Known = ReadonlyMap<string, ChosenPart>;

function pinsOf({ pins }: Pick<DesignNet, "pins">, parts: Known) {
  return pins.flatMap((ref) => {
    const { partId, pinName } = splitPin(ref);
    const part = parts.get(partId);
    const pin = part?.part.pins.find(({ name }) => name === pinName);
    return part === undefined || pin === undefined ? [] : [{ ref, part, pin }];
  });
}

/** What a net carries, by the pins that it joins. */
function characterOf(net: DesignNet, parts: Known): { kind: NetKind; volts: number | null; name: string | null } {
  const pins = pinsOf(net, parts);
  if (net.kind === "ground" || pins.some(({ pin }) => pin.type === "ground"))
    return { kind: "ground", volts: 0, name: "GND" };
  if (net.kind === "supply") return { kind: "supply", volts: net.volts, name: railName(net.volts) };
  const cell = pins.find(({ part, pin }) => part.part.battery !== undefined && pin.type === "power_out");
  if (cell !== undefined) return { kind: "battery", volts: cell.part.part.battery?.nominalVolts ?? null, name: "BAT+" };
  const source = pins.find(({ pin }) => pin.type === "power_out" && pin.volts !== undefined);
  if (source !== undefined)
    return { kind: "supply", volts: source.pin.volts ?? null, name: railName(source.pin.volts ?? null) };
  const volts = pins.find(({ part }) => part.part.board !== undefined)?.part.part.board?.logicVolts ?? null;
  const bus = pins.find(
    ({ part, pin }) => part.part.board === undefined && (pin.roles.includes("sda") || pin.roles.includes("scl")),
  );
  if (bus !== undefined) return { kind: "bus", volts, name: bus.pin.roles.includes("sda") ? "SDA" : "SCL" };
  const isAnalog = pins.some(({ part, pin }) => part.part.board === undefined && pin.roles.includes("analog"));
  return { kind: isAnalog ? "analog" : "signal", volts, name: null };
}

function railName(volts: number | null): string {
  return volts === null ? "SUPPLY" : volts === 3.3 ? "3V3" : `${volts}V`;
}

/** A signal is called after what it serves, as the engine calls its own: `U2_DATA`. */
function signalName(net: DesignNet, parts: Known): string {
  const pins = pinsOf(net, parts);
  const served = pins.find(({ part }) => part.part.board === undefined && part.part.family !== "passive") ?? pins[0];
  const ref = served?.ref ?? net.pins[0] ?? net.id;
  return ref.replace(":", "_");
}

/** Nets of a diagram with the engine's own names, kinds and levels, so that an edit finds them again. Ids stay unique. */
export function engineNets(nets: readonly DesignNet[], parts: Known): DesignNet[] {
  const taken = new Set<string>();
  const free = (wanted: string): string => {
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`;
    taken.add(name);
    return name;
  };
  return nets.map((net) => {
    const { kind, volts, name } = characterOf(net, parts);
    const id = free(name ?? signalName(net, parts));
    return { ...net, id, name: id, kind, volts };
  });
}
