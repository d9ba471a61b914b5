import { commentText } from "../cpp-text.ts";
import {
  buttonClass,
  everyClass,
  importLines,
  installLines,
  partConstants,
  partFunctions,
  partObjects,
  pinConstants,
  readingFunctions,
  settingConstants,
  setupLines,
  tendLines,
} from "./common-text.ts";
import { quoted } from "./python-names.ts";
import type { PythonPart, PythonPlan } from "./python-plan.ts";
import { comments, pythonFunction, suite } from "./python-text.ts";

const kindOf = ({ driven }: PythonPart) => driven.driver.proof(driven.use).kind;

function verdictFunctions({ parts }: PythonPlan): string[][] {
  const kinds = parts.map(kindOf);
  const prove = pythonFunction("One line of a part that can answer for itself.", 'prove(part, check, hint="")', [
    ...suite("try", ["alive, more = check()"]),
    ...suite("except OSError", ['alive, more = False, ""']),
    'print("[ok]" if alive else "[fail]", part + more + ("" if alive else hint))',
  ]);
  const look = pythonFunction("One line of a part that cannot answer: you must look.", "look(part, act)", [
    'print("[look]", part + act())',
  ]);
  return [kinds.includes("answers") ? prove : [], kinds.includes("look") ? look : []];
}

function checkCall(part: PythonPart): string {
  const { use, label, driven } = part;
  if (kindOf(part) === "look") return `look(${quoted(label)}, check_${use.name})`;
  const { hint } = driven.driver.proof(driven.use);
  return `prove(${quoted(label)}, check_${use.name}${hint === undefined ? "" : `, ${quoted(` ${hint}`)}`})`;
}

function loopLines(whole: PythonPlan): string[] {
  const { plan, parts } = whole;
  const presses = plan.buttons.flatMap(({ use }) => {
    const part = parts.find(({ driven }) => driven.use === use);
    if (part === undefined) return [];
    return suite(`if ${part.use.name}.was_pressed()`, [`print("[press] ${part.use.name} ${use.ref}")`]);
  });
  const reading = parts.filter(({ driver }) => driver.read !== undefined);
  const raw = reading
    .filter(({ use, driven }) => use.part.interface === "analog" && driven.pins[0]?.suffix === "")
    .map(({ use }) => `print("[raw] ${use.name} ${use.ref}", ${use.name}.read_u16())`);
  const round =
    reading.length === 0
      ? []
      : suite("if every.due(READ_EVERY_MS)", [
          "readings.clear()",
          ...reading.map(({ use }) => `attempt(read_${use.name})`),
          ...raw,
          'print("[read]", all_readings())',
        ]);
  const body = [...presses, ...tendLines(whole), ...round];
  if (body.length === 0) return [];
  return [...(round.length === 0 ? [] : ["every = Every()"]), ...suite("while True", [...body, "time.sleep_ms(5)"])];
}

/** Unit 1, bring-up: every part proves that it is alive, one parseable line each, then raw readings for calibration. */
export function bringUpProgram(whole: PythonPlan): (readonly string[])[] {
  const { plan, parts } = whole;
  const { board } = plan.trace;
  const reads = parts.some(({ driver }) => driver.read !== undefined);
  const loop = loopLines(whole);
  return [
    comments([
      `${commentText(plan.input.title)}. Unit 1: bring-up.`,
      `Board: ${board.part.name} with MicroPython. Save this as main.py and watch the console (Thonny, mpremote).`,
      ...installLines(whole),
      "Each part prints one line: [ok] it answers, [fail] it does not, [look] only you can see it.",
      "Mend every [fail] before you go on to Unit 2.",
    ]),
    importLines(whole),
    pinConstants(whole),
    [
      ...partConstants(whole),
      ...settingConstants(plan),
      ...(plan.buttons.length === 0 ? [] : ["DEBOUNCE_MS = 30  # contacts bounce for some ms"]),
      ...(reads ? ["READ_EVERY_MS = 2000"] : []),
    ],
    buttonClass(whole),
    reads ? everyClass : [],
    partObjects(whole),
    ...readingFunctions(whole),
    ...partFunctions(whole),
    ...verdictFunctions(whole),
    ...parts.map(({ use, driver }) => pythonFunction("", `check_${use.name}()`, driver.check(use))),
    reads
      ? pythonFunction("Measures; a silent part leaves its readings out.", "attempt(read)", [
          ...suite("try", ["read()"]),
          ...suite("except OSError", ["pass"]),
        ])
      : [],
    [
      "time.sleep(2)  # sensors settle",
      ...setupLines(whole),
      `print("[ok] ${board.part.id} ${board.id}")`,
      ...parts.map(checkCall),
      `print("[done] ${parts.length + 1} parts")`,
    ],
    loop,
  ];
}
