import { OhmError } from "../../error/ohm-error.ts";
import { assumedWakeMinutes, sleepsBetween } from "../requirements/assumptions.ts";
import type { Condition } from "../requirements.ts";
import type { DisplayDriver, OutputDriver, PartUse, Reading, Setting, Trigger } from "./driver.ts";
import { linkPace, remoteCauses } from "./link-behaviour.ts";
import { linkedParts } from "./linked-parts.ts";
import { namedLimit } from "./named-limit.ts";
import type { DrivenPart } from "./part-uses.ts";
import { drivenParts } from "./part-uses.ts";
import type { PinTrace, ReachedPin } from "./trace-pins.ts";
import { tracePins } from "./trace-pins.ts";
import type { FirmwareInput } from "./wired-part.ts";

/** A reading of the sketch: `value` is the C++ expression that holds it after a measurement. `use` is null for counters. */
export interface PlannedReading extends Reading {
  use: PartUse | null;
  value: string;
}

/**
 * What switches an output: a measured limit, a knob that it follows, a button that toggles it, a button that sounds it at each press, time
 * where blinking was asked for, or else nothing but a person's words over the serial port.
 */
export type Cause =
  | { kind: "limit"; reading: PlannedReading; trigger: Trigger }
  /** `stops`: it rests when the value is missing, because that comes from another device. */
  | { kind: "follow"; reading: PlannedReading; stops?: true }
  | { kind: "button" }
  | { kind: "press" }
  | { kind: "time" }
  | { kind: "command" };

export interface PlannedOutput {
  use: PartUse;
  output: OutputDriver;
  cause: Cause;
}

/** What a press does: toggle or sound outputs, pause automatic outputs, show the next page, or count. */
export type ButtonJob = "toggle" | "pause" | "page" | "count";

export interface FirmwarePlan {
  input: FirmwareInput;
  unit: 1 | 2 | 3;
  trace: PinTrace;
  driven: DrivenPart[];
  i2c: { sda: ReachedPin; scl: ReachedPin } | null;
  readings: PlannedReading[];
  outputs: PlannedOutput[];
  displays: { use: PartUse; display: DisplayDriver }[];
  buttons: { use: PartUse; job: ButtonJob }[];
  settings: Setting[];
  /** Rows that every display has, 0 without a display. */
  pageRows: number;
  /** Milliseconds between two measurements while awake. */
  measureEveryMs: number;
  /** Milliseconds between two rounds of showing or sending while awake. */
  reportEveryMs: number;
  /** Present when the device sleeps between measurements. */
  sleepMinutes: number | null;
  wifi: boolean;
}

function i2cPins(trace: PinTrace, driven: DrivenPart[]): FirmwarePlan["i2c"] {
  const member = driven.find(({ use }) => use.part.i2c !== undefined);
  if (member === undefined) return null;
  const { ref, part } = member.use;
  const find = (role: "sda" | "scl") => {
    const pin = part.pins.find((each) => each.roles.includes(role));
    return pin === undefined ? null : trace.boardPinOf(ref, pin.name);
  };
  const sda = find("sda");
  const scl = find("scl");
  if (sda === null || scl === null) throw new OhmError("internal", `the I2C pins of ${ref} are not wired to the board`);
  return { sda, scl };
}

/** Two sensors may measure the same: the second one's field and label say whose it is. */
function plannedReadings(driven: DrivenPart[]): PlannedReading[] {
  const planned: PlannedReading[] = [];
  for (const { use, driver } of driven) {
    for (const reading of driver.readings?.(use) ?? []) {
      // What comes from another device has its names from there.
      const isNamed =
        driver.mayBeSilent === true && planned.every((each) => each.use === use || each.quantity !== reading.quantity);
      const same = isNamed ? 0 : planned.filter((each) => each.quantity === reading.quantity).length;
      const field = same === 0 ? reading.field : `${reading.field}${use.typeName}`;
      const label = same === 0 ? reading.label : `${reading.label}${same + 1}`;
      planned.push({ ...reading, field, label, use, value: `readings.${field}` });
    }
  }
  return planned;
}

/** What a cause is found among. */
interface Surroundings {
  readings: PlannedReading[];
  hasButton: boolean;
  mayBlink: boolean;
  conditions: readonly Condition[];
}

function causeOf(use: PartUse, output: OutputDriver, around: Surroundings): Cause {
  const { readings, hasButton, mayBlink, conditions } = around;
  const named = namedLimit(conditions, use.part.functions, readings);
  if (named !== null) return { kind: "limit", ...named };
  const knob = readings.find((reading) => reading.quantity === "knob");
  if (output.follow !== undefined && knob !== undefined) return { kind: "follow", reading: knob };
  for (const trigger of output.triggers) {
    const reading = readings.find((each) => each.quantity === trigger.quantity);
    if (reading !== undefined) return { kind: "limit", reading, trigger };
  }
  if (hasButton) return { kind: output.isMomentary === true ? "press" : "button" };
  // Nothing that moves or switches a load may do so by itself for ever.
  return { kind: mayBlink && output.isLoad !== true && output.isMomentary !== true ? "time" : "command" };
}

/** LEDs from the first warning to the alarm, by the colours that people expect. */
const urgency: Record<string, number> = { green: 0, blue: 1, white: 1, yellow: 2, orange: 2, red: 3 };

/** Several LEDs beside one sensor light one after the other: the last at the usual limit, those before it a step earlier each. */
function staggered(outputs: PlannedOutput[], input: FirmwareInput): PlannedOutput[] {
  const rank = ({ use }: PlannedOutput) => {
    const value = input.parts.find((part) => part.id === use.ref)?.value;
    return (value?.kind === "colour" ? urgency[value.colour] : undefined) ?? 1;
  };
  const limitOf = (each: PlannedOutput): number | null => {
    const { cause } = each;
    if (cause.kind !== "limit" || !each.use.part.functions.includes("show-light")) return null;
    const row = outputs
      .filter(({ use, cause: other }) => {
        return other.kind === "limit" && other.reading === cause.reading && use.part.id === each.use.part.id;
      })
      .sort((a, b) => rank(a) - rank(b));
    const step = Math.min(1, 2 / Math.max(row.length - 1, 1)) * (cause.trigger.step ?? 0);
    const before = (row.length - 1 - row.indexOf(each)) * step;
    const limit = cause.trigger.limit + (cause.trigger.when === "below" ? before : -before);
    return Math.round(limit * 10) / 10;
  };
  return outputs.map((each) => {
    const limit = limitOf(each);
    return limit === null || each.cause.kind !== "limit"
      ? each
      : { ...each, cause: { ...each.cause, trigger: { ...each.cause.trigger, limit } } };
  });
}

/** What a person does or what must be seen at once. */
const prompt = new Set<string>(
  "motion contact tilt touch remote key stick card sound flame acceleration knob"
    .split(" ")
    .filter((one) => one !== "knob"),
);

/** The HC-SR04 must not be asked more often than every 60 ms (its manual): the last echo would answer the next ping. */
function measureEveryMs(outputs: PlannedOutput[], readings: PlannedReading[]): number {
  const ranges = readings.some(({ quantity }) => quantity === "distance");
  if (outputs.some(({ cause }) => cause.kind === "follow")) return ranges ? 100 : 50;
  if (ranges || readings.some(({ quantity }) => prompt.has(quantity))) return 250;
  return outputs.some(({ cause }) => cause.kind === "time") ? 1000 : 2000;
}

/** Counters for a device that measures nothing and yet has a display, or a button with nothing else to do. */
function counters(jobs: ButtonJob[], needsOne: boolean): PlannedReading[] {
  const counter = { use: null, decimals: 0, expression: "" };
  if (jobs.includes("count")) {
    return [{ ...counter, quantity: "presses", field: "presses", label: "Press", unit: "", value: "presses" }];
  }
  if (!needsOne) return [];
  return [{ ...counter, quantity: "uptime", field: "uptime", label: "Up", unit: "s", value: "millis() / 1000" }];
}

function buttonJobs(outputs: PlannedOutput[], hasPages: boolean): ButtonJob[] {
  const jobs: ButtonJob[] = [];
  if (outputs.some(({ cause }) => cause.kind === "button" || cause.kind === "press")) jobs.push("toggle");
  if (outputs.some(({ cause }) => cause.kind === "limit" || cause.kind === "follow")) jobs.push("pause");
  if (hasPages) jobs.push("page");
  return jobs.length === 0 ? ["count"] : jobs;
}

function limitSettings(outputs: PlannedOutput[]): Setting[] {
  return outputs.flatMap(({ use, cause }) => {
    if (cause.kind !== "limit") return [];
    const { trigger, reading } = cause;
    const comment = `${use.ref} switches on ${trigger.when} this (${reading.label}${reading.unit === "" ? "" : `, ${reading.unit}`})`;
    const range = trigger.quantity === "pressure" ? { min: 300, max: 1100 } : { min: -40, max: 400 };
    return [{ name: `${use.typeName}Limit`, value: trigger.limit, ...range, comment }];
  });
}

/** MicroPython's `read_u16` answers 0 to 65,535 on every board. */
function withPythonAnalog(trace: PinTrace): PinTrace {
  const { board } = trace;
  const analog = { ...board.figures.analog, max: 65_535 };
  return { ...trace, board: { ...board, figures: { ...board.figures, analog } } };
}

/**
 * Decides what the sketch of one Success Unit does: which readings, what switches which output, what buttons mean, and
 * whether it sleeps. Nothing electrical is decided here; pins and addresses come from the wiring.
 * @throws OhmError `internal` for a wiring without a board or with a driven part that is not wired to it.
 */
export function planFirmware(input: FirmwareInput, unit: 1 | 2 | 3): FirmwarePlan {
  const traced = tracePins(input.parts, input.nets);
  if (traced === null) throw new OhmError("internal", "firmware needs a board in the parts");
  const trace = input.requirements.firmware === "micropython" ? withPythonAnalog(traced) : traced;
  const setting = (name: string) => (unit === 3 ? `setting(k${name})` : `k${name}`);
  const alone = drivenParts(trace, setting);
  const { link } = input;
  const driven = link === undefined ? alone : linkedParts(alone, link, { trace, setting, figures: () => measured });
  const measured = plannedReadings(driven);
  const buttonUses = driven.filter(({ driver }) => driver.button === true).map(({ use }) => use);
  const mayBlink = /blink/i.test(input.requirements.goal);
  const { conditions = [] } = input.requirements;
  const around = { readings: measured, hasButton: buttonUses.length > 0, mayBlink, conditions };
  const caused = driven.flatMap(({ use, driver: { output } }) =>
    output === undefined ? [] : [{ use, output, cause: causeOf(use, output, around) }],
  );
  const outputs = staggered(
    link?.role === "receiver" ? remoteCauses(caused, measured, conditions.length > 0) : caused,
    input,
  );
  const displays = driven.flatMap(({ use, driver: { display } }) => (display === undefined ? [] : [{ use, display }]));
  const pageRows = displays.length === 0 ? 0 : Math.min(...displays.map(({ display }) => display.rows));
  const jobs = buttonUses.length === 0 ? [] : buttonJobs(outputs, pageRows > 0 && measured.length > pageRows);
  const buttons = buttonUses.map((use, index) => ({ use, job: jobs[Math.min(index, jobs.length - 1)] ?? "count" }));
  const usedJobs = buttons.map(({ job }) => job);
  const readings = unit === 1 ? measured : [...measured, ...counters(usedJobs, pageRows > 0 && measured.length === 0)];
  // The power budget rests on the same question, so that the battery life shown is that of this code.
  const sleeps = input.requirements.power.source === "battery" && sleepsBetween(input.requirements);
  return {
    input,
    unit,
    trace,
    driven,
    i2c: i2cPins(trace, driven),
    readings,
    outputs,
    displays,
    buttons,
    settings: [
      ...driven.flatMap(({ use, driver }) => driver.settings?.(use) ?? []),
      ...(unit === 1 ? [] : limitSettings(outputs)),
    ],
    pageRows,
    measureEveryMs: Math.min(measureEveryMs(outputs, readings), linkPace(link, measured).measureMs),
    reportEveryMs: linkPace(link, measured).reportMs,
    sleepMinutes: sleeps ? (input.requirements.power.wakeMinutes ?? assumedWakeMinutes) : null,
    wifi:
      unit === 3 &&
      trace.board.figures.hasWifi &&
      link?.radio !== "esp-now" &&
      input.requirements.functions.some((wanted) => wanted.id === "talk-wifi"),
  };
}
