import type { CatalogPin } from "../catalogue-part.ts";
import type { ChosenPart } from "../design-stages.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/** The net that is zero volts for all. */
export const groundNet: NetSpec = { id: "GND", kind: "ground", volts: 0 };
/** 3.3 V from the board's regulator. */
export const rail3v3: NetSpec = { id: "3V3", kind: "supply", volts: 3.3 };
/** 5 V: from the board's USB, or from what feeds the board. */
export const rail5v: NetSpec = { id: "5V", kind: "supply", volts: 5 };
/** 5 V of motors, apart from the board's where that would be too weak. */
export const motorRail: NetSpec = { id: "5V_M", kind: "supply", volts: 5 };

/** Share of a source's limit above which motors get a supply of their own: the threshold at which the rail rule warns. */
const comfortableShare = 0.8;

const ofType = (part: ChosenPart, type: CatalogPin["type"]) => part.part.pins.filter((pin) => pin.type === type);
const pinRef = (part: ChosenPart, pin: CatalogPin | undefined) => (pin === undefined ? [] : [`${part.id}:${pin.name}`]);
const named = (part: ChosenPart, name: string) =>
  pinRef(
    part,
    part.part.pins.find((pin) => pin.name === name),
  );

/** Motors and what switches them: fed from 5 V that need not be the board's. */
export function isMotorSide(part: ChosenPart): boolean {
  return (
    part.functions.includes("act-servo") || part.functions.includes("act-pump") || part.part.id === "mosfet-module"
  );
}

const isConverter = (part: ChosenPart) => part.part.supply?.efficiency !== undefined;
const isCharger = (part: ChosenPart) =>
  part.part.supply !== undefined && part.part.pins.some((pin) => pin.name === "B+");
const isAdapter = (part: ChosenPart) => part.part.supply !== undefined && part.part.supplyVolts === null;

/** The board's printed 5 V and 3.3 V pins. */
export function boardRailPin(board: ChosenPart, volts: number): string | null {
  const pin = board.part.pins.find((each) => each.type === "power_out" && each.volts === volts);
  return pin === undefined ? null : `${board.id}:${pin.name}`;
}

/** Joins an output of 5 V with its rail and its grounds with ground. */
function source(draft: WiringDraft, part: ChosenPart, rail: NetSpec): void {
  draft.join(groundNet, ...ofType(part, "ground").flatMap((pin) => pinRef(part, pin)));
  draft.join(rail, ...ofType(part, "power_out").flatMap((pin) => pinRef(part, pin)));
}

function converter(draft: WiringDraft, part: ChosenPart, ends: { from: NetSpec; to: NetSpec }): void {
  draft.join(ends.from, ...ofType(part, "power_in").flatMap((pin) => pinRef(part, pin)));
  source(draft, part, ends.to);
  const [output] = ofType(part, "power_out");
  if (output !== undefined) {
    draft.warn(`${part.id}:${output.name}`, {
      en: "Set this output to 5.0 V with a meter before anything else is connected to it.",
      de: "Stelle diesen Ausgang mit einem Messgerät auf 5,0 V ein, bevor etwas anderes daran angeschlossen wird.",
    });
  }
}

/** Cell -> charger -> converter -> 5 V. Answers the net that converters take from. */
function batteryChain(draft: WiringDraft, battery: ChosenPart): NetSpec {
  const volts = battery.part.battery?.nominalVolts ?? null;
  const cell: NetSpec = { id: "CELL+", kind: "battery", volts };
  const charger = draft.parts.find(isCharger);
  if (charger === undefined) {
    draft.join(cell, ...named(battery, "+"));
    draft.join(groundNet, ...named(battery, "-"));
    return cell;
  }
  draft.join({ id: "CELL-", kind: "battery", volts: 0 }, ...named(battery, "-"), ...named(charger, "B-"));
  draft.join(cell, ...named(battery, "+"), ...named(charger, "B+"));
  draft.join(groundNet, ...named(charger, "OUT-"));
  const out: NetSpec = { id: "VBAT", kind: "battery", volts };
  draft.join(out, ...named(charger, "OUT+"));
  draft.warn(`${battery.id}:+`, {
    en: "Put the cell in last, and check plus and minus twice: reversed it destroys the charger.",
    de: "Setze die Zelle zuletzt ein und prüfe Plus und Minus doppelt: verpolt zerstört sie den Lader.",
  });
  return out;
}

const greatestMa = (parts: ChosenPart[]) => parts.reduce((sum, part) => sum + (part.part.currentMa?.max ?? 0), 0);

/** A second source for the motors, when what feeds the board would be used above 80 % with them. */
function motorSource(draft: WiringDraft, limitMa: number, from: NetSpec | null): NetSpec {
  const motors = draft.parts.filter(isMotorSide);
  const others = draft.parts.filter((part) => part.part.family !== "power" && !motors.includes(part));
  const withBoard = from === null ? others.filter((part) => part !== draft.board) : others;
  if (motors.length === 0 || greatestMa([...withBoard, ...motors]) <= limitMa * comfortableShare) return rail5v;
  const spare = draft.parts.find(
    (part) =>
      isAdapter(part) && ![...draft.nets.values()].some((net) => net.pins.some((pin) => pin.startsWith(`${part.id}:`))),
  );
  const catalogId = from === null ? "adapter-5v-2a" : "boost-5v";
  const part =
    spare ??
    draft.support({
      catalogId,
      value: null,
      serves: motors[0]?.id ?? null,
      role: { en: "5 V for the motors alone", de: "5 V nur für die Motoren" },
      why: {
        en: "Motors start with more current than the board's 5 V gives.",
        de: "Motoren brauchen beim Anlaufen mehr Strom, als die 5 V des Boards hergeben.",
      },
      pins: [],
    });
  if (from !== null && isConverter(part)) converter(draft, part, { from, to: motorRail });
  else source(draft, part, motorRail);
  return motorRail;
}

/** Wires what feeds the board, and answers the rail of the motors. */
export function wireSupply(draft: WiringDraft): NetSpec {
  const { board } = draft;
  const [boardGround] = ofType(board, "ground");
  draft.join(groundNet, ...pinRef(board, boardGround));
  const pin5v = boardRailPin(board, 5);
  const battery = draft.parts.find((part) => part.part.battery !== undefined);
  const adapter = draft.parts.find(isAdapter);
  if (battery !== undefined) {
    const from = batteryChain(draft, battery);
    const boost = draft.parts.find(isConverter);
    if (boost !== undefined) converter(draft, boost, { from, to: rail5v });
    if (pin5v !== null) draft.join(rail5v, pin5v);
    return motorSource(draft, boost?.part.supply?.limitMa ?? 0, from);
  }
  if (adapter !== undefined && draft.requirements.power.source !== "usb") {
    source(draft, adapter, rail5v);
    if (pin5v !== null) draft.join(rail5v, pin5v);
    draft.warn(`${adapter.id}:+`, {
      en: "Never feed the board from this adapter and from USB at the same time.",
      de: "Speise das Board nie zugleich aus diesem Netzteil und über USB.",
    });
    const left = (adapter.part.supply?.limitMa ?? 0) - (board.part.currentMa?.max ?? 0);
    return motorSource(draft, left, null);
  }
  return motorSource(draft, board.part.board?.rail5vForOthersMa ?? 0, null);
}
