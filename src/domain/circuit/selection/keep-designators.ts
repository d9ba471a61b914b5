import { partById } from "../catalogue/catalogue.ts";
import type { Design, DesignPart } from "../design.ts";
import type { ChosenPart } from "../design-stages.ts";
import { designatorSource } from "./designators.ts";

const colourOf = (value: DesignPart["value"]): string | null => (value?.kind === "colour" ? value.colour : null);

/** The same part again, the same colour first. */
function samePart(part: ChosenPart, old: DesignPart): boolean {
  return (
    old.catalogId === part.part.id && (part.value?.kind !== "colour" || colourOf(old.value) === colourOf(part.value))
  );
}

/** Another part for the same function, or another link of the same kind. */
function sameFunction(part: ChosenPart, old: DesignPart): boolean {
  const before = partById(old.catalogId ?? "");
  if (before === undefined || before.refPrefix !== part.part.refPrefix) return false;
  return (
    part.functions.some((id) => before.functions.includes(id)) ||
    (before.board !== undefined && part.part.board !== undefined)
  );
}

/**
 * Gives every part its reference designator: the one it had, or that of the part which served its function, else a number that this
 * chat never used.
 */
export function keepDesignators(parts: ChosenPart[], previous: Design | null): ChosenPart[] {
  const free = [...(previous?.parts ?? [])];
  const ids = new Map<ChosenPart, string>();
  for (const matches of [samePart, sameFunction]) {
    for (const part of parts) {
      const at = ids.has(part) ? -1 : free.findIndex((old) => matches(part, old));
      const [old] = at < 0 ? [] : free.splice(at, 1);
      if (old !== undefined) ids.set(part, old.id);
    }
  }
  const next = designatorSource(previous, []);
  const named = parts.map((part) => ({ ...part, id: ids.get(part) ?? next(part.part.refPrefix) }));
  return named.map((part) => ({
    ...part,
    serves: part.serves === null ? null : (named[Number(part.serves)]?.id ?? null),
  }));
}
