import { OhmError } from "../../error/ohm-error.ts";
import type { CatalogPin } from "../catalogue-part.ts";
import type { Driver, DriverPin, PartUse } from "./driver.ts";
import { driverOf } from "./driver-table.ts";
import type { PinTrace, ReachedPin } from "./trace-pins.ts";
import type { WiredPart } from "./wired-part.ts";

/** A part with its driver, and the board's pins that its signal pins end in. */
export interface DrivenPart {
  use: PartUse;
  driver: Driver;
  pins: readonly { suffix: string; constant: string; pin: string; reached: ReachedPin }[];
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function findPin(wired: WiredPart, wanted: DriverPin, trace: PinTrace): { pin: CatalogPin; reached: ReachedPin } {
  for (const name of wanted.names) {
    const pin = wired.part.pins.find((each) => each.name === name);
    const reached = pin === undefined ? null : trace.boardPinOf(wired.id, pin.name);
    if (pin !== undefined && reached !== null) return { pin, reached };
  }
  throw new OhmError(
    "internal",
    `${wired.id} (${wired.part.name}) has no signal wire to the board, so no firmware can drive it`,
  );
}

/** An LED between supply and pin, or a button between supply and pin, is active at the other level than usual. */
function activeLevel(stem: string, wired: WiredPart, trace: PinTrace): "HIGH" | "LOW" {
  if (stem === "led") {
    const anode = wired.part.pins.find((pin) => pin.type === "anode");
    return anode !== undefined && trace.boardPinOf(wired.id, anode.name) === null ? "LOW" : "HIGH";
  }
  return stem === "button" && trace.touchesSupply(wired.id) ? "HIGH" : "LOW";
}

function drive(
  wired: WiredPart,
  driver: Driver,
  naming: { several: boolean; trace: PinTrace; setting: (n: string) => string },
) {
  const { several, trace, setting } = naming;
  const name = several ? `${driver.stem}${wired.id}` : driver.stem;
  const typeName = upperFirst(name);
  const pins = driver.pins.map((wanted) => {
    const { pin, reached } = findPin(wired, wanted, trace);
    return { suffix: wanted.suffix, constant: `kPin${typeName}${wanted.suffix}`, pin: pin.name, reached };
  });
  const pinOf = (suffix: string) => {
    const found = pins.find((each) => each.suffix === suffix);
    if (found === undefined) throw new OhmError("internal", `driver ${driver.stem} has no pin "${suffix}"`);
    return found;
  };
  const { i2c } = wired.part;
  const use: PartUse = {
    ref: wired.id,
    part: wired.part,
    name,
    typeName,
    address: wired.value?.kind === "address" ? wired.value.address : (i2c?.addresses[0] ?? null),
    serialPort: 1 + trace.parts.filter(({ part }) => part.interface === "uart").findIndex(({ id }) => id === wired.id),
    board: trace.board.figures,
    pin: (suffix = "") => pinOf(suffix).constant,
    pinHas: (suffix, role) => pinOf(suffix).reached.pin.roles.includes(role),
    activeLevel: activeLevel(driver.stem, wired, trace),
    setting,
  };
  return { use, driver, pins };
}

/**
 * Every part of the wiring that has a driver, in the order of the parts list. Names carry the reference designator where
 * several parts share a driver (`ledD2`).
 * @throws OhmError `internal` when a driven part's signal pin is not wired to the board.
 */
export function drivenParts(trace: PinTrace, setting: (name: string) => string): DrivenPart[] {
  const driven = trace.parts.flatMap((wired) => {
    const driver = driverOf(wired.part.id);
    return driver === undefined ? [] : [{ wired, driver }];
  });
  return driven.map(({ wired, driver }) => {
    const several = driven.filter((each) => each.driver.stem === driver.stem).length > 1;
    return drive(wired, driver, { several, trace, setting });
  });
}
