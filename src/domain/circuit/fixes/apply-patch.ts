import { partById } from "../catalogue/catalogue.ts";
import type { Circuit, FixPatch } from "../design.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { CircuitEdit, hintOf } from "./circuit-edit.ts";

type Op<Name extends FixPatch["op"]> = Extract<FixPatch, { op: Name }>;

const shifterId = "level-shifter-4ch";
const bufferId = "74ahct125";

function addSeriesResistor(edit: CircuitEdit, { pin, ohms }: Op<"add-series-resistor">): boolean {
  if (edit.netsOf(pin).length === 0) return false;
  const id = edit.addPart("resistor", { kind: "ohms", ohms });
  edit.rename(new Map([[edit.canonical(pin), `${id}:1`]]));
  edit.addNet(`${hintOf(pin)}_R`, [`${id}:2`, pin]);
  return true;
}

function insertPart(edit: CircuitEdit, { catalogId, between, ohms }: Op<"insert-part">): boolean {
  const catalog = partById(catalogId);
  const ends = catalog?.edge?.between ?? catalog?.pins.slice(0, 2).map((pin) => pin.name);
  if (ends?.length !== 2) return false;
  const id = edit.addPart(catalogId, ohms === undefined ? null : { kind: "ohms", ohms });
  for (const [at, ref] of between.entries()) edit.attach(`${id}:${ends[at]}`, ref);
  return true;
}

function addDivider(edit: CircuitEdit, { pin, topOhms, bottomOhms, ground }: Op<"add-divider">): boolean {
  if (edit.netsOf(pin).length === 0) return false;
  const top = edit.addPart("resistor", { kind: "ohms", ohms: topOhms });
  const bottom = edit.addPart("resistor", { kind: "ohms", ohms: bottomOhms });
  edit.rename(new Map([[edit.canonical(pin), `${top}:1`]]));
  edit.addNet(`${hintOf(pin)}_DIV`, [`${top}:2`, `${bottom}:1`, pin]);
  edit.attach(`${bottom}:2`, ground);
  return true;
}

/** A channel of a shifter between these two rails: a free one of a present shifter, else the first of a new one. */
function channelFor(
  edit: CircuitEdit,
  { lowRail, highRail, ground }: Op<"add-shifter">,
): { low: string; high: string } {
  const shares = (pin: string, rail: string) => edit.netsOf(pin).some((net) => edit.netsOf(rail).includes(net));
  const channels = partById(shifterId)?.shifter?.channels ?? [];
  for (const { id } of edit.circuit().parts.filter((part) => part.catalogId === shifterId)) {
    if (!shares(`${id}:LV`, lowRail) || !shares(`${id}:HV`, highRail)) continue;
    const free = channels.find((pair) => pair.every((pin) => edit.netsOf(`${id}:${pin}`).length === 0));
    if (free !== undefined) return { low: `${id}:${free[0]}`, high: `${id}:${free[1]}` };
  }
  const id = edit.addPart(shifterId);
  edit.attach(`${id}:LV`, lowRail);
  edit.attach(`${id}:HV`, highRail);
  edit.attach(`${id}:GND.1`, ground);
  const [low, high] = channels[0] ?? ["", ""];
  return { low: `${id}:${low}`, high: `${id}:${high}` };
}

function addShifter(edit: CircuitEdit, patch: Op<"add-shifter">): boolean {
  const [first] = patch.high;
  const nets = first === undefined ? [] : edit.netsOf(first);
  if (first === undefined || nets.length === 0) return false;
  const channel = channelFor(edit, patch);
  for (const pin of patch.high) edit.detach(pin);
  for (const net of nets.slice(0, 1)) net.pins.push(channel.low);
  edit.addNet(`${hintOf(first)}_SHIFTED`, [channel.high, ...patch.high]);
  return true;
}

/** A gate of a buffer on this rail that drives nothing yet: its input lies at ground until then. */
function gateFor(edit: CircuitEdit, { highRail, ground }: Op<"add-buffer">): { input: string; output: string } {
  const chip = partById(bufferId);
  const gates = chip?.shifter?.channels ?? [];
  for (const { id } of edit.circuit().parts.filter((part) => part.catalogId === bufferId)) {
    const onRail = edit.netsOf(`${id}:VCC`).some((net) => edit.netsOf(highRail).includes(net));
    const free = onRail ? gates.find(([, output]) => edit.netsOf(`${id}:${output}`).length === 0) : undefined;
    if (free !== undefined) return { input: `${id}:${free[0]}`, output: `${id}:${free[1]}` };
  }
  const id = edit.addPart(bufferId);
  edit.attach(`${id}:VCC`, highRail);
  for (const pin of chip?.pins ?? [])
    if (pin.type === "ground" || pin.type === "input") edit.attach(`${id}:${pin.name}`, ground);
  const capacitor = edit.addPart("capacitor-ceramic");
  edit.attach(`${capacitor}:1`, highRail);
  edit.attach(`${capacitor}:2`, ground);
  const [input, output] = gates[0] ?? ["", ""];
  return { input: `${id}:${input}`, output: `${id}:${output}` };
}

function addBuffer(edit: CircuitEdit, patch: Op<"add-buffer">): boolean {
  if (edit.netsOf(patch.pin).length === 0) return false;
  const { input, output } = gateFor(edit, patch);
  edit.detach(input);
  edit.rename(new Map([[edit.canonical(patch.pin), input]]));
  edit.addNet(`${hintOf(patch.pin)}_5V`, [output, patch.pin]);
  return true;
}

function moveSupply(edit: CircuitEdit, { part, rail }: Op<"move-supply">): boolean {
  const catalogId = edit.part(part)?.catalogId;
  const pins = (catalogId == null ? undefined : partById(catalogId))?.pins ?? [];
  const supply = pins.find((pin) => pin.type === "power_in");
  const net = edit.circuit().nets.find((each) => each.id === rail);
  if (supply === undefined || net === undefined) return false;
  edit.detach(`${part}:${supply.name}`);
  net.pins.push(`${part}:${supply.name}`);
  return true;
}

/** The pins of `feeds` leave their nets for the output of a new converter. */
function addConverter(edit: CircuitEdit, { catalogId, from, ground, feeds }: Op<"add-converter">): boolean {
  const pins = partById(catalogId)?.pins ?? [];
  const [input, output] = ["power_in", "power_out"].map((type) => pins.find((pin) => pin.type === type)?.name);
  const [first] = feeds;
  if (input === undefined || output === undefined || first === undefined) return false;
  const id = edit.addPart(catalogId);
  edit.attach(`${id}:${input}`, from);
  for (const pin of pins) if (pin.type === "ground") edit.attach(`${id}:${pin.name}`, ground);
  for (const pin of feeds) {
    edit.detach(pin);
    edit.attach(pin, `${id}:${output}`);
  }
  return true;
}

function swapPins(edit: CircuitEdit, [a, b]: [string, string]): boolean {
  if (edit.netsOf(a).length === 0 && edit.netsOf(b).length === 0) return false;
  edit.rename(
    new Map([
      [edit.canonical(a), b],
      [edit.canonical(b), a],
    ]),
  );
  return true;
}

function movePin(edit: CircuitEdit, { part, pin, to }: Op<"move-pin">): boolean {
  const from = `${part}:${pin}`;
  if (edit.netsOf(from).length === 0 || edit.netsOf(`${part}:${to}`).length > 0) return false;
  edit.rename(new Map([[edit.canonical(from), `${part}:${to}`]]));
  return true;
}

function apply(edit: CircuitEdit, patch: FixPatch): boolean {
  switch (patch.op) {
    case "add-series-resistor":
      return addSeriesResistor(edit, patch);
    case "insert-part":
      return insertPart(edit, patch);
    case "add-divider":
      return addDivider(edit, patch);
    case "add-shifter":
      return addShifter(edit, patch);
    case "add-buffer":
      return addBuffer(edit, patch);
    case "join":
      edit.join(...patch.pins);
      return true;
    case "disconnect":
      edit.detach(patch.pin);
      return true;
    case "swap-pins":
      return swapPins(edit, patch.pins);
    case "move-pin":
      return movePin(edit, patch);
    case "set-address":
      return edit.setValue(patch.part, { kind: "address", address: patch.address });
    case "set-ohms":
      return edit.setValue(patch.part, { kind: "ohms", ohms: patch.ohms });
    case "move-supply":
      return moveSupply(edit, patch);
    case "add-converter":
      return addConverter(edit, patch);
    case "replace-part":
      return edit.replacePart(patch.part, patch.catalogId, new Map(patch.pins));
    case "remove-part":
      return edit.removePart(patch.part);
  }
}

/** Pins that a patch names must be of parts that are there. */
function pinsOf(patch: FixPatch): string[] {
  switch (patch.op) {
    case "add-series-resistor":
    case "disconnect":
      return [patch.pin];
    case "insert-part":
      return patch.between;
    case "add-divider":
      return [patch.pin, patch.ground];
    case "add-shifter":
      return [...patch.high, patch.lowRail, patch.highRail, patch.ground];
    case "add-buffer":
      return [patch.pin, patch.highRail, patch.ground];
    case "add-converter":
      return [patch.from, patch.ground, ...patch.feeds];
    case "join":
    case "swap-pins":
      return patch.pins;
    case "move-pin":
      return [`${patch.part}:${patch.pin}`];
    default:
      return [];
  }
}

/**
 * The circuit with the patches of one fix applied in their order; null where one does not fit it: a part or net that is not there, a pin
 * that is already taken. The circuit that was given stays as it is. `designators` holds the greatest number ever given per prefix.
 */
export function applyPatches(
  circuit: Circuit,
  patches: readonly FixPatch[],
  designators: Readonly<Record<string, number>> = {},
): Circuit | null {
  const edit = new CircuitEdit(circuit, designators);
  for (const patch of patches) {
    if (pinsOf(patch).some((pin) => edit.part(splitPin(pin).partId) === undefined)) return null;
    if (!apply(edit, patch)) return null;
  }
  return edit.circuit();
}
