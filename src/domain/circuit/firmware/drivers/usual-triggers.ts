import type { Trigger } from "../driver.ts";

const at = (quantity: Trigger["quantity"], when: Trigger["when"], [limit, hysteresis]: [number, number]): Trigger => ({
  quantity,
  when,
  limit,
  hysteresis,
});

/** What a person does to switch something. */
const acts: readonly Trigger[] = [at("card", "above", [0.5, 0.2]), at("touch", "above", [0.5, 0.2])];

/** What happens, and is rarely meant for anything but to be told at once. */
const events: readonly Trigger[] = [
  at("water", "above", [40, 10]),
  at("gas", "above", [50, 10]),
  at("flame", "above", [60, 10]),
  at("contact", "above", [0.5, 0.2]),
  at("motion", "above", [0.5, 0.2]),
  at("tilt", "above", [0.5, 0.2]),
  at("acceleration", "above", [0.5, 0.2]),
  at("weight", "above", [500, 50]),
  at("sound", "above", [30, 10]),
  at("magnet", "above", [30, 10]),
];

/** What may move something by itself, in order of preference: what was asked of the device first. */
export const usualTriggers: readonly Trigger[] = [
  ...acts,
  ...events,
  at("distance", "below", [20, 5]),
  at("temperature", "above", [28, 1]),
  at("humidity", "above", [65, 5]),
  at("soil", "below", [35, 10]),
  at("light", "below", [30, 10]),
];

/** What an output reacts to that has figures of its own: a person's act goes before them, events come after. */
export const withEvents = (own: readonly Trigger[]): readonly Trigger[] => [...acts, ...own, ...events];
