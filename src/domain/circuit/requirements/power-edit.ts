import type { Design } from "../design.ts";
import type { Edit } from "../requirements.ts";
import type { Act } from "./edit-mains.ts";
import type { EditAction } from "./edit-words.ts";
import type { Meaning } from "./lexicon.ts";
import { unusualSupply } from "./lexicon.ts";

/**
 * "without a battery, over USB": the source that goes and the one that comes are one change. The verb that takes the first away stands
 * before both, so the other one is what is used instead.
 */
export function powerSwapped(acts: readonly Act[], power: Design["requirements"]["power"]): Act[] {
  const sourceOf = ({ mention }: Act) => (mention.meaning.kind === "power" ? mention.meaning.source : null);
  const goes = acts.find((act) => act.action === "remove" && sourceOf(act) === power.source);
  const comes = acts.find((act) => sourceOf(act) !== null && sourceOf(act) !== power.source && !act.mention.negated);
  if (goes === undefined || comes === undefined) return [...acts];
  return acts.flatMap((act) => (act === goes ? [] : act === comes ? { ...act, action: "use" } : act));
}

/** What a message that names a source of power does with the one that the design has: takes its place, or why nothing happens. */
export function powerOutcome(
  action: EditAction,
  named: Extract<Meaning, { kind: "power" }>,
  { design, say }: { design: Design; say(en: string, de: string): string },
): { edit?: Edit; reason?: string } {
  const { power } = design.requirements;
  const { source } = named;
  const catalogId = unusualSupply(named.catalogId);
  if (action === "remove") {
    if (source !== power.source) return {};
    return {
      reason: say(
        "A design needs a source of power: name the one that it should have (“power it over USB”, “run it on a battery”)",
        "Ein Entwurf braucht eine Stromquelle: Nenne die, die er haben soll („Strom über USB“, „nimm einen Akku“)",
      ),
    };
  }
  if (
    source === power.source &&
    power.named &&
    (named.catalogId === undefined || catalogId === (power.catalogId ?? null))
  )
    return {};
  if (action === "add" && power.named) {
    return {
      reason: say(
        "A design has one source of power here: say “use a 5 V adapter instead” or “run it on a battery” to change it",
        "Ein Entwurf hat hier eine Stromquelle: Sag „nimm stattdessen ein Netzteil“ oder „nimm einen Akku“, um sie zu ändern",
      ),
    };
  }
  return { edit: { kind: "set-power", source, lifeHours: null, wakeMinutes: null, catalogId } };
}
