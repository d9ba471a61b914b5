import { partById } from "../domain/circuit/catalogue/catalogue.ts";
import type { Circuit, Finding } from "../domain/circuit/design.ts";
import { designGoal } from "../domain/circuit/design-goal.ts";
import { busKhzOf } from "../domain/circuit/firmware/bus-clock.ts";
import { checkFirmware } from "../domain/circuit/firmware/check-firmware.ts";
import type { FirmwareProof, SyntaxProblem } from "../domain/circuit/firmware/firmware-proof.ts";
import { withProofs } from "../domain/circuit/firmware/firmware-proof.ts";
import { powerOfGraph } from "../domain/circuit/power/power-budget.ts";
import { checkCircuit, verdictOf } from "../domain/circuit/rules/check-circuit.ts";
import { circuitFromRequest } from "../domain/circuit/rules/circuit-from-request.ts";
import { buildGraph } from "../domain/circuit/rules/circuit-graph.ts";
import { readSerialLog } from "../domain/circuit/serial-log/read-serial-log.ts";
import { importDiagram, inTheirWords } from "../domain/circuit/wokwi/import-diagram.ts";
import type { CheckBody, DesignBody } from "../protocol/design.ts";
import type { CheckResult, DeskEngine } from "./design-desk.ts";
import type { PythonFile } from "./micropython.ts";

/** What the desk has beside the domain: libraries behind ports. */
export interface DeskTools {
  /** Proofs that a design's firmware climbs. */
  proofs: readonly FirmwareProof[];
  /** Syntax errors of an Arduino sketch, in their order. */
  cppProblems(content: string): SyntaxProblem[];
  /** One line for each fault that MicroPython's compiler finds in a Python file; null where the compiler is not there. */
  pythonProblems?(file: PythonFile): string[] | null;
}

/** The design engine of `domain/circuit`, as the stateless routes use it. */
export function circuitDesk(tools: DeskTools): DeskEngine {
  return {
    design: (body: DesignBody) => withProofs(designGoal(body), tools.proofs),
    check: (body: CheckBody) => check(body, tools),
  };
}

function check(body: CheckBody, tools: DeskTools): CheckResult {
  if (body.format === "ohm") return checkedCircuit(circuitFromRequest(body.circuit), body, tools);
  const imported = importDiagram(body.circuit);
  const result = checkedCircuit(imported.circuit, body, tools);
  const unknownParts = imported.unknownParts.map(({ id }) => id);
  return { ...result, unknownParts, findings: inTheirWords(result.findings, imported) };
}

function checkedCircuit(circuit: Circuit, body: CheckBody, tools: DeskTools): CheckResult {
  const usesWifi = body.firmware ? /\bWiFi\b|\besp_wifi|\bWLAN\b/.test(body.firmware.content) : null;
  const i2cKhz = body.firmware ? busKhzOf(body.firmware.content) : null;
  const checked = checkCircuit(circuit, { requirements: null, language: "en", usesWifi, i2cKhz });
  const findings = [...checked.findings, ...sketchFindings(body, circuit, tools)];
  const power = powerOfGraph(buildGraph(circuit, partById), null);
  const serial =
    body.serialLog === undefined ? {} : { serial: readSerialLog(body.serialLog, circuit, body.language ?? "en") };
  return { verdict: verdictOf(findings), findings, unknownParts: checked.unknownParts, power, ...serial };
}

const pythonName = /\.py$/i;

const syntaxFinding = (message: string): Finding => ({
  ruleId: "firmware-syntax",
  severity: "E",
  message,
  nets: [],
  pins: [],
  parts: [],
});

const sketchName = /\.(?:ino|pde|c|cc|cpp|h|hpp)$/i;

/** What is wrong with a sketch by itself and against the circuit; that it was not read, for firmware in another language. */
function sketchFindings({ firmware }: CheckBody, circuit: Circuit, tools: DeskTools): Finding[] {
  if (firmware === undefined) return [];
  if (!(sketchName.test(firmware.filename) || pythonName.test(firmware.filename))) {
    const message = `${firmware.filename} was not compared with the wiring: I read Arduino C++ (.ino, .cpp, .h) and MicroPython (.py).`;
    return [{ ruleId: "firmware-wiring", severity: "W", message, nets: [], pins: [], parts: [] }];
  }
  const wiring = checkFirmware(firmware, circuit);
  if (pythonName.test(firmware.filename))
    return [...(tools.pythonProblems?.(firmware) ?? []).map((message) => syntaxFinding(message)), ...wiring];
  const syntax = tools
    .cppProblems(firmware.content)
    .map(({ line, column, message }) =>
      syntaxFinding(`${firmware.filename}, line ${line}, column ${column}: ${message}`),
    );
  return [...syntax, ...wiring];
}
