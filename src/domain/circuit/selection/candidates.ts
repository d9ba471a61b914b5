import { allParts, partsWithFunction } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
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
      part.board?.firmware.includes(requirements.firmware) === true,
  );
}

/** Functions that a board must have itself. */
export function radioFunctions(requirements: Requirements) {
  return requirements.functions.filter((one) => one.id.startsWith("talk-")).map((one) => one.id);
}

/** The parts that can serve a wish: the named one alone, else all with the function that were not refused. */
export function partCandidates(wanted: FunctionWanted, requirements: Requirements): CatalogPart[] {
  const parts = partsWithFunction(wanted.id).filter((part) => part.board === undefined);
  if (wanted.catalogId !== undefined) return parts.filter((part) => part.id === wanted.catalogId);
  return parts.filter((part) => !requirements.excluded.includes(part.id));
}

/**
 * All ways to serve the wishes, each a list of picks. Named parts come first, so that a part that was named serves what else it can
 * before another is bought. The sets are small (at most two candidates a wish), so the search is exact.
 */
export function allAssignments(requirements: Requirements): Pick[][] {
  const wishes = requirements.functions.filter((one) => !one.id.startsWith("talk-"));
  const ordered = [
    ...wishes.filter((one) => one.catalogId !== undefined),
    ...wishes.filter((one) => one.catalogId === undefined),
  ];
  let ways: Pick[][] = [[]];
  for (const wish of ordered) {
    ways = ways.flatMap((picks) => waysToServe(picks, wish, requirements)).slice(0, 4096);
  }
  return ways;
}

function waysToServe(picks: Pick[], wish: FunctionWanted, requirements: Requirements): Pick[][] {
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
  return partCandidates(wish, requirements).map((part) => [
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
