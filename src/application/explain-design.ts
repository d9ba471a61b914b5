import { answerQuestion } from "../domain/circuit/answers/answer-question.ts";
import { partById } from "../domain/circuit/catalogue/catalogue.ts";
import type { Design, DesignNet } from "../domain/circuit/design.ts";
import type { Topic } from "../domain/circuit/question-subjects.ts";
import { questionSubjects } from "../domain/circuit/question-subjects.ts";
import type { Explanation } from "../protocol/tool-results.ts";
import { designFacts, findingFacts, partFacts, wireFacts } from "./design-facts.ts";

const nothing = { parts: [], pins: [], wires: [], findings: [], passed: [], answer: null, hypothesis: null };

/** The slice of a design that a question is about, with the engine's own reasons. Nothing found answers empty lists. */
export function explainDesign(design: Design | null, question: string): Explanation {
  if (!design) return { tool: "explain_design", hasDesign: false, subjects: [], ...nothing, design: null };
  const { parts, pins, topics } = questionSubjects(question, design);
  const nets = design.nets.filter((net) => net.pins.some((pin) => pins.includes(pin)));
  const asked = new Set(parts);
  const isAbout = (ids: string[]) => ids.some((id) => asked.has(id));
  const subjects = [
    ...(parts.some((id) => id === design.board.id || isBoard(design, id)) ? ["board" as const] : []),
    ...(parts.length > 0 ? ["part" as const] : []),
    ...(pins.length > 0 ? ["pin" as const] : []),
    ...topics,
  ];
  return {
    tool: "explain_design",
    hasDesign: true,
    subjects,
    parts: design.parts.filter(({ id }) => asked.has(id)).map((part) => partFacts(part, design.requirements)),
    pins: pins.flatMap((pin) => boardPin(design, pin)),
    wires: design.connections
      .filter(({ net }) => nets.some(({ id, name }) => net === id || net === name))
      .map(wireFacts),
    findings: findingsFor(design, { topics, isAbout, nets }),
    passed: design.passed
      .filter((rule) => topics.includes("verdict") || isAbout(rule.parts))
      .map(({ ruleId, what, measured, limit }) => ({
        ruleId,
        what,
        ...(measured ? { measured } : {}),
        ...(limit ? { limit } : {}),
      })),
    answer: answerQuestion(design, question)?.text ?? null,
    hypothesis: null,
    design: designFacts(design),
  };
}

/** What speaks for a pin of the board, from the board's own figures. Pins of other parts have no choice to explain. */
function boardPin(design: Design, pin: string): Explanation["pins"] {
  const [partId = "", name = ""] = pin.split(":");
  const part = design.parts.find(({ id }) => id === partId);
  const known = partById(part?.catalogId ?? "");
  const figures = known?.board;
  const own = known?.pins.find((one) => one.name === name);
  const net = design.nets.find(({ pins }) => pins.includes(pin));
  if (!figures || !own || !net || own.gpio === undefined) return [];
  const standard = Object.entries({ ...figures.i2c, ...figures.spi, ...figures.uart }).find(
    ([, gpio]) => gpio === own.gpio,
  );
  const standardFor = standard ? { standardFor: standard[0].toUpperCase() } : {};
  return [{ pin, carries: net.name, ...standardFor, roles: own.roles }];
}

function isBoard(design: Design, id: string): boolean {
  return design.parts.some((part) => part.id === id && part.category === "board");
}

interface About {
  topics: Topic[];
  isAbout(ids: string[]): boolean;
  nets: DesignNet[];
}

function findingsFor(design: Design, { topics, isAbout, nets }: About): Explanation["findings"] {
  const all = topics.includes("finding") || topics.includes("verdict");
  return design.findings
    .filter((finding) => all || isAbout(finding.parts) || finding.nets.some((id) => nets.some((net) => net.id === id)))
    .map(findingFacts);
}
