import type { CatalogPin } from "../catalogue-part.ts";
import type { ChosenPart, Refusal } from "../design-stages.ts";
import { allocatePins } from "../pins/allocate-pins.ts";
import type { SignalNeed } from "../pins/signal-need.ts";
import { signalNeeds } from "../pins/signal-need.ts";
import { forwardVoltsOf, ledResistorOhms } from "./led-current.ts";
import { groundNet, rail3v3, rail5v } from "./supply-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/** A divider of 1k and 2k: 5 V becomes 3.33 V, 1.7 mA flow, and it is fast enough for an echo of microseconds. */
const dividerOhms = { top: 1000, bottom: 2000 } as const;
const pullUpOhms = 10_000;

interface Signal {
  need: SignalNeed;
  part: ChosenPart;
  pin: CatalogPin;
  board: NetSpec;
}

function led(draft: WiringDraft, { part, pin, board, need }: Signal): void {
  const volts = board.volts ?? 0;
  const forwardVolts = forwardVoltsOf(part.part, part.value);
  const ohms = ledResistorOhms(volts, forwardVolts);
  const inner: NetSpec = { id: `${need.id}_R`, kind: "signal", volts: null };
  draft.join(inner, `${part.id}:${pin.name}`);
  const milliamps = Math.round(((volts - forwardVolts) / ohms) * 10_000) / 10;
  draft.support({
    catalogId: "resistor",
    value: { kind: "ohms", ohms },
    serves: part.id,
    role: { en: `Limits the current of ${part.id}`, de: `Begrenzt den Strom von ${part.id}` },
    why: {
      en: `(${volts} V - ${forwardVolts} V) / ${ohms} ohm is ${milliamps} mA.`,
      de: `(${volts} V - ${forwardVolts} V) / ${ohms} Ohm sind ${milliamps} mA.`,
    },
    pins: [
      ["1", board.id],
      ["2", inner.id],
    ],
  });
  const cathode = part.part.pins.find((each) => each.type === "cathode");
  if (cathode !== undefined) draft.join(groundNet, `${part.id}:${cathode.name}`);
}

/** Two resistors between an output of a higher level and a pin that does not survive it. */
function divider(draft: WiringDraft, { part, pin, board, need }: Signal, volts: number): void {
  const far: NetSpec = { id: `${need.id}_5V`, kind: "signal", volts };
  draft.join(far, `${part.id}:${pin.name}`);
  const level = Math.round(((volts * dividerOhms.bottom) / (dividerOhms.top + dividerOhms.bottom)) * 100) / 100;
  const why = {
    en: `${part.id}:${pin.name} gives ${volts} V; 1k over 2k makes ${level} V of it.`,
    de: `${part.id}:${pin.name} gibt ${volts} V; 1k über 2k macht daraus ${level} V.`,
  };
  draft.support({
    catalogId: "resistor",
    value: { kind: "ohms", ohms: dividerOhms.top },
    serves: part.id,
    role: {
      en: `Upper half of the divider at ${part.id}:${pin.name}`,
      de: `Obere Hälfte des Teilers an ${part.id}:${pin.name}`,
    },
    why,
    pins: [
      ["1", far.id],
      ["2", board.id],
    ],
  });
  draft.support({
    catalogId: "resistor",
    value: { kind: "ohms", ohms: dividerOhms.bottom },
    serves: part.id,
    role: {
      en: `Lower half of the divider at ${part.id}:${pin.name}`,
      de: `Untere Hälfte des Teilers an ${part.id}:${pin.name}`,
    },
    why,
    pins: [
      ["1", board.id],
      ["2", groundNet.id],
    ],
  });
}

/** Open-drain data without a pull-up on its module gets one. */
function dataPullUp(draft: WiringDraft, { part, board }: Signal): void {
  if (part.part.interface !== "onewire" || part.part.figures?.pullUpOhms !== undefined) return;
  const rail = board.volts === 5 ? rail5v : rail3v3;
  draft.support({
    catalogId: "resistor",
    value: { kind: "ohms", ohms: pullUpOhms },
    serves: part.id,
    role: { en: `Pulls the data line of ${part.id} up`, de: `Zieht die Datenleitung von ${part.id} hoch` },
    why: { en: "The bare sensor only pulls down.", de: "Der bloße Sensor zieht nur herunter." },
    pins: [
      ["1", rail.id],
      ["2", board.id],
    ],
  });
}

function outputVolts(draft: WiringDraft, part: ChosenPart): number {
  const rail = [...draft.nets.values()].find(
    (net) =>
      net.kind === "supply" &&
      part.part.pins.some((pin) => pin.type === "power_in" && net.pins.includes(`${part.id}:${pin.name}`)),
  );
  return part.part.logicVolts ?? rail?.volts ?? 0;
}

/** The leg of a button or a bare buzzer that goes to ground. */
function groundLeg({ part, pin }: Signal): CatalogPin | undefined {
  if (part.part.functions.includes("input-button")) return part.part.pins.find((each) => each.name.startsWith("2"));
  const bare = pin.type === "passive" && pin.roles.includes("pwm");
  return bare ? part.part.pins.find((each) => each !== pin) : undefined;
}

function wireSignal(draft: WiringDraft, signal: Signal): void {
  const { part, pin, board } = signal;
  const limit = draft.board.part.board?.pinLimits.absMaxVolts ?? Number.POSITIVE_INFINITY;
  const volts = pin.type === "output" ? outputVolts(draft, part) : 0;
  if (pin.type === "anode") {
    led(draft, signal);
  } else if (volts > limit) {
    divider(draft, signal, volts);
  } else {
    draft.join(board, `${part.id}:${pin.name}`);
    if (pin.type === "open_drain") dataPullUp(draft, signal);
    const leg = groundLeg(signal);
    if (leg !== undefined) draft.join(groundNet, `${part.id}:${leg.name}`);
  }
}

/** Gives every signal a pin of the board and wires it with what it needs on the way; `reserved` pins belong to buses. */
export function wireSignals(draft: WiringDraft, reserved: readonly string[]): Refusal | null {
  const parts = draft.parts.filter((part) => part.part.board === undefined);
  const needs = parts.flatMap((part) => signalNeeds(part.id, part.part));
  const previous = new Map(
    needs.flatMap((need) => {
      const pin = draft.previousBoardPin(need.id);
      return pin === null ? [] : [[need.id, pin] as const];
    }),
  );
  const allocation = allocatePins({
    board: draft.board.part,
    needs,
    reserved: new Set(reserved),
    usesWifi: draft.requirements.functions.some((each) => each.id === "talk-wifi"),
    previous,
    language: draft.language,
  });
  if (allocation.kind !== "allocated") return allocation;
  for (const need of needs) {
    const boardPin = allocation.pins.get(need.id);
    const part = draft.parts.find((each) => each.id === need.partId);
    const pin = part?.part.pins.find((each) => each.name === need.pinName);
    if (boardPin === undefined || part === undefined || pin === undefined) continue;
    const kind = need.kind === "analog" ? "analog" : "signal";
    const board: NetSpec = { id: need.id, kind, volts: draft.board.part.board?.logicVolts ?? null };
    draft.join(board, `${draft.board.id}:${boardPin.name}`);
    wireSignal(draft, { need, part, pin, board });
  }
  return null;
}
