import { allParts } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { CatalogPart } from "../../../src/domain/circuit/catalogue-part.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { driverOf } from "../../../src/domain/circuit/firmware/driver-table.ts";

/** Every board that runs MicroPython. */
export const boards = allParts.filter((part) => part.board?.firmware.includes("micropython") === true);
/** Every part that firmware drives. */
export const driven = allParts.filter((part) => driverOf(part.id) !== undefined);

/** A design in MicroPython around one part. A driver of motors is nothing without its motor. */
export function designOf(board: CatalogPart, part: CatalogPart): Design {
  const goal = part.id === "a4988" ? "stepper with an a4988 over USB" : `${part.id} over USB`;
  return designGoal({ goal, board: board.id, firmware: "micropython" });
}
