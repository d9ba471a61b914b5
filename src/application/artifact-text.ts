import type {
  CodeFile,
  Connection,
  Design,
  DesignPart,
  Finding,
  PassedRule,
  Quantity,
} from "../domain/circuit/design.ts";
import { splitPin } from "../domain/circuit/pins/pin-ref.ts";
import { dollars, figure } from "../domain/circuit/short-forms.ts";
import { missionStatement } from "./chat-description.ts";

/** Headings of the artifacts in the language of the person. */
const headings = {
  en: {
    understood: "Understood",
    assumed: "Assumed",
    notUnderstood: "Not understood",
    constraints: "Constraints",
    question: "Open question",
    parts: ["Ref", "Part", "Qty", "For", "Supply", "Current typ/max", "Price"],
    total: "Total",
    budget: "Budget",
    band: "between",
    prices: "Typical prices of",
    wiring: ["Step", "From", "To", "Wire", "Level", "Note"],
    findings: "Findings",
    passed: "Passed",
    power: "Power",
    rail: ["Rail", "Level", "Typical", "Most", "Limit"],
    battery: "On one charge",
    verdict: "Verdict",
  },
  de: {
    understood: "Verstanden",
    assumed: "Angenommen",
    notUnderstood: "Nicht verstanden",
    constraints: "Bedingungen",
    question: "Offene Frage",
    parts: ["Ref", "Teil", "Anz.", "Wofür", "Versorgung", "Strom typ/max", "Preis"],
    total: "Summe",
    budget: "Budget",
    band: "zwischen",
    prices: "Typische Preise vom",
    wiring: ["Schritt", "Von", "Nach", "Draht", "Pegel", "Hinweis"],
    findings: "Befunde",
    passed: "Bestanden",
    power: "Strom",
    rail: ["Schiene", "Pegel", "Typisch", "Höchstens", "Grenze"],
    battery: "Mit einer Ladung",
    verdict: "Ergebnis",
  },
} as const;

function labels(design: Design) {
  return headings[design.requirements.language];
}

/** Mission, what was understood, assumed and not understood. */
export function contextText(design: Design): string {
  const { requirements, board, question, devices } = design;
  const words = labels(design);
  const { power, budget, place } = requirements;
  const functions = requirements.functions.map(({ label, quantity, source, deviceId }) => {
    const count = quantity > 1 ? ` × ${quantity}` : "";
    const device = devices.length > 1 ? devices.find(({ id }) => id === deviceId) : undefined;
    return `${device === undefined ? "" : `${device.name}: `}${label}${count}${source === "assumed" ? ` (${words.assumed.toLowerCase()})` : ""}`;
  });
  const budgetLine = budget ? [`${words.budget}: ${(budget.displayCents / 100).toFixed(2)} ${budget.currency}`] : [];
  const boards = devices.length > 1 ? devices.map((device) => `${device.name}: ${device.board.name}`) : [board.name];
  const sources = (requirements.devices ?? []).map((device) => device.requirements.power.source);
  const understood = [
    ...functions,
    ...boards,
    ...(sources.length > 1 ? [sources.join(", ")] : [power.source]),
    ...(place ? [place] : []),
    requirements.firmware,
    ...budgetLine,
  ];
  return sections([
    ["", [missionStatement(design)]],
    [words.understood, understood.map(bullet)],
    [words.constraints, requirements.constraints.map(bullet)],
    [words.assumed, requirements.assumed.map(({ text }) => bullet(text))],
    [words.notUnderstood, requirements.notUnderstood.map((text) => bullet(`"${text}"`))],
    [words.question, question ? [question.text] : []],
  ]);
}

/** The bill of materials as a table, with the total against the budget. */
export function bomText(design: Design): string {
  const words = labels(design);
  const { cost } = design;
  const row = (part: DesignPart) => [
    part.id,
    part.name,
    String(part.quantity),
    part.role,
    part.supplyVolts ? `${figure(part.supplyVolts.min)}–${figure(part.supplyVolts.max)} V` : "",
    part.currentMa ? `${figure(part.currentMa.typ)} / ${figure(part.currentMa.max)} mA` : "",
    linePrice(part),
  ];
  const budget = cost.budgetCents === undefined ? "" : ` · ${words.budget} ${dollars(cost.budgetCents)}`;
  const tables = byDevice(design, design.parts, ({ deviceId }) => deviceId);
  return sections([
    ...tables.map(({ heading, rows }) => [heading, [table(words.parts, rows.map(row))]] as const),
    [
      "",
      [
        `${words.total}: ${dollars(cost.totalCents)}${budget} (${words.band} ${dollars(cost.lowCents)} – ${dollars(cost.highCents)}). ` +
          `${words.prices} ${cost.priceDate}.`,
      ],
    ],
  ]);
}

/** What belongs to each device under its name and board; all of it under no heading where there is one device. */
function byDevice<Row>({ devices }: Design, rows: readonly Row[], deviceOf: (row: Row) => string | undefined) {
  if (devices.length < 2) return [{ heading: "", rows }];
  return devices.map(({ id, name, board }) => ({
    heading: `${name}: ${board.name}`,
    rows: rows.filter((row) => deviceOf(row) === id),
  }));
}

function linePrice({ owned, unitPriceCents, quantity }: DesignPart): string {
  return dollars(owned ? 0 : unitPriceCents * quantity);
}

/** Every wire in build order. */
export function wiringText(design: Design): string {
  const row = ({ step, from, to, colour, volts, note, warning }: Connection) => [
    String(step),
    from,
    to,
    colour,
    volts === null ? "" : `${figure(volts)} V`,
    warning === undefined ? note : `${note} ⚠ ${warning}`,
  ];
  const owners = new Map(design.parts.map(({ id, deviceId }) => [id, deviceId]));
  const tables = byDevice(design, design.connections, ({ from }) => owners.get(splitPin(from).partId));
  return sections(tables.map(({ heading, rows }) => [heading, [table(labels(design).wiring, rows.map(row))]] as const));
}

/** Verdict, findings worst first, what passed, and the power budget. */
export function verificationText(design: Design): string {
  const words = labels(design);
  const { power } = design;
  const rails = power.rails.map(({ name, volts, typMa, maxMa, limitMa }) => [
    name,
    `${figure(volts)} V`,
    `${figure(typMa)} mA`,
    `${figure(maxMa)} mA`,
    limitMa === null ? "" : `${figure(limitMa)} mA`,
  ]);
  const lives = (power.devices ?? []).map(({ deviceId, batteryHours }) => {
    const name = design.devices.find(({ id }) => id === deviceId)?.name ?? deviceId;
    return `${name}: ${words.battery} ${figure(batteryHours)} h`;
  });
  const alone = power.batteryHours === undefined ? [] : [`${words.battery}: ${figure(power.batteryHours)} h`];
  const battery = lives.length > 0 ? lives : alone;
  return sections([
    ["", [`${words.verdict}: ${design.verdict}`]],
    [words.findings, worstFirst(design.findings).map((finding) => bullet(findingLine(finding)))],
    [words.passed, design.passed.map((rule) => bullet(passedLine(rule)))],
    [words.power, rails.length > 0 ? [table(words.rail, rails)] : []],
    ["", [...battery, ...power.assumptions].map(bullet)],
  ]);
}

/** The firmware as it is, and the driver files that it imports behind it. */
export function codeText(file: CodeFile): string {
  const modules = (file.modules ?? []).map(
    ({ filename, content }) => `# ---- ${filename}, beside it on the board ----\n${content}`,
  );
  return [file.content, ...modules].join("\n");
}

const rank = { E: 0, W: 1, I: 2 } as const;

/** Errors, then warnings, then information; each in the order of the rules. */
export function worstFirst<F extends Pick<Finding, "severity">>(findings: readonly F[]): F[] {
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function findingLine({ severity, ruleId, message, measured, limit }: Finding): string {
  return `${severity} ${ruleId}: ${message}${against(measured, limit)}`;
}

function passedLine({ ruleId, what, measured, limit }: PassedRule): string {
  return `${ruleId}: ${what}${against(measured, limit)}`;
}

function against(measured?: Quantity, limit?: Quantity): string {
  if (!measured) return "";
  const bound = limit ? ` / ${figure(limit.value)} ${limit.unit}` : "";
  return ` (${figure(measured.value)} ${measured.unit}${bound})`;
}

function bullet(text: string): string {
  return `- ${text}`;
}

function sections(parts: readonly (readonly [heading: string, lines: readonly string[]])[]): string {
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `${heading === "" ? "" : `## ${heading}\n\n`}${lines.join("\n")}`)
    .join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
