import type { FunctionId } from "../lists.ts";
import { loadNouns, plainLamps } from "./lexicon-loads.ts";
import type { Mention, Scan } from "./scan.ts";
import { isMark } from "./tokens.ts";
import { functionsOf } from "./wanted.ts";

/** A mention with what it stands for and how it was written. */
interface Read {
  mention: Mention;
  ids: readonly FunctionId[];
  /** Its tokens, joined by single spaces. */
  written: string;
}

/** What the other mentions of a text make of one: whether it asks for nothing of its own. */
type Settles = (one: Read, all: readonly Read[], found: Scan) => boolean;

const isNamed = ({ mention }: Read): boolean => mention.meaning.kind === "part";
const asks = (all: readonly Read[], wanted: (id: FunctionId, read: Read) => boolean): boolean =>
  all.some((read) => !read.mention.negated && read.ids.some((id) => wanted(id, read)));
const wordsBefore = (found: Scan, at: number, most: number): string[] => {
  const words: string[] = [];
  for (let index = at - 1; index >= 0 && words.length < most; index--) {
    const word = found.tokens[index]?.text ?? ".";
    if (isMark(word)) break;
    words.push(word);
  }
  return words;
};

const genericDisplays =
  /^(display|displays|screen|anzeige|bildschirm|shows?|showing|displayed|shown|readout|zeigt|zeigen|anzeigen|anzeigt|angezeigt)$/;

/** "a TM1637 score display", "shows the angle": the digits or the picture that were named are the display. */
const showsOnDigits: Settles = (one, all) =>
  one.mention.meaning.kind === "function" &&
  one.mention.meaning.id === "show-text" &&
  genericDisplays.test(one.written) &&
  asks(all, (id, read) => id === "show-digits" || (id === "show-pixels" && isNamed(read)));

/** "an MG996R servo", "a 28BYJ-48 stepper": the general word after a named part is that part. */
const namedJustBefore: Settles = (one, all) => {
  const { mention, ids, written } = one;
  if (
    written.includes(" ") ||
    !/^(servos?|servomotor|motors?|motor|stepper|schrittmotor|display|buzzer|summer|pump|pumpe|led strip)$/.test(
      written,
    )
  )
    return false;
  return all.some(
    (other) => other.mention.to === mention.from && isNamed(other) && other.ids.some((id) => ids.includes(id)),
  );
};

const lockWords = /^(door lock|türschloss|latch|riegel|verriegelung)$/;

/** A lock that a servo turns or a relay opens is no solenoid. */
const lockOfAnother: Settles = (one, all) =>
  lockWords.test(one.written) &&
  asks(
    all,
    (id, read) =>
      id === "act-servo" || (id === "act-switch-load" && isNamed(read)) || (id === "act-solenoid" && isNamed(read)),
  );

/** "door lock with a solenoid": the solenoid is the lock, and no load of a relay. */
const solenoidOfLock: Settles = (one, all) =>
  one.written === "solenoid" && one.ids.includes("act-switch-load") && asks(all, (id) => id === "act-solenoid");

/** "Lautstärke mit einem Drehgeber": how loud a player plays is set and not measured. */
const volumeOfPlayer: Settles = (one, all) =>
  /^(lautstärke|loudness|noise level|volume)$/.test(one.written) && asks(all, (id) => id === "play-audio");

const isSwitchVerb = (written: string): boolean => /^(switch on|switch off|switches|schaltet|schalten)$/.test(written);
const acts = (id: FunctionId, read: Read): boolean =>
  (id === "act-switch-load" && isNamed(read)) ||
  (id !== "act-switch-load" && (id.startsWith("act-") || /^show-(light|pixels|colour)$/.test(id)));

/** "die Pumpe schaltet ab": the verb belongs to what is switched, where that is no load of its own. */
const verbOfAnother: Settles = (one, all) =>
  isSwitchVerb(one.written) &&
  !all.some(
    (other) =>
      loadNouns.has(other.written) ||
      (other.mention.meaning.kind === "project" && other.mention.meaning.project.mains === true),
  ) &&
  asks(all, acts);

const isAppliance = ({ mention }: Read): boolean =>
  mention.meaning.kind === "project" && mention.meaning.project.mains === true;
const switching =
  /^(switch|switches|switched|switching|turn|turns|control|controls|relay|relays|relais|schalte|schaltet|schalten|steuere|steuert|steuern|steuerung|heat|heats|heizt)$/;

/** "a touch lamp with a neopixel stick": the lamp is the strip. */
const lampIsItsLight: Settles = (one, all, found) =>
  isAppliance(one) &&
  plainLamps.has(one.written) &&
  !all.some(
    (other) => other.mention.meaning.kind === "mains" || (other.ids.includes("act-switch-load") && other !== one),
  ) &&
  !found.tokens.some(({ text }) => /^(relay|relais|socket|steckdose)$/.test(text)) &&
  asks(all, (id, read) => id === "show-pixels" || id === "show-colour" || (id === "show-light" && isNamed(read)));

const placeWords =
  /^(of|in|inside|from|for|at|on|im|in|am|an|vom|von|für|des|der|the|my|dem|den|einen|meinen|meinem|meines|a)$/;

/** "oven thermometer", "DS18B20 für den Boiler": where is measured, as long as nothing is switched in the text. */
const measuredAppliance: Settles = (one, all, found) => {
  if (!isAppliance(one)) return false;
  if (
    all.some(
      (other) =>
        other.mention.meaning.kind === "mains" || (other.ids.includes("act-switch-load") && !isAppliance(other)),
    )
  )
    return false;
  if (found.tokens.some(({ text }) => switching.test(text))) return false;
  const { from, to } = one.mention;
  const senses = (read: Read) => read.ids.some((id) => id.startsWith("sense-"));
  if (all.some((other) => other.mention.from === to && senses(other))) return true;
  const before = wordsBefore(found, from, 6);
  const [first] = before;
  const isPlace =
    first !== undefined &&
    before.some((word) => /^(of|in|inside|for|im|am|vom|für|des|at)$/.test(word)) &&
    placeWords.test(first);
  const listed =
    found.tokens[from - 1]?.text === "," &&
    /^(für|for|of)$/.test(
      found.tokens
        .slice(0, from)
        .map(({ text }) => text)
        .findLast((word) => /^(für|for|of)$/.test(word)) ?? "",
    );
  return (isPlace || listed) && all.some(senses);
};

/** Appliances that run by themselves: who builds something around one watches it. */
const watched =
  /^(fridge|refrigerator|freezer|washing machines?|dishwasher|tumble dryer|microwave|kühlschrank|gefrierschrank|gefriertruhe|waschmaschine|spülmaschine|geschirrspüler|wäschetrockner|mikrowelle)/;
const watches = /^(sense-|act-sound$|log-|talk-)/;

/** "Kühlschrankalarm", "tell me when the washing machine is done": nothing is switched unless the text says so. */
const watchedAppliance: Settles = (one, all, found) =>
  isAppliance(one) &&
  watched.test(one.written) &&
  !all.some(
    (other) =>
      other.mention.meaning.kind === "mains" || (other.ids.includes("act-switch-load") && !watched.test(other.written)),
  ) &&
  !found.tokens.some(({ text }) => switching.test(text) || /^(timer|thermostat|plug|socket|steckdose)$/.test(text)) &&
  asks(all, (id) => watches.test(id));

/** "voltage of my 12 V battery": what is measured feeds nothing. */
const measuredSource: Settles = (one, all, found) => {
  const { meaning, from } = one.mention;
  if (meaning.kind !== "power" || !asks(all, (id) => id === "sense-current")) return false;
  const before = wordsBefore(found, from, 6);
  return (
    before.some((word) => /^(of|von|vom|meiner|meines|der|des)$/.test(word)) &&
    !before.some((word) => /^(by|from|on|with|aus|mit|über)$/.test(word))
  );
};

/** What a project's word may mean and what, where it was named, does it instead. */
const standIns: { usual: FunctionId; instead(id: FunctionId, read: Read): boolean }[] = [
  { usual: "act-servo", instead: (id) => /^act-(stepper|motor|servo)$/.test(id) },
  { usual: "act-sound", instead: (id) => id === "play-audio" },
  { usual: "show-light", instead: (id, read) => id === "show-pixels" && isNamed(read) },
];

/** "sound", "melody" beside a player: it plays them. */
const soundOfPlayer: Settles = (one, all) =>
  /^(sounds?|tone|melody|music|speakers?|ton|töne|melodie|musik|lautsprecher)$/.test(one.written) &&
  asks(all, (id) => id === "play-audio");

/** "Lüftersteuerung: 5-V-Lüfter": the fan was named. */
const fanOfItsOwn: Settles = (one, all) =>
  /^(fans?|lüfter|ventilator|lüftersteuerung|gebläse|blower)$/.test(one.written) &&
  one.ids.includes("act-switch-load") &&
  asks(all, (id) => id === "act-fan");

/** "three pots" beside plants are no potentiometers. */
const flowerPots: Settles = (one, all) =>
  /^pots?$/.test(one.written) && asks(all, (id) => id === "sense-soil-moisture" || id === "act-pump");

const rules: readonly Settles[] = [
  showsOnDigits,
  namedJustBefore,
  lockOfAnother,
  solenoidOfLock,
  volumeOfPlayer,
  verbOfAnother,
  lampIsItsLight,
  measuredAppliance,
  watchedAppliance,
  measuredSource,
  flowerPots,
  soundOfPlayer,
  fanOfItsOwn,
];

/** "cat feeder with a stepper", "doorbell with an MP3": a project without what another part was named for. */
function withoutStandIns(one: Read, all: readonly Read[]): Mention {
  const { mention } = one;
  const { meaning } = mention;
  if (meaning.kind !== "project") return mention;
  const others = all.filter((read) => read !== one);
  const replaced = standIns.flatMap(({ usual, instead }) => (asks(others, instead) ? [usual] : []));
  if (!one.ids.some((id) => replaced.includes(id))) return mention;
  const asked = meaning.project.asked.filter(({ id }) => !replaced.includes(id));
  return { ...mention, meaning: { kind: "project", project: { ...meaning.project, asked } } };
}

const writtenAs = ({ tokens }: Scan, { from, to }: Mention): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");

/**
 * The scan without the mentions that the rest of the text explains: "the pump switches off" asks for no relay, "oven thermometer" for no
 * oven, "MG996R servo" for one servo. Words stay known. Time linear in the mentions but for those that a rule looks at.
 */
export function settleMentions(found: Scan): Scan {
  const all = found.mentions.map((mention): Read => {
    const ids = functionsOf(mention, "en").map(({ id }) => id);
    return { mention, ids, written: writtenAs(found, mention) };
  });
  const mentions = all.flatMap((one) =>
    rules.some((settles) => settles(one, all, found)) ? [] : [withoutStandIns(one, all)],
  );
  return { ...found, mentions };
}
