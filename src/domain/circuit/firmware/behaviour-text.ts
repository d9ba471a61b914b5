import { block, cppFunction } from "./cpp-text.ts";
import type { FirmwarePlan, PlannedOutput } from "./plan.ts";

const hasJob = (plan: FirmwarePlan, job: string) => plan.buttons.some((button) => button.job === job);

/** Whether a person switches it: by a button or by a command. */
const isManual = ({ cause }: PlannedOutput) => cause.kind === "button" || cause.kind === "command";
const rings = ({ cause }: PlannedOutput) => cause.kind === "press";
const obeys = ({ cause }: PlannedOutput) => cause.kind === "command";

/** Whether a person switches outputs by words over the serial port, because nothing else in the design does. */
export const takesCommands = (plan: FirmwarePlan): boolean => plan.outputs.some(obeys);

/** The comment that says so; empty where something else switches them. */
export function commandLines(plan: FirmwarePlan): string[] {
  const refs = plan.outputs.filter(obeys).map(({ use }) => use.ref);
  if (refs.length === 0) return [];
  const stay = refs.length === 1 ? "stays" : "stay";
  return [
    `Nothing was named that switches ${refs.join(", ")}: ${refs.length === 1 ? "it" : "they"} ${stay} off until you send "on" over serial; "off" ends it.`,
  ];
}

/** Variables of the behaviour: what a button changed, which page is shown. */
export function behaviourGlobals(plan: FirmwarePlan): string[] {
  const manual = plan.outputs.some(isManual);
  return [
    ...(manual ? ["bool outputsOn = false;"] : []),
    ...(plan.outputs.some(rings) ? ["bool ringing = false;", "uint32_t rangMs = 0;"] : []),
    ...(hasJob(plan, "pause") ? ["bool paused = false;  // the button stops what works by itself"] : []),
    ...(hasJob(plan, "count") ? ["uint16_t presses = 0;"] : []),
    ...(hasPages(plan) ? ["uint8_t firstShown = 0;  // first reading of the page on the display"] : []),
  ];
}

/** Hysteresis of each output that a limit switches. */
export function behaviourConstants(plan: FirmwarePlan): string[] {
  const ring = plan.outputs.some(rings) ? ["constexpr uint32_t kRingMs = 500;  // how long a press sounds"] : [];
  const hysteresis = plan.outputs.flatMap(({ use, cause }) =>
    cause.kind === "limit"
      ? [`constexpr float k${use.typeName}Hysteresis = ${cause.trigger.hysteresis}f;`.replace(/(= \d+)f/, "$1.0f")]
      : [],
  );
  return [...hysteresis, ...ring];
}

const hasPages = (plan: FirmwarePlan) => plan.pageRows > 0 && plan.readings.length > plan.pageRows;

function updateFunction(plan: FirmwarePlan, { use, output, cause }: PlannedOutput): string[] {
  const pausing = hasJob(plan, "pause");
  if (cause.kind === "follow" && output.follow !== undefined) {
    const skip = `if (${pausing ? "paused || " : ""}isnan(percent)) return;`;
    const rest = [
      ...(pausing ? ["if (paused) return;"] : []),
      ...block("if (isnan(percent))", [`set${use.typeName}(false);`, "return;"]),
    ];
    const stops = cause.stops === true;
    const body = [`const float percent = ${cause.reading.value};`, ...(stops ? rest : [skip]), ...output.follow(use)];
    const comment = stops
      ? `${use.ref} follows the sender, and rests while nothing comes from it.`
      : `${use.ref} follows the knob.`;
    return cppFunction(comment, `void update${use.typeName}()`, body);
  }
  if (cause.kind !== "limit") return [];
  const { trigger, reading } = cause;
  const limit = use.setting(`${use.typeName}Limit`);
  const [on, off, sign] = trigger.when === "below" ? ["<", ">", "+"] : [">", "<", "-"];
  return cppFunction(
    `${use.ref} on ${trigger.when} the limit and off again a little beyond it, so that it does not chatter; off without a reading.`,
    `void update${use.typeName}()`,
    [
      "static bool on = false;",
      `const float value = ${reading.value};`,
      `if (${pausing ? "paused || " : ""}isnan(value)) on = false;`,
      `else if (value ${on} ${limit}) on = true;`,
      `else if (value ${off} ${limit} ${sign} k${use.typeName}Hysteresis) on = false;`,
      `set${use.typeName}(on);`,
    ],
  );
}

function showFunctions(plan: FirmwarePlan): string[][] {
  const draws = plan.displays.map(({ use, display }) =>
    block(`void show${use.typeName}(uint8_t first)`, display.draw(use)),
  );
  if (plan.displays.length === 0) return draws;
  const turn = [`firstShown += ${plan.pageRows};`, "if (firstShown >= kReadingCount) firstShown = 0;"];
  return [
    ...draws,
    hasPages(plan) ? cppFunction("More readings than rows: the next page.", "void nextPage()", turn) : [],
  ];
}

function jobStatements(plan: FirmwarePlan, job: string): string[] {
  switch (job) {
    case "toggle":
      return [
        ...(plan.outputs.some(isManual) ? ["setOutputs(!outputsOn);"] : []),
        ...(plan.outputs.some(rings) ? ["ringing = true;", "rangMs = millis();"] : []),
      ];
    case "pause":
      return ["paused = !paused;"];
    case "page":
      return ["nextPage();"];
    default:
      return ["presses++;"];
  }
}

/** Statements of loop() for the buttons; a press that is sent to another device is measured first. */
export function pressStatements(plan: FirmwarePlan): string[] {
  if (plan.buttons.length === 0) return [];
  if (plan.readings.length === 0) return ["handleButtons();"];
  if (plan.input.link?.role !== "sender") return ["if (handleButtons()) report();"];
  return block("if (handleButtons())", ["measure();", "report();"]);
}

/** handleButtons(): what each press does. Answers true when something changed, so that it can be shown at once. */
function buttonsFunction(plan: FirmwarePlan): string[] {
  if (plan.buttons.length === 0) return [];
  const body = plan.buttons.flatMap(({ use, job }) =>
    block(`if (wasPressed${use.typeName}())`, [...jobStatements(plan, job), "changed = true;"]),
  );
  return cppFunction("True when a press changed something.", "bool handleButtons()", [
    "bool changed = false;",
    ...body,
    "return changed;",
  ]);
}

/** The behaviour of Units 2 and 3: the interval clock where something is timed, outputs, displays, buttons. */
export function behaviourFunctions(plan: FirmwarePlan, isTimed: boolean): string[][] {
  const due = cppFunction(
    "True once per interval. The subtraction stays right when millis() starts again at 0 after 49 days.",
    "bool due(uint32_t &lastMs, uint32_t intervalMs)",
    ["if (millis() - lastMs < intervalMs) return false;", "lastMs = millis();", "return true;"],
  );
  return [
    isTimed ? due : [],
    manualFunction(plan),
    ringFunction(plan),
    ...plan.outputs.map((output) => updateFunction(plan, output)),
    ...showFunctions(plan),
    buttonsFunction(plan),
    timedFunction(plan),
  ];
}

/** Outputs that only time switches: they take turns by themselves, as a first sign of life. */
function timedFunction(plan: FirmwarePlan): string[] {
  const timed = plan.outputs.filter(({ cause }) => cause.kind === "time");
  if (timed.length === 0) return [];
  return cppFunction("Blinking was asked for.", "void takeTurns()", [
    "static bool on = false;",
    "on = !on;",
    ...timed.map(({ use }) => `set${use.typeName}(on);`),
  ]);
}

/** setOutputs(): all outputs that no reading switches. */
function manualFunction(plan: FirmwarePlan): string[] {
  const manual = plan.outputs.filter(isManual);
  if (manual.length === 0) return [];
  return cppFunction("Outputs that no reading switches.", "void setOutputs(bool on)", [
    "outputsOn = on;",
    ...manual.map(({ use }) => `set${use.typeName}(on);`),
  ]);
}

function ringFunction(plan: FirmwarePlan): string[] {
  const ringing = plan.outputs.filter(rings);
  if (ringing.length === 0) return [];
  return cppFunction("Each press sounds for a moment, and the next one again.", "void ring()", [
    "if (!ringing) return;",
    "ringing = millis() - rangMs < kRingMs;",
    ...ringing.map(({ use }) => `set${use.typeName}(ringing);`),
  ]);
}

/** Statements of every turn of loop(): what must not wait for the next measurement. */
export function tendStatements(plan: FirmwarePlan): string[] {
  return [
    ...plan.driven.flatMap(({ use, driver }) => driver.tend?.(use) ?? []),
    ...plan.outputs.flatMap(({ use, output }) => output.tend?.(use) ?? []),
    ...(plan.outputs.some(rings) ? ["ring();"] : []),
  ];
}

/** Unit 2 stores no settings and so has a serial port of its own for the two words. */
export function commandFunction(plan: FirmwarePlan): string[] {
  if (!takesCommands(plan)) return [];
  return cppFunction('Reads "on" and "off" without ever waiting for a line.', "void handleSerial()", [
    "static char line[8];",
    "static uint8_t length = 0;",
    ...block("while (Serial.available() > 0)", [
      "const char c = static_cast<char>(Serial.read());",
      ...block("if (c != '\\n')", ["if (c != '\\r' && length < sizeof(line) - 1) line[length++] = c;", "continue;"]),
      "line[length] = '\\0';",
      "length = 0;",
      'if (strcmp(line, "on") == 0) setOutputs(true);',
      'if (strcmp(line, "off") == 0) setOutputs(false);',
    ]),
  ]);
}

/** Statements after a measurement: every output that works by itself. */
export function updateStatements(plan: FirmwarePlan): string[] {
  const updates = plan.outputs
    .filter(({ cause }) => cause.kind === "limit" || cause.kind === "follow")
    .map(({ use }) => `update${use.typeName}();`);
  return plan.outputs.some(({ cause }) => cause.kind === "time") ? [...updates, "takeTurns();"] : updates;
}

/** The argument of show functions, and the statement that turns pages when no button does. */
export function showStatements(plan: FirmwarePlan): { show: string[]; turn: string[] } {
  const first = hasPages(plan) ? "firstShown" : "0";
  return {
    show: plan.displays.map(({ use }) => `show${use.typeName}(${first});`),
    turn: hasPages(plan) && !hasJob(plan, "page") ? ["nextPage();"] : [],
  };
}
