import { wholeRequirements } from "../devices/whole-requirements.ts";
import type { SpokenLanguage } from "../lists.ts";
import type { Requirements } from "../requirements.ts";
import { labelOf, withAssumptions } from "./assumptions.ts";

/** The same requirements with labels and assumptions in another language; reasons that were given before stay as they were written. */
export function translated(requirements: Requirements, language: SpokenLanguage): Requirements {
  const relabelled = <T extends { id: Parameters<typeof labelOf>[0] }>(one: T) => ({
    ...one,
    label: labelOf(one.id, language),
  });
  const { functions, dropped, devices } = requirements;
  if (devices !== undefined) {
    const own = devices.map((device) => ({ ...device, requirements: translated(device.requirements, language) }));
    return wholeRequirements({ ...requirements, language }, own);
  }
  return withAssumptions({
    ...requirements,
    language,
    functions: functions.map(relabelled),
    ...(dropped === undefined ? {} : { dropped: dropped.map(relabelled) }),
  });
}
