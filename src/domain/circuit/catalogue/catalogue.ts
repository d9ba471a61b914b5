import type { CatalogPart } from "../catalogue-part.ts";
import type { FunctionId } from "../lists.ts";
import { actuators } from "./actuators.ts";
import { ambientSensors } from "./ambient-sensors.ts";
import { audioParts } from "./audio.ts";
import { boards } from "./boards/boards.ts";
import { climateSensors } from "./climate-sensors.ts";
import { displays } from "./displays.ts";
import { expanders } from "./expanders.ts";
import { inputs } from "./inputs.ts";
import { lights } from "./lights.ts";
import { logicParts } from "./logic.ts";
import { measuringModules } from "./measuring-modules.ts";
import { mechanicalParts } from "./mechanical.ts";
import { moreDisplays } from "./more-displays.ts";
import { moreInputs } from "./more-inputs.ts";
import { morePower } from "./more-power.ts";
import { moreSemiconductors } from "./more-semiconductors.ts";
import { motionSensors } from "./motion-sensors.ts";
import { motorDrivers } from "./motor-drivers.ts";
import { motors } from "./motors.ts";
import { passives } from "./passives.ts";
import { powerParts } from "./power-parts.ts";
import { radios } from "./radios.ts";
import { semiconductors } from "./semiconductors.ts";
import { sensors } from "./sensors.ts";

/** Every part, in one order that never depends on anything. */
export const allParts: readonly CatalogPart[] = [
  ...boards,
  ...sensors,
  ...climateSensors,
  ...motionSensors,
  ...ambientSensors,
  ...measuringModules,
  ...displays,
  ...moreDisplays,
  ...inputs,
  ...moreInputs,
  ...actuators,
  ...lights,
  ...audioParts,
  ...motors,
  ...powerParts,
  ...morePower,
  ...logicParts,
  ...expanders,
  ...radios,
  ...passives,
  ...semiconductors,
  ...moreSemiconductors,
  ...motorDrivers,
  ...mechanicalParts,
];

const byId = new Map(allParts.map((part) => [part.id, part]));

/** The part with this catalogue id. */
export function partById(id: string): CatalogPart | undefined {
  return byId.get(id);
}

/** The parts that serve a function, in catalogue order. */
export function partsWithFunction(id: FunctionId): CatalogPart[] {
  return allParts.filter((part) => part.functions.includes(id));
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== "");

/** Weights: a whole alias beats a name, a name beats function and interface, these beat the description. */
function score(part: CatalogPart, term: string): number {
  const aliases = [part.id, part.partNumber.toLowerCase(), ...part.aliases.en, ...part.aliases.de];
  if (aliases.includes(term)) return 16;
  if (aliases.some((alias) => alias.startsWith(term))) return 9;
  if (words(part.name).some((word) => word.startsWith(term))) return 8;
  if (aliases.some((alias) => alias.includes(term))) return 6;
  if (part.functions.some((id) => id.split("-").some((word) => word.startsWith(term)))) return 4;
  if (part.interface === term || part.family === term) return 4;
  return words(part.description).some((word) => word.startsWith(term)) ? 2 : 0;
}

/**
 * Parts that match every word of the query by name, alias, part number, function, interface or description, best first;
 * equal ones in catalogue order. An empty query answers all parts.
 */
export function searchCatalogue(query: string): CatalogPart[] {
  const whole = query.trim().toLowerCase();
  const terms = words(whole).slice(0, 12);
  if (terms.length === 0) return [...allParts];
  const ranked = allParts.map((part, order) => {
    const scores = terms.map((term) => score(part, term));
    const sum = scores.some((one) => one === 0) ? 0 : scores.reduce((total, one) => total + one, 0);
    return { part, order, total: Math.max(sum, score(part, whole)) };
  });
  return ranked
    .filter((row) => row.total > 0)
    .sort((a, b) => b.total - a.total || a.order - b.order)
    .map((row) => row.part);
}
