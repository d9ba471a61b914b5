import type { FirmwareLink } from "./link-line.ts";
import { sendEveryMs } from "./link-line.ts";
import type { Cause, PlannedOutput, PlannedReading } from "./plan.ts";

/** How often a device measures at least, and how often it sends or shows, in milliseconds. Alone it shows every two seconds. */
export function linkPace(
  link: FirmwareLink | undefined,
  measured: readonly PlannedReading[],
): { measureMs: number; reportMs: number } {
  const slow = { measureMs: Number.POSITIVE_INFINITY, reportMs: 2000 };
  if (link === undefined) return slow;
  if (link.role === "receiver")
    return link.line.everyMs < 1000 ? { measureMs: link.line.everyMs, reportMs: 1000 } : slow;
  const reportMs = sendEveryMs(measured, link.radio);
  return reportMs < 1000 ? { measureMs: reportMs, reportMs } : { ...slow, reportMs };
}

/** What a stick far away does to an output: two motors steer like a tank, a servo goes where the stick is. */
function stickCause(
  { use }: PlannedOutput,
  { at, of, sticks }: { at: number; of: number; sticks: readonly PlannedReading[] },
): Cause | null {
  const x = sticks.find(({ field }) => field.startsWith("stickX"));
  const y = sticks.find(({ field }) => field.startsWith("stickY")) ?? x;
  if (x === undefined || y === undefined) return null;
  const follow = (value: string, reading: PlannedReading): Cause => ({
    kind: "follow",
    reading: { ...reading, value },
    stops: true,
  });
  if (use.part.functions.includes("act-servo")) {
    const axis = at % 2 === 0 ? x : y;
    return follow(`(${axis.value} + 100.0f) / 2.0f`, axis);
  }
  if (!use.part.functions.includes("act-motor") || of < 2) return follow(y.value, y);
  return follow(`constrain(${y.value} ${at % 2 === 0 ? "+" : "-"} ${x.value}, -100.0f, 100.0f)`, y);
}

/** The outputs of a receiver: a stick or knob moves what can follow, the first button the first output and so on, and all stop in silence. */
export function remoteCauses(
  outputs: readonly PlannedOutput[],
  measured: readonly PlannedReading[],
  hasLimits: boolean,
): PlannedOutput[] {
  const sticks = measured.filter(({ quantity }) => quantity === "stick");
  const touches = measured.filter(({ quantity, field }) => quantity === "touch" && !field.startsWith("stick"));
  const following = outputs.filter(({ output }) => output.follow !== undefined);
  return outputs.map((planned, index): PlannedOutput => {
    const { cause } = planned;
    if (cause.kind === "follow") return { ...planned, cause: { ...cause, stops: true } };
    const at = following.indexOf(planned);
    const stick =
      sticks.length > 0 && at >= 0 && !hasLimits ? stickCause(planned, { at, of: following.length, sticks }) : null;
    if (stick !== null) return { ...planned, cause: stick };
    const touch = touches[index];
    if (cause.kind !== "limit" || cause.reading.quantity !== "touch" || touch === undefined) return planned;
    return { ...planned, cause: { ...cause, reading: touch } };
  });
}
