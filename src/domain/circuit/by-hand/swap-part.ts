import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import { shortName } from "../compare-designs.ts";
import type { Design, DesignPart } from "../design.ts";
import { applyEdits } from "../requirements/apply-edits.ts";
import { sourceOf } from "../requirements/lexicon.ts";
import type { Edit, Requirements } from "../requirements.ts";
import { maySwitchMains } from "../selection/reasons.ts";
import { serves } from "./pinned.ts";

/**
 * The requirements with another part of the catalogue in the place of one of the design: the new one is named from then on, and takes over
 * what it can do. A sentence where it cannot stand there.
 */
export function swapped(design: Design, part: DesignPart, to: CatalogPart): Requirements | string {
  const { requirements } = design;
  const german = requirements.language === "de";
  const from = partById(part.catalogId ?? "");
  const [old, other] = [shortName(part.name), shortName(to.name)];
  const stays = german
    ? `${other} kann nicht an die Stelle von ${old} treten`
    : `A ${other} cannot stand where the ${old} is`;
  if (from === undefined) return stays;
  if (from.id === to.id) return german ? `${old} ist schon da` : `The ${old} is there already`;
  if (from.board !== undefined || to.board !== undefined) {
    if (from.board === undefined || to.board === undefined) return stays;
    return applyEdits(requirements, [{ kind: "set-board", catalogId: to.id }]);
  }
  if (requirements.mains && !maySwitchMains(to) && from.functions.includes("act-switch-load")) {
    return german
      ? `${other} darf kein Netz schalten: nur ein Relais`
      : `A ${other} must not switch mains: only a relay may`;
  }
  const driver = from.outputs?.kind;
  if (driver !== undefined && to.outputs?.kind === driver) {
    const others = (requirements.preferred ?? []).filter((id) => id !== from.id);
    return applyEdits({ ...requirements, preferred: [...others, to.id] }, []);
  }
  const edit = sourceEdit(from, to, requirements) ?? functionEdit(part, { from, to, requirements });
  return edit === null ? stays : applyEdits(requirements, [edit]);
}

function sourceEdit(from: CatalogPart, to: CatalogPart, { power }: Requirements): Edit | null {
  const source = sourceOf(to);
  if (source === null || sourceOf(from) !== power.source) return null;
  return { kind: "set-power", source, lifeHours: null, wakeMinutes: null, catalogId: to.id };
}

function functionEdit(
  part: DesignPart,
  { from, to, requirements }: { from: CatalogPart; to: CatalogPart; requirements: Requirements },
): Edit | null {
  const wishes = requirements.functions.filter((wish) => serves(part, wish, from.functions));
  const functionIds = wishes.map(({ id }) => id).filter((id) => to.functions.includes(id));
  if (functionIds.length === 0) return null;
  return { kind: "replace", fromCatalogIds: [from.id], functionIds, toCatalogId: to.id };
}
