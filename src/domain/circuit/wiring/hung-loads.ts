import { driverKinds } from "../catalogue-part.ts";
import type { ChosenPart } from "../design-stages.ts";

/** A bare load on a channel of its driver: `channel` names the driver's pins in the order of the load's ends. */
export interface HungLoad {
  load: ChosenPart;
  driver: ChosenPart;
  channel: string[];
}

/** Which load hangs on which channel: the first on the first, by kind; selection has counted the drivers. */
export function hungLoads(parts: readonly ChosenPart[]): HungLoad[] {
  return driverKinds.flatMap((kind) => {
    const loads = parts.filter((part) => part.part.hangsOn?.kind === kind);
    const slots = parts.flatMap((driver) => {
      const { outputs } = driver.part;
      return outputs?.kind === kind ? outputs.channels.map((channel) => ({ driver, channel })) : [];
    });
    return loads.flatMap((load, index) => {
      const slot = slots[index];
      return slot === undefined ? [] : [{ load, ...slot }];
    });
  });
}
