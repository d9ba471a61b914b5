import type { DesignPart } from "../design.ts";
import type { FunctionWanted, Requirements } from "../requirements.ts";

/** Whether a wish is served by this part: one that was named for it, or that can do it where none was named. */
export function serves(
  part: Pick<DesignPart, "catalogId">,
  wish: FunctionWanted,
  functions: readonly string[],
): boolean {
  return wish.catalogId === undefined ? functions.includes(wish.id) : wish.catalogId === part.catalogId;
}

/** Whether a part was named or pinned by a person, so that nothing but that person changes it. */
export function isPinned(
  { category, catalogId, deviceId }: Pick<DesignPart, "category" | "catalogId"> & Partial<Pick<DesignPart, "deviceId">>,
  whole: Pick<Requirements, "board" | "functions" | "power" | "preferred" | "devices">,
): boolean {
  const { board, functions, power, preferred } =
    whole.devices?.find(({ id }) => id === deviceId)?.requirements ?? whole;
  if (catalogId === null) return false;
  if (category === "board") return board.named && board.catalogId === catalogId;
  return (
    power.catalogId === catalogId ||
    (preferred ?? []).includes(catalogId) ||
    functions.some((wish) => wish.catalogId === catalogId)
  );
}
