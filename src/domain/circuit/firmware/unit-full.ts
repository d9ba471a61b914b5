import { awakeSeconds } from "../power/awake-time.ts";
import {
  behaviourConstants,
  behaviourFunctions,
  behaviourGlobals,
  commandLines,
  pressStatements,
  showStatements,
  tendStatements,
  updateStatements,
} from "./behaviour-text.ts";
import { block, commentText, cppFunction, when } from "./cpp-text.ts";
import { pageFunctions, pageGlobals, pageHeaders } from "./full-page.ts";
import { logFunctions, settingsFunctions, settingsTable } from "./full-services.ts";
import { sleepFunctions, sleepHeaders, watchdog } from "./full-sleep.ts";
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
  setupStatements,
} from "./part-text.ts";
import type { DrivenPart } from "./part-uses.ts";
import type { FirmwarePlan } from "./plan.ts";

const coreOf = (plan: FirmwarePlan) => plan.trace.board.figures.core;
/** Memory that outlives deep sleep, as a variable: only Espressif's core has it. */
const countsWakes = (plan: FirmwarePlan) => plan.sleepMinutes !== null && coreOf(plan) === "esp32";
const isWatched = ({ driver }: DrivenPart) =>
  driver.isMute !== true && (driver.readings !== undefined || driver.start !== undefined);

function headLines(plan: FirmwarePlan): string[] {
  const power =
    plan.sleepMinutes !== null
      ? `Measures, ${plan.displays.length === 0 ? "reports" : "shows"} it for a few seconds, then sleeps ${plan.sleepMinutes} min.`
      : plan.input.requirements.power.source === "battery"
        ? "Stays awake on the battery, because it has to react at once."
        : "Always on: nothing in loop() waits, so buttons and the watchdog are served at any time.";
  const ram =
    plan.trace.board.figures.ramBytes === 2048 &&
    plan.displays.some(({ use }) => use.part.figures?.bufferBytes !== undefined)
      ? ['The OLED\'s picture takes 1,024 of the 2,048 bytes of RAM: keep texts in F("...").']
      : [];
  return [`Board: ${plan.trace.board.part.name}. ${power}`, ...commandLines(plan), ...ram];
}

function includes(plan: FirmwarePlan): string[] {
  return includeLines(plan, [
    ...(plan.wifi ? pageHeaders(coreOf(plan)) : []),
    coreOf(plan) === "esp32" ? "Preferences.h" : "EEPROM.h",
    ...sleepHeaders(plan),
  ]);
}

function clockLines(plan: FirmwarePlan): string[] {
  const sleeps = plan.sleepMinutes !== null;
  return [
    "constexpr uint32_t kBaud = 115200;",
    ...(plan.readings.length > 0 ? [`constexpr uint32_t kReportEveryMs = ${plan.reportEveryMs};`] : []),
    ...(sleeps ? [`constexpr uint32_t kAwakeMs = ${awakeSeconds * 1000};  // long enough to read the display`] : []),
    ...(sleeps && plan.wifi
      ? ["constexpr uint32_t kPageMs = 300000;  // after a reset the page is there for 5 minutes"]
      : []),
  ];
}

function stateLines(plan: FirmwarePlan): string[] {
  const alive = plan.driven
    .filter(isWatched)
    .map(({ use, driver }) => `bool ${use.name}Alive = ${driver.start === undefined};`);
  const sleeps = plan.sleepMinutes !== null;
  return [
    ...alive,
    ...(sleeps ? ["uint32_t awakeSinceMs = 0;"] : []),
    ...(sleeps && plan.wifi ? ["uint32_t awakeMs = kAwakeMs;"] : []),
    ...(countsWakes(plan) ? ["RTC_DATA_ATTR uint32_t wakeCount = 0;  // survives deep sleep"] : []),
    ...behaviourGlobals(plan),
  ];
}

/** One sensor's turn: started again when it was silent, read, its state noted. */
function careFor(driven: DrivenPart): string {
  const { use, driver } = driven;
  const read = `read${use.typeName}()`;
  if (!isWatched(driven)) return `${read};`;
  const now = driver.start === undefined ? read : `(${use.name}Alive || start${use.typeName}()) && ${read}`;
  return `noteHealth(${use.name}Alive, ${now}, F("${logName(driven)}"));`;
}

function measureFunction(plan: FirmwarePlan): string[] {
  const sensors = plan.driven.filter(({ driver }) => driver.readings !== undefined);
  const body = [
    ...(sensors.length === 0 ? [] : ["readings = Readings();", ...sensors.map(careFor)]),
    ...updateStatements(plan),
  ];
  return body.length === 0
    ? []
    : cppFunction(
        "Measures and acts on it. A silent sensor is started again at the next turn.",
        "void measure()",
        body,
      );
}

function reportFunction(plan: FirmwarePlan): string[] {
  if (plan.readings.length === 0) return [];
  const shows = showStatements(plan).show.flatMap((call, index) => {
    const driven = plan.driven.find(({ use }) => use === plan.displays[index]?.use);
    if (driven === undefined) return [];
    const { use, driver } = driven;
    const now = `${driver.alive?.(use) ?? "true"} && (${use.name}Alive || start${use.typeName}())`;
    return [`noteHealth(${use.name}Alive, ${now}, F("${logName(driven)}"));`, `if (${use.name}Alive) ${call}`];
  });
  const log = `if (beginLog(${plan.displays.length === 0 ? "kLogInfo" : "kLogDebug"})) printReadings(Serial);`;
  return cppFunction(
    plan.displays.length === 0 ? "No display: readings go to the serial port." : "Shows the readings.",
    "void report()",
    [...shows, log],
  );
}

function setupFunction(plan: FirmwarePlan): string[] {
  const started = plan.driven.filter(({ driver }) => driver.start !== undefined);
  const sleeps = plan.sleepMinutes !== null;
  return block("void setup()", [
    ...watchdog[coreOf(plan)].first,
    "Serial.begin(kBaud);",
    "loadSettings();",
    ...(countsWakes(plan)
      ? [
          "wakeCount++;",
          ...block("if (beginLog(kLogInfo))", ['Serial.print(F("wake-up "));', "Serial.println(wakeCount);"]),
        ]
      : []),
    ...setupStatements(plan),
    ...started.flatMap((driven) => [
      `${driven.use.name}Alive = start${driven.use.typeName}();`,
      `logHealth(${driven.use.name}Alive, F("${logName(driven)}"));`,
    ]),
    ...(plan.wifi ? ["startWifi();"] : []),
    ...(measureFunction(plan).length > 0 ? ["measure();"] : []),
    ...(plan.readings.length > 0 ? ["report();"] : []),
    ...(sleeps ? ["awakeSinceMs = millis();"] : []),
    watchdog[coreOf(plan)].start,
  ]);
}

function loopFunction(plan: FirmwarePlan): string[] {
  const sleeps = plan.sleepMinutes !== null;
  const reports = plan.readings.length > 0;
  const { turn } = showStatements(plan);
  const press = pressStatements(plan);
  const measures = measureFunction(plan).length > 0;
  return block("void loop()", [
    ...(measures ? ["static uint32_t lastMeasureMs = 0;"] : []),
    ...(reports ? ["static uint32_t lastReportMs = 0;"] : []),
    ...watchdog[coreOf(plan)].feed,
    "handleSerial();",
    ...(plan.wifi ? ["handleWifi();"] : []),
    ...press,
    ...tendStatements(plan),
    ...(measures
      ? ["if (due(lastMeasureMs, static_cast<uint32_t>(setting(kMeasureSeconds) * 1000.0f))) measure();"]
      : []),
    ...(reports ? when("due(lastReportMs, kReportEveryMs)", [...turn, "report();"]) : []),
    ...(sleeps ? [`if (millis() - awakeSinceMs >= ${plan.wifi ? "awakeMs" : "kAwakeMs"}) goToSleep();`] : []),
  ]);
}

/** Unit 3: the full device. Nothing waits, silent parts are tried again, settings are stored, a hang restarts the board. */
export function fullSketch(plan: FirmwarePlan): (readonly string[])[] {
  const measures = measureFunction(plan).length > 0;
  return [
    headComment(`${commentText(plan.input.title)}. Unit 3: the full device.`, headLines(plan)),
    includes(plan),
    pinConstants(plan),
    [...partConstants(plan), ...behaviourConstants(plan)],
    clockLines(plan),
    plan.wifi ? pageGlobals(coreOf(plan)) : [],
    settingsTable(plan),
    partGlobals(plan),
    readingsStruct(plan),
    stateLines(plan),
    ...logFunctions(plan),
    ...printFunctions(plan),
    ...partFunctions(plan),
    ...behaviourFunctions(plan, measures || plan.readings.length > 0),
    ...settingsFunctions(plan),
    measureFunction(plan),
    reportFunction(plan),
    ...(plan.wifi ? pageFunctions(plan) : []),
    ...sleepFunctions(plan),
    setupFunction(plan),
    loopFunction(plan),
  ];
}
