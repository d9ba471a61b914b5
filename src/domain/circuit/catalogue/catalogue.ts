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
