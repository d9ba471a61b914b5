import { partById } from "../domain/circuit/catalogue/catalogue.ts";
import type { Circuit } from "../domain/circuit/design.ts";
import { designGoal } from "../domain/circuit/design-goal.ts";
import { powerOfGraph } from "../domain/circuit/power/power-budget.ts";
import { checkCircuit } from "../domain/circuit/rules/check-circuit.ts";
import { circuitFromRequest } from "../domain/circuit/rules/circuit-from-request.ts";
import { buildGraph } from "../domain/circuit/rules/circuit-graph.ts";
import { importDiagram, inTheirWords } from "../domain/circuit/wokwi/import-diagram.ts";
import type { CheckBody, DesignBody } from "../protocol/design.ts";
import type { CheckResult, DeskEngine } from "./design-desk.ts";

/** The design engine of `domain/circuit`, as the stateless routes use it. */
export const circuitDesk: DeskEngine = { design: (body: DesignBody) => designGoal(body), check };

function check(body: CheckBody): CheckResult {
  const usesWifi = body.firmware ? /\bWiFi\b|\besp_wifi|\bWLAN\b/.test(body.firmware.content) : null;
  if (body.format === "ohm") return checked(circuitFromRequest(body.circuit), usesWifi);
  const imported = importDiagram(body.circuit);
  const result = checked(imported.circuit, usesWifi);
  return { ...result, findings: inTheirWords(result.findings, imported) };
}

function checked(circuit: Circuit, usesWifi: boolean | null): CheckResult {
  const { verdict, findings, unknownParts } = checkCircuit(circuit, { requirements: null, language: "en", usesWifi });
  return { verdict, findings, unknownParts, power: powerOfGraph(buildGraph(circuit, partById), null) };
}
