import type { LinkLine } from "./link-line.ts";
import { fittingFigures } from "./link-line.ts";
import { planFirmware } from "./plan.ts";
import type { FirmwareInput } from "./wired-part.ts";

/** What the firmware of a sender sends: its figures in their order, and how long the receiver waits from one packet to the next. */
export function sentLine(input: FirmwareInput): LinkLine {
  const plan = planFirmware(input, 2);
  const measured = plan.readings.filter(({ use }) => use !== null);
  const radio = input.link?.radio ?? "nrf24";
  return {
    figures: fittingFigures(measured, radio),
    everyMs: plan.sleepMinutes === null ? plan.reportEveryMs : plan.sleepMinutes * 60_000,
  };
}
