import type { PartChange } from "../domain/circuit/compare-designs.ts";
import { summarizeChange } from "../domain/circuit/compare-designs.ts";
import type { CodeFile, Design } from "../domain/circuit/design.ts";
import { lineCount } from "../domain/circuit/firmware/line-count.ts";
import { dollars } from "../domain/circuit/short-forms.ts";
import { bomText, codeText, contextText, verificationText, wiringText } from "./artifact-text.ts";
import type { ArtifactDraft } from "./ports.ts";

const titles = {
  en: {
    context: "Context",
    bom: "Parts",
    wiring: "Wiring",
    verification: "Checks",
    code: ["Bring-up", "Minimal device", "Full device"],
  },
  de: {
    context: "Auftrag",
    bom: "Teile",
    wiring: "Verdrahtung",
    verification: "Prüfung",
    code: ["Inbetriebnahme", "Kleinstes Gerät", "Ganzes Gerät"],
  },
} as const;

/** What summaries count. */
const counted = {
  en: { lines: "lines", wires: "wires", E: ["error", "errors"], W: ["warning", "warnings"], I: ["note", "notes"] },
  de: {
    lines: "Zeilen",
    wires: "Drähte",
    E: ["Fehler", "Fehler"],
    W: ["Warnung", "Warnungen"],
    I: ["Hinweis", "Hinweise"],
  },
} as const;

/**
 * A design cut into its artifacts: context, bom, wiring, verification, code-1 to code-3, and code-1-receiver to code-3-receiver of a second
 * device. Each `data` holds only what its artifact is about,
 * so that an artifact which an edit does not touch stays byte for byte the same and keeps its version.
 */
export function draftArtifacts(design: Design, before: Design | null): ArtifactDraft[] {
  const { parts, nets, connections, cost, verdict, findings, passed, power, requirements } = design;
  const title = titles[requirements.language];
  return [
    {
      ...draft("context", title.context, contextSummary(design)),
      content: contextText(design),
      data: { title: design.title, requirements, question: design.question ?? null },
    },
    {
      ...draft("bom", title.bom, bomSummary(design, before)),
      content: bomText(design),
      data: { parts: parts.map(withoutNets), cost },
    },
    {
      ...draft("wiring", title.wiring, wiringSummary(design, before)),
      content: wiringText(design),
      data: { nets, connections },
    },
    {
      ...draft("verification", title.verification, verificationSummary(design)),
      content: verificationText(design),
      data: { verdict, findings, passed, power },
      verdict,
    },
    ...design.codeFiles.map((file) => ({
      ...draft(
        "code",
        `${file.unitNumber} ${title.code[file.unitNumber - 1] ?? ""}${deviceSuffix(design, file)}`,
        codeSummary(file, before, counted[requirements.language].lines),
      ),
      slug: codeSlug(file, design),
      content: codeText(file),
      data: file,
    })),
  ];
}

/** The slug of a file's artifact: `code-2` of the first device, `code-2-receiver` of another one. */
export function codeSlug(
  { unitNumber, deviceId }: Pick<CodeFile, "unitNumber" | "deviceId">,
  { devices }: Pick<Design, "devices">,
): string {
  return devices.length > 1 && deviceId !== devices[0]?.id ? `code-${unitNumber}-${deviceId}` : `code-${unitNumber}`;
}

function deviceSuffix({ devices }: Design, { deviceId }: CodeFile): string {
  const name = devices.length > 1 ? devices.find(({ id }) => id === deviceId)?.name : undefined;
  return name === undefined ? "" : ` (${name})`;
}

function draft(slug: "context" | "bom" | "wiring" | "verification" | "code", title: string, changeSummary: string) {
  return { slug, type: slug, title, changeSummary, verdict: null };
}

/** Which net a pin ends in is the wiring's, not the part list's. */
function withoutNets(part: Design["parts"][number]) {
  return { ...part, pins: part.pins.map(({ name, type }) => ({ name, type })) };
}

function contextSummary({ requirements }: Design): string {
  return requirements.functions.map(({ label }) => label).join(", ");
}

function bomSummary(design: Design, before: Design | null): string {
  const total = dollars(design.cost.totalCents);
  const change = before ? summarizeChange(before, design) : null;
  const names = change ? [...change.added.map(signed("+")), ...change.removed.map(signed("−"))] : [];
  const lines = `${design.parts.length} ${counted[design.requirements.language].lines}`;
  return [...(names.length > 0 ? [names.join(" ")] : [lines]), total].join(" · ");
}

function signed(sign: string): (change: PartChange) => string {
  return ({ name, count, device }) =>
    `${sign}${count === 1 ? "" : `${count} × `}${name}${device === undefined ? "" : ` (${device})`}`;
}

function wiringSummary(design: Design, before: Design | null): string {
  const now = `${design.connections.length} ${counted[design.requirements.language].wires}`;
  const more = before ? design.connections.length - before.connections.length : 0;
  return more === 0 ? now : `${now} · ${more > 0 ? `+${more}` : `−${-more}`}`;
}

function verificationSummary({ verdict, findings, requirements }: Design): string {
  const found = (["E", "W", "I"] as const).flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    const [one, many] = counted[requirements.language][severity];
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  });
  return [verdict, ...found].join(" · ");
}

function codeSummary(file: CodeFile, before: Design | null, lines: string): string {
  const rungs = file.ladder.filter(({ passed, evidence }) => passed && evidence !== null).map(({ level }) => level);
  const earlier = before?.codeFiles.find(
    ({ unitNumber, deviceId }) => unitNumber === file.unitNumber && deviceId === file.deviceId,
  );
  const change = earlier ? lineChange(earlier.content, file.content) : `${lineCount(file.content)}`;
  return [`${change} ${lines}`, rungs.at(-1) ?? ""].filter((piece) => piece !== "").join(" · ");
}

/** "+9 −2", counted without regard to order. */
function lineChange(before: string, after: string): string {
  return `+${extraLines(after, before)} −${extraLines(before, after)}`;
}

function extraLines(from: string, to: string): number {
  const left = new Map<string, number>();
  for (const line of to.split("\n")) left.set(line, (left.get(line) ?? 0) + 1);
  return from.split("\n").filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}
