import type { ChosenPart, Refusal } from "../design-stages.ts";
import type { MotorRails } from "./motor-rails.ts";
import { motorRails } from "./motor-rails.ts";
import { converter, groundNet, isAdapter, isConverter, ofType, pinRef, rail5v, source } from "./supply-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

const named = (part: ChosenPart, name: string) =>
  pinRef(
    part,
    part.part.pins.find((pin) => pin.name === name),
  );

const isCharger = (part: ChosenPart) =>
  part.part.supply !== undefined && part.part.pins.some((pin) => pin.name === "B+");

/** A panel charges the cell through a charger of its own; its ground is that behind the protection. */
function wirePanel(draft: WiringDraft, cell: NetSpec): void {
  const panel = draft.find("solar-panel-6v");
  const charger = draft.find("cn3791");
  if (panel === undefined || charger === undefined) return;
  draft.join({ id: "PV", kind: "supply", volts: 6 }, ...named(panel, "+"), ...named(charger, "IN+"));
  draft.join(groundNet, ...named(panel, "-"), ...named(charger, "IN-"), ...named(charger, "BAT-"));
  draft.join(cell, ...named(charger, "BAT+"));
}

/** Cell -> charger -> converter -> 5 V. Answers the net that converters take from. */
function batteryChain(draft: WiringDraft, battery: ChosenPart): NetSpec {
  const volts = battery.part.battery?.nominalVolts ?? null;
  const cell: NetSpec = { id: "CELL+", kind: "battery", volts };
  wirePanel(draft, cell);
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

/** Joins an adapter with the rail of its volts, and makes 5 V of more with the converter beside it; answers what is left on 5 V in mA. */
function wireAdapter(draft: WiringDraft, adapter: ChosenPart): number {
  const { volts, limitMa } = adapter.part.supply ?? { volts: 5, limitMa: 0 };
  draft.warn(`${adapter.id}:+`, {
    en: "Never feed the board from this adapter and from USB at the same time.",
    de: "Speise das Board nie zugleich aus diesem Netzteil und über USB.",
  });
  const buck = draft.parts.find(isConverter);
  if (volts === rail5v.volts || buck === undefined) {
    source(draft, adapter, rail5v);
    return limitMa;
  }
  const rail: NetSpec = { id: `${volts}V`, kind: "supply", volts };
  source(draft, adapter, rail);
  converter(draft, buck, { from: rail, to: rail5v });
  return buck.part.supply?.limitMa ?? 0;
}

/** Joins a supply with the pin that the board takes it at. Where that is not its 5 V output, the output has no volts then. */
function feedBoard(draft: WiringDraft, rail: NetSpec): void {
  const { board } = draft;
  const feed = board.part.board?.feed.pin;
  for (const pin of ofType(board, "power_out"))
    if (pin.volts === 5 && pin.mayBeFed !== true) draft.leftOpen.add(`${board.id}:${pin.name}`);
  if (feed !== undefined) draft.join(rail, `${board.id}:${feed}`);
}

/** Wires what feeds the board, and answers which rail feeds each motor, or why no supply is strong enough. */
export function wireSupply(draft: WiringDraft): MotorRails | Refusal {
  const { board } = draft;
  const [boardGround] = ofType(board, "ground");
  draft.join(groundNet, ...pinRef(board, boardGround));
  const battery = draft.parts.find((part) => part.part.battery !== undefined);
  const adapter = draft.parts.find(isAdapter);
  const radio = draft.requirements.functions.some((each) => each.id === "talk-wifi" || each.id === "talk-bluetooth");
  const boardMa = (radio ? board.part.currentMa?.max : board.part.board?.awakeNoRadioMa) ?? 0;
  if (battery !== undefined) {
    const from = batteryChain(draft, battery);
    const boost = draft.parts.find(isConverter);
    if (boost !== undefined) converter(draft, boost, { from, to: rail5v });
    feedBoard(draft, boost === undefined ? from : rail5v);
    return motorRails(draft, { limitMa: boost?.part.supply?.limitMa ?? 0, boardMa, from });
  }
  if (adapter !== undefined && draft.requirements.power.source !== "usb") {
    const limitMa = wireAdapter(draft, adapter);
    feedBoard(draft, rail5v);
    return motorRails(draft, { limitMa, boardMa, from: null });
  }
  return motorRails(draft, { limitMa: board.part.board?.rail5vForOthersMa ?? 0, boardMa: 0, from: null });
}
