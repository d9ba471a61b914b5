import type { CodeFile, Design, DesignNet, DesignPart, Finding, PassedRule } from "../design.ts";
import type { SpokenLanguage } from "../lists.ts";
import { verdictOf } from "../rules/check-circuit.ts";
import { say } from "../rules/rule.ts";
import { checkFirmware } from "./check-firmware.ts";

/** Rules of the firmware's text; every other finding of a design is about its circuit. */
const firmwareRules: ReadonlySet<string> = new Set(["firmware-wiring", "firmware-syntax", "firmware-run"]);

interface Judged {
  findings: Finding[];
  passed: PassedRule[];
}

/** The parts and nets of one device: pins of another one's board are not this file's. */
function circuitOf({ deviceId }: CodeFile, design: Pick<Design, "parts" | "nets">) {
  const parts = design.parts.filter((part: DesignPart) => part.deviceId === deviceId || part.deviceId === "");
  const ids = new Set(parts.map(({ id }) => id));
  const nets = design.nets
    .map((net: DesignNet) => ({ ...net, pins: net.pins.filter((pin) => ids.has(pin.slice(0, pin.indexOf(":")))) }))
    .filter(({ pins }) => pins.length > 0);
  return { parts, nets };
}

const nameOf = ({ unitNumber, filename }: CodeFile, language: SpokenLanguage) =>
  say(language, { en: `Unit ${unitNumber} (${filename})`, de: `Stufe ${unitNumber} (${filename})` });

/** A rung that was run and failed, as a finding: `what` says it before the tool's own words. */
function failed(file: CodeFile, level: "L0" | "L1" | "L3", language: SpokenLanguage): Finding[] {
  const rung = file.ladder.find((each) => each.level === level);
  if (rung === undefined || rung.passed || rung.evidence === null) return [];
  const what = {
    L0: { en: "its fields do not fit it", de: "seine Felder passen nicht dazu" },
    L1: { en: "it is not valid in its language", de: "es ist kein gültiges Programm" },
    L3: { en: "it stopped when it was run against stand-ins", de: "es blieb stehen, als es an Attrappen lief" },
  }[level];
  return [
    {
      ruleId: level === "L3" ? "firmware-run" : "firmware-syntax",
      severity: "E",
      message: `${nameOf(file, language)}: ${say(language, what)}. ${rung.evidence.output.slice(0, 400)}`,
      nets: [],
      pins: [],
      parts: [],
      source: `${rung.evidence.tool} ${rung.evidence.version}`,
    },
  ];
}

/** What the wiring rung found, read again from the text where it failed: the rung keeps words only. */
function wiringFindings(file: CodeFile, design: Pick<Design, "parts" | "nets">, language: SpokenLanguage): Finding[] {
  const rung = file.ladder.find(({ level }) => level === "L2");
  if (rung === undefined || rung.passed || rung.evidence === null) return [];
  return checkFirmware(file, circuitOf(file, design))
    .filter(({ severity }) => severity !== "I")
    .map((finding) => ({ ...finding, message: `${nameOf(file, language)}: ${finding.message}` }));
}

function judge(design: Pick<Design, "parts" | "nets" | "codeFiles">, language: SpokenLanguage): Judged {
  const { codeFiles } = design;
  const findings = codeFiles.flatMap((file) => [
    ...failed(file, "L0", language),
    ...failed(file, "L1", language),
    ...wiringFindings(file, design, language),
    ...failed(file, "L3", language),
  ]);
  const all = codeFiles.every(({ ladder }) => ladder.some(({ level, passed }) => level === "L2" && passed));
  if (codeFiles.length === 0 || findings.length > 0 || !all) return { findings, passed: [] };
  const what = say(language, {
    en: `the programs use the pins, buses and addresses that are wired (${codeFiles.length} files)`,
    de: `die Programme nutzen die Pins, Busse und Adressen, die verdrahtet sind (${codeFiles.length} Dateien)`,
  });
  return { findings, passed: [{ ruleId: "firmware-wiring", what, parts: [] }] };
}

const rank = { E: 0, W: 1, I: 2 } as const;

/**
 * The design with what its programs' rungs mean for it: one that disagrees with the wiring (L2), is no program of its language (L1) or
 * stops when it is run (L3) has a finding, and the verdict counts it. To be called again whenever a rung changes; the circuit's findings
 * stay as they are.
 */
export function withFirmwareVerdict(design: Design): Design {
  if (design.codeFiles.length === 0) return design;
  const own = <Row extends { ruleId: string }>(rows: readonly Row[]) =>
    rows.filter(({ ruleId }) => !firmwareRules.has(ruleId));
  const judged = judge(design, design.requirements.language);
  const findings = [...own(design.findings), ...judged.findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
  return { ...design, findings, passed: [...own(design.passed), ...judged.passed], verdict: verdictOf(findings) };
}
