import type { Design, DesignPart } from "./design.ts";

/** What a question can be about, apart from single parts and pins. */
export const topics = ["finding", "verdict", "power", "cost", "code", "assumption", "overview"] as const;
export type Topic = (typeof topics)[number];

/** What was found in a question: part ids, pins as `part:pin`, and topics. All empty when it is about something else. */
export interface Subjects {
  parts: string[];
  pins: string[];
  topics: Topic[];
}

/** Words of English and German for a topic. */
const topicWords: Record<Topic, RegExp> = {
  finding:
    /\bwarn|\berrors?\b|finding|problem|\bissue|\bwrong\b|\bbroken\b|hinweis|fehler|befund|kaputt|stimmt (was|etwas) nicht/i,
  verdict: /verdict|\bpass(ed|es)?\b|\bfail|\bcheck|verif|\bsafe\b|\brules?\b|ergebnis|geprüft|prüf|sicher|regel/i,
  power:
    /\bpower|current|\bm?ah\b|\bma\b|\bamps?\b|consum|how long|battery life|\blasts?\b|recharge|laufzeit|strom|verbrauch|wie lange|\bhält\b|aufladen/i,
  cost: /\bcosts?\b|price|pricey|expensive|\bcheap|how much|budget|\$|€|kostet|kosten|preis|teuer|wie viel/i,
  code: /\bcode\b|firmware|librar|sketch|upload|\bflash(ing)?\b|compile|\bunits?\b|platformio|arduino ide|bibliothek|programm|hochladen/i,
  assumption: /assum|annahme|angenommen|nimmst du an/i,
  overview:
    /overview|summar|(explain|describe) (it|this|that|the (design|circuit|whole))|how does (it|this) work|übersicht|zusammenfass|erklär|wie funktioniert/i,
};

/** Everyday words for parts, matched against a part's category, catalogue id and name. */
const partWords: readonly { word: RegExp; part: RegExp }[] = [
  { word: /\bbatter|\bakku|\bcell\b|\bzelle/i, part: /18650|batter|lipo|\baa\b/i },
  { word: /charger|lade(gerät|modul|regler)/i, part: /charg|tp4056/i },
  { word: /\bboost|step-?up|converter|wandler/i, part: /boost|mt3608|converter/i },
  { word: /level ?shift|pegelwandler/i, part: /level|shifter/i },
  { word: /\bdisplay|\bscreen|\boled\b|\blcd\b|anzeige|bildschirm/i, part: /^display/i },
  { word: /\bsensors?\b|sensor\b|fühler/i, part: /^sensor/i },
  { word: /\bboard\b|microcontroller|\bmcu\b|controller\b|mikrocontroller|platine/i, part: /^board/i },
  { word: /\b(uno|nano|mega|pico|nodemcu|d1 mini|arduino)\b/i, part: /^board/i },
  { word: /\brelay|relais/i, part: /relay/i },
  {
    word: /\b(fan|load|lamp|valve|heater|appliance)\b|lüfter|lampe|verbraucher|ventil/i,
    part: /relay|mosfet|\bfan\b|solenoid/i,
  },
  { word: /\bbuzzer|summer\b|piezo/i, part: /buzzer/i },
  { word: /\bservo/i, part: /servo/i },
  { word: /\bpump/i, part: /pump/i },
  { word: /\bbuttons?\b|taster|knopf/i, part: /button/i },
  { word: /\bleds?\b|leuchtdiode/i, part: /\bleds?\b/i },
  { word: /resistor|widerst|\bohms?\b|\d+ ?Ω/i, part: /resistor/i },
  { word: /capacitor|kondensator/i, part: /capacitor/i },
  { word: /\bdiodes?\b/i, part: /diode/i },
  { word: /breadboard|steckbrett/i, part: /breadboard/i },
];

/** Finds what a question is about in a design. The order is the design's own. */
export function questionSubjects(question: string, design: Design): Subjects {
  const named = design.parts.filter((part) => names(part, question));
  // Asked for a part that is not there: the one that stands in its place, which knows why.
  const meant = named.length > 0 ? named : design.parts.filter((part) => alternativeNamed(part, question));
  return {
    parts: meant.map(({ id }) => id),
    pins: askedPins(question, design),
    topics: topics.filter((topic) => topicWords[topic].test(question)),
  };
}

function names(part: DesignPart, question: string): boolean {
  // "U1:22" is a pin.
  if (new RegExp(`(?<![A-Za-z0-9])${part.id}(?![A-Za-z0-9:])`).test(question)) return true;
  const own = `${part.category} ${part.catalogId ?? ""} ${part.name}`;
  if (partWords.some(({ word, part: kind }) => word.test(question) && kind.test(own))) return true;
  const asked = new Set(modelNames(question));
  return modelNames(`${part.name} ${part.partNumber ?? ""} ${part.catalogId ?? ""}`).some((name) => asked.has(name));
}

function alternativeNamed(part: DesignPart, question: string): boolean {
  const asked = new Set(modelNames(question));
  const kinds = new Set(question.match(/\b[A-Z]{3,}s?\b/g) ?? []);
  return part.alternatives.some(
    ({ name, catalogId }) =>
      modelNames(`${name} ${catalogId}`).some((one) => asked.has(one)) ||
      (name.match(/\b[A-Z]{3,}\b/g) ?? []).some((kind) => kinds.has(kind) || kinds.has(`${kind}s`)),
  );
}

/** Words with letters and digits, as part numbers are written: "HC-SR04" -> "hcsr04". */
function modelNames(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+(-[a-z0-9]+)*/g) ?? [];
  const whole = words.map((word) => word.replaceAll("-", ""));
  const pieces = words.flatMap((word) => word.split("-"));
  return [...new Set([...whole, ...pieces])].filter(
    (word) => word.length >= 4 && /\d/.test(word) && (/[a-z]/.test(word) || word.length >= 5),
  );
}

const pinName =
  /\b(?:pin|gpio|io|port)\s*-?\s*([a-d]?\d{1,2})\b|(?<![\w-])(gpio\d{1,2}|io\d{1,2}|[da]\d{1,2}|sda|scl|trig|echo|3v3|5v|vin|gnd|vcc)(?![\w-])/gi;

function askedPins(question: string, design: Design): string[] {
  const whole = design.nets.flatMap(({ pins }) => pins).filter((pin) => question.includes(pin));
  if (whole.length > 0) return [...new Set(whole)].filter((pin) => !new RegExp(`${pin}\\w`).test(question));
  const asked = [...question.matchAll(pinName)].map(([, numbered, named]) => plain(numbered ?? named ?? ""));
  if (asked.length === 0) return [];
  const used = design.connections.flatMap(({ from, to }) => [from, to]);
  return [...new Set(used)].filter((pin) => asked.includes(plain(pin.slice(pin.indexOf(":") + 1))));
}

/** "GPIO21", "IO21" and "21" are the same pin of a board; so are "D4" and "4". */
function plain(pin: string): string {
  return pin
    .toLowerCase()
    .replace(/^(?:gpio|io|d)(?=\d)/, "")
    .replace(/\.\d+$/, "");
}
