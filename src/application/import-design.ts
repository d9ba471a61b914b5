import { partById } from "../domain/circuit/catalogue/catalogue.ts";
import type { Design } from "../domain/circuit/design.ts";
import { writeFirmware } from "../domain/circuit/firmware/write-firmware.ts";
import type { SpokenLanguage } from "../domain/circuit/lists.ts";
import type { DiagramDesign } from "../domain/circuit/wokwi/design-from-diagram.ts";
import { designFromDiagram } from "../domain/circuit/wokwi/design-from-diagram.ts";
import type { WokwiDiagram } from "../domain/circuit/wokwi/diagram.ts";
import { importDiagram } from "../domain/circuit/wokwi/import-diagram.ts";
import { OhmError } from "../domain/error/ohm-error.ts";
import { readDiagram } from "./pasted.ts";

/** What a pasted diagram became, or why it became nothing, as a sentence. */
export type ImportOutcome =
  | { kind: "design"; design: Design; unknown: DiagramDesign["unknown"]; unknownPins: string[] }
  | { kind: "refused"; reason: string };

/** A message with a diagram to a design with its check, and with firmware where it can be written for exactly this wiring. Never throws. */
export function importDesign(text: string, before: Design | null, language: SpokenLanguage): ImportOutcome {
  const read = readDiagram(text, language);
  if (read.kind === "refused") return read;
  const made = designFromDiagram(read.diagram, before, language);
  if (made === null) return { kind: "refused", reason: whyNone(read.diagram, language) };
  const { unknown, unknownPins } = made;
  return { kind: "design", design: withFirmware(made), unknown, unknownPins };
}

function whyNone(diagram: WokwiDiagram, language: SpokenLanguage): string {
  const say = (en: string, de: string) => (language === "de" ? de : en);
  if (diagram.parts.length === 0)
    return say("This diagram is empty: it has no parts", "Dieses Diagramm ist leer: Es hat keine Teile");
  const boards = importDiagram(diagram).circuit.parts.filter(({ catalogId }) => partById(catalogId ?? "")?.board);
  if (boards.length > 1) {
    return say(
      `This diagram has ${boards.length} boards (${boards.map(({ name }) => name).join(", ")}). I take one with a single board`,
      `Dieses Diagramm hat ${boards.length} Boards (${boards.map(({ name }) => name).join(", ")}). Ich nehme eins mit einem einzigen Board`,
    );
  }
  const types = [...new Set(diagram.parts.map(({ type }) => type))].slice(0, 6).join(", ");
  return say(
    `This diagram has no board that I know (${types}), so there is nothing to check its wires against`,
    `Dieses Diagramm hat kein Board, das ich kenne (${types}), also nichts, woran sich seine Drähte prüfen ließen`,
  );
}

/** More than a board has pins for is no device that a program of ours could drive, and would take seconds to write. */
const mostParts = 60;

/** The three units for the diagram's own pins, all of which must agree with its wiring; else none. */
function withFirmware({ design, chosen, unknown }: DiagramDesign): Design {
  const isSound = unknown.length === 0 && design.requirements.functions.length > 0 && chosen.length <= mostParts;
  if (!isSound || design.findings.some(({ severity }) => severity === "E")) return design;
  try {
    const { title, requirements, nets, devices } = design;
    const deviceId = devices[0]?.id ?? "";
    const codeFiles = writeFirmware({ title, deviceId, requirements, parts: chosen, nets });
    const agrees = codeFiles.every(({ ladder }) => ladder.every(({ level, passed }) => level !== "L2" || passed));
    return agrees ? { ...design, codeFiles } : design;
  } catch (error) {
    // A driven part is not wired as its driver needs it: the diagram keeps its own program.
    if (error instanceof OhmError) return design;
    throw error;
  }
}
