import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { Design } from "../design.ts";
import type { Requirements } from "../requirements.ts";
import { boardCents, fitCents } from "./board-fit.ts";
import type { Pick } from "./candidates.ts";

/** What a way to serve the wishes is worth to a maker beside its price, in US cents: work saved or added. */
const weights = {
  /** One more part to mount and wire. */
  part: 60,
  /** A part on a bus that is there anyway needs no pins of its own. */
  sharedBus: -40,
  /** Two more boards' worth of wires and something to get wrong, beside the price of the shifter. */
  shifter: 100,
  /** A part that the design has already: nothing is wired anew. */
  kept: -300,
  /** A bus whose modules' pull-ups no chip is sure to pull low: better any other display. */
  strongBus: 2000,
  /** A part that was taken to make the design cheaper, smaller or longer-lived. */
  taken: -1500,
};

/** mA that a chip is sure to pull low (I2C-bus specification UM10204, 7.1), and those of the two pull-ups of a shifter's channel. */
const busSinkMa = 3;
const shifterPullMa = (5 - 0.4) / 10 + (3.3 - 0.4) / 10;

/** mA of all pull-ups on one bus line of these modules; those at another level than the board's are behind a shifter with its own. */
function busPullMa(board: CatalogPart, picks: readonly Pick[]): number {
  const boardVolts = board.board?.logicVolts ?? 3.3;
  const lines = picks.flatMap(({ part, quantity }) => {
    const ohms = part.i2c?.pullUpOhms;
    if (ohms == null) return [];
    const fits = part.supplyVolts !== null && boardVolts >= part.supplyVolts.min && boardVolts <= part.supplyVolts.max;
    const volts = part.logicVolts ?? (fits ? boardVolts : boardVolts < 4 ? 5 : 3.3);
    return [{ mA: (quantity * (volts - 0.4) * 1000) / ohms, far: volts !== boardVolts }];
  });
  return lines.reduce((sum, { mA }) => sum + mA, lines.some(({ far }) => far) ? shifterPullMa : 0);
}

/** Whether signals between this part and this board need a level shifter or divider. */
export function needsShifter(part: CatalogPart, board: CatalogPart): boolean {
  const boardVolts = board.board?.logicVolts ?? 3.3;
  const drivesBoard = part.pins.some((pin) => pin.type === "output" || pin.type === "open_drain");
  if (boardVolts < 4 && drivesBoard && part.interface !== "analog" && (part.logicVolts ?? 0) > 3.6) return true;
  return boardVolts > 4 && part.supplyVolts !== null && part.supplyVolts.max < 4.5 && part.interface !== "none";
}

/** Price of a pick in US cents; what a person owns costs nothing. */
export function pickCents(pick: Pick, requirements: Requirements): number {
  if (requirements.owned.includes(pick.part.id)) return 0;
  const also = [...(pick.part.needs ?? []), ...(pick.part.hangsOn === undefined ? [] : [pick.part.hangsOn.standard])];
  const needed = also.reduce((sum, id) => sum + (partById(id)?.price.typicalCents ?? 0), 0);
  return pick.quantity * (pick.part.price.typicalCents + needed);
}

/** The lower, the better. With `priceOnly` nothing but money counts. */
export function scorePicks(
  way: { board: CatalogPart; picks: Pick[]; requirements: Requirements; previous: Design | null },
  priceOnly: boolean,
): number {
  const { board, picks, requirements, previous } = way;
  const priceCents = requirements.owned.includes(board.id) ? 0 : board.price.typicalCents;
  const shifters = picks.some((pick) => needsShifter(pick.part, board));
  const shifterCents = shifters ? (partById("level-shifter-4ch")?.price.typicalCents ?? 0) : 0;
  const money = picks.reduce((sum, pick) => sum + pickCents(pick, requirements), priceCents + shifterCents);
  if (priceOnly) return money;
  const onBus = picks.filter((pick) => pick.part.interface === "i2c").length;
  const all = [board, ...picks.map((pick) => pick.part)];
  const kept = all.filter((part) => previous?.parts.some((old) => old.catalogId === part.id));
  return (
    money -
    priceCents +
    boardCents(board, requirements) +
    fitCents(board, picks, requirements) +
    picks.length * weights.part +
    Math.max(0, onBus - 1) * weights.sharedBus +
    (shifters ? weights.shifter : 0) +
    (busPullMa(board, picks) > busSinkMa ? weights.strongBus : 0) +
    kept.length * weights.kept +
    all.filter((part) => requirements.taken?.includes(part.id)).length * weights.taken
  );
}
