import type { DesignPart, Finding } from "../circuit/design.ts";
import type { PictureDesign } from "./diagram-layout.ts";
import type { Caption } from "./row.ts";

function figure(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** `330 Ω`, `4.7 kΩ`, `1 MΩ`. */
export function ohmsText(ohms: number): string {
  if (ohms >= 1e6) return `${figure(ohms / 1e6)} MΩ`;
  return ohms >= 1000 ? `${figure(ohms / 1000)} kΩ` : `${figure(ohms)} Ω`;
}

/** `100 nF`, `10 µF`. */
export function faradsText(nanofarads: number): string {
  return nanofarads >= 1000 ? `${figure(nanofarads / 1000)} µF` : `${figure(nanofarads)} nF`;
}

const interfaceNames: Partial<Record<string, string>> = {
  i2c: "I²C",
  spi: "SPI",
  uart: "UART",
  pwm: "PWM",
};

/** One line of figures that needs no translation: value, bus, address, supply. */
function factOf(part: DesignPart, volts: Map<string, number | null>): string {
  const facts: string[] = [];
  const bus = part.interface === null ? undefined : interfaceNames[part.interface];
  if (part.value?.kind === "ohms") facts.push(ohmsText(part.value.ohms));
  if (part.value?.kind === "farads") facts.push(faradsText(part.value.nanofarads));
  if (part.value?.kind === "colour") facts.push(part.value.colour);
  if (bus !== undefined && part.category !== "board") facts.push(bus);
  if (part.value?.kind === "address") facts.push(`0x${part.value.address.toString(16).toUpperCase().padStart(2, "0")}`);
  const supply = part.rail === null ? null : (volts.get(part.rail) ?? null);
  if (supply !== null) facts.push(`${figure(supply)} V`);
  if (part.category === "board" && part.logicVolts !== null && part.logicVolts !== supply) {
    facts.push(`${figure(part.logicVolts)} V I/O`);
  }
  return facts.join(", ");
}

/**
 * Reference, name and fact line of every part. The name ends before its first comma, bracket, version or "with", and after 32
 * characters with an ellipsis; the whole name is the title of the part.
 */
export function captionsOf(design: PictureDesign): Map<string, Caption> {
  const volts = new Map(design.nets.map((net) => [net.id, net.volts]));
  return new Map(
    design.parts.map((part) => {
      const fact = factOf(part, volts);
      const plain = part.name.split(/, | \(| with | in a | v\d| \d+ [un]F/)[0] ?? part.name;
      const name = plain.length > 32 ? `${plain.slice(0, 31).trimEnd()}…` : plain;
      return [part.id, { part: part.id, reference: part.id, name, fact }];
    }),
  );
}

/** Errors and warnings by the part they are pinned above: the first part that a finding names. */
export function problemsByPart(design: PictureDesign): Map<string, Finding[]> {
  const known = new Set(design.parts.map((part) => part.id));
  const result = new Map<string, Finding[]>();
  for (const finding of design.findings) {
    if (finding.severity === "I") continue;
    const named = [...finding.parts, ...finding.pins.map((pin) => pin.split(":")[0] ?? "")];
    const part = named.find((id) => known.has(id));
    if (part !== undefined) result.set(part, [...(result.get(part) ?? []), finding]);
  }
  return result;
}

/** `battery 6.1 d`: the rule and what it measured. */
export function problemText(finding: Finding): string {
  const measured = finding.measured;
  return measured === undefined ? finding.ruleId : `${finding.ruleId} ${figure(measured.value)} ${measured.unit}`;
}
