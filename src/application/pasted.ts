import { limits } from "../domain/chat/limits.ts";
import type { SpokenLanguage } from "../domain/circuit/lists.ts";
import { isSerialLog } from "../domain/circuit/serial-log/is-serial-log.ts";
import type { WokwiDiagram } from "../domain/circuit/wokwi/diagram.ts";
import { wokwiDiagram } from "../protocol/design.ts";

/** What a message is where it was copied from somewhere and not said. */
export type Pasted = "serial_log" | "diagram";

/** Whether a message is a file or a log; null where it is words. */
export function pastedKind(text: string): Pasted | null {
  if (jsonIn(text) !== null) return "diagram";
  return isSerialLog(text) ? "serial_log" : null;
}

/** The JSON of a message that is meant as a diagram: whole, in a code fence, or behind a sentence. */
function jsonIn(text: string): string | null {
  const start = text.indexOf("{");
  if (start < 0 || !/"(?:parts|connections)"\s*:/.test(text)) return null;
  const end = text.lastIndexOf("}");
  return text.slice(start, end < start ? undefined : end + 1);
}

/** A diagram of a message, or why it is none, as a sentence. */
export type ReadDiagram = { kind: "diagram"; diagram: WokwiDiagram } | { kind: "refused"; reason: string };

/** Reads the diagram of a message. Never throws. */
export function readDiagram(text: string, language: SpokenLanguage): ReadDiagram {
  const say = (en: string, de: string) => (language === "de" ? de : en);
  const parsed = parsedJson(jsonIn(text) ?? text);
  if (!parsed.ok) {
    return refused(
      say(
        "This diagram.json is broken: it is no complete JSON. Copy the whole file once more, from the first { to the last }",
        "Diese diagram.json ist kaputt: Sie ist kein vollständiges JSON. Kopiere die ganze Datei noch einmal, von der ersten { bis zur letzten }",
      ),
    );
  }
  const read = wokwiDiagram.safeParse(parsed.value);
  if (read.success) return { kind: "diagram", diagram: read.data };
  const tooMany = overLimit(parsed.value);
  if (tooMany !== null) {
    return refused(
      say(
        `This diagram is too large: it has ${tooMany.parts} parts and ${tooMany.wires} wires; I take up to ${limits.circuitParts} parts and ${limits.circuitConnections} wires`,
        `Dieses Diagramm ist zu groß: Es hat ${tooMany.parts} Teile und ${tooMany.wires} Drähte; ich nehme bis zu ${limits.circuitParts} Teile und ${limits.circuitConnections} Drähte`,
      ),
    );
  }
  const [issue] = read.error.issues;
  const path = issue?.path.map(String).join(".") ?? "";
  return refused(
    say(
      `This is no Wokwi diagram: ${path === "" ? "its form" : `\`${path}\``} is not right (${issue?.message ?? ""})`,
      `Das ist kein Wokwi-Diagramm: ${path === "" ? "seine Form" : `\`${path}\``} stimmt nicht (${issue?.message ?? ""})`,
    ),
  );
}

function refused(reason: string): ReadDiagram {
  return { kind: "refused", reason };
}

function overLimit(value: unknown): { parts: number; wires: number } | null {
  const lengthOf = (name: string): number => {
    const list: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : null;
    return Array.isArray(list) ? list.length : 0;
  };
  const [parts, wires] = [lengthOf("parts"), lengthOf("connections")];
  return parts > limits.circuitParts || wires > limits.circuitConnections ? { parts, wires } : null;
}

function parsedJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
