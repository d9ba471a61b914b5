import {
  behaviourConstants,
  behaviourFunctions,
  behaviourGlobals,
  commandFunction,
  commandLines,
  pressStatements,
  showStatements,
  takesCommands,
  tendStatements,
  updateStatements,
} from "./behaviour-text.ts";
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
import type { FirmwarePlan } from "./plan.ts";

/** The sensors that are read in a round, as calls. */
function readCalls(plan: FirmwarePlan): string[] {
  return plan.driven.filter(({ driver }) => driver.readings !== undefined).map(({ use }) => `read${use.typeName}();`);
}

function measureFunction(plan: FirmwarePlan): string[] {
  const reads = readCalls(plan);
  const body = [...(reads.length === 0 ? [] : ["readings = Readings();", ...reads]), ...updateStatements(plan)];
  return body.length === 0 ? [] : cppFunction("Measures and acts on it.", "void measure()", body);
}

function reportFunction(plan: FirmwarePlan): string[] {
  if (plan.readings.length === 0) return [];
  const shows = showStatements(plan).show.map((call, index) => `if (${plan.displays[index]?.use.name}Alive) ${call}`);
  const comment = shows.length === 0 ? "No display: readings go to the serial port." : "Shows the readings.";
  return cppFunction(comment, "void report()", shows.length === 0 ? ["printReadings(Serial);"] : shows);
}

function loopFunction(plan: FirmwarePlan): string[] {
  const measures = measureFunction(plan).length > 0;
  const reports = plan.readings.length > 0;
  const { turn } = showStatements(plan);
  const press = pressStatements(plan);
  const round = [...turn, "report();"];
  const every = measures
    ? ["static uint32_t lastMeasureMs = 0;", "if (due(lastMeasureMs, kMeasureEveryMs)) measure();"]
    : [];
  const show = reports
    ? ["static uint32_t lastReportMs = 0;", ...when("due(lastReportMs, kReportEveryMs)", round)]
    : [];
  const serial = takesCommands(plan) ? ["handleSerial();"] : [];
  return block("void loop()", [...serial, ...press, ...tendStatements(plan), ...every, ...show]);
}

/** Unit 2: the one thing that was asked for, with nothing around it. */
export function minimalSketch(plan: FirmwarePlan): (readonly string[])[] {
  const { board } = plan.trace;
  const measures = measureFunction(plan).length > 0;
  const reports = plan.readings.length > 0;
  const started = plan.driven.filter(({ driver }) => driver.start !== undefined);
  return [
    headComment(`${commentText(plan.input.title)}. Unit 2: the minimal working device.`, [
      `Board: ${board.part.name}. Unit 1 must show no [fail] first.`,
      ...commandLines(plan),
    ]),
    includeLines(plan),
    pinConstants(plan),
    [...partConstants(plan), ...settingConstants(plan), ...behaviourConstants(plan)],
    [
      "constexpr uint32_t kBaud = 115200;",
      ...(measures ? [`constexpr uint32_t kMeasureEveryMs = ${plan.measureEveryMs};`] : []),
      ...(reports ? [`constexpr uint32_t kReportEveryMs = ${plan.reportEveryMs};`] : []),
    ],
    [...partGlobals(plan), ...plan.displays.map(({ use }) => `bool ${use.name}Alive = false;`)],
    readingsStruct(plan),
    behaviourGlobals(plan),
    ...printFunctions(plan),
    ...partFunctions(plan),
    ...behaviourFunctions(plan, measures || reports),
    commandFunction(plan),
    measureFunction(plan),
    reportFunction(plan),
    block("void setup()", [
      "Serial.begin(kBaud);",
      ...setupStatements(plan),
      ...started.flatMap((driven) => {
        const { use, driver } = driven;
        const complain = `Serial.println(F("[fail] ${logName(driven)}"));`;
        if (driver.display === undefined) return [`if (!start${use.typeName}()) ${complain}`];
        return [`${use.name}Alive = start${use.typeName}();`, `if (!${use.name}Alive) ${complain}`];
      }),
      ...(measures ? ["measure();"] : []),
      ...(reports ? ["report();"] : []),
    ]),
    loopFunction(plan),
  ];
}
