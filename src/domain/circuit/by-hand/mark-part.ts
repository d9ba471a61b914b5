import { partById } from "../catalogue/catalogue.ts";
import type { Design, DesignPart } from "../design.ts";
import { sourceOf } from "../requirements/lexicon.ts";
import type { Requirements } from "../requirements.ts";
import { isPinned, serves } from "./pinned.ts";

/** The requirements with a part of the design owned, or not any more. */
export function withOwned(requirements: Requirements, { catalogId }: DesignPart, owned: boolean): Requirements {
  const others = requirements.owned.filter((id) => id !== catalogId);
  return { ...requirements, owned: owned && catalogId !== null ? [...others, catalogId] : others };
}

/** The requirements with a part pinned, or free again; null for a part that follows from others, like the resistor of an LED. */
export function withPinned(requirements: Requirements, part: DesignPart, pinned: boolean): Requirements | null {
  const { catalogId } = part;
  const catalog = partById(catalogId ?? "");
  if (catalogId === null || catalog === undefined) return null;
  if (isPinned(part, requirements) === pinned) return requirements;
  if (catalog.board !== undefined) return { ...requirements, board: { catalogId, named: pinned } };
  if (!pinned) return released(requirements, catalogId);
  if (catalog.family === "power") return withSource(requirements, catalogId);
  const wishes = requirements.functions.filter((wish) => serves(part, wish, catalog.functions));
  if (wishes.length === 0) return null;
  return {
    ...requirements,
    functions: requirements.functions.map((wish) => (wishes.includes(wish) ? { ...wish, catalogId } : wish)),
  };
}

function released(requirements: Requirements, catalogId: string): Requirements {
  const { catalogId: source, ...power } = requirements.power;
  const { preferred, ...rest } = requirements;
  const others = (preferred ?? []).filter((id) => id !== catalogId);
  return {
    ...rest,
    ...(others.length > 0 ? { preferred: others } : {}),
    power: source === undefined || source === catalogId ? power : requirements.power,
    functions: requirements.functions.map((wish) => {
      const { catalogId: named, ...free } = wish;
      return named === catalogId ? free : wish;
    }),
  };
}

/** A person names the source of power; a charger or a converter follows from it. */
function withSource(requirements: Requirements, catalogId: string): Requirements | null {
  const catalog = partById(catalogId);
  if (catalog === undefined || sourceOf(catalog) !== requirements.power.source) return null;
  return { ...requirements, power: { ...requirements.power, named: true, catalogId } };
}

/** The part of a design with this reference designator. */
export function partOf(design: Design, partId: string): DesignPart | undefined {
  return design.parts.find(({ id }) => id === partId);
}
