import type { BatteryFigures, Duty } from "../../domain/circuit/power/life-at-duty.ts";
import { lifeAtDuty } from "../../domain/circuit/power/life-at-duty.ts";

/** Minutes between wakes that can be chosen; null is awake all the time. */
const intervals: readonly (number | null)[] = [null, 1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 720, 1440];
const awakeTimes: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60];

/** The stops of the two sliders; the design's own figures are always among them. */
export function dutyStops({ wakeMinutes, awakeSeconds }: Pick<BatteryFigures, "wakeMinutes" | "awakeSeconds">) {
  return {
    intervals: withOwn(intervals, wakeMinutes),
    awakeTimes: withOwn(awakeTimes, awakeSeconds),
  };
}

function withOwn<T extends number | null>(stops: readonly T[], own: T): T[] {
  return stops.includes(own) ? [...stops] : [...stops, own].sort((one, other) => (one ?? 0) - (other ?? 0));
}

/** What is chosen on the sliders. */
export interface ChosenDuty {
  /** Minutes between wakes; null is awake all the time. */
  everyMinutes: number | null;
  awakeSeconds: number;
}

/** The duty of a choice in seconds. */
export function dutyOfChoice({ everyMinutes, awakeSeconds }: ChosenDuty): Duty {
  return { awakeSeconds, everySeconds: everyMinutes === null ? awakeSeconds : everyMinutes * 60 };
}

/** A curve over the interval between wakes, in percent of the plot. */
export interface LifeCurve {
  points: { x: number; y: number }[];
}

/** Where things stand on the plot of life over interval; both axes are logarithmic. */
export interface LifePlot {
  design: LifeCurve;
  /** The same without what the board alone takes asleep. */
  withoutBoard: LifeCurve;
  hourLines: { hours: number; y: number }[];
  minuteMarks: { minutes: number; x: number }[];
  xOf: (minutes: number | null) => number;
  yOf: (hours: number) => number;
}

const [leastMinutes, mostMinutes] = [1, 1440];
const hourSteps = [1, 24, 240, 2400, 24000, 240_000];
const marks = [1, 10, 60, 240, 1440];

/** The plot for a battery with `awakeSeconds` awake per wake; `alsoHours` are lives that must lie on it too. */
export function lifePlot(battery: BatteryFigures, awakeSeconds: number, alsoHours: readonly number[]): LifePlot {
  const free: BatteryFigures = { ...battery, asleepMa: battery.asleepMa - battery.boardAsleepMa, boardAsleepMa: 0 };
  const minutes = Array.from({ length: 41 }, (_, at) => leastMinutes * (mostMinutes / leastMinutes) ** (at / 40));
  const hoursOf = (of: BatteryFigures) =>
    minutes.map((each) => lifeAtDuty(of, dutyOfChoice({ everyMinutes: each, awakeSeconds })).hours);
  const [own, without] = [hoursOf(battery), hoursOf(free)];
  const all = [...own, ...without, ...alsoHours];
  const low = hourSteps.findLast((step) => step <= Math.min(...all)) ?? Math.min(...all);
  const high = hourSteps.find((step) => step >= Math.max(...all)) ?? Math.max(...all);
  const yOf = (hours: number) => percent(1 - logShare(hours, low, high));
  const xOf = (each: number | null) => percent(logShare(each ?? leastMinutes, leastMinutes, mostMinutes));
  const curve = (hours: readonly number[]): LifeCurve => ({
    points: hours.map((each, at) => ({ x: xOf(minutes[at] ?? leastMinutes), y: yOf(each) })),
  });
  return {
    design: curve(own),
    withoutBoard: curve(without),
    hourLines: hourSteps.filter((step) => step >= low && step <= high).map((hours) => ({ hours, y: yOf(hours) })),
    minuteMarks: marks.map((each) => ({ minutes: each, x: xOf(each) })),
    xOf,
    yOf,
  };
}

function logShare(value: number, low: number, high: number): number {
  return high === low ? 0.5 : Math.log(value / low) / Math.log(high / low);
}

function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
}
