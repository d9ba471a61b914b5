import type { PlannedOutput } from "../plan.ts";
import { readingName } from "./common-text.ts";
import { figure, quoted } from "./python-names.ts";
import type { PythonPart, PythonPlan } from "./python-plan.ts";
import { outputOf } from "./python-plan.ts";
import { pythonFunction, suite } from "./python-text.ts";

const hasJob = ({ plan }: PythonPlan, job: string) => plan.buttons.some((button) => button.job === job);
const isManual = ({ cause }: PlannedOutput) => cause.kind === "button" || cause.kind === "command";
const causes = ({ plan }: PythonPlan, kind: PlannedOutput["cause"]["kind"]) =>
  plan.outputs.some(({ cause }) => cause.kind === kind);
const hasPages = ({ plan }: PythonPlan) => plan.pageRows > 0 && plan.readings.length > plan.pageRows;

/** Whether a person switches outputs by words over the serial port, because nothing else in the design does. */
export const takesCommands = (whole: PythonPlan): boolean => causes(whole, "command");

/** Outputs with the parts that they are. */
function outputs(whole: PythonPlan): { part: PythonPart; output: PlannedOutput }[] {
  return whole.parts.flatMap((part) => {
    const output = outputOf(whole, part);
    return output === undefined ? [] : [{ part, output }];
  });
}

/** Displays in the order of the parts. */
export function displayParts({ parts }: PythonPlan): PythonPart[] {
  return parts.filter(({ driver }) => driver.show !== undefined);
}

/** Constants of the behaviour. */
export function behaviourConstants(whole: PythonPlan): string[] {
  return [
    ...(whole.plan.buttons.length === 0 ? [] : ["DEBOUNCE_MS = 30  # contacts bounce for some ms"]),
    ...(causes(whole, "press") ? ["RING_MS = 500  # how long a press sounds"] : []),
  ];
}

/** Switches with two limits. */
export function limitClass(whole: PythonPlan): string[] {
  if (!causes(whole, "limit")) return [];
  return [
    "class Limit:",
    '    """On beyond a limit and off again a little before it, so that nothing chatters; off without a value."""',
    "",
    "    def __init__(self, sign, hysteresis):",
    "        self.sign = sign  # 1: on above the limit, -1: on below",
    "        self.hysteresis = hysteresis",
    "        self.on = False",
    "",
    "    def update(self, value, limit):",
    "        if value is None:",
    "            self.on = False",
    "        elif (value - limit) * self.sign > 0:",
    "            self.on = True",
    "        elif (limit - value) * self.sign > self.hysteresis:",
    "            self.on = False",
    "        return self.on",
  ];
}

/** What buttons and words over serial change, in one place. */
export function stateClass(whole: PythonPlan): string[] {
  const fields = [
    ...(whole.plan.outputs.some(isManual) ? ["outputs_on = False"] : []),
    ...(causes(whole, "press") ? ["rang = None  # when a press began to sound"] : []),
    ...(hasJob(whole, "pause") ? ["paused = False  # the button stops what works by itself"] : []),
    ...(hasJob(whole, "count") ? ["presses = 0"] : []),
    ...(causes(whole, "time") ? ["blink = False"] : []),
    ...(hasPages(whole) ? ["first_shown = 0  # first reading of the page on the display"] : []),
    ...(whole.plan.unit === 3 && whole.plan.sleepMinutes !== null ? ["awake_since = 0", "awake_ms = AWAKE_MS"] : []),
  ];
  return fields.length === 0 ? [] : suite("class state", ['"""What changes while it runs."""', "", ...fields]);
}

/** The switches of outputs that a limit drives. */
export function limitObjects(whole: PythonPlan): string[] {
  return outputs(whole).flatMap(({ part, output }) =>
    output.cause.kind === "limit"
      ? [
          `${part.use.name}_limit = Limit(${output.cause.trigger.when === "above" ? 1 : -1}, hysteresis=${figure(output.cause.trigger.hysteresis)})`,
        ]
      : [],
  );
}

function updateFunction(whole: PythonPlan, part: PythonPart, { cause }: PlannedOutput): string[] {
  const { use, driver, driven } = part;
  const pausing = hasJob(whole, "pause");
  if (cause.kind === "follow" && driver.follow !== undefined) {
    return pythonFunction(`${use.ref} follows the knob.`, `update_${use.name}()`, [
      `percent = readings.get(${quoted(readingName(cause.reading.field))})`,
      ...suite(`if percent is not None${pausing ? " and not state.paused" : ""}`, driver.follow(use)),
    ]);
  }
  if (cause.kind !== "limit") return [];
  const limit = use.setting(`${driven.use.typeName}Limit`);
  return pythonFunction(
    `${use.ref} is on ${cause.trigger.when} the limit, and off without a reading.`,
    `update_${use.name}()`,
    [
      `value = readings.get(${quoted(readingName(cause.reading.field))})`,
      ...(pausing ? suite("if state.paused", ["value = None"]) : []),
      `set_${use.name}(${use.name}_limit.update(value, ${limit}))`,
    ],
  );
}

function pressLines(whole: PythonPlan, job: string): string[] {
  switch (job) {
    case "toggle":
      return [
        ...(whole.plan.outputs.some(isManual) ? ["set_outputs(not state.outputs_on)"] : []),
        ...(causes(whole, "press") ? ["state.rang = time.ticks_ms()"] : []),
      ];
    case "pause":
      return ["state.paused = not state.paused"];
    case "page":
      return ["next_page()"];
    default:
      return ["state.presses += 1"];
  }
}

function buttonsFunction(whole: PythonPlan): string[] {
  const { plan, parts } = whole;
  if (plan.buttons.length === 0) return [];
  const body = plan.buttons.flatMap(({ use, job }) => {
    const part = parts.find(({ driven }) => driven.use === use);
    if (part === undefined) return [];
    return suite(`if ${part.use.name}.was_pressed()`, [...pressLines(whole, job), "changed = True"]);
  });
  return pythonFunction("True when a press changed something.", "handle_buttons()", [
    "changed = False",
    ...body,
    "return changed",
  ]);
}

/** The behaviour of Units 2 and 3: outputs, displays, buttons. */
export function behaviourFunctions(whole: PythonPlan): string[][] {
  const all = outputs(whole);
  const named = (kinds: readonly string[]) =>
    all.filter(({ output }) => kinds.includes(output.cause.kind)).map(({ part }) => part.use.name);
  const manual = named(["button", "command"]);
  const ringing = named(["press"]);
  const timed = named(["time"]);
  const pages = hasPages(whole);
  return [
    manual.length === 0
      ? []
      : pythonFunction("Outputs that no reading switches.", "set_outputs(on)", [
          "state.outputs_on = on",
          ...manual.map((name) => `set_${name}(on)`),
        ]),
    ringing.length === 0
      ? []
      : pythonFunction("Each press sounds for a moment, and the next one again.", "ring()", [
          ...suite("if state.rang is None", ["return"]),
          "rings = time.ticks_diff(time.ticks_ms(), state.rang) < RING_MS",
          ...ringing.map((name) => `set_${name}(rings)`),
          ...suite("if not rings", ["state.rang = None"]),
        ]),
    ...all.map(({ part, output }) => updateFunction(whole, part, output)),
    ...displayParts(whole).map(({ use, driver }) =>
      pythonFunction("", `show_${use.name}(first)`, driver.show?.(use) ?? []),
    ),
    pages
      ? pythonFunction("More readings than rows: the next page.", "next_page()", [
          `state.first_shown += ${whole.plan.pageRows}`,
          ...suite("if state.first_shown >= len(READINGS)", ["state.first_shown = 0"]),
        ])
      : [],
    buttonsFunction(whole),
    timed.length === 0
      ? []
      : pythonFunction("Blinking was asked for.", "take_turns()", [
          "state.blink = not state.blink",
          ...timed.map((name) => `set_${name}(state.blink)`),
        ]),
  ];
}

/** Statements after a measurement: every output that works by itself. */
export function updateLines(whole: PythonPlan): string[] {
  const updates = outputs(whole)
    .filter(({ output }) => output.cause.kind === "limit" || output.cause.kind === "follow")
    .map(({ part }) => `update_${part.use.name}()`);
  return causes(whole, "time") ? [...updates, "take_turns()"] : updates;
}

/** Statements of every turn beside the drivers' own. */
export function ringLines(whole: PythonPlan): string[] {
  return causes(whole, "press") ? ["ring()"] : [];
}

/** The argument of show functions, and the statement that turns pages when no button does. */
export function pageLines(whole: PythonPlan): { first: string; turn: string[] } {
  return {
    first: hasPages(whole) ? "state.first_shown" : "0",
    turn: hasPages(whole) && !hasJob(whole, "page") ? ["next_page()"] : [],
  };
}

/** Readings that the program counts itself. */
export function counterLines({ plan }: PythonPlan): string[] {
  return plan.readings
    .filter(({ use }) => use === null)
    .map(({ field }) =>
      field === "presses" ? 'readings["presses"] = state.presses' : 'readings["uptime"] = time.ticks_ms() // 1000',
    );
}

/** measure(): every sensor once, then what follows from it. */
export function measureFunction(whole: PythonPlan): string[] {
  const sensors = whole.parts.filter(({ driver }) => driver.read !== undefined);
  const reads = sensors.map(({ use, isWatched }) =>
    isWatched ? `${use.name}_part.attempt(read_${use.name})` : `read_${use.name}()`,
  );
  const body = [...(reads.length === 0 ? [] : ["readings.clear()", ...reads]), ...updateLines(whole)];
  return body.length === 0
    ? []
    : pythonFunction("Measures and acts on it. A silent sensor is started again at the next turn.", "measure()", body);
}

/** report(): readings on the displays, or on the serial port where there is none. */
export function reportFunction(whole: PythonPlan, log: { shown: string[]; alone: string[] }): string[] {
  const { plan } = whole;
  if (plan.readings.length === 0) return [];
  const { first } = pageLines(whole);
  const displays = displayParts(whole);
  const shows = displays.map(({ use, isWatched }) =>
    isWatched ? `${use.name}_part.attempt(show_${use.name}, ${first})` : `show_${use.name}(${first})`,
  );
  const alone = displays.length === 0;
  return pythonFunction(alone ? "No display: readings go to the serial port." : "Shows the readings.", "report()", [
    ...counterLines(whole),
    ...shows,
    ...(alone ? log.alone : log.shown),
  ]);
}

/** The comment that says how a person switches it; empty where something else does. */
export function commandComment({ plan }: PythonPlan): string[] {
  const refs = plan.outputs.filter(({ cause }) => cause.kind === "command").map(({ use }) => use.ref);
  if (refs.length === 0) return [];
  const stay = refs.length === 1 ? "it stays" : "they stay";
  return [
    `Nothing was named that switches ${refs.join(", ")}: ${stay} off until you send "on" over serial; "off" ends it.`,
  ];
}

/** The parts whose health is watched, as objects. */
export function partRegister({ parts }: PythonPlan): string[] {
  return parts
    .filter(({ isWatched }) => isWatched)
    .map(({ use, driver, label }) =>
      driver.start === undefined
        ? `${use.name}_part = Part(${quoted(label)})`
        : `${use.name}_part = Part(${quoted(label)}, start_${use.name})`,
    );
}

/** A part that may fall silent. `say` are the lines that tell its state, `alive` being the new one. */
export function partClass({ parts }: PythonPlan, say: readonly string[]): string[] {
  if (!parts.some(({ isWatched }) => isWatched)) return [];
  return [
    "class Part:",
    '    """A part that may fall silent: it is started again at the next turn, and its state is told once."""',
    "",
    "    def __init__(self, name, start=None):",
    "        self.name = name",
    "        self.start = start",
    "        self.alive = None",
    "",
    "    def attempt(self, act=None, *args):",
    '        """Starts it where that is due, and acts; True when it answered."""',
    "        alive = True",
    "        try:",
    "            if self.start and not self.alive:",
    "                self.start()",
    "            if act:",
    "                act(*args)",
    "        except OSError:",
    "            alive = False",
    "        if alive != self.alive:",
    ...say.map((line) => `            ${line}`),
    "        self.alive = alive",
    "        return alive",
  ];
}

/** The class that collects what a person types, without waiting. */
export const consoleClass: readonly string[] = [
  "class Console:",
  '    """Collects a line from the serial port without ever waiting for it."""',
  "",
  "    def __init__(self):",
  "        self.poll = select.poll()",
  "        self.poll.register(sys.stdin, select.POLLIN)",
  '        self.text = ""',
  "",
  "    def line(self):",
  "        while self.poll.poll(0):",
  "            char = sys.stdin.read(1)",
  '            if char == "\\n":',
  '                text, self.text = self.text, ""',
  "                return text",
  '            if char != "\\r" and len(self.text) < 31:',
  "                self.text += char",
  "        return None",
];
