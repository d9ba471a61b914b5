import { awakeSeconds } from "../../power/awake-time.ts";
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
  setupLines,
  tendLines,
} from "./common-text.ts";
import {
  logFunctions,
  pageClass,
  pageConstants,
  settingsFunctions,
  settingsTable,
  sleepFunctions,
  watchdogObject,
} from "./full-services.ts";
import type { PythonPlan } from "./python-plan.ts";
import { comments, pythonFunction, suite } from "./python-text.ts";
import { startLines } from "./unit-minimal.ts";

function headLines(whole: PythonPlan): string[] {
  const { plan } = whole;
  const power =
    plan.sleepMinutes !== null
      ? `Measures, ${plan.displays.length === 0 ? "reports" : "shows"} it for a few seconds, then sleeps ${plan.sleepMinutes} min.`
      : plan.input.requirements.power.source === "battery"
        ? "Stays awake on the battery, because it has to react at once."
        : "Always on: nothing in the main loop waits, so buttons and the watchdog are served at any time.";
  return [
    `${commentText(plan.input.title)}. Unit 3: the full device.`,
    `Board: ${plan.trace.board.part.name} with MicroPython. Save this as main.py.`,
    power,
    ...installLines(whole),
    ...commandComment(whole),
  ];
}

function machineNames({ plan }: PythonPlan): string[] {
  const restarts = plan.sleepMinutes !== null && plan.trace.board.figures.core !== "rp2040";
  return [
    "WDT",
    ...(restarts ? ["deepsleep"] : []),
    ...(restarts && plan.wifi ? ["DEEPSLEEP_RESET", "reset_cause"] : []),
  ];
}

function clockLines({ plan }: PythonPlan): string[] {
  const sleeps = plan.sleepMinutes !== null;
  return [
    ...(plan.readings.length > 0 ? ["REPORT_EVERY_MS = 2000"] : []),
    ...(sleeps ? [`AWAKE_MS = ${awakeSeconds * 1000}  # long enough to read the display`] : []),
    ...(sleeps && plan.wifi ? ["PAGE_MS = 300_000  # after a reset the page is there for 5 minutes"] : []),
    "WATCHDOG = True  # False while you change the code: once started, it cannot be stopped",
  ];
}

function loopLines(whole: PythonPlan, has: { measures: boolean; reports: boolean }): string[] {
  const { plan } = whole;
  const press =
    plan.buttons.length === 0 ? [] : has.reports ? suite("if handle_buttons()", ["report()"]) : ["handle_buttons()"];
  return [
    ...suite("if watchdog", ["watchdog.feed()"]),
    "line = console.line()",
    ...suite("if line is not None", ["apply_line(line)"]),
    ...(plan.wifi ? ["page.tend()"] : []),
    ...press,
    ...tendLines(whole),
    ...ringLines(whole),
    ...(has.measures ? suite('if measuring.due(int(settings["measureSeconds"] * 1000))', ["measure()"]) : []),
    ...(has.reports ? suite("if reporting.due(REPORT_EVERY_MS)", [...pageLines(whole).turn, "report()"]) : []),
    ...(plan.sleepMinutes === null
      ? []
      : suite("if time.ticks_diff(time.ticks_ms(), state.awake_since) >= state.awake_ms", ["go_to_sleep()"])),
    "time.sleep_ms(5)",
  ];
}

/** Unit 3: the full device. Nothing waits, silent parts are tried again, settings are stored, a hang restarts the board. */
export function fullProgram(whole: PythonPlan): (readonly string[])[] {
  const { plan } = whole;
  const measure = measureFunction(whole);
  const report = reportFunction(whole, {
    shown: ["log(DEBUG, all_readings())"],
    alone: ["log(INFO, all_readings())"],
  });
  const has = { measures: measure.length > 0, reports: report.length > 0 };
  return [
    comments(headLines(whole)),
    importLines(whole, {
      modules: ["json", "select", "sys", ...(plan.wifi ? ["network", "socket"] : [])],
      machine: machineNames(whole),
    }),
    pinConstants(whole),
    [...partConstants(whole), ...behaviourConstants(whole)],
    clockLines(whole),
    plan.wifi ? pageConstants : [],
    settingsTable(whole),
    ...logFunctions,
    buttonClass(whole),
    has.measures || has.reports ? everyClass : [],
    limitClass(whole),
    partClass(whole, [
      'log(INFO if alive else WARNING, self.name, "answers" if alive else "does not answer, trying again")',
    ]),
    consoleClass,
    stateClass(whole),
    [...partObjects(whole), ...limitObjects(whole)],
    ...readingFunctions(whole),
    plan.wifi ? pageClass(whole) : [],
    ...partFunctions(whole),
    partRegister(whole),
    ...behaviourFunctions(whole),
    ...settingsFunctions(whole),
    measure,
    report,
    [...(plan.wifi ? ["page = Page()"] : []), `watchdog = ${watchdogObject(whole)} if WATCHDOG else None`],
    ...sleepFunctions(whole),
    pythonFunction("", "main()", [
      "load_settings()",
      ...setupLines(whole),
      ...startLines(whole),
      ...(plan.wifi ? ["page.start()"] : []),
      "console = Console()",
      ...(has.measures ? ["measuring = Every()", "measure()"] : []),
      ...(has.reports ? ["reporting = Every()", "report()"] : []),
      ...(plan.sleepMinutes === null ? [] : ["state.awake_since = time.ticks_ms()"]),
      ...suite("while True", loopLines(whole, has)),
    ]),
    ["main()"],
  ];
}
