import { AnswerText } from "../../domain/chat/answer-text.ts";
import { CheckpointPace } from "../../domain/chat/checkpoint-pace.ts";
import type { EndStatus, Intent } from "../../domain/chat/lists.ts";
import type { ChatMessage } from "../../domain/chat/message.ts";
import type { Design } from "../../domain/circuit/design.ts";
import type { AnswerEnd, ChatDescription, CommitOutcome, ProposedCall, RevisionDraft, TurnRoom } from "../ports.ts";
import { follows } from "./branches.ts";
import { commitRevision } from "./commit-revision.ts";
import { describeChat, settingsOf } from "./describe-chat.ts";
import type { FanOut } from "./fan-out.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { LogWriter, RoomLog } from "./room-log.ts";
import type { RunRow } from "./room-storage.ts";
import { TurnSteps } from "./turn-steps.ts";

interface GrowingAnswer {
  message: ChatMessage;
  text: AnswerText;
  pace: CheckpointPace;
}

/**
 * The room as one running turn sees it. A re-run after a crash is given the answers of the killed try one by one, in order, so that it
 * writes each of them once. After `seal` every call throws the reason: a stopped turn can change nothing any more.
 */
export class ActiveTurn implements TurnRoom {
  readonly run: RunRow;
  /** Ids of the messages that it has read: while it runs they stay as they are. */
  read: ReadonlySet<string> = new Set();
  /** What its messages were found to want, once that is known. */
  routing: Intent[] | null = null;
  readonly #deps: RoomDeps;
  readonly #log: RoomLog;
  readonly #fanOut: FanOut;
  readonly #abort = new AbortController();
  readonly #growing = new Map<string, GrowingAnswer>();
  readonly #earlier: ChatMessage[];
  readonly #steps: TurnSteps;

  constructor(run: RunRow, deps: RoomDeps, outlets: { log: RoomLog; fanOut: FanOut }) {
    this.run = run;
    this.#deps = deps;
    this.#log = outlets.log;
    this.#fanOut = outlets.fanOut;
    this.#earlier = run.tries > 1 ? deps.storage.log.ofRun(run) : [];
    this.#steps = new TurnSteps(run, deps);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** The running answer of a killed try, for `TurnInput.resumeMessageId`. */
  get resumeMessageId(): string | null {
    return this.#earlier.find((message) => message.status === "running")?.id ?? null;
  }

  /** Aborts the turn's work and refuses whatever it still tries. */
  seal(reason: Error): void {
    this.#abort.abort(reason);
  }

  progress(step: number, of: number, label: string): void {
    this.signal.throwIfAborted();
    this.#steps.take({ step, of, label }, () => this.#commit(() => undefined), this.signal);
  }

  noteRouting(intents: readonly Intent[]): void {
    this.signal.throwIfAborted();
    this.routing = [...intents];
  }

  beginAnswer(answer: Parameters<TurnRoom["beginAnswer"]>[0]): string {
    this.signal.throwIfAborted();
    const message = this.#earlier.shift() ?? this.#appendAnswer(answer);
    if (message.status === "running") {
      const pace = new CheckpointPace(this.#deps.clock.nowMs());
      this.#growing.set(message.id, { message, text: new AnswerText(), pace });
    }
    return message.id;
  }

  appendText(messageId: string, text: string): void {
    this.signal.throwIfAborted();
    const answer = this.#growing.get(messageId);
    if (!answer) return;
    this.#tell(messageId, answer.text.append(text));
    if (answer.pace.due(answer.text.value.length, this.#deps.clock.nowMs())) {
      const { storage } = this.#deps;
      storage.transaction(() => storage.log.putCheckpoint(answer.message.seq, answer.text.value));
    }
  }

  commitRevision(draft: RevisionDraft): CommitOutcome {
    this.signal.throwIfAborted();
    return this.#commit((writer) => {
      const outcome = commitRevision(this.#deps, writer, { draft, baseHead: this.run.rerun?.baseHead ?? null });
      if (outcome.kind === "committed") {
        const changes = { ...draft.chat, ...this.#firstProject(outcome.revision) };
        describeChat(this.#deps, writer, { by: "system", changes });
      }
      return outcome;
    });
  }

  /** A chat's first design gives it a project, where it has none. */
  #firstProject(revision: number): { projectId?: string } {
    const isFirst = revision === 1 && settingsOf(this.#deps).projectId === null;
    return isFirst ? { projectId: this.#deps.ids.next() } : {};
  }

  keepProposal(calls: readonly ProposedCall[]): void {
    this.signal.throwIfAborted();
    const { runs } = this.#deps.storage;
    this.#deps.storage.transaction(() => runs.put({ ...(runs.get(this.run.id) ?? this.run), proposal: [...calls] }));
  }

  headDesign(): { design: Design | null; head: number } {
    const { artifacts } = this.#deps.storage;
    const head = artifacts.headRevision();
    return { head, design: artifacts.revision(head)?.design ?? null };
  }

  endAnswer(messageId: string, end: AnswerEnd): void {
    this.signal.throwIfAborted();
    const answer = this.#growing.get(messageId);
    if (!answer) return;
    this.#tell(messageId, answer.text.finish());
    const { message, text } = answer;
    const full: Partial<AnswerEnd> =
      text.full && end.status === "complete" ? { status: "limited", reason: "answer_size" } : {};
    this.#commit((writer) => this.#complete(writer, { message, content: text.value }, { ...end, ...full }));
    this.#growing.delete(messageId);
  }

  describeChat(changes: ChatDescription): void {
    this.signal.throwIfAborted();
    this.#commit((writer) => describeChat(this.#deps, writer, { by: "system", changes }));
  }

  /**
   * Ends every answer that is still open with the run's own end, in the run's last transaction: also one of a killed try that this try
   * has not come to. What people have seen of it stays: the longer of the text now and the last checkpoint.
   */
  endOpenAnswers(writer: LogWriter, end: { status: EndStatus; reason?: string }): void {
    const { log } = this.#deps.storage;
    for (const message of log.ofRun(this.run).filter(({ status }) => status === "running")) {
      const now = this.#growing.get(message.id)?.text.value ?? "";
      const kept = log.checkpoint(message.seq) ?? "";
      this.#complete(writer, { message, content: kept.length > now.length ? kept : now }, { ...noFigures, ...end });
    }
    this.#growing.clear();
  }

  /** The text so far of a growing answer, null for any other message. */
  growingText(messageId: string): AnswerText | null {
    return this.#growing.get(messageId)?.text ?? null;
  }

  /** Every growing answer with what a reader that holds `offset` of it lacks. */
  growing(): { messageId: string; text: AnswerText }[] {
    return [...this.#growing].map(([messageId, answer]) => ({ messageId, text: answer.text }));
  }

  #commit<T>(work: (writer: LogWriter) => T): T {
    return this.#steps.writeWith((all) => this.#log.commit(all), work);
  }

  #tell(messageId: string, piece: { offset: number; text: string } | null): void {
    if (piece) this.#fanOut.push([{ type: "delta", runId: this.run.id, messageId, ...piece }]);
  }

  #appendAnswer(answer: Parameters<TurnRoom["beginAnswer"]>[0]): ChatMessage {
    const { rerun } = this.run;
    return this.#commit((writer) => {
      const message: ChatMessage = {
        ...emptyMessage,
        id: this.#deps.ids.next(),
        ...writer.next(),
        parentId: this.#parentId(),
        ...(rerun?.alternativeToId ? { alternativeToId: rerun.alternativeToId } : {}),
        runId: this.run.id,
        senderType: "ai",
        agent: answer.agent,
        modelId: answer.modelId,
        intent: answer.intent,
        isFirstResponder: answer.isFirstResponder,
        status: "running",
        createdAt: this.#deps.clock.nowMs(),
      };
      writer.append(answer.agent, { kind: "message_appended", data: { message } });
      return message;
    });
  }

  /** What the next answer follows: the chat's end where that comes after what is answered, else the last message that is answered. */
  #parentId(): string | null {
    const { log } = this.#deps.storage;
    const { leaf } = this.#log;
    const { rerun, messageIds } = this.run;
    const own = log.ofRun(this.run).at(-1);
    if (rerun?.alternativeToId) return leaf?.id ?? null;
    if (rerun?.parentId && !own) return rerun.parentId;
    const after = own ?? log.message(messageIds.at(-1) ?? "");
    return leaf && after && follows(log, leaf, after) ? leaf.id : (after?.id ?? null);
  }

  #complete(writer: LogWriter, said: { message: ChatMessage; content: string }, end: AnswerEnd): void {
    const latencyMs = this.#deps.clock.nowMs() - this.run.startedAt;
    const message: ChatMessage = { ...said.message, ...end, content: said.content, latencyMs };
    writer.append(message.agent ?? "system", { kind: "message_completed", data: { message } });
    this.#deps.storage.log.dropCheckpoint(message.seq);
  }
}

const noFigures = { artifacts: [], revision: null, inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };

/** The fields of a message that most senders leave empty. */
export const emptyMessage = {
  runId: null,
  senderId: null,
  senderName: null,
  agent: null,
  agentIcon: null,
  modelId: null,
  intent: null,
  parentId: null,
  replyToId: null,
  isFirstResponder: false,
  content: "",
  attachments: [],
  artifacts: [],
  revision: null,
  inputTokens: null,
  outputTokens: null,
  costMicroUsd: null,
  latencyMs: null,
} satisfies Partial<ChatMessage>;
