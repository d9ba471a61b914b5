import { commentText } from "../cpp-text.ts";
import {
  behaviourConstants,
  behaviourFunctions,
  commandComment,
  consoleClass,
  limitClass,
  limitObjects,
  measureFunction,
  pageLines,
  partClass,
  partRegister,
  reportFunction,
  ringLines,
  stateClass,
  takesCommands,
} from "./behaviour.ts";
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
import type { PythonPlan } from "./python-plan.ts";
import { comments, pythonFunction, suite } from "./python-text.ts";

/** Starts what must be started; a silent part is told. */
export function startLines({ parts }: PythonPlan): string[] {
  return parts.filter(({ driver }) => driver.start !== undefined).map(({ use }) => `${use.name}_part.attempt()`);
}

function loopLines(whole: PythonPlan, report: string[]): string[] {
  const { plan } = whole;
  const measures = measureFunction(whole).length > 0;
  const press =
    plan.buttons.length === 0
      ? []
      : report.length === 0
        ? ["handle_buttons()"]
        : suite("if handle_buttons()", ["report()"]);
  const commands = takesCommands(whole)
    ? ["line = console.line()", ...suite('if line in ("on", "off")', ['set_outputs(line == "on")'])]
    : [];
  return [
    ...commands,
    ...press,
    ...tendLines(whole),
    ...ringLines(whole),
    ...(measures ? suite("if measuring.due(MEASURE_EVERY_MS)", ["measure()"]) : []),
    ...(report.length === 0 ? [] : suite("if reporting.due(REPORT_EVERY_MS)", [...pageLines(whole).turn, "report()"])),
    "time.sleep_ms(5)",
  ];
}

/** Unit 2: the one thing that was asked for, with nothing around it. */
export function minimalProgram(whole: PythonPlan): (readonly string[])[] {
  const { plan } = whole;
  const measure = measureFunction(whole);
  const report = reportFunction(whole, { shown: [], alone: ["print(all_readings())"] });
  const measures = measure.length > 0;
  const reports = report.length > 0;
  const commands = takesCommands(whole);
  return [
    comments([
      `${commentText(plan.input.title)}. Unit 2: the minimal working device.`,
      `Board: ${plan.trace.board.part.name} with MicroPython. Save this as main.py; Unit 1 must show no [fail] first.`,
      ...installLines(whole),
      ...commandComment(whole),
    ]),
    importLines(whole, { modules: commands ? ["select", "sys"] : [] }),
    pinConstants(whole),
    [...partConstants(whole), ...settingConstants(plan), ...behaviourConstants(whole)],
    [
      ...(measures ? [`MEASURE_EVERY_MS = ${plan.measureEveryMs}`] : []),
      ...(reports ? ["REPORT_EVERY_MS = 2000"] : []),
    ],
    buttonClass(whole),
    measures || reports ? everyClass : [],
    limitClass(whole),
    partClass(whole, ["if not alive:", '    print("[fail]", self.name)']),
    commands ? consoleClass : [],
    stateClass(whole),
    [...partObjects(whole), ...limitObjects(whole)],
    ...readingFunctions(whole),
    ...partFunctions(whole),
    partRegister(whole),
    ...behaviourFunctions(whole),
    measure,
    report,
    pythonFunction("", "main()", [
      ...setupLines(whole),
      ...startLines(whole),
      ...(commands ? ["console = Console()"] : []),
      ...(measures ? ["measuring = Every()", "measure()"] : []),
      ...(reports ? ["reporting = Every()", "report()"] : []),
      ...suite("while True", loopLines(whole, report)),
    ]),
    ["main()"],
  ];
}
