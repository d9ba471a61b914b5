import { partById } from "../catalogue/catalogue.ts";
import { costOf } from "../cost/cost-of.ts";
import type { Connection, Design, DesignDevice, DesignNet, DesignPart, Finding } from "../design.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { powerBudget } from "../power/power-budget.ts";
import { firstDeviceId } from "./device-names.ts";

/** An id as the whole design knows it: nets and fixes of all devices but the first carry the device before theirs. */
export function idInDesign(deviceId: string, id: string): string {
  return deviceId === firstDeviceId ? id : `${deviceId}.${id}`;
}

/** The same id as the device alone knows it. */
export function idInDevice(deviceId: string, id: string): string {
  const prefix = `${deviceId}.`;
  return deviceId !== firstDeviceId && id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

type Named = (id: string) => string;

/** A part whose nets are named otherwise. */
export const renamedPart = (part: DesignPart, name: Named): DesignPart => ({
  ...part,
  rail: part.rail === null ? null : name(part.rail),
  pins: part.pins.map((pin) => (pin.net === undefined ? pin : { ...pin, net: name(pin.net) })),
});

/** A finding whose nets and fixes are named otherwise. */
export const renamedFinding = (finding: Finding, name: Named): Finding => ({
  ...finding,
  nets: finding.nets.map(name),
  ...(finding.fixes === undefined ? {} : { fixes: finding.fixes.map((fix) => ({ ...fix, id: name(fix.id) })) }),
});

/** Parts, nets and wires of one device, with its own ids and steps. */
export interface DeviceCircuit {
  parts: DesignPart[];
  nets: DesignNet[];
  connections: Connection[];
}

/** What one device of a design is made of, as it was designed by itself; the whole of a design with one device. */
export function circuitOfDevice(
  design: Pick<Design, "devices" | "parts" | "nets" | "connections">,
  deviceId: string,
): DeviceCircuit {
  const { parts, nets, connections } = design;
  if (design.devices.length < 2) return { parts, nets, connections };
  const ids = new Set(parts.filter((part) => part.deviceId === deviceId).map(({ id }) => id));
  const name = (id: string) => idInDevice(deviceId, id);
  const isOwn = (pin: string) => ids.has(splitPin(pin).partId);
  const own = connections.filter(({ from }) => isOwn(from));
  const first = Math.min(...own.map(({ step }) => step));
  return {
    parts: parts.filter(({ id }) => ids.has(id)).map((part) => renamedPart(part, name)),
    nets: nets.filter(({ pins }) => pins.some(isOwn)).map((net) => ({ ...net, id: name(net.id) })),
    connections: own.map((wire) => ({ ...wire, step: wire.step - first + 1, net: name(wire.net) })),
  };
}

/** What was said of one device, taken out of what is said of all: its name stands before it. */
const withoutName = (text: string, { name }: DesignDevice): string =>
  text.startsWith(`${name}: `) ? text.slice(name.length + 2) : text;

/**
 * One device of a design as a design of its own, with the designators that the whole has given out; the design itself where it has one
 * device. `deviceId` is one of its devices.
 */
export function viewOfDevice(design: Design, deviceId: string): Design {
  const device = design.devices.find(({ id }) => id === deviceId);
  const wishes = design.requirements.devices?.find(({ id }) => id === deviceId);
  if (wishes === undefined) return design;
  const { requirements } = wishes;
  if (device === undefined) return { ...design, requirements, devices: [], parts: [], nets: [], connections: [] };
  const circuit = circuitOfDevice(design, deviceId);
  const name = (id: string) => idInDevice(deviceId, id);
  const isOwn = (one: { deviceId?: string }) => one.deviceId === deviceId;
  const { question: _whole, ...rest } = design;
  return {
    ...rest,
    ...circuit,
    requirements,
    devices: [device],
    board: device.board,
    codeFiles: design.codeFiles.filter(isOwn),
    findings: design.findings.filter(isOwn).map(({ deviceId: _own, ...finding }) => {
      return renamedFinding({ ...finding, message: withoutName(finding.message, device) }, name);
    }),
    passed: design.passed
      .filter(isOwn)
      .map(({ deviceId: _own, ...rule }) => ({ ...rule, what: withoutName(rule.what, device) })),
    power: powerBudget(circuit, requirements),
    cost: costOf(
      circuit.parts.flatMap(({ catalogId, quantity, owned }) => {
        const price = partById(catalogId ?? "")?.price;
        return price === undefined ? [] : [{ quantity, owned, price }];
      }),
      requirements,
    ),
  };
}

/** Every device of a design as a design of its own, in their order. */
export function deviceViews(design: Design): Design[] {
  return design.devices.length < 2 ? [design] : design.devices.map(({ id }) => viewOfDevice(design, id));
}
