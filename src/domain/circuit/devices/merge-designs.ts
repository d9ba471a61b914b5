import { partById } from "../catalogue/catalogue.ts";
import { costOf } from "../cost/cost-of.ts";
import type { Design, Finding, PassedRule, PowerBudget } from "../design.ts";
import type { Severity } from "../lists.ts";
import type { Requirements } from "../requirements.ts";
import { budgetReport } from "../rules/budget.ts";
import { verdictOf } from "../rules/check-circuit.ts";
import { unmetWishes } from "../rules/unmet-wishes.ts";
import { deviceName } from "./device-names.ts";
import { idInDesign, renamedFinding, renamedPart } from "./device-view.ts";
import { wholeRequirements } from "./whole-requirements.ts";

/** One device that is designed, with its id in the whole. */
export interface DesignedDevice {
  id: string;
  design: Design;
}

const severityOrder: Record<Severity, number> = { E: 0, W: 1, I: 2 };

const nameOf = ({ design: { requirements } }: DesignedDevice): string =>
  deviceName(requirements.link?.role ?? "sender", requirements.language);

/** Rails of all devices with their names; the life of the device that has to be charged first, and that of each. */
function mergedPower(devices: readonly DesignedDevice[]): PowerBudget {
  const rails = devices.flatMap((device) =>
    device.design.power.rails.map((rail) => ({
      ...rail,
      id: idInDesign(device.id, rail.id),
      name: `${nameOf(device)}: ${rail.name}`,
    })),
  );
  const lives = devices.flatMap(({ id, design: { power } }) => {
    const { batteryHours, averageMa, boardAsleepMa, wantedHours, battery } = power;
    return batteryHours === undefined
      ? []
      : [
          {
            deviceId: id,
            batteryHours,
            ...(averageMa === undefined ? {} : { averageMa }),
            ...(boardAsleepMa === undefined ? {} : { boardAsleepMa }),
            ...(wantedHours === undefined ? {} : { wantedHours }),
            ...(battery === undefined ? {} : { battery }),
          },
        ];
  });
  const [shortest] = lives.toSorted((a, b) => a.batteryHours - b.batteryHours);
  const { deviceId: _whose, ...life } = shortest ?? { deviceId: "" };
  const told = devices.toSorted((a, b) => Number(b.id === shortest?.deviceId) - Number(a.id === shortest?.deviceId));
  return {
    rails,
    ...life,
    ...(lives.length === 0 ? {} : { devices: lives }),
    assumptions: told.flatMap((device) => device.design.power.assumptions.map((text) => `${nameOf(device)}: ${text}`)),
  };
}

/** What the whole keeps or breaks beside its devices: the budget, and words that nothing explains. */
function wholeFindings(
  design: Pick<Design, "parts">,
  whole: Requirements,
): { findings: Finding[]; passed: PassedRule[] } {
  const priced = design.parts.flatMap(({ catalogId, quantity, owned }) => {
    const price = partById(catalogId ?? "")?.price;
    return price === undefined ? [] : [{ quantity, owned, price }];
  });
  const report = budgetReport(priced, whole, whole.language);
  const { unmet: _each, dropped: _both, ...unread } = whole;
  const words = unmetWishes(unread, whole.language).map((draft) => ({ ruleId: "requirement", ...draft }));
  return {
    findings: [
      ...report.findings.map(({ fixes: _none, ...draft }) => ({ ruleId: "budget", ...draft })),
      ...words.map(({ fixes: _none, ...draft }) => draft),
    ],
    passed: report.passed === null ? [] : [{ ruleId: "budget", ...report.passed }],
  };
}

/** The rules of each device, never over what is between them, and those of the whole; worst first. */
function mergedChecks(devices: readonly DesignedDevice[], whole: Requirements): Pick<Design, "findings" | "passed"> {
  const parts = devices.flatMap(({ design }) => design.parts);
  const own = wholeFindings({ parts }, whole);
  const findings = devices.flatMap((device) =>
    device.design.findings.flatMap((finding) =>
      finding.ruleId === "budget"
        ? []
        : [
            {
              ...renamedFinding(finding, (id) => idInDesign(device.id, id)),
              message: `${nameOf(device)}: ${finding.message}`,
              deviceId: device.id,
            },
          ],
    ),
  );
  const passed = devices.flatMap((device) =>
    device.design.passed.flatMap((rule) =>
      rule.ruleId === "budget" ? [] : [{ ...rule, what: `${nameOf(device)}: ${rule.what}`, deviceId: device.id }],
    ),
  );
  return {
    findings: [...own.findings, ...findings].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]),
    passed: [...own.passed, ...passed],
  };
}

/** Wires of all devices, counted on; nothing is wired between them. */
function mergedCircuit(devices: readonly DesignedDevice[]): Pick<Design, "parts" | "nets" | "connections"> {
  let laid = 0;
  const circuits = devices.map(({ id: deviceId, design }) => {
    const name = (id: string) => idInDesign(deviceId, id);
    const from = laid;
    laid += design.connections.length;
    return {
      parts: design.parts.map((part) => renamedPart(part, name)),
      nets: design.nets.map((net) => ({ ...net, id: name(net.id) })),
      connections: design.connections.map((wire) => ({ ...wire, step: from + wire.step, net: name(wire.net) })),
    };
  });
  return {
    parts: circuits.flatMap(({ parts }) => parts),
    nets: circuits.flatMap(({ nets }) => nets),
    connections: circuits.flatMap(({ connections }) => connections),
  };
}

/** The requirements of a device as the whole keeps them: its budget is the whole's. */
function keptWishes({ design: { requirements } }: DesignedDevice): Requirements {
  const { improved: _told, taken, ...kept } = requirements;
  return { ...kept, ...(taken === undefined ? {} : { taken }), budget: null };
}

/** One design of several devices that were each designed by themselves, checked each by itself, priced together. */
export function mergeDesigns(devices: readonly DesignedDevice[], wanted: Requirements, title: string): Design {
  const [first] = devices;
  if (first === undefined) throw new RangeError("a design has a device");
  const whole = wholeRequirements(
    wanted,
    devices.map((device) => ({ id: device.id, requirements: keptWishes(device) })),
  );
  const circuit = mergedCircuit(devices);
  const checks = mergedChecks(devices, whole);
  const asked = devices.find(({ design }) => design.question !== undefined);
  const question = asked?.design.question;
  const priced = circuit.parts.flatMap(({ catalogId, quantity, owned }) => {
    const price = partById(catalogId ?? "")?.price;
    return price === undefined ? [] : [{ quantity, owned, price }];
  });
  const last = devices.at(-1)?.design.designators;
  return {
    status: "ok",
    ...(question === undefined || asked === undefined
      ? {}
      : {
          question: {
            text: `${nameOf(asked)}: ${question.text}`,
            answers: question.answers.map((answer) => `${answer} (${nameOf(asked)})`),
          },
        }),
    title,
    requirements: whole,
    devices: devices.map((device) => ({ id: device.id, name: nameOf(device), board: device.design.board })),
    board: first.design.board,
    ...circuit,
    codeFiles: devices.flatMap(({ design }) => design.codeFiles),
    verdict: verdictOf(checks.findings),
    ...checks,
    power: mergedPower(devices),
    cost: costOf(priced, whole),
    ...(last === undefined ? {} : { designators: last }),
  };
}
