import { partById, partsWithFunction } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { Alternative } from "../design.ts";
import type { FunctionId, SpokenLanguage } from "../lists.ts";
import { functionLabels } from "../requirements/lexicon-functions.ts";
import { dollarsMore } from "../short-forms.ts";
import type { Pick } from "./candidates.ts";
import { needsShifter } from "./score.ts";

const roles: Partial<Record<FunctionId, { en: string; de: string }>> = {
  "show-text": { en: "Shows the values", de: "Zeigt die Werte" },
  "show-graphics": { en: "Draws graphics", de: "Zeichnet Grafik" },
  "show-light": { en: "Lights up", de: "Leuchtet" },
  "act-servo": { en: "Turns to an angle", de: "Dreht auf einen Winkel" },
  "act-sound": { en: "Makes sound", de: "Macht Töne" },
  "act-switch-load": { en: "Switches the load", de: "Schaltet den Verbraucher" },
  "act-pump": { en: "Pumps water", de: "Pumpt Wasser" },
  "input-button": { en: "Is pressed", de: "Wird gedrückt" },
  "input-knob": { en: "Is turned", de: "Wird gedreht" },
  "show-digits": { en: "Shows figures", de: "Zeigt Ziffern" },
  "show-pixels": { en: "Lights in colours", de: "Leuchtet in Farben" },
  "show-colour": { en: "Lights in colours", de: "Leuchtet in Farben" },
  "act-motor": { en: "Turns", de: "Dreht sich" },
  "act-stepper": { en: "Turns by steps", de: "Dreht sich in Schritten" },
  "act-solenoid": { en: "Pulls a bolt", de: "Zieht einen Bolzen" },
  "act-fan": { en: "Moves air", de: "Bewegt Luft" },
  "play-audio": { en: "Plays recordings", de: "Spielt Aufnahmen" },
  "input-keypad": { en: "Takes a code", de: "Nimmt einen Code an" },
  "input-joystick": { en: "Is tilted", de: "Wird gekippt" },
  "input-encoder": { en: "Is turned", de: "Wird gedreht" },
  "input-touch": { en: "Is touched", de: "Wird berührt" },
  "input-remote": { en: "Hears the remote control", de: "Hört die Fernbedienung" },
  "keep-time": { en: "Keeps the time", de: "Hält die Zeit" },
  "read-card": { en: "Reads cards", de: "Liest Karten" },
  "log-data": { en: "Keeps the values", de: "Bewahrt die Werte auf" },
};

const list = (words: string[], and: string): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1)}`;

const labels = (ids: readonly FunctionId[], language: SpokenLanguage) =>
  list(
    ids.map((id) => functionLabels[id][language]),
    language === "de" ? "und" : "and",
  );

/** What a pick does in this design, in words. */
export function roleOf(pick: Pick, language: SpokenLanguage): string {
  const ids = pick.wanted.map((one) => one.id);
  const sensed = ids.filter((id) => id.startsWith("sense-"));
  const others = ids
    .filter((id) => !sensed.includes(id))
    .map((id) => roles[id]?.[language] ?? functionLabels[id][language]);
  const measures =
    sensed.length === 0 ? [] : [`${language === "de" ? "Misst" : "Measures"} ${labels(sensed, language)}`];
  return [...measures, ...new Set(others)].join("; ");
}

/** What would change with another part: functions lost and won, level shifting, price. */
function effectOf(other: CatalogPart, pick: Pick, context: { board: CatalogPart; language: SpokenLanguage }): string {
  const { board, language } = context;
  const say = (en: string, de: string) => (language === "de" ? de : en);
  const lost = pick.wanted.map((one) => one.id).filter((id) => !other.functions.includes(id));
  const won = other.functions.filter((id) => !pick.part.functions.includes(id));
  const effects: string[] = [];
  if (lost.length > 0) effects.push(say(`no ${labels(lost, language)}`, `ohne ${labels(lost, language)}`));
  if (won.length > 0) effects.push(say(`adds ${labels(won, language)}`, `dazu ${labels(won, language)}`));
  if (needsShifter(other, board) && !needsShifter(pick.part, board))
    effects.push(say("needs a level shifter", "braucht einen Pegelwandler"));
  if (other.interface === "i2c" && pick.part.interface !== "i2c") effects.push(say("on the I2C bus", "am I2C-Bus"));
  if (other.interface !== "i2c" && pick.part.interface === "i2c")
    effects.push(say("on a pin of its own", "an eigenem Pin"));
  return effects.length > 0 ? effects.join("; ") : say("same functions", "gleiche Funktionen");
}

/** More would not be read. */
const mostAlternatives = 6;

function others(pick: Pick): CatalogPart[] {
  const shared = pick.part.functions.flatMap((id) => partsWithFunction(id));
  const listed = pick.part.alternatives.flatMap((id) => partById(id) ?? []);
  const all = [...new Set([...listed, ...shared])].filter(
    (part) => part.id !== pick.part.id && part.board === undefined,
  );
  const rank = (part: CatalogPart) => (listed.includes(part) ? 0 : part.special === true ? 2 : 1);
  return all.sort((a, b) => rank(a) - rank(b)).slice(0, mostAlternatives);
}

/** Whether a part keeps mains away from what switches it: its contacts are apart. */
export function maySwitchMains({ family, functions }: CatalogPart): boolean {
  return family !== "semiconductor" || !functions.includes("act-switch-load");
}

/** Other parts of the catalogue that could stand here, with price difference and effect. */
export function alternativesOf(pick: Pick, board: CatalogPart, language: SpokenLanguage): Alternative[] {
  return others(pick).map((other) => ({
    catalogId: other.id,
    name: other.name,
    deltaCents: other.price.typicalCents - pick.part.price.typicalCents,
    effect: effectOf(other, pick, { board, language }),
  }));
}

/** Why this part was taken: named, owned, or better than its runner-up, which is named with what speaks against it. */
export function whyOf(pick: Pick, context: { board: CatalogPart; owned: boolean; language: SpokenLanguage }): string {
  const say = (en: string, de: string) => (context.language === "de" ? de : en);
  const [runnerUp] = alternativesOf(pick, context.board, context.language);
  const rival =
    runnerUp === undefined
      ? ""
      : say(
          ` Runner-up: ${runnerUp.name} (${dollarsMore(runnerUp.deltaCents)}), ${runnerUp.effect}.`,
          ` Nächstbestes: ${runnerUp.name} (${dollarsMore(runnerUp.deltaCents)}), ${runnerUp.effect}.`,
        );
  if (pick.named) return say("You named it.", "Du hast es genannt.") + rival;
  if (context.owned) return say("You have it already.", "Du hast es schon.") + rival;
  if (runnerUp === undefined)
    return say("The part of the catalogue that does this.", "Das Teil im Katalog, das dies leistet.");
  const served = labels(
    pick.wanted.map((one) => one.id),
    context.language,
  );
  return (
    say(
      `Serves ${served} with the least cost and wiring.`,
      `Deckt ${served} mit den geringsten Kosten und Drähten ab.`,
    ) + rival
  );
}
