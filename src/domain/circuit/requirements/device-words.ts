import type { DeviceLink } from "../requirements.ts";
import type { Mention, Scan } from "./scan.ts";

/** Words for one end of a link, and how much each says: a noun names the device, a verb what it does. */
export interface DeviceCue {
  /** Index of its first token and of the one after its last. */
  from: number;
  to: number;
  role: DeviceLink["role"];
  kind: "noun" | "verb";
  /** More than one device of the kind is meant. */
  many: boolean;
}

const nouns: Record<DeviceLink["role"], readonly string[]> = {
  sender: [
    "sender|senders|transmitter|transmitters|sendestation|sendeeinheit|sendeteil|handsender|sendemodul|sensor node|sensor nodes|sending station",
    "outdoor unit|outdoor sensor|outside unit|outside sensor|outdoor node|outdoor station|außensensor|aussensensor|außenstation|aussenstation|außeneinheit|außenfühler|sensorknoten",
    "remote|remotes|remote control|remote controller|remote unit|radio remote|handset|hand controller|handheld|fernbedienung|fernsteuerung|funkfernbedienung|funkfernsteuerung",
  ],
  receiver: [
    "receiver|receivers|empfänger|empfangsstation|empfangseinheit|empfangsteil|empfangsmodul|receiving station",
    "base|base station|base stations|basestation|basisstation|gateway|hauptstation|zentrale|hub|base unit|main unit|central unit",
    "indoor unit|inside unit|indoor display|indoor station|inside display|display unit|display station|innenstation|inneneinheit|innenanzeige|anzeigeeinheit|anzeigestation",
  ],
};

const verbs: Record<DeviceLink["role"], RegExp> = {
  sender: /^(sends?|sending|transmits?|transmitting|sendet|senden|funkt|schickt|überträgt|übermittelt)$/,
  receiver: /^(receives?|receiving|empfängt|empfangen)$/,
};

const phrases = new Map<string, DeviceLink["role"]>();
for (const role of ["sender", "receiver"] as const)
  for (const name of nouns[role].flatMap((row) => row.split("|"))) phrases.set(name, role);

const remoteWords = /^(radio |funk)?(remote|remotes|remote control|remote controller|fernbedienung|fernsteuerung)$/;
const plural = /(senders|transmitters|nodes|receivers|stations|remotes)$/;
const several = /^([2-9]|\d\d|two|three|four|five|several|many|zwei|drei|vier|fünf|mehrere|viele)$/;

/** Whether a part of the catalogue covers these tokens: "IR receiver" is no receiving device, a "remote control" without IR is. */
function isOfPart(mentions: readonly Mention[], { from, to }: { from: number; to: number }, phrase: string): boolean {
  return mentions.some(({ meaning, from: start, to: end }) => {
    if (start > from || end < to) return false;
    if (meaning.kind === "function" && meaning.id === "input-remote") return !remoteWords.test(phrase);
    return (
      (meaning.kind === "part" || meaning.kind === "function" || meaning.kind === "missing") && end - start > to - from
    );
  });
}

type Words = Pick<Scan, "tokens" | "mentions">;

/** A noun for one end at a place of the text: two words before one. */
function nounAt({ tokens, mentions }: Words, from: number): DeviceCue | null {
  for (const to of [from + 2, from + 1]) {
    const phrase = tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(" ");
    const role = to <= tokens.length ? phrases.get(phrase) : undefined;
    if (role === undefined || isOfPart(mentions, { from, to }, phrase)) continue;
    const [last = "", second = ""] = [tokens[from - 1]?.text, tokens[from - 2]?.text];
    const isPlural = plural.test(phrase);
    const isCounted = several.test(last) || (several.test(second) && isPlural);
    return { from, to, role, kind: "noun", many: isCounted || (isPlural && !/^(the|a|die|der)$/.test(last)) };
  }
  return null;
}

function verbAt({ tokens }: Words, from: number): DeviceCue | null {
  const word = tokens[from]?.text ?? "";
  const role = (["sender", "receiver"] as const).find((each) => verbs[each].test(word));
  return role === undefined ? null : { from, to: from + 1, role, kind: "verb", many: false };
}

/** The words of a text for one of two devices, in their order. Time linear in the text. */
export function deviceCues(words: Words): DeviceCue[] {
  const cues: DeviceCue[] = [];
  for (let at = 0; at < words.tokens.length; at = cues.at(-1)?.from === at ? (cues.at(-1)?.to ?? at + 1) : at + 1) {
    const cue = nounAt(words, at) ?? verbAt(words, at);
    if (cue !== null) cues.push(cue);
  }
  return cues;
}

/** Words that only say which of the devices is meant, so that nothing of them is left unexplained. */
export function withoutDeviceWords(piece: string): string {
  const words = piece.split(/[\s-]+/);
  const kept = words.filter((word, at) => {
    const lower = word.toLowerCase();
    const pair = [`${words[at - 1]?.toLowerCase()} ${lower}`, `${lower} ${words[at + 1]?.toLowerCase()}`];
    return (
      !phrases.has(lower) &&
      !pair.some((phrase) => phrases.has(phrase)) &&
      !verbs.sender.test(lower) &&
      !plainLinkWords.test(lower)
    );
  });
  return kept.length === words.length ? piece : kept.join(" ");
}

const plainLinkWords =
  /^(rc|communicat(e|es|ing)|master|slave|bekommen|bekommt|kriegen|kriegt|other|another|wireless|wirelessly|funk|drahtlos|kabellos|unit|stick|pair|link|linked|remotely|esp|now|respectively|jeweils|beides|ends?|enden|node|empfängern?|funkt|überträgt|übermittelt|transmits?|transmitting)$/;
