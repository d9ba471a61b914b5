import type { CatalogPart, CatalogPin } from "../catalogue-part.ts";
import type { ChosenPart, Refusal } from "../design-stages.ts";
import type { FunctionId } from "../lists.ts";
import type { PinRequest } from "../pins/allocate-pins.ts";
import { allocatePins } from "../pins/allocate-pins.ts";
import type { SignalNeed } from "../pins/signal-need.ts";
import { signalNeeds } from "../pins/signal-need.ts";
import type { Buffers } from "./buffers.ts";
import { forwardVoltsOf, ledResistorOhms, targetMaOf } from "./led-current.ts";
import { outputVolts, shiftOf } from "./signal-level.ts";
import { groundNet, rail3v3, rail5v } from "./supply-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/** A divider of 1k and 2k: 5 V becomes 3.33 V, 1.7 mA flow, and it is fast enough for an echo of microseconds and a serial line. */
const dividerOhms = { top: 1000, bottom: 2000 } as const;
const standardPullUpOhms = 10_000;

interface Signal {
  need: SignalNeed;
  part: ChosenPart;
  pin: CatalogPin;
  board: NetSpec;
}

function led(draft: WiringDraft, { part, pin, board, need }: Signal): void {
  const volts = board.volts ?? 0;
  const forwardVolts = pin.forwardVolts ?? forwardVoltsOf(part.part, part.value);
  const ohms = ledResistorOhms(volts, forwardVolts, ledMa(draft, part));
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
  for (const each of part.part.pins) if (each.type === "cathode") draft.join(groundNet, `${part.id}:${each.name}`);
}

/** Two resistors between a driver of a higher level and a pin that does not survive it; `from` and `to` are its two nets. */
function divider(draft: WiringDraft, { part, pin }: Signal, ends: { from: NetSpec; to: NetSpec }): void {
  const volts = ends.from.volts ?? 0;
  const level = Math.round(((volts * dividerOhms.bottom) / (dividerOhms.top + dividerOhms.bottom)) * 100) / 100;
  const at = `${part.id}:${pin.name}`;
  const why = {
    en:
      pin.type === "output"
        ? `${at} gives ${volts} V; 1k over 2k makes ${level} V of it.`
        : `The board gives ${volts} V; 1k over 2k makes ${level} V of it for ${at}.`,
    de:
      pin.type === "output"
        ? `${at} gibt ${volts} V; 1k über 2k macht daraus ${level} V.`
        : `Das Board gibt ${volts} V; 1k über 2k macht daraus ${level} V für ${at}.`,
  };
  draft.support({
    catalogId: "resistor",
    value: { kind: "ohms", ohms: dividerOhms.top },
    serves: part.id,
    role: { en: `Upper half of the divider at ${at}`, de: `Obere Hälfte des Teilers an ${at}` },
    why,
    pins: [
      ["1", ends.from.id],
      ["2", ends.to.id],
    ],
  });
  draft.support({
    catalogId: "resistor",
    value: { kind: "ohms", ohms: dividerOhms.bottom },
    serves: part.id,
    role: { en: `Lower half of the divider at ${at}`, de: `Untere Hälfte des Teilers an ${at}` },
    why,
    pins: [
      ["1", ends.to.id],
      ["2", groundNet.id],
    ],
  });
}

/** Open-drain data without a pull-up on its module gets one: 4.7 k for 1-Wire chips, 10 k for others. */
function dataPullUp(draft: WiringDraft, { part, board }: Signal): void {
  const { figures } = part.part;
  if (part.part.interface !== "onewire" || figures?.pullUpOhms !== undefined) return;
  const rail = board.volts === 5 ? rail5v : rail3v3;
  draft.support({
    catalogId: "resistor",
    value: { kind: "ohms", ohms: figures?.pullUpOhmsWanted ?? standardPullUpOhms },
    serves: part.id,
    role: { en: `Pulls the data line of ${part.id} up`, de: `Zieht die Datenleitung von ${part.id} hoch` },
    why: { en: "The bare sensor only pulls down.", de: "Der bloße Sensor zieht nur herunter." },
    pins: [
      ["1", rail.id],
      ["2", board.id],
    ],
  });
}

/** The leg of a button, of a bare switch or of a bare buzzer that goes to ground. */
function groundLeg({ part, pin }: Signal): CatalogPin | undefined {
  const { pins, functions } = part.part;
  if (functions.includes("input-button")) return pins.find((each) => each.name.startsWith("2"));
  const bare =
    pin.type === "passive" && pins.length === 2 && pin.roles.some((role) => role === "pwm" || role === "contact");
  return bare ? pins.find((each) => each !== pin) : undefined;
}

/** The resistor that belongs in a line: damps a strip's data, limits a base or gate. Answers the net behind it. */
function seriesResistor(draft: WiringDraft, { part, pin, need }: Signal, net: NetSpec): NetSpec {
  const ohms = pin.seriesOhms;
  if (ohms === undefined) return net;
  const inner: NetSpec = { id: `${need.id}_R`, kind: "signal", volts: net.volts };
  draft.join(inner);
  draft.support({
    catalogId: "resistor",
    value: { kind: "ohms", ohms },
    serves: part.id,
    role: { en: `In the line to ${part.id}:${pin.name}`, de: `In der Leitung zu ${part.id}:${pin.name}` },
    why: {
      en: "It limits the current of the edges and protects the input.",
      de: "Er begrenzt den Strom der Flanken und schützt den Eingang.",
    },
    pins: [
      ["1", net.id],
      ["2", inner.id],
    ],
  });
  return inner;
}

/** What a part listens to: at its level, through its resistor. */
function listen(draft: WiringDraft, signal: Signal, buffers: Buffers): void {
  const { part, pin, board, need } = signal;
  const shift = shiftOf(draft, part, pin);
  if (shift === "down" && part.part.interface !== "spi") {
    const far: NetSpec = { id: `${need.id}_3V3`, kind: "signal", volts: 3.3 };
    draft.join(far, `${part.id}:${pin.name}`);
    divider(draft, signal, { from: board, to: far });
    return;
  }
  const near = shift === null ? board : buffers.carry(board, shift);
  draft.join(seriesResistor(draft, signal, near), `${part.id}:${pin.name}`);
}

/** Whether an output promises less than the board takes for "high": 2.9 V of a serial module at an ATmega's 3.0 V. */
const isTooLow = (draft: WiringDraft, { limits, roles }: CatalogPin): boolean =>
  limits?.vohMinVolts !== undefined &&
  !roles.includes("analog") &&
  limits.vohMinVolts < (draft.board.part.board?.pinLimits.vihMinVolts ?? 0);

/** Share of a pin's greatest current that an LED is given. */
const comfortableShare = 0.6;

/** mA to aim at for an LED of this part on a pin of this board: chips whose pins give 12 mA at most get a smaller one. */
const ledMa = (draft: WiringDraft, { part }: ChosenPart): number =>
  Math.min(
    targetMaOf(part),
    comfortableShare * (draft.board.part.board?.pinLimits.absSourceMa ?? Number.POSITIVE_INFINITY),
  );

function wireSignal(draft: WiringDraft, signal: Signal, buffers: Buffers): void {
  const { part, pin, board, need } = signal;
  const limit = draft.board.part.board?.pinLimits.absMaxVolts ?? Number.POSITIVE_INFINITY;
  const volts = pin.type === "output" ? outputVolts(draft, part) : 0;
  if (pin.type === "anode") {
    led(draft, signal);
  } else if (volts > limit) {
    const far: NetSpec = { id: `${need.id}_5V`, kind: "signal", volts };
    draft.join(far, `${part.id}:${pin.name}`);
    divider(draft, signal, { from: far, to: board });
  } else if (pin.type === "input") {
    listen(draft, signal, buffers);
  } else if (pin.type === "output" && isTooLow(draft, pin)) {
    const near: NetSpec = { id: `${need.id}_3V3`, kind: "signal", volts };
    draft.join(near, `${part.id}:${pin.name}`);
    buffers.lift(near, board);
  } else {
    draft.join(board, `${part.id}:${pin.name}`);
    if (pin.type === "open_drain") dataPullUp(draft, signal);
    const leg = groundLeg(signal);
    if (leg !== undefined) draft.join(groundNet, `${part.id}:${leg.name}`);
  }
}

/** The signals of a part that are used here: of a driver, those of the channels that something hangs on. */
function needsOf(draft: WiringDraft, part: ChosenPart): SignalNeed[] {
  const needs = signalNeeds(part.id, part.part);
  const { outputs, commands } = part.part;
  if (outputs === undefined) return needs;
  const wired = new Set([...draft.nets.values()].flatMap((net) => net.pins));
  const isUsed = (pinName: string) => {
    const commanded = (commands ?? []).flatMap(([input, output]) => (input === pinName ? [output] : []));
    return commanded.length === 0 || commanded.some((output) => wired.has(`${part.id}:${output}`));
  };
  return needs.filter((need) => isUsed(need.pinName));
}

/** MicroPython makes no serial line in software: the RP2040 has two ports, each on pins of its own. */
function withSerialPorts({ parts, board, requirements }: WiringDraft, needs: SignalNeed[]): SignalNeed[] {
  if (requirements.firmware !== "micropython" || board.part.board?.mcu !== "rp2040") return needs;
  const serial = parts.filter(({ part }) => part.interface === "uart").map(({ id }) => id);
  return needs.map((need) =>
    serial.includes(need.partId) ? { ...need, serialPort: serial.indexOf(need.partId) } : need,
  );
}

/** The timers that Arduino's libraries take from PWM on this board for its servos and for the tone of its buzzers. */
function takenTimers(board: CatalogPart, parts: readonly ChosenPart[]): { taken?: NonNullable<PinRequest["taken"]> } {
  const { takenTimers: taken } = board.board ?? {};
  if (taken === undefined) return {};
  const of = (id: FunctionId) => parts.filter(({ part }) => part.functions.includes(id));
  const [servos, buzzers] = [of("act-servo"), of("act-sound").filter(({ part }) => plays(part))];
  const timers = [...(servos.length > 0 ? taken.servo : []), ...(buzzers.length > 0 ? taken.tone : [])];
  if (timers.length === 0) return {};
  return { taken: { timers: new Set(timers), by: new Set([...servos, ...buzzers].map(({ id }) => id)) } };
}

/** A buzzer without an oscillator of its own is given a tone. */
const plays = (part: CatalogPart): boolean => part.pins.some((pin) => pin.roles.includes("pwm"));

/** Gives every signal a pin of the board and wires it with what it needs on the way; `reserved` pins belong to buses. */
export function wireSignals(draft: WiringDraft, reserved: readonly string[], buffers: Buffers): Refusal | null {
  const parts = draft.parts.filter((part) => part.part.board === undefined);
  const needs = withSerialPorts(
    draft,
    parts.flatMap((part) => needsOf(draft, part)),
  );
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
    pinned: new Map((draft.requirements.pins ?? []).map(({ need, pin }) => [need, pin])),
    ...takenTimers(draft.board.part, parts),
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
    wireSignal(draft, { need, part, pin, board }, buffers);
  }
  return null;
}
