import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart, CatalogPin } from "../catalogue-part.ts";
import type { Design, DesignPart } from "../design.ts";
import { pinCan } from "../pins/pin-preference.ts";
import type { SignalKind, SignalNeed } from "../pins/signal-need.ts";
import { signalNeeds } from "../pins/signal-need.ts";
import type { Edit } from "../requirements.ts";
import type { Mention, Scan } from "./scan.ts";
import type { Token } from "./tokens.ts";
import { functionsOf } from "./wanted.ts";

/** What came of a message about a pin: the edit, or why there is none; null where it is about no pin. */
export type PinReading = { edit: Edit } | { reason: string } | null;

interface Asked {
  found: Scan;
  design: Design;
  say(en: string, de: string): string;
}

const moveVerbs =
  /^(move|put|place|connect|rewire|verschiebe|verschieb|verlege|verleg|lege|leg|setze|setz|stecke|steck|schließe|nimm|use|nutze|verwende)$/;
const pinWords = /^(pin|pins|gpio|io|port)$/;
/** Words that a message about a pin is made of. */
export const pinMoveWords: ReadonlySet<string> = new Set(
  "move put place connect rewire verschiebe verschieb verlege verleg lege leg setze setz stecke steck schließe pin pins gpio io port to on onto at auf an nach signal line leitung trig echo".split(
    " ",
  ),
);
const targets = /^(to|on|onto|at|auf|an|nach|zu)$/;

/** The pin that the message names last, by its printed name or by the number of its GPIO. */
function namedPin(
  tokens: readonly Token[],
  board: CatalogPart,
): { pin: CatalogPin | null; written: string; at: number } | null {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const text = tokens[at]?.text ?? "";
    const before = tokens[at - 1]?.text ?? "";
    const [, word, number] = /^(gpio|io|gp|d|a)?(\d{1,2})$/.exec(text) ?? [];
    if (number === undefined) continue;
    const isPin = word !== undefined || pinWords.test(before) || targets.test(before);
    if (!isPin) continue;
    const isGpio = /^(gpio|io|gp)$/.test(word ?? before);
    const find = (wanted: (pin: CatalogPin) => boolean) =>
      board.pins.find((pin) => pin.gpio !== undefined && wanted(pin));
    const byName = find((pin) => pin.name.toLowerCase() === text);
    const byGpio = find((pin) => pin.gpio === number);
    const printed = word === "d" ? find((pin) => pin.name === number) : undefined;
    return {
      pin: (isGpio ? (byGpio ?? byName) : (byName ?? printed ?? (word === "a" ? undefined : byGpio))) ?? null,
      written: text,
      at,
    };
  }
  return null;
}

/** The parts that the message means, by designator where it names one, else by what it calls them. */
function meantParts({ found, design }: Asked, before: number): DesignPart[] {
  const words = new Set(found.tokens.slice(0, before).map(({ text }) => text.toUpperCase()));
  const named = design.parts.filter((part) => words.has(part.id));
  if (named.length > 0) return named;
  const mentions = found.mentions.filter((one) => one.from < before && !one.negated);
  return design.parts.filter((part) => mentions.some((mention) => isMeant(part, mention)));
}

function isMeant(part: DesignPart, mention: Mention): boolean {
  const catalog = partById(part.catalogId ?? "");
  if (catalog === undefined || catalog.board !== undefined) return false;
  const [colour] = mention.colours;
  if (colour !== undefined && part.value?.kind === "colour" && part.value.colour !== colour) return false;
  if (mention.meaning.kind === "part" && catalog.id === mention.meaning.catalogId) return true;
  const ids = functionsOf(mention, "en").map(({ id }) => id);
  return mention.meaning.kind !== "part" && catalog.functions.some((id) => ids.includes(id));
}

const kinds: Record<SignalKind, { en: string; de: string }> = {
  analog: { en: "measures no voltage", de: "misst keine Spannung" },
  pwm: { en: "gives no PWM", de: "gibt kein PWM" },
  output: { en: "is no output", de: "ist kein Ausgang" },
  input: { en: "is no input", de: "ist kein Eingang" },
  "input-pull-up": { en: "has no pull-up", de: "hat keinen Pull-up" },
  "both-ways": { en: "cannot both drive and listen", de: "kann nicht senden und hören" },
};

/** The signal that is moved: the only one of the part, or the one whose name the message says. */
function signalOf(part: DesignPart, { found, design, say }: Asked): SignalNeed | string {
  const catalog = partById(part.catalogId ?? "");
  const needs = catalog === undefined ? [] : signalNeeds(part.id, catalog);
  const wired = needs.filter(({ id }) => design.nets.some((net) => net.id === id));
  if (wired.length === 0) {
    return say(
      `${part.id} (${part.name}) has no pin of its own: it hangs on a bus, and the bus keeps the board's pins for it`,
      `${part.id} (${part.name}) hat keinen eigenen Pin: Es hängt an einem Bus, und der behält die Pins des Boards`,
    );
  }
  const words = new Set(found.tokens.map(({ text }) => text));
  const named = wired.filter(({ pinName }) => words.has(pinName.toLowerCase()));
  const [one, ...others] = named.length > 0 ? named : wired;
  if (one !== undefined && others.length === 0) return one;
  const names = wired.map(({ pinName }) => pinName).join(", ");
  return say(
    `${part.id} has several signals: say which one goes there (${names})`,
    `${part.id} hat mehrere Signale: Sag, welches dorthin soll (${names})`,
  );
}

/** Why the pin cannot carry the signal, or null where it can. */
function whyNot(pin: CatalogPin, need: SignalNeed, { design, say }: Asked): string | null {
  const board = design.parts.find((part) => part.catalogId === design.board.id);
  const usesWifi = design.requirements.functions.some((one) => one.id === "talk-wifi");
  const ref = `${board?.id}:${pin.name}`;
  const bus = design.nets.find((net) => net.kind === "bus" && net.pins.includes(ref));
  if (bus !== undefined) {
    return say(`Pin ${pin.name} carries ${bus.name} for the bus`, `Pin ${pin.name} führt ${bus.name} des Busses`);
  }
  if (pinCan(pin, need.kind, usesWifi)) return null;
  const { en, de } = kinds[need.kind];
  const wifi = usesWifi && pin.roles.includes("adc2") && need.kind === "analog";
  return say(
    `Pin ${pin.name} ${en}${wifi ? " while WiFi runs" : ""}, and ${need.partId} needs that`,
    `Pin ${pin.name} ${de}${wifi ? ", solange WLAN läuft" : ""}, und ${need.partId} braucht das`,
  );
}

/** "move the LED to pin 5", "lege den Taster auf GPIO 14": another pin of the board for a signal. What hangs there gives way. */
export function readPinMove(asked: Asked): PinReading {
  const { found, design, say } = asked;
  if (!found.tokens.some(({ text }) => moveVerbs.test(text))) return null;
  const board = partById(design.board.id);
  const named = board === undefined ? null : namedPin(found.tokens, board);
  if (named === null) return null;
  const parts = meantParts(asked, named.at);
  const [part, ...others] = parts;
  const saysPin = found.tokens.some(({ text }) => pinWords.test(text) || /^(gpio|io|gp)\d/.test(text));
  if (part === undefined && !saysPin) return null;
  if (part === undefined) {
    return {
      reason: say(
        "Say which part goes to that pin, by name or designator (“move D1 to pin 5”)",
        "Sag, welches Teil an diesen Pin soll, mit Namen oder Bezeichner („lege D1 auf Pin 5“)",
      ),
    };
  }
  if (others.length > 0) {
    const ids = parts.map(({ id }) => id).join(", ");
    return {
      reason: say(
        `Several parts are meant (${ids}): name one of them (“move ${part.id} to pin 5”)`,
        `Mehrere Teile sind gemeint (${ids}): Nenne eines („lege ${part.id} auf Pin 5“)`,
      ),
    };
  }
  if (named.pin === null) {
    return {
      reason: say(
        `The ${design.board.name} has no pin ${named.written.toUpperCase()}`,
        `${design.board.name} hat keinen Pin ${named.written.toUpperCase()}`,
      ),
    };
  }
  const need = signalOf(part, asked);
  if (typeof need === "string") return { reason: need };
  const reason = whyNot(named.pin, need, asked);
  return reason === null ? { edit: { kind: "move-pin", need: need.id, pin: named.pin.name } } : { reason };
}
