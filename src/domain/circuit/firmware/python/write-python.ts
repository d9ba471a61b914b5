import type { CodeFile, Library } from "../../design.ts";
import { expectedSerial } from "../unit-bring-up.ts";
import type { FirmwareInput } from "../wired-part.ts";
import type { PythonPlan } from "./python-plan.ts";
import { planPython } from "./python-plan.ts";
import { pythonFile } from "./python-text.ts";
import { bringUpProgram } from "./unit-bring-up.ts";
import { fullProgram } from "./unit-full.ts";
import { minimalProgram } from "./unit-minimal.ts";

const units = [
  { unitNumber: 1, write: bringUpProgram },
  { unitNumber: 2, write: minimalProgram },
  { unitNumber: 3, write: fullProgram },
] as const;

/** Packages of micropython-lib that a program imports, by name. */
function packagesOf({ parts }: PythonPlan): Library[] {
  const byName = new Map<string, Library>();
  for (const { driver } of parts) if (driver.install !== undefined) byName.set(driver.install.name, driver.install);
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Our own driver files that a program imports, by name. */
function modulesOf({ parts }: PythonPlan): NonNullable<CodeFile["modules"]> {
  const byName = new Map<string, string>();
  for (const { driver } of parts) {
    if (driver.module !== undefined) byName.set(`${driver.module.file.name}.py`, driver.module.file.source);
  }
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([filename, content]) => ({ filename, content }));
}

/** The three Success Units in MicroPython, each a main.py with the driver files that it imports, before the ladder. */
export function pythonUnits(input: FirmwareInput): Omit<CodeFile, "ladder" | "productionReady">[] {
  return units.map(({ unitNumber, write }) => {
    const whole = planPython(input, unitNumber);
    const modules = modulesOf(whole);
    return {
      deviceId: input.deviceId,
      filename: "main.py",
      language: "python" as const,
      platform: `MicroPython, ${whole.plan.trace.board.figures.shortName}`,
      unitNumber,
      content: pythonFile(write(whole)),
      libraries: packagesOf(whole),
      ...(modules.length === 0 ? {} : { modules }),
      ...(unitNumber === 1 ? { expectedSerial: expectedSerial(whole.plan) } : {}),
    };
  });
}
