import { partById } from "../catalogue/catalogue.ts";
import { costOf } from "../cost/cost-of.ts";
import type { Design } from "../design.ts";
import type { Refusal } from "../design-stages.ts";
import type { Requirements } from "../requirements.ts";
import { designTitle } from "./design-title.ts";

/** A design without parts that says why there is none: status `unsupported` or `needs_answer`, one E finding with the reason. */
export function refusedDesign(refusal: Refusal, requirements: Requirements, previous: Design | null): Design {
  const board = partById(requirements.board.catalogId ?? "");
  return {
    status: refusal.kind,
    reason: refusal.reason,
    ...(refusal.question === null ? {} : { question: refusal.question }),
    title: designTitle(requirements, null),
    requirements,
    devices: [],
    board: { id: board?.id ?? "", name: board?.name ?? "" },
    parts: [],
    nets: [],
    connections: [],
    codeFiles: [],
    verdict: "FAIL",
    findings: [{ ruleId: "requirement", severity: "E", message: refusal.reason, nets: [], pins: [], parts: [] }],
    passed: [],
    power: { rails: [], assumptions: [] },
    cost: costOf([], requirements),
    ...(previous?.designators === undefined ? {} : { designators: previous.designators }),
  };
}
