import type { Design, DesignNet, DesignPart, Finding } from "../design.ts";
import { checkFirmware } from "../firmware/check-firmware.ts";
import { powerBudget } from "../power/power-budget.ts";
import { checkCircuit, verdictOf } from "../rules/check-circuit.ts";

/** Parts whose pins say in which net they end by these nets. */
export function partsOn(parts: readonly DesignPart[], nets: readonly DesignNet[]): DesignPart[] {
  const netOf = new Map(nets.flatMap(({ id, pins }) => pins.map((pin) => [pin, id] as const)));
  return parts.map((part) => ({
    ...part,
    pins: part.pins.map(({ name, type }) => {
      const net = netOf.get(`${part.id}:${name}`);
      return { name, type, ...(net === undefined ? {} : { net }) };
    }),
  }));
}

/** What the firmware of a design gets wrong about its wiring, worse than a note; each said once. */
export function firmwareFindings({ codeFiles, parts, nets }: Pick<Design, "codeFiles" | "parts" | "nets">): Finding[] {
  const found = codeFiles.flatMap((file) => checkFirmware(file, { parts, nets }));
  const serious = found.filter(({ severity }) => severity !== "I");
  return serious.filter(({ message }, at) => serious.findIndex((one) => one.message === message) === at);
}

/** The same parts, wires and code with what the checker says of them now: verdict, findings, power. */
export function recheckDesign(design: Design): Design {
  const { parts, nets, requirements } = design;
  const { language } = requirements;
  const usesWifi = requirements.functions.some(({ id }) => id === "talk-wifi");
  const checked = checkCircuit({ parts, nets }, { requirements, language, usesWifi });
  const findings = [...checked.findings, ...firmwareFindings(design)];
  return {
    ...design,
    verdict: verdictOf(findings),
    findings,
    passed: checked.passed,
    power: powerBudget({ parts, nets }, requirements),
  };
}
