import { OhmError } from "../../../error/ohm-error.ts";
import { logName } from "../part-text.ts";
import type { DrivenPart } from "../part-uses.ts";
import type { FirmwarePlan, PlannedOutput } from "../plan.ts";
import { planFirmware } from "../plan.ts";
import type { ReachedPin } from "../trace-pins.ts";
import type { FirmwareInput } from "../wired-part.ts";
import type { PythonDriver, PythonUse } from "./python-driver.ts";
import { pythonDriverOf } from "./python-driver-table.ts";
import { pythonUse } from "./python-names.ts";

/** A driven part with what the Python program needs to know of it. */
export interface PythonPart {
  driven: DrivenPart;
  use: PythonUse;
  driver: PythonDriver;
  /** `bme280 U2 0x76`: how logs name it, the same as on Arduino. */
  label: string;
  /** It can fall silent: it is started, or it says by itself that it does not answer. */
  isWatched: boolean;
}

/** What the Arduino program would do, with the same parts as Python knows them. */
export interface PythonPlan {
  plan: FirmwarePlan;
  parts: PythonPart[];
  /** The lines of the shared SPI bus at the board, where a part is on it; a line that no part has is null. */
  spi: { sck: ReachedPin; mosi: ReachedPin | null; miso: ReachedPin | null } | null;
}

function spiPins(plan: FirmwarePlan, parts: readonly PythonPart[]): PythonPlan["spi"] {
  const members = parts.filter(({ driver }) => driver.bus === "spi");
  if (members.length === 0) return null;
  const line = (role: "sck" | "mosi" | "miso"): ReachedPin | null => {
    for (const { use } of members) {
      const pin = use.part.pins.find((each) => each.roles.includes(role));
      const reached = pin === undefined ? null : plan.trace.boardPinOf(use.ref, pin.name);
      if (reached !== null) return reached;
    }
    return null;
  };
  const sck = line("sck");
  if (sck === null) throw new OhmError("internal", "the clock of the SPI bus is not wired to the board");
  return { sck, mosi: line("mosi"), miso: line("miso") };
}

/**
 * Plans one Success Unit in MicroPython: the same behaviour as on Arduino, as the plan is the same.
 * @throws OhmError `internal` for a part with an Arduino driver and none in MicroPython: selection keeps such parts out.
 */
export function planPython(input: FirmwareInput, unit: 1 | 2 | 3): PythonPlan {
  const plan = planFirmware(input, unit);
  const parts = plan.driven.map((driven): PythonPart => {
    const driver = pythonDriverOf(driven.use.part.id);
    if (driver === undefined) throw new OhmError("internal", `${driven.use.part.name} has no driver in MicroPython`);
    const speaks = driver.start !== undefined || driven.driver.isMute !== true;
    const isWatched = speaks && (driver.start !== undefined || driver.read !== undefined);
    return { driven, use: pythonUse(driven, unit), driver, label: logName(driven), isWatched };
  });
  return { plan, parts, spi: spiPins(plan, parts) };
}

/** The planned output of a part, where it is one. */
export function outputOf({ plan }: PythonPlan, { driven }: PythonPart): PlannedOutput | undefined {
  return plan.outputs.find(({ use }) => use === driven.use);
}
