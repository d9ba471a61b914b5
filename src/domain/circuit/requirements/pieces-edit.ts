import type { Design } from "../design.ts";
import type { FunctionId, SpokenLanguage } from "../lists.ts";
import type { Edit, FunctionWanted } from "../requirements.ts";
import type { EditAction } from "./edit-words.ts";
import { colours, numberWords } from "./lexicon-context.ts";
import type { Mention, Scan } from "./scan.ts";
import { functionsOf, mostPieces } from "./wanted.ts";

/** What a wish about number or colour comes to: an edit, a sentence why not, or null where it is no such wish. */
export type PiecesReading = { edit: Edit } | { reason: string } | null;

/** Functions whose pieces are counted: another one stands beside the first. */
export const countsUp = (id: FunctionId): boolean =>
  id === "show-light" || id === "input-button" || id === "act-servo" || id === "input-knob";

/** Without one of these "a green LED" stands beside the red one. */
const takingVerbs = new Set(["use", "take", "make", "nimm", "nehme", "verwende", "benutze", "nutze", "mach", "mache"]);

/** A mention with its verb, in its message. */
export interface Wished {
  action: EditAction;
  mention: Mention;
  found: Scan;
  /** The message says that something goes in place of something else. */
  instead: boolean;
}

/** The last colour of the message that no mention has before it: "the LED for a blue one", "make the LED blue". */
function newColour({ mention, found }: Wished): string | null {
  const later = found.tokens.slice(mention.to).findLast(({ text }) => colours[text] !== undefined);
  return later === undefined ? null : (colours[later.text] ?? null);
}

/** A figure after "instead of" names how many there were, and no part. */
function replacesCount({ mention, found }: Wished): boolean {
  const [next, of, count] = found.tokens.slice(mention.to, mention.to + 3).map(({ text }) => text);
  const figure = next === "instead" && of === "of" ? count : next === "statt" || next === "anstatt" ? of : undefined;
  return figure !== undefined && (/^\d+$/.test(figure) || numberWords[figure] !== undefined);
}

function wishesFor(design: Design, id: FunctionId, colour: string | undefined): FunctionWanted[] {
  const all = design.requirements.functions.filter((one) => one.id === id);
  // An LED without a colour is red.
  const own = (one: FunctionWanted) => one.colour ?? (id === "show-light" ? "red" : undefined);
  return colour === undefined ? all : all.filter((one) => own(one) === colour);
}

/** What a mention means for pieces that may be there: which they are, and their new number and colour. */
interface Meant {
  there: FunctionWanted[];
  toColour: string | null;
  /** The new number for one that has so many. */
  quantityFrom(before: number): number;
}

function meantPieces(wished: Wished, wanted: FunctionWanted, design: Design): Meant | null {
  const { action, mention, instead, found } = wished;
  const later = newColour(wished);
  const isSaid = instead || found.tokens.slice(0, mention.from).some(({ text }) => takingVerbs.has(text));
  const takesOwn = later === null && action === "use" && isSaid && wanted.colour !== undefined;
  const toColour = takesOwn ? (wanted.colour ?? null) : later;
  const { quantity } = mention;
  const removes = action === "remove" && quantity !== null;
  const sets = action === "use" && quantity !== null && (quantity > 1 || replacesCount(wished));
  if (!removes && !sets && (toColour === null || action === "remove")) return null;
  const count = quantity ?? 1;
  return {
    there: wishesFor(design, wanted.id, takesOwn ? undefined : wanted.colour),
    toColour: removes ? null : toColour,
    quantityFrom: (before) => (removes ? before - count : sets ? count : before),
  };
}

/**
 * "use 5 LEDs instead of 2", "remove one LED", "swap the LED for a blue one": pieces that the design has already, in another number or
 * colour. Where the message does not say which of several it means, nothing is guessed.
 */
export function readPieces(wished: Wished, design: Design, language: SpokenLanguage): PiecesReading {
  const { action, mention } = wished;
  const say = (en: string, de: string) => (language === "de" ? de : en);
  const [wanted] = functionsOf(mention, language);
  if (wanted?.catalogId !== undefined && mention.quantity !== null && design.parts.length === 0) {
    const { id: functionId, catalogId } = wanted;
    return {
      edit: { kind: "adjust", functionId, colour: null, quantity: mention.quantity, toColour: null, catalogId },
    };
  }
  if (wanted === undefined || !countsUp(wanted.id) || action === "add" || mention.colours.length > 1) return null;
  const meant = meantPieces(wished, wanted, design);
  const [one, ...others] = meant?.there ?? [];
  if (meant === null || one === undefined) return null;
  if (others.length > 0) {
    return {
      reason: say(
        `There are several kinds of ${wanted.label} in the design: name the colour of the one you mean`,
        `Im Entwurf sind mehrere Arten von ${wanted.label}: Nenne die Farbe`,
      ),
    };
  }
  const quantity = meant.quantityFrom(one.quantity);
  // None left: the ordinary removal, which says what is lost.
  if (quantity < 1) return null;
  if (quantity > mostPieces) {
    return {
      reason: say(
        `I plan at most ${mostPieces} pieces of a kind, not ${quantity}`,
        `Ich plane höchstens ${mostPieces} Stück einer Art, nicht ${quantity}`,
      ),
    };
  }
  return {
    edit: { kind: "adjust", functionId: one.id, colour: one.colour ?? null, quantity, toColour: meant.toColour },
  };
}
