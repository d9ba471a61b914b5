import type { ToolName } from "../domain/agents/agent-definition.ts";
import { toolNames } from "../domain/agents/agent-definition.ts";
import { agentFor, agents } from "../domain/agents/agents.ts";
import type { AgentId, Intent } from "../domain/chat/lists.ts";
import { plainEdits } from "../domain/circuit/requirements.ts";
import { foreignParts } from "../domain/circuit/serial-log/is-serial-log.ts";
import { readSerialLog } from "../domain/circuit/serial-log/read-serial-log.ts";
import type { ToolArguments } from "../protocol/agent-tools.ts";
import { toolArguments, toolParameters } from "../protocol/agent-tools.ts";
import type { DesignRefusal, DesignResult, Explanation, LogReading, ToolResult } from "../protocol/tool-results.ts";
import type { DesignEngine } from "./design-engine.ts";
import { designFacts } from "./design-facts.ts";
import { explainDesign } from "./explain-design.ts";
import type { ProposedCall, ToolDefinition } from "./ports.ts";
import type { StagedDesign } from "./staged-design.ts";
import { whatIf } from "./what-if.ts";

/** What tools work on: the engine, the turn's design, and where a routing or an offer is noted. */
export interface ToolScene {
  engine: DesignEngine;
  staged: StagedDesign;
  /** true once the revision of this turn is written: nothing can change the design any more. */
  isCommitted: boolean;
  intents: Intent[];
  suggestions: string[];
}

/** A call as a model made it. */
export interface ToolCall {
  id: string;
  name: string;
  argumentsJson: string;
}

/** The tools of an answer: those of the agent that writes it, and of the agents of the other intents, which are its steps. */
function toolsOf({ intents }: Pick<ToolScene, "intents">, agent: AgentId): ToolName[] {
  const working = agent === "orchestrator" ? [] : intents.map((intent) => agentFor(intent).id);
  return [...new Set([agent, ...working].flatMap((id) => agents[id].tools))];
}

function mayCall(scene: ToolScene, agent: AgentId, name: ToolName): boolean {
  return toolsOf(scene, agent).includes(name);
}

/** The agent of this answer's intents whose work a call is: the writer of the answer where its own tools do. */
export function agentOfCall({ intents }: Pick<ToolScene, "intents">, writer: AgentId, name: string): AgentId {
  const has = (id: AgentId) => agents[id].tools.some((tool) => tool === name);
  return has(writer) ? writer : (intents.map((intent) => agentFor(intent).id).find(has) ?? writer);
}

/** The definitions of the tools of an answer, as a model takes them. */
export function toolDefinitions(agent: AgentId, scene: Pick<ToolScene, "intents"> = { intents: [] }): ToolDefinition[] {
  return toolsOf(scene, agent).map((name) => ({
    name,
    description: toolArguments[name].description ?? "",
    parameters: toolParameters(name),
  }));
}

const designTools: readonly string[] = ["design_from_goal", "change_design", "import_diagram"] satisfies ToolName[];

/** Whether a call has the engine make a design: tens of ms, where the others take one or two. */
export function isDesignWork({ name }: ToolCall): boolean {
  return designTools.includes(name);
}

/** Carries out one call. Unknown names, arguments of the wrong form and tools of other agents answer an error that the model can repair. */
export function runTool(scene: ToolScene, agent: AgentId, call: ToolCall): ToolResult {
  const name = toolNames.find((known) => known === call.name);
  if (!name || !mayCall(scene, agent, name)) {
    return failure("unsupported", `There is no tool "${call.name}" for this agent`);
  }
  const read = parseJson(call.argumentsJson);
  if (!read.ok) return failure("invalid", "The arguments are not JSON");
  const parsed = toolArguments[name].safeParse(read.value);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return failure("invalid", `The arguments of ${name} do not have the right form`, errors);
  }
  return perform[name](scene, read.value);
}

/** Makes calls of design tools again on another design. Answers why the last one that was refused was, null where none was. */
export function replayed(engine: DesignEngine, staged: StagedDesign, calls: readonly ProposedCall[]): string | null {
  const scene: ToolScene = { engine, staged, isCommitted: false, intents: [], suggestions: [] };
  let refusal: string | null = null;
  for (const { agent, ...call } of calls) {
    const result = runTool(scene, agent, { id: "", ...call });
    if ("reason" in result) refusal = result.reason;
  }
  return refusal;
}

type Performers = { [Name in ToolName]: (scene: ToolScene, input: unknown) => ToolResult };

const perform: Performers = {
  read_message: (scene, input) => readMessage(scene, toolArguments.read_message.parse(input)),
  route: (scene, input) => {
    scene.intents = toolArguments.route.parse(input).intents;
    return { tool: "route", agent: agentFor(scene.intents[0] ?? "CHAT").id };
  },
  design_from_goal: (scene, input) => {
    if (scene.isCommitted) return alreadyWritten;
    const { replace = false, ...proposal } = toolArguments.design_from_goal.parse(input);
    return offering(scene, scene.staged.design(definedOnly(proposal), replace));
  },
  change_design: (scene, input) => {
    if (scene.isCommitted) return alreadyWritten;
    return offering(scene, scene.staged.change(toolArguments.change_design.parse(input).requests));
  },
  explain_design: (scene, input) => explain(scene, toolArguments.explain_design.parse(input)),
  check_design: ({ staged }) => {
    return { tool: "check_design", design: staged.told ? designFacts(staged.told) : null };
  },
  read_log: (scene, input) => {
    const reading = readLog(scene.staged, toolArguments.read_log.parse(input));
    const { language } = scene.staged;
    if (reading.parts.some(isBmp280))
      scene.suggestions = [language === "de" ? "Nimm stattdessen einen BMP280" : "Use a BMP280 instead"];
    return reading;
  },
  import_diagram: (scene, input) => {
    if (scene.isCommitted) return alreadyWritten;
    const { diagram, replace = false } = toolArguments.import_diagram.parse(input);
    return offering(scene, scene.staged.importDiagram(diagram, replace));
  },
  suggest_answers: (scene, input) => {
    scene.suggestions = toolArguments.suggest_answers.parse(input).answers;
    return { tool: "suggest_answers" };
  },
};

/** A BME280 that names itself as the chip without humidity: Bosch's chip ids, BMP280 data sheet 4.3.1. */
function isBmp280({ name, line }: LogReading["parts"][number]): boolean {
  return /BME280/.test(name) && /\bid=0x5[678]\b/i.test(line ?? "");
}

function readLog({ told, language }: StagedDesign, { log }: ToolArguments<"read_log">): LogReading {
  const nothing = { recognised: false, complete: false, advice: null, parts: [], foreign: [] };
  if (told === null) return { tool: "read_log", hasDesign: false, ...nothing };
  const { recognised, complete, advice, parts } = readSerialLog(log, told, language);
  const known = new Set(told.parts.map(({ catalogId }) => catalogId ?? ""));
  return {
    tool: "read_log",
    hasDesign: true,
    recognised,
    complete,
    advice,
    parts,
    foreign: foreignParts(log, known),
  };
}

function explain(
  { engine, staged, suggestions }: ToolScene,
  { question }: ToolArguments<"explain_design">,
): ToolResult {
  const { current, language } = staged;
  const hypothesis = whatIf({ engine, base: { ...staged.base, design: current }, language }, question);
  // What was only supposed can be done with a click.
  if (suggestions.length === 0) suggestions.push(...offeredBy(hypothesis));
  return { ...explainDesign(staged.told, question), hypothesis };
}

function offeredBy(hypothesis: Explanation["hypothesis"]): string[] {
  if (hypothesis === null) return [];
  const { request, result } = hypothesis;
  if (result.status !== "ok") return result.question?.answers ?? [];
  return result.change?.isSame === false ? [capital(request)] : [];
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** The answers of the engine's own question are offered unless the model offers others. */
function offering(scene: ToolScene, result: DesignResult | DesignRefusal): ToolResult {
  const question = result.status === "ok" ? result.design.question : result.question;
  scene.suggestions = question?.answers ?? [];
  return result;
}

const alreadyWritten = failure("conflict", "The design of this answer is written already; say the rest in words");

function readMessage({ engine, staged }: ToolScene, { text }: ToolArguments<"read_message">): ToolResult {
  const { edits, ...reading } = engine.read(text, staged.current);
  return {
    tool: "read_message",
    hasDesign: staged.current !== null,
    ...reading,
    edits: plainEdits(edits).map(({ kind }) => kind),
    aims: plainEdits(edits).flatMap((edit) => (edit.kind === "improve" ? [edit.aim.kind] : [])),
  };
}

function definedOnly({
  goal,
  answer,
  firmware,
  board,
  budgetCents,
}: Omit<ToolArguments<"design_from_goal">, "replace">) {
  return {
    goal,
    ...(answer === undefined ? {} : { answer }),
    ...(firmware === undefined ? {} : { firmware }),
    ...(board === undefined ? {} : { board }),
    ...(budgetCents === undefined ? {} : { budgetCents }),
  };
}

function failure(code: string, detail: string, errors: { path: string; message: string }[] = []): ToolResult {
  return { tool: "error", code, detail, errors };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
