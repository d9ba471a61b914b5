import type { CodeFile } from "../design.ts";
import { paragraphs } from "./cpp-text.ts";
import { climbLadder, isProductionReady } from "./ladder.ts";
import { librariesOf } from "./libraries.ts";
import { planFirmware } from "./plan.ts";
import { climbPythonLadder } from "./python/python-ladder.ts";
import { pythonUnits } from "./python/write-python.ts";
import { bringUpSketch, expectedSerial } from "./unit-bring-up.ts";
import { fullSketch } from "./unit-full.ts";
import { minimalSketch } from "./unit-minimal.ts";
import type { FirmwareInput } from "./wired-part.ts";

const units = [
  { unitNumber: 1, filename: "unit-1-bring-up.ino", write: bringUpSketch },
  { unitNumber: 2, filename: "unit-2-minimal.ino", write: minimalSketch },
  { unitNumber: 3, filename: "unit-3-full.ino", write: fullSketch },
] as const;

/**
 * Writes the firmware of one device in the language that is wanted, in its three Success Units, each with the ladder rungs that it climbed. Pins and
 * addresses come from the nets and the parts' values. Same input, same bytes.
 * @throws OhmError `internal` when the parts hold no board, or a part that firmware drives is not wired to it.
 */
export function writeFirmware(input: FirmwareInput): CodeFile[] {
  if (input.requirements.firmware === "micropython") {
    return pythonUnits(input).map((file) => {
      const ladder = climbPythonLadder(file, input.parts, input.nets);
      return { ...file, productionReady: isProductionReady(file.unitNumber, ladder), ladder };
    });
  }
  return units.map(({ unitNumber, filename, write }) => {
    const plan = planFirmware(input, unitNumber);
    const file = {
      deviceId: input.deviceId,
      filename: input.link?.role === "receiver" ? `${input.deviceId}-${filename}` : filename,
      language: "cpp" as const,
      platform: plan.trace.board.figures.arduinoName,
      unitNumber,
      content: paragraphs(write(plan)),
      libraries: librariesOf(plan),
      ...(unitNumber === 1 ? { expectedSerial: expectedSerial(plan) } : {}),
    };
    const ladder = climbLadder(file, input.parts, input.nets);
    return { ...file, productionReady: isProductionReady(unitNumber, ladder), ladder };
  });
}
