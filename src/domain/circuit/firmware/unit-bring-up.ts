import type { BoardFigures } from "../catalogue-part.ts";
import { block, commentText, cppFunction, when } from "./cpp-text.ts";
import { includeLines } from "./libraries.ts";
import {
  headComment,
  logName,
  partConstants,
  partFunctions,
  partGlobals,
  pinConstants,
  printFunctions,
  readingsStruct,
  settingConstants,
  setupStatements,
} from "./part-text.ts";
import type { DrivenPart } from "./part-uses.ts";
import type { FirmwarePlan } from "./plan.ts";

function checkFunction(driven: DrivenPart): string[] {
  const { use, driver } = driven;
  const proof = driver.proof(use);
  const name = logName(driven);
  const more = proof.detail?.statements ?? [];
  const hint = proof.hint === undefined ? [] : [`if (!alive) Serial.print(F(" ${proof.hint}"));`];
  const guarded = proof.kind === "answers" && proof.detail?.always !== true && more.length > 0;
  const verdict = guarded
    ? [
        `const bool alive = ${proof.condition ?? "false"};`,
        `printResult(alive, F("${name}"));`,
        ...when("alive", more),
        ...hint,
      ]
    : [
        proof.kind === "look"
          ? `printLook(F("${name}"));`
          : `printResult(${proof.condition ?? "false"}, F("${name}"));`,
        ...more,
      ];
  return block(`void check${use.typeName}()`, [...(proof.act ?? []), ...verdict, "Serial.println();"]);
}

function verdictFunctions(plan: FirmwarePlan): string[][] {
  const kinds = plan.driven.map(({ use, driver }) => driver.proof(use).kind);
  const result = cppFunction(
    "Starts the line of a part that can answer for itself.",
    "void printResult(bool alive, const __FlashStringHelper *part)",
    ['Serial.print(alive ? F("[ok] ") : F("[fail] "));', "Serial.print(part);"],
  );
  const look = cppFunction(
    "Starts the line of a part that cannot answer: you must look.",
    "void printLook(const __FlashStringHelper *part)",
    ['Serial.print(F("[look] "));', "Serial.print(part);"],
  );
  return [kinds.includes("answers") ? result : [], kinds.includes("look") ? look : []];
}

function rawLines(plan: FirmwarePlan): string[] {
  return plan.driven
    .filter(
      ({ use, driver, pins }) =>
        use.part.interface === "analog" && driver.readings !== undefined && pins[0]?.suffix === "",
    )
    .flatMap(({ use }) => [
      `Serial.print(F("[raw] ${use.name} ${use.ref} "));`,
      `Serial.println(analogRead(${use.pin()}));`,
    ]);
}

function loopFunction(plan: FirmwarePlan): string[] {
  const presses = plan.buttons.map(
    ({ use }) => `if (wasPressed${use.typeName}()) Serial.println(F("[press] ${use.name} ${use.ref}"));`,
  );
  const reads = plan.driven
    .filter(({ driver }) => driver.readings !== undefined)
    .map(({ use }) => `read${use.typeName}();`);
  const tends = plan.driven.flatMap(({ use, driver }) => driver.tend?.(use) ?? []);
  presses.push(...tends, ...plan.outputs.flatMap(({ use, output }) => output.tend?.(use) ?? []));
  if (reads.length === 0 && presses.length === 0) return ["void loop() {}"];
  const measuring = [
    "readings = Readings();",
    ...reads,
    ...rawLines(plan),
    'Serial.print(F("[read] "));',
    "printReadings(Serial);",
  ];
  if (reads.length === 0) return block("void loop()", presses);
  const timed = ["static uint32_t lastMs = 0;", "if (millis() - lastMs < kReadEveryMs) return;", "lastMs = millis();"];
  return block("void loop()", [...presses, ...timed, ...measuring]);
}

/** What the menus of the Arduino IDE must say for boards where a wrong choice shows nothing but an empty monitor. */
function boardLines({ core, arduinoName, hasNativeUsb }: BoardFigures): string[] {
  if (core === "rp2040") return [`Arduino IDE: board "${arduinoName}" of the core by Earle F. Philhower.`];
  if (core === "esp8266") return [`Arduino IDE: board "${arduinoName}" of the core by ESP8266 Community.`];
  return hasNativeUsb === true ? [`Arduino IDE: board "${arduinoName}", USB CDC On Boot "Enabled".`] : [];
}

/** Unit 1, bring-up: every part proves that it is alive, one parseable line each, then raw readings for calibration. */
export function bringUpSketch(plan: FirmwarePlan): (readonly string[])[] {
  const { board } = plan.trace;
  const hasReadings = plan.readings.length > 0;
  return [
    headComment(`${commentText(plan.input.title)}. Unit 1: bring-up.`, [
      `Board: ${board.part.name}. Open the serial monitor at 115200 baud and press reset.`,
      ...boardLines(board.figures),
      "Each part prints one line: [ok] it answers, [fail] it does not, [look] only you can see it.",
      "Mend every [fail] before you go on to Unit 2.",
    ]),
    includeLines(plan),
    pinConstants(plan),
    [...partConstants(plan), ...settingConstants(plan)],
    ["constexpr uint32_t kBaud = 115200;", ...(hasReadings ? ["constexpr uint32_t kReadEveryMs = 2000;"] : [])],
    partGlobals(plan),
    readingsStruct(plan),
    ...printFunctions(plan),
    ...verdictFunctions(plan),
    ...partFunctions(plan),
    ...plan.driven.map(checkFunction),
    block("void setup()", [
      "Serial.begin(kBaud);",
      ...setupStatements(plan),
      ...(board.figures.hasNativeUsb === true
        ? ["while (!Serial && millis() < 5000) delay(10);  // the port is the chip's own: it opens with the monitor"]
        : []),
      "delay(2000);  // the monitor opens meanwhile, and sensors settle",
      "",
      `Serial.println(F("[ok] ${board.part.id} ${board.id}"));`,
      ...plan.driven.map(({ use }) => `check${use.typeName}();`),
      `Serial.println(F("[done] ${plan.driven.length + 1} parts"));`,
    ]),
    loopFunction(plan),
  ];
}

/** What Unit 1 prints when all is well; `<...>` stands for a figure that depends on the room. */
export function expectedSerial(plan: FirmwarePlan): string[] {
  const { board } = plan.trace;
  const ofParts = plan.driven.map((driven) => {
    const proof = driven.driver.proof(driven.use);
    return `[${proof.kind === "look" ? "look" : "ok"}] ${logName(driven)}${proof.detail?.expected ?? ""}`;
  });
  return [`[ok] ${board.part.id} ${board.id}`, ...ofParts, `[done] ${plan.driven.length + 1} parts`];
}
