import type { PartChange } from "../domain/circuit/compare-designs.ts";
import { summarizeChange } from "../domain/circuit/compare-designs.ts";
import type { Connection, Cost, Design, DesignPart, Finding, PowerBudget } from "../domain/circuit/design.ts";
import type { Budget, Requirements } from "../domain/circuit/requirements.ts";
import type { DesignFacts, DesignResult, Explanation } from "../protocol/tool-results.ts";

const supporting = new Set(["passive", "semiconductor", "mechanical"]);

/** A design in the words that models talk about: no nets, no files, no pin lists. */
export function designFacts(design: Design): DesignFacts {
  const { requirements } = design;
  return {
    title: design.title,
    board: design.board.name,
    ...devicesOf(design),
    firmware: requirements.firmware,
    mains: requirements.mains,
    wires: design.connections.length,
    verdict: design.verdict,
    rulesPassed: new Set(design.passed.map(({ ruleId }) => ruleId)).size,
    parts: design.parts.map((part) => ({
      ...partFacts(part, requirements.devices?.find(({ id }) => id === part.deviceId)?.requirements ?? requirements),
      ...deviceOf(design, part.deviceId),
    })),
    findings: design.findings.map(findingFacts),
    cost: costFacts(design.cost, requirements.budget),
    power: powerFacts(design.power),
    code: design.codeFiles.map((file) => ({
      filename: file.filename,
      unitNumber: file.unitNumber,
      ...deviceOf(design, file.deviceId),
      platform: file.platform,
      libraries: file.libraries,
      rungsPassed: file.ladder.filter(({ passed, evidence }) => passed && evidence !== null).map(({ level }) => level),
    })),
    assumed: requirements.assumed.map(({ field, text }) => ({ field, text })),
    notUnderstood: requirements.notUnderstood,
    ...(design.question ? { question: design.question } : {}),
  };
}

/** The name of the device that something is of, where the design has several. */
function deviceOf({ devices }: Design, id: string): { device?: string } {
  const name = devices.length > 1 ? devices.find((one) => one.id === id)?.name : undefined;
  return name === undefined ? {} : { device: name };
}

/** Each device with its board and, on a battery, its hours on one charge; nothing where there is one device. */
function devicesOf({ devices, power }: Design): Pick<DesignFacts, "devices"> {
  if (devices.length < 2) return {};
  return {
    devices: devices.map(({ id, name, board }) => {
      const hours = power.devices?.find(({ deviceId }) => deviceId === id)?.batteryHours;
      return { name, board: board.name, ...(hours === undefined ? {} : { batteryHours: hours }) };
    }),
  };
}

/** What a person would notice between two designs; `summary`, whether it is the same and what is not done are the caller's to say. */
export function changeFacts(
  before: Design,
  after: Design,
): Omit<NonNullable<DesignResult["change"]>, "isSame" | "summary" | "notDone"> {
  const { added, removed, wires, deltaCents, lostFunctions, newFunctions } = summarizeChange(before, after);
  const counted = ({ name, count, device }: PartChange) =>
    `${device === undefined ? "" : `${device}: `}${count === 1 ? name : `${count} × ${name}`}`;
  return {
    added: added.map(counted),
    removed: removed.map(counted),
    functionsGained: newFunctions,
    functionsLost: lostFunctions,
    lostBecause: [
      ...new Set(
        (after.requirements.dropped ?? []).flatMap((one) => (lostFunctions.includes(one.label) ? [one.because] : [])),
      ),
    ],
    costDeltaCents: deltaCents,
    wires,
    kept: after.parts.filter((part) =>
      before.parts.some(({ id, catalogId, quantity }) => {
        return id === part.id && catalogId === part.catalogId && quantity === part.quantity;
      }),
    ).length,
    verdictBefore: before.verdict,
    ...(before.power.batteryHours === undefined ? {} : { batteryHoursBefore: before.power.batteryHours }),
  };
}

/** One line of the bill of materials. `main` is false for what only supports others, `named` true for what a person named. */
export function partFacts(part: DesignPart, { board, functions }: Requirements): DesignFacts["parts"][number] {
  const { id, catalogId, name, quantity, role, why, unitPriceCents, owned, warnings } = part;
  const alternatives = part.alternatives.map((other) => ({
    name: other.name,
    deltaCents: other.deltaCents,
    effect: other.effect,
  }));
  const main = !supporting.has(part.category);
  const isBoard = part.category === "board";
  const named =
    (isBoard && board.named) || functions.some((one) => one.catalogId !== undefined && one.catalogId === catalogId);
  return {
    id,
    catalogId,
    name,
    main,
    isBoard,
    named,
    quantity,
    role,
    why,
    unitPriceCents,
    owned,
    alternatives,
    warnings,
  };
}

/** A finding with its repairs by label and price. */
export function findingFacts(finding: Finding): DesignFacts["findings"][number] {
  const { ruleId, severity, message, parts, measured, limit, source } = finding;
  return {
    ruleId,
    severity,
    message,
    parts,
    ...(measured ? { measured } : {}),
    ...(limit ? { limit } : {}),
    ...(source === undefined ? {} : { source }),
    fixes: (finding.fixes ?? []).map(({ label, deltaCents }) => ({ label, deltaCents })),
  };
}

/** One wire with its reason. */
export function wireFacts(wire: Connection): Explanation["wires"][number] {
  const { from, to, net, volts, colour, note, warning } = wire;
  return { from, to, net, volts, colour, note, ...(warning === undefined ? {} : { warning }) };
}

function costFacts(cost: Cost, budget: Budget | null): DesignFacts["cost"] {
  const { totalCents, lowCents, highCents, budgetCents, currency, displayCents, rateDate, priceDate } = cost;
  return {
    totalCents,
    lowCents,
    highCents,
    ...(budgetCents === undefined ? {} : { budgetCents }),
    budgetHard: budget?.hard ?? false,
    ...(budget ? { budgetDisplayCents: budget.displayCents } : {}),
    currency,
    displayCents,
    ...(rateDate === undefined ? {} : { rateDate }),
    priceDate,
  };
}

function powerFacts(power: PowerBudget): DesignFacts["power"] {
  const { batteryHours, averageMa, wantedHours, boardAsleepMa, assumptions } = power;
  return {
    rails: power.rails.map(({ name, volts, typMa, maxMa, limitMa }) => ({ name, volts, typMa, maxMa, limitMa })),
    ...(batteryHours === undefined ? {} : { batteryHours }),
    ...(averageMa === undefined ? {} : { averageMa }),
    ...(wantedHours === undefined ? {} : { wantedHours }),
    ...(boardAsleepMa === undefined ? {} : { boardAsleepMa }),
    assumptions,
  };
}
