import type { CatalogPin } from "../catalogue-part.ts";
import type { ChosenPart } from "../design-stages.ts";
import type { Direction } from "./buffers.ts";
import type { WiringDraft } from "./wiring-draft.ts";

/** Volts of the rail that feeds a part's logic; 0 where it has none. */
export function railVoltsOf(draft: WiringDraft, part: ChosenPart): number {
  const feeds = (pin: CatalogPin) => pin.type === "power_in" && !pin.roles.includes("vm");
  const rail = [...draft.nets.values()].find(
    (net) =>
      net.kind === "supply" && part.part.pins.some((pin) => feeds(pin) && net.pins.includes(`${part.id}:${pin.name}`)),
  );
  return rail?.volts ?? 0;
}

/** The level that an output of a part gives. */
export const outputVolts = (draft: WiringDraft, part: ChosenPart): number =>
  part.part.logicVolts ?? railVoltsOf(draft, part);

/** A CMOS input outside its supply by more than this is outside what it takes (HC family and most modules at 3.3 V). */
const overRail = 0.3;

/** Which way a board's signal must be shifted for an input: up where its high level is not understood, down where it would harm, else null. */
export function shiftOf(draft: WiringDraft, part: ChosenPart, pin: CatalogPin): Direction | null {
  const board = draft.board.part.board?.logicVolts ?? 3.3;
  const rail = railVoltsOf(draft, part);
  const most = pin.limits?.absMaxVolts ?? (rail > 0 && rail < 4 ? rail + overRail : Number.POSITIVE_INFINITY);
  if (board > most) return "down";
  return board < (pin.limits?.vihMinVolts ?? 0) ? "up" : null;
}
