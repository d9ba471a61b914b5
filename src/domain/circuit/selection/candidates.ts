import { allParts, partsWithFunction } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import { speaksEspNow } from "../devices/refuse-link.ts";
import type { FunctionId } from "../lists.ts";
import type { FunctionWanted, Requirements } from "../requirements.ts";

/** A part that would be bought, and the wishes that it serves. */
export interface Pick {
  part: CatalogPart;
  wanted: FunctionWanted[];
  quantity: number;
  colour: string | null;
  /** A person named exactly this part. */
  named: boolean;
}

const boards = allParts.filter((part) => part.board !== undefined);

/** The boards that may be taken: the named one, else all that the person did not refuse and that have the radio asked for. */
export function boardCandidates(requirements: Requirements): CatalogPart[] {
  const { board, excluded } = requirements;
  if (board.named) return boards.filter((part) => part.id === board.catalogId);
  const radios = radioFunctions(requirements);
  return boards.filter(
    (part) =>
      !excluded.includes(part.id) &&
      radios.every((id) => part.functions.includes(id)) &&
      part.board?.firmware.includes(requirements.firmware) === true &&
      (requirements.link?.radio !== "esp-now" || speaksEspNow(part.board.mcu)),
  );
}

/** Whether only a board can do this: no module of the catalogue brings it. */
export function isBoardsOwn(id: FunctionId): boolean {
  return id.startsWith("talk-") && partsWithFunction(id).every((part) => part.board !== undefined);
}

/** Functions that a board must have itself. */
export function radioFunctions(requirements: Requirements): FunctionId[] {
  return requirements.functions.map((one) => one.id).filter(isBoardsOwn);
}

/** Whether the board itself serves a wish, so that no part is bought for it. */
export function servedByBoard(wish: FunctionWanted, board: CatalogPart): boolean {
  return isBoardsOwn(wish.id) || (wish.catalogId === undefined && board.functions.includes(wish.id));
}

/** Which parts are looked at: the usual ones, or special ones too where money is short. */
export type Breadth = "usual" | "all";

/** A contact is apart from what drives it; a transistor would put the mains on the board. */
const hasContacts = ({ pins }: CatalogPart): boolean => pins.some(({ name }) => /^COM\d?$/.test(name));

/** The parts that can serve a wish: the named one alone, else the usual ones that were not refused, special ones where there are no others. */
export function partCandidates(
  wanted: FunctionWanted,
  requirements: Requirements,
  breadth: Breadth = "usual",
): CatalogPart[] {
  const parts = partsWithFunction(wanted.id).filter((part) => part.board === undefined);
  if (wanted.catalogId !== undefined) return parts.filter((part) => part.id === wanted.catalogId);
  const isFit = (part: CatalogPart) => !requirements.mains || wanted.id !== "act-switch-load" || hasContacts(part);
  const allowed = parts.filter((part) => !requirements.excluded.includes(part.id) && isFit(part));
  const { owned, taken = [] } = requirements;
  const usual = allowed.filter((part) => part.special !== true || owned.includes(part.id) || taken.includes(part.id));
  return usual.length > 0 && breadth === "usual" ? usual : allowed;
}

/** Ways that are kept after each wish: more than the usual parts ever give; of all parts the cheapest. */
const mostKept = { usual: 4096, all: 256 } as const;

const centsOf = (picks: readonly Pick[]): number =>
  picks.reduce((sum, { part, quantity }) => sum + part.price.typicalCents * quantity, 0);

/**
 * All ways to serve the wishes, each a list of picks. Named parts come first, so that a part that was named serves what else it can
 * before another is bought. The sets of usual parts are small, so the search over them is exact.
 */
export function allAssignments(requirements: Requirements, board: CatalogPart, breadth: Breadth = "usual"): Pick[][] {
  const wishes = requirements.functions.filter((one) => !servedByBoard(one, board));
  const ordered = [
    ...wishes.filter((one) => one.catalogId !== undefined),
    ...wishes.filter((one) => one.catalogId === undefined),
  ];
  let ways: Pick[][] = [[]];
  for (const wish of ordered) {
    const next = ways.flatMap((picks) => waysToServe(picks, wish, { requirements, breadth }));
    const sorted = breadth === "all" ? next.sort((a, b) => centsOf(a) - centsOf(b)) : next;
    ways = sorted.slice(0, mostKept[breadth]);
  }
  return ways;
}

function waysToServe(
  picks: Pick[],
  wish: FunctionWanted,
  { requirements, breadth }: { requirements: Requirements; breadth: Breadth },
): Pick[][] {
  const colour = wish.colour ?? null;
  const at = picks.findIndex((pick) => serves(pick, wish));
  if (at >= 0) {
    const merged = picks.map((pick, index) =>
      index === at
        ? { ...pick, wanted: [...pick.wanted, wish], quantity: Math.max(pick.quantity, wish.quantity) }
        : pick,
    );
    return [merged];
  }
  return partCandidates(wish, requirements, breadth).map((part) => [
    ...picks,
    { part, wanted: [wish], quantity: wish.quantity, colour, named: wish.catalogId !== undefined },
  ]);
}

function serves(pick: Pick, wish: FunctionWanted): boolean {
  if (!pick.part.functions.includes(wish.id)) return false;
  if (wish.catalogId !== undefined)
    return pick.part.id === wish.catalogId && !pick.wanted.some((one) => one.id === wish.id);
  return wish.quantity <= pick.quantity && !pick.wanted.some((one) => one.id === wish.id);
}
