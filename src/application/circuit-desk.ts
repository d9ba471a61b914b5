import { partById } from "../domain/circuit/catalogue/catalogue.ts";
import { designGoal } from "../domain/circuit/design-goal.ts";
import { powerOfGraph } from "../domain/circuit/power/power-budget.ts";
import { checkCircuit } from "../domain/circuit/rules/check-circuit.ts";
import { circuitFromRequest } from "../domain/circuit/rules/circuit-from-request.ts";
import { buildGraph } from "../domain/circuit/rules/circuit-graph.ts";
import { OhmError } from "../domain/error/ohm-error.ts";
import type { CheckBody, DesignBody } from "../protocol/design.ts";
import type { CheckResult, DeskEngine } from "./design-desk.ts";

/** The design engine of `domain/circuit`, as the stateless routes use it. */
export const circuitDesk: DeskEngine = { design: (body: DesignBody) => designGoal(body), check };

function check(body: CheckBody): CheckResult {
  if (body.format !== "ohm")
    throw new OhmError("unsupported", `The format ${body.format} is not read yet; send format ohm`);
  const circuit = circuitFromRequest(body.circuit);
  const usesWifi = body.firmware ? /\bWiFi\b|\besp_wifi|\bWLAN\b/.test(body.firmware.content) : null;
  const { verdict, findings, unknownParts } = checkCircuit(circuit, { requirements: null, language: "en", usesWifi });
  return { verdict, findings, unknownParts, power: powerOfGraph(buildGraph(circuit, partById), null) };
}
