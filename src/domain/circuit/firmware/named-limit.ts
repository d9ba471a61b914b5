import type { FunctionId } from "../lists.ts";
import type { Condition } from "../requirements.ts";
import type { Quantity, Reading, Trigger } from "./driver.ts";

const measuredBy: Partial<Record<FunctionId, Quantity>> = {
  "sense-temperature": "temperature",
  "sense-humidity": "humidity",
  "sense-pressure": "pressure",
  "sense-distance": "distance",
  "sense-soil-moisture": "soil",
  "sense-light": "light",
};

/** How far a value must come back before the output changes again, in the unit of the reading. Starting values, typical for the sensors. */
const hysteresis: Partial<Record<Quantity, number>> = {
  temperature: 1,
  humidity: 3,
  pressure: 1,
  distance: 2,
  soil: 10,
  light: 5,
};

/**
 * The limit that the person named for an output with these functions, over one of the readings; null where none was named. It goes before
 * every limit that a driver would choose. Values are in the unit of the reading (°C, %, cm, hPa).
 */
export function namedLimit<R extends Reading>(
  conditions: readonly Condition[],
  functions: readonly FunctionId[],
  readings: readonly R[],
): { reading: R; trigger: Trigger } | null {
  for (const condition of conditions) {
    if (condition.output !== null && !functions.includes(condition.output)) continue;
    const quantity = measuredBy[condition.functionId];
    const reading = readings.find((each) => each.quantity === quantity);
    if (quantity === undefined || reading === undefined) continue;
    const other = condition.when === "above" ? "below" : "above";
    const when = condition.turns === "on" ? condition.when : other;
    return { reading, trigger: { quantity, when, limit: condition.value, hysteresis: hysteresis[quantity] ?? 0 } };
  }
  return null;
}
