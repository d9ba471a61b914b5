import type { Design } from "../design.ts";
import { splitPin } from "../pins/pin-ref.ts";
import type { Subjects } from "../question-subjects.ts";
import { questionSubjects } from "../question-subjects.ts";
import type { Asked, Aspect } from "./asked.ts";
import { boardAspects } from "./board-answers.ts";
import { partAspects } from "./part-answers.ts";
import { powerAspects } from "./power-answers.ts";
import { wireAspects } from "./wire-answers.ts";
import { workAspects } from "./work-answers.ts";

const { buy, library, address, wiring, current, price, alternatives, purpose, parts } = partAspects;
const { flashing, unit, pinWhy, freePins } = boardAspects;
const { colour, resistor, levels, swapped, counts, solder } = wireAspects;
const { rails, testing, accuracy, wanted, effort, code } = workAspects;
const { life, battery, charge, interval, outdoors } = powerAspects;

/** Tried in this order: what is asked in few words goes before what many words could mean. */
const aspects: readonly Aspect[] = [
  swapped,
  colour,
  wanted,
  flashing,
  buy,
  library,
  testing,
  effort,
  accuracy,
  code,
  unit,
  address,
  resistor,
  levels,
  freePins,
  counts,
  charge,
  rails,
  battery,
  life,
  interval,
  outdoors,
  solder,
  price,
  current,
  pinWhy,
  wiring,
  alternatives,
  purpose,
  parts,
];

/** What a question asks, and the answer to it. */
export interface SpecificAnswer {
  /** Id of the aspect: `buy`, `pin`, `life` ... */
  about: string;
  /** Light markdown in the language of the design. */
  text: string;
}

/**
 * Answers a question about a design from its own parts, pins, wires and figures; null where it asks nothing of these: then the slice of
 * the design that it names must do. `design` is told in the language of the question. Any text is read; none throws.
 */
export function answerQuestion(design: Design, text: string): SpecificAnswer | null {
  const { language } = design.requirements;
  const subjects = questionSubjects(text, design);
  const asked: Asked = {
    text,
    design,
    language,
    parts: design.parts.filter(({ id }) => subjects.parts.includes(id)),
    pins: pinsOf(subjects),
    say: (en, de) => (language === "de" ? de : en),
  };
  for (const { id, asks, answer } of aspects) {
    if (!asks.test(text)) continue;
    const told = answer(asked);
    if (told !== null) return { about: id, text: told };
  }
  return null;
}

/** "the OLED's SDA" is that part's, "the BME280 at pin 21" the board's: pins of the parts that are named, where one is. */
function pinsOf({ parts, pins }: Pick<Subjects, "parts" | "pins">): string[] {
  const own = pins.filter((pin) => parts.includes(splitPin(pin).partId));
  return own.length > 0 ? own : pins;
}
