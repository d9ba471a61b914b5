import { agentFor, agents, systemPrompt } from "../domain/agents/agents.ts";
import { limits } from "../domain/chat/limits.ts";
import type { AgentId } from "../domain/chat/lists.ts";
import type { Review } from "../domain/circuit/reviewers/review-design.ts";
import { reviewDesign, silence } from "../domain/circuit/reviewers/review-design.ts";
import { AnswerWriter } from "./answer-writer.ts";
import { describeByDesign, describeByMessage, phaseAfterCheck, situation } from "./chat-description.ts";
import type { DesignEngine } from "./design-engine.ts";
import { draftArtifacts } from "./draft-artifacts.ts";
import type { ModelStep } from "./model-step.ts";
import { modelStep } from "./model-step.ts";
import type { ChatModel, Clock, ModelMessage, ProposedCall, TurnInput, TurnRoom } from "./ports.ts";
import { StagedDesign } from "./staged-design.ts";
import type { TurnOutcome } from "./stream-watch.ts";
import { StreamWatch } from "./stream-watch.ts";
import type { ToolCall, ToolScene } from "./turn-tools.ts";
import { agentOfCall, isDesignWork, runTool, toolDefinitions } from "./turn-tools.ts";
import { WorkSteps } from "./work-steps.ts";

/** What a turn works with. `signal` is the Stop button: aborting it ends the turn `stopped` with the text that is there. */
export interface TurnDeps {
  room: TurnRoom;
  model: ChatModel;
  engine: DesignEngine;
  clock: Clock;
  signal: AbortSignal;
  /** Hears what went wrong on our side; the person hears only that something did. */
  report(error: unknown): void;
}

/** So many UTF-16 units take the engine about a millisecond to read. */
const longLength = 2000;

/**
 * Answers the asked messages with at most one revision and one answer. Never throws; how it ended is also how the answer ended.
 * Reasons: `head_moved`, `model_failed`, `model_silent`, `model_arguments`, `model_steps`, `turn_time`, `answer_size`, `internal`.
 */
export async function runTurn(input: TurnInput, deps: TurnDeps): Promise<TurnOutcome> {
  const length = input.asked.reduce((sum, { content }) => sum + content.length, 0);
  // The engine reads first of all: what asks this is made durable and told before it reads for long.
  if (length > longLength) await deps.clock.sleep(0, deps.signal).catch(() => undefined);
  const turn = new Turn(input, deps);
  try {
    return await turn.follow(turn.end(await turn.answer()));
  } catch (error) {
    if (!deps.signal.aborted) deps.report(error);
    return turn.end(broken(deps.signal));
  }
}

function proposed(agent: AgentId, { name, argumentsJson }: ToolCall): ProposedCall {
  return { agent, name, argumentsJson };
}

function broken(signal: AbortSignal): TurnOutcome {
  return signal.aborted ? { status: "stopped" } : { status: "failed", reason: "internal" };
}

class Turn {
  readonly #input: TurnInput;
  readonly #deps: TurnDeps;
  readonly #watch: StreamWatch;
  readonly #answer: AnswerWriter;
  readonly #scene: ToolScene;
  readonly #work: WorkSteps;
  readonly #stopModel = new AbortController();
  /** What was said between the agents and their tools, for the next call of a model. */
  readonly #said: ModelMessage[] = [];
  readonly #calls: { agent: AgentId; call: ToolCall; message: ModelMessage }[] = [];
  readonly #figures = { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };
  #revision: number | null = null;
  #artifacts: { slug: string; version: number }[] = [];
  #steps = 0;
  #repairs = 0;
  #isReplayed = false;
  #reviews: Review[] = [];

  constructor(input: TurnInput, deps: TurnDeps) {
    const { room, engine, clock, signal, model } = deps;
    this.#input = input;
    this.#deps = deps;
    this.#watch = new StreamWatch(clock, signal, (error) => deps.report(error));
    this.#answer = new AnswerWriter(room, model.id);
    const said = input.asked.map(({ content }) => content).join("\n");
    const { language } = engine.read(said, input.design);
    this.#work = new WorkSteps(room, language);
    const { stage } = this.#work;
    const { design, head, headDesign } = input;
    const { ownedParts } = input;
    const base = { design, head, ownedParts, ...(design === headDesign ? {} : { kept: headDesign }) };
    const staged = new StagedDesign(engine, base, { stage, language });
    this.#scene = { engine, staged, isCommitted: false, intents: [], suggestions: [] };
  }

  /** Routes, then lets the agent of the first intent answer. */
  async answer(): Promise<TurnOutcome> {
    const routingCut = await this.#converse("orchestrator");
    this.#deps.room.noteRouting(this.#scene.intents);
    const [intent = "CHAT"] = this.#scene.intents;
    const agent = agentFor(intent).id;
    this.#answer.begin(agent, intent);
    const cut = routingCut ?? (await this.#converse(agent)) ?? this.#commitUnsaid();
    if (cut) return cut;
    if (this.#answer.isEmpty) return { status: "failed", reason: "model_failed" };
    const [first] = this.#input.asked;
    const isFirst = this.#input.history.length === 0 && this.#scene.staged.current === null;
    if (isFirst && first) this.#deps.room.describeChat(describeByMessage(first));
    const { current } = this.#scene.staged;
    // A design that was checked once more is past its last change.
    if (intent === "VERIFY" && current && this.#revision === null) {
      this.#deps.room.describeChat({ phase: phaseAfterCheck(current) });
    }
    return { status: "complete" };
  }

  /** Ends the answer as the turn ended. A room that has closed the turn already takes no word any more. */
  end(outcome: TurnOutcome): TurnOutcome {
    this.#stopModel.abort();
    const suggestions = outcome.status === "complete" ? this.#scene.suggestions : [];
    const written = { artifacts: this.#artifacts, revision: this.#revision };
    this.#reviews = outcome.status === "complete" ? this.#review() : [];
    const silent = this.#reviews.filter(({ text }) => text === null).map(({ modelId }) => modelId);
    try {
      this.#answer.end(outcome, { ...this.#figures, ...written, suggestions, silent });
      return outcome;
    } catch (error) {
      if (!this.#deps.signal.aborted) this.#deps.report(error);
      return broken(this.#deps.signal);
    }
  }

  /** In a group the perspectives that have something to add say it, each in a message of its own. */
  async follow(outcome: TurnOutcome): Promise<TurnOutcome> {
    const { room, clock, signal, report } = this.#deps;
    try {
      await this.#speak({ room, clock, signal });
      return outcome;
    } catch (error) {
      if (!signal.aborted) report(error);
      return broken(signal);
    }
  }

  async #speak({ room, clock, signal }: Pick<TurnDeps, "room" | "clock" | "signal">): Promise<void> {
    for (const { modelId, agent, intent, text } of this.#reviews) {
      if (text === null) continue;
      // Each is told before the next one begins.
      await clock.sleep(0, signal);
      const id = room.beginAnswer({ agent, intent, modelId, isFirstResponder: false });
      room.appendText(id, text);
      const figures = { inputTokens: 0, outputTokens: 0, costMicroUsd: 0, artifacts: [], revision: null };
      room.endAnswer(id, { status: "complete", ...figures });
    }
  }

  /** What the perspectives have to say of a design that was made, changed or checked; of anything else nothing. */
  #review(): Review[] {
    const { told } = this.#scene.staged;
    if (this.#input.mode !== "group" || told === null) return [];
    const isWork = this.#revision !== null || this.#calls.some(({ call }) => call.name === "check_design");
    if (!isWork) return silence;
    const before = this.#input.history.filter(({ senderType }) => senderType === "ai").map(({ content }) => content);
    return reviewDesign(told, [...before, this.#answer.text].join("\n"));
  }

  /** Calls the model until it has said its words, or routed. Answers why the turn has to end here, null when it may go on. */
  async #converse(agent: AgentId): Promise<TurnOutcome | null> {
    while (this.#steps < limits.modelSteps) {
      this.#steps += 1;
      const step = await this.#step(agent);
      if (step.kind === "cut") return step.outcome;
      if (step.kind === "said") return null;
      if (step.kind === "again") continue;
      // What was stored until here is made durable and told before that work, not after it.
      if (step.calls.some(isDesignWork)) await this.#deps.clock.sleep(0, this.#deps.signal);
      if (!this.#run(agent, step.calls)) return { status: "failed", reason: "model_arguments" };
      if (agent === "orchestrator" && this.#scene.intents.length > 0) return null;
    }
    return { status: "limited", reason: "model_steps" };
  }

  #step(agent: AgentId): Promise<ModelStep> {
    const { model, signal } = this.#deps;
    const stop = AbortSignal.any([signal, this.#stopModel.signal]);
    const messages = this.#transcript(agent);
    const unanswered = this.#input.asked.length;
    const request = { agent, messages, unanswered, tools: toolDefinitions(agent, this.#scene) };
    return modelStep({ model, watch: this.#watch, signal: stop }, request, {
      text: (text) => (agent === "orchestrator" ? null : this.#write(text)),
      usage: ({ inputTokens, outputTokens, costMicroUsd }) => {
        this.#figures.inputTokens += inputTokens;
        this.#figures.outputTokens += outputTokens;
        this.#figures.costMicroUsd += costMicroUsd;
      },
    });
  }

  /** Text goes straight to the answer, but words about a design only once it is stored. */
  #write(text: string): ModelStep | null {
    const commit = this.#commit();
    if (commit === "again") return { kind: "again" };
    if (commit) return { kind: "cut", outcome: commit };
    if (this.#answer.append(text)) return null;
    return { kind: "cut", outcome: { status: "limited", reason: "answer_size" } };
  }

  #transcript(agent: AgentId): ModelMessage[] {
    const { history, asked } = this.#input;
    const { current, base } = this.#scene.staged;
    const earlier = [...history, ...asked].filter(({ senderType }) => senderType !== "system");
    return [
      { role: "system", content: systemPrompt(agents[agent], situation(current, base.head)) },
      ...earlier.map(({ senderType, content }): ModelMessage => {
        return { role: senderType === "user" ? "user" : "assistant", content };
      }),
      ...this.#said,
    ];
  }

  /** Carries out what a model called for. Answers false when it has failed to write right arguments too often. */
  #run(agent: AgentId, calls: ToolCall[]): boolean {
    this.#said.push({ role: "assistant", content: "", toolCalls: calls });
    this.#work.run(calls, (call) => {
      const result = runTool(this.#scene, agent, call);
      if (result.tool === "error") this.#repairs += 1;
      const message: ModelMessage = { role: "tool", content: JSON.stringify(result), toolCallId: call.id };
      this.#said.push(message);
      this.#calls.push({ agent, call, message });
    });
    return this.#repairs <= limits.repairs;
  }

  /** Writes the revision, if there is something to write. `again`: the head had moved and the calls were made again on it. */
  #commit(): TurnOutcome | "again" | null {
    const { staged } = this.#scene;
    const { pending, base } = staged;
    const { agent, messageId } = this.#answer;
    if (!pending || this.#scene.isCommitted || agent === null) return null;
    const { room, model } = this.#deps;
    const outcome = room.commitRevision({
      expectedHead: base.head,
      design: pending.design,
      artifacts: draftArtifacts(pending.design, base.design),
      messageId,
      author: { kind: "agent", agent: this.#designer(agent), modelId: model.id },
      changeSummary: pending.summary,
      runId: this.#input.runId,
      chat: describeByDesign(pending.design),
    });
    if (outcome.kind === "committed") {
      this.#scene.isCommitted = true;
      this.#revision = outcome.revision;
      this.#artifacts = outcome.written;
      return null;
    }
    if (this.#isReplayed) {
      const wanted = this.#calls.filter(({ call }) => isDesignWork(call));
      room.keepProposal(wanted.map((one) => proposed(agentOfCall(this.#scene, one.agent, one.call.name), one.call)));
      return { status: "failed", reason: "head_moved" };
    }
    this.#replay();
    return "again";
  }

  /** The agent whose work the design is: not the one who answers where the message asked something else first. */
  #designer(writer: AgentId): AgentId {
    const work = this.#calls.find(({ call }) => isDesignWork(call));
    return work ? agentOfCall(this.#scene, writer, work.call.name) : writer;
  }

  /** A model that ends on a tool call still gets its design written. */
  #commitUnsaid(): TurnOutcome | null {
    const commit = this.#commit();
    const outcome = commit === "again" ? this.#commit() : commit;
    return outcome === "again" ? null : outcome;
  }

  /** The same calls on the design that overtook this turn; the model then words their new results. */
  #replay(): void {
    this.#isReplayed = true;
    this.#scene.staged.rebase(this.#deps.room.headDesign());
    for (const { agent, call, message } of this.#calls) {
      message.content = JSON.stringify(runTool(this.#scene, agent, call));
    }
  }
}
