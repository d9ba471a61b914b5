import { partsWithFunction } from "../catalogue/catalogue.ts";
import type { SpokenLanguage } from "../lists.ts";
import { functionIds } from "../lists.ts";
import { functionLabels } from "../requirements/lexicon-functions.ts";
import type { Requirements } from "../requirements.ts";
import type { FindingDraft } from "./rule.ts";
import { say } from "./rule.ts";

/** Labels of functions that no part of the catalogue has: the reader lists them under what it did not understand. */
const unservedLabels = new Set(
  functionIds.filter((id) => partsWithFunction(id).length === 0).flatMap((id) => Object.values(functionLabels[id])),
);

/** The reader writes its reason in brackets behind a wish that it knows and cannot serve; a piece of the text ends in a word. */
const withReason = /^(.*\S) \((.+)\)$/s;

interface Wishes {
  /** Wanted, understood, and not in the design. */
  unmet: { what: string; why: string }[];
  /** Pieces of the text that nothing explains. */
  unread: string[];
}

function wishesOf({ notUnderstood, unmet, unsupported }: Requirements): Wishes {
  const wishes: Wishes = { unmet: [...(unmet ?? [])], unread: [] };
  if (unsupported !== undefined) wishes.unmet.push({ what: unsupported, why: "" });
  const known = () => wishes.unmet.map(({ what }) => what);
  for (const text of notUnderstood) {
    const [, what, why] = withReason.exec(text) ?? [];
    if (what !== undefined && why !== undefined) {
      if (!known().includes(what)) wishes.unmet.push({ what, why });
    } else if (unservedLabels.has(text)) {
      if (!known().includes(text)) wishes.unmet.push({ what: text, why: "" });
    } else if (!known().includes(text)) wishes.unread.push(text);
  }
  return wishes;
}

const finding = (severity: "E" | "W", message: string): FindingDraft => ({
  severity,
  message,
  nets: [],
  pins: [],
  parts: [],
});

function boardFinding({ missingBoard, board }: Requirements, language: SpokenLanguage): FindingDraft[] {
  if (missingBoard === undefined) return [];
  const message = say(language, {
    en: `You named the board ${missingBoard}, which is not in my catalogue: this design uses another one.`,
    de: `Genannt war das Board ${missingBoard}, das nicht in meinem Katalog ist: dieser Entwurf nutzt ein anderes.`,
  });
  // Who named a board that I have as well, or took one when asked, has chosen it.
  return [finding(board.named ? "W" : "E", message)];
}

/** What is wanted beyond the design: E for what was understood and cannot be given, W for what an edit gave up and for unread words. */
export function unmetWishes(requirements: Requirements, language: SpokenLanguage): FindingDraft[] {
  const { unmet, unread } = wishesOf(requirements);
  const given = (requirements.dropped ?? []).filter((one) => one.source !== "assumed");
  const words = unread.map((text) => `"${text}"`).join(", ");
  return [
    ...boardFinding(requirements, language),
    ...unmet.map(({ what, why }) => {
      const because = why === "" ? "" : ` (${why})`;
      return finding(
        "E",
        say(language, {
          en: `You asked for ${what}, and this design does not do it${because}.`,
          de: `Gewünscht war ${what}, und dieser Entwurf leistet es nicht${because}.`,
        }),
      );
    }),
    ...given.map(({ label, because }) =>
      finding(
        "W",
        say(language, {
          en: `This design gave up ${label}: ${because}.`,
          de: `Dieser Entwurf verzichtet auf ${label}: ${because}.`,
        }),
      ),
    ),
    ...(words === ""
      ? []
      : [
          finding(
            "W",
            say(language, {
              en: `I did not understand ${words}: nothing in the design answers it. Check whether it matters.`,
              de: `Nicht verstanden habe ich ${words}: nichts im Entwurf geht darauf ein. Prüfe, ob es wichtig ist.`,
            }),
          ),
        ]),
  ];
}
