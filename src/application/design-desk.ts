import type { Design, Finding, PowerBudget } from "../domain/circuit/design.ts";
import type { Verdict } from "../domain/circuit/lists.ts";
import type { SerialReading } from "../domain/circuit/serial-log/read-serial-log.ts";
import type { CheckBody, DesignBody } from "../protocol/design.ts";

/** What the rule check says of a foreign circuit. `unknownParts` are the caller's ids that the catalogue does not know. */
export interface CheckResult {
  verdict: Verdict;
  findings: Finding[];
  power: PowerBudget;
  unknownParts: string[];
  /** What a serial log says of the circuit's parts, where one was sent. */
  serial?: SerialReading;
}

/** The engine as the stateless routes use it: pure, the same answer for the same body. */
export interface DeskEngine {
  design(body: DesignBody): Design;
  check(body: CheckBody): CheckResult;
}
