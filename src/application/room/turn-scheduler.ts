import { limits } from "../../domain/chat/limits.ts";
import type { EndStatus } from "../../domain/chat/lists.ts";
import type { ChatMessage } from "../../domain/chat/message.ts";
import { roleMay } from "../../domain/chat/roles.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { TurnInput } from "../ports.ts";
import { ActiveTurn } from "./active-turn.ts";
import { branchBack, newestEnd } from "./branches.ts";
import type { FanOut } from "./fan-out.ts";
import { ofEdited } from "./rerun.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { LogWriter, RoomLog } from "./room-log.ts";
import type { RunRow } from "./room-storage.ts";

/** How often a room with a running turn is woken, so that a turn which a kill took away is taken up again. */
export const watchdogMs = 5000;
/** A run that takes its room down with it is not tried for ever. */
const mostTries = 3;

const encoder = new TextEncoder();

interface RunEnd {
  status: EndStatus;
  reason?: string;
}

/** Starts runs, one at a time, and ends each in one terminal status. */
export class TurnScheduler {
  readonly #deps: RoomDeps;
  readonly #log: RoomLog;
  readonly #fanOut: FanOut;
  #active: ActiveTurn | null = null;
  readonly #waiters = new Map<string, Set<() => void>>();

  constructor(deps: RoomDeps, outlets: { log: RoomLog; fanOut: FanOut }) {
    this.#deps = deps;
    this.#log = outlets.log;
    this.#fanOut = outlets.fanOut;
  }

  get active(): ActiveTurn | null {
    return this.#active;
  }

  /** In the transaction that stores the message: starts a run for it, or queues it behind the one that is running. Then call `launch`. */
  ask(writer: LogWriter, message: ChatMessage): void {
    const { runs, meta } = this.#deps.storage;
    const latest = runs.latest();
    if (latest?.status === "running") {
      meta.putQueued([...meta.queued(), message.id]);
      const data = { messageId: message.id, behindRunId: latest.id };
      writer.append("system", { kind: "turn_queued", data });
    } else {
      this.#beginWaiting(writer, [message.id]);
    }
  }

  /** In a transaction, while nothing runs: starts a run. Then call `launch`. */
  begin(writer: LogWriter, { messageIds, askedBy, rerun }: Pick<RunRow, "messageIds" | "askedBy" | "rerun">): RunRow {
    const { storage, ids, clock } = this.#deps;
    const run: RunRow = {
      seq: writer.next().seq,
      id: ids.next(),
      status: "running",
      reason: null,
      messageIds,
      askedBy,
      startHead: storage.artifacts.headRevision(),
      tries: 1,
      startedAt: clock.nowMs(),
      endedAt: null,
      rerun,
    };
    storage.runs.put(run);
    writer.append("system", { kind: "run_started", data: { runId: run.id, messageIds, agent: "orchestrator" } });
    return run;
  }

  /** Throws `conflict` while a run is going on: another answer has no place in the queue. */
  refuseWhileRunning(): void {
    if (this.#deps.storage.runs.latest()?.status === "running") {
      throw new OhmError("conflict", "An answer is being written; wait for it or stop it first");
    }
  }

  /**
   * Whether a run that is going on has read this message, as what it answers or as what was said before. The same after a restart: until
   * the run has ended its input stays as it was.
   */
  hasRead(messageId: string): boolean {
    if (this.#active) return this.#active.read.has(messageId);
    const run = this.#deps.storage.runs.latest();
    return run?.status === "running" && idsOf(this.#messagesFor(run)).has(messageId);
  }

  /** In a transaction: a message that waits for its run waits no more. Then call `launch`. */
  dequeue(messageId: string): void {
    const { meta } = this.#deps.storage;
    const waiting = meta.queued();
    if (waiting.includes(messageId)) meta.putQueued(waiting.filter((id) => id !== messageId));
  }

  /** In a transaction: nothing that this person has said waits for a run any more. Then call `launch`. */
  dequeueOf(userId: string): void {
    const { meta, log } = this.#deps.storage;
    const waiting = meta.queued();
    const kept = waiting.filter((id) => log.message(id)?.senderId !== userId);
    if (kept.length < waiting.length) meta.putQueued(kept);
  }

  /** After that transaction: sets the stored run to work when nothing is at work, and answers who waits for what no run will answer. */
  launch(): void {
    this.#settleDropped();
    const run = this.#deps.storage.runs.latest();
    if (this.#active || run?.status !== "running") return;
    const turn = new ActiveTurn(run, this.#deps, { log: this.#log, fanOut: this.#fanOut });
    this.#active = turn;
    this.#deps.wakeAt(this.#deps.clock.nowMs() + watchdogMs);
    // What could not even be ended is taken up by the watchdog.
    this.#work(turn).catch((error: unknown) => this.#deps.report(error));
  }

  /** After a start of the room: what a kill took away is run again, or ends `interrupted` where it cannot be repeated. */
  recover(): void {
    const run = this.#deps.storage.runs.latest();
    if (run?.status !== "running") return;
    const again = { ...run, tries: run.tries + 1, startedAt: this.#deps.clock.nowMs() };
    this.#deps.storage.transaction(() => this.#deps.storage.runs.put(again));
    if (this.#deps.repeatable && again.tries <= mostTries) this.launch();
    else this.#abandon(again);
  }

  /** Ends the active run `stopped` at once: its text is kept, and nothing that it still tries has an effect. */
  stop(): void {
    if (this.#active) this.#end(this.#active, { status: "stopped", reason: "stopped" });
  }

  /** Resolves when the run that answers this message has ended, or after `ms`. */
  async settled(messageId: string, ms: number): Promise<void> {
    const finished = new AbortController();
    const waiters = this.#waiters.get(messageId) ?? new Set();
    this.#waiters.set(messageId, waiters);
    const done = () => finished.abort(new Error("The turn has ended"));
    waiters.add(done);
    await this.#deps.clock.sleep(ms, finished.signal).catch(() => undefined);
    waiters.delete(done);
    if (waiters.size === 0) this.#waiters.delete(messageId);
  }

  async #work(turn: ActiveTurn): Promise<void> {
    const finished = new AbortController();
    const wall = this.#deps.clock.sleep(limits.turnMs, finished.signal).then(
      () => this.#end(turn, { status: "limited", reason: "turn_time" }),
      () => undefined,
    );
    try {
      const input = this.#input(turn);
      turn.read = idsOf(input);
      const outcome = await this.#deps.runTurn(input, turn, turn.signal);
      this.#end(turn, outcome);
    } catch (error) {
      if (!turn.signal.aborted) this.#deps.report(error);
      this.#end(turn, { status: "failed", reason: "internal" });
    } finally {
      finished.abort();
      await wall;
    }
  }

  #input(turn: ActiveTurn): TurnInput {
    const { artifacts, meta } = this.#deps.storage;
    const { run } = turn;
    const committed = artifacts.revisionOfRun(run.id);
    const head = committed ? (committed.revision.parent ?? 0) : run.startHead;
    const headDesign = artifacts.revision(head)?.design ?? null;
    const base = run.rerun?.baseHead ?? head;
    return {
      runId: run.id,
      chatId: meta.chat()?.id ?? "",
      mode: meta.chat()?.mode ?? "workbench",
      ...this.#messagesFor(run),
      head,
      headDesign,
      design: base === head ? headDesign : (artifacts.revision(base)?.design ?? null),
      ownedParts: meta.chat()?.ownedParts ?? [],
      resumeMessageId: turn.resumeMessageId,
    };
  }

  /** The messages that a run reads, as they are now. */
  #messagesFor(run: RunRow): Pick<TurnInput, "asked" | "history"> {
    const { log } = this.#deps.storage;
    const asked = run.messageIds.flatMap((id) => log.message(id) ?? []).filter(({ removed }) => !removed);
    return { asked, history: this.#history(run, asked.at(-1)) };
  }

  /** What was said on the branch before the run, oldest first, without what it answers. */
  #history(run: RunRow, last: ChatMessage | undefined): ChatMessage[] {
    const { log } = this.#deps.storage;
    const history: ChatMessage[] = [];
    if (!last) return history;
    const tip = newestEnd(log, last, run.rerun?.asOfSeq ?? run.seq);
    for (const message of branchBack(log, tip)) {
      if (history.length === limits.pageItems) break;
      const isSaid = message.status === "complete" && !message.removed;
      if (isSaid && !run.messageIds.includes(message.id)) history.push(message);
    }
    return history.reverse();
  }

  /** Starts a run for what has waited: together, but another wording of a message alone with what was said after it. */
  #beginWaiting(writer: LogWriter, waiting: readonly string[]): void {
    const { storage } = this.#deps;
    const { together, rest } = this.#nextOf(waiting);
    if (storage.meta.queued().length > 0) storage.meta.putQueued(rest);
    const [first] = together;
    if (!first) return;
    const messageIds = together.map(({ id }) => id);
    const rerun = first.editOfId !== undefined && together.length === 1 ? ofEdited(storage, first) : null;
    this.begin(writer, { messageIds, askedBy: first.senderId ?? "system", rerun });
  }

  /** What the next run answers of what has waited, within `limits.runMessages` and `runBytes`, and what waits on. */
  #nextOf(waiting: readonly string[]): { together: ChatMessage[]; rest: string[] } {
    const { log } = this.#deps.storage;
    const together: ChatMessage[] = [];
    let bytes = 0;
    for (const [place, id] of waiting.entries()) {
      const message = log.message(id);
      if (!message || !this.#mayAsk(message)) continue;
      bytes += encoder.encode(message.content).length;
      const isFull = together.length === limits.runMessages || bytes > limits.runBytes;
      if (together.length > 0 && (isFull || message.editOfId !== undefined)) {
        return { together, rest: waiting.slice(place) };
      }
      together.push(message);
    }
    return { together, rest: [] };
  }

  /** Who is out, or may only read by now, asks nobody any more. */
  #mayAsk({ senderId }: ChatMessage): boolean {
    const member = this.#deps.storage.members.get(senderId ?? "");
    return member !== null && roleMay(member.role, "post");
  }

  #end(turn: ActiveTurn, end: RunEnd): void {
    if (this.#active !== turn) return;
    this.#active = null;
    turn.seal(new Error(`The run has ended: ${end.status}`));
    this.#log.commit((writer) => {
      turn.endOpenAnswers(writer, end);
      const { run, routing } = turn;
      this.#close(writer, routing === null ? run : { ...run, routing }, end);
    });
    this.#settle(turn.run);
    this.launch();
  }

  /** Ends a run that nobody works on, with the text that its last checkpoint kept. */
  #abandon(run: RunRow): void {
    const end: RunEnd = { status: "interrupted", reason: "restarted" };
    const { log } = this.#deps.storage;
    this.#log.commit((writer) => {
      for (const answer of log.ofRun(run).filter(({ status }) => status === "running")) {
        const message: ChatMessage = { ...answer, ...end, content: log.checkpoint(answer.seq) ?? "" };
        writer.append(answer.agent ?? "system", { kind: "message_completed", data: { message } });
        log.dropCheckpoint(answer.seq);
      }
      this.#close(writer, run, end);
    });
    this.#settle(run);
    this.launch();
  }

  /** The run's last words, and the next run for what has waited meanwhile. */
  #close(writer: LogWriter, run: RunRow, end: RunEnd): void {
    const { runs, meta } = this.#deps.storage;
    const endedAt = this.#deps.clock.nowMs();
    // Who asked may have become somebody else while it ran, and what it wanted may be kept.
    const { askedBy, proposal } = runs.get(run.id) ?? run;
    runs.put({
      ...run,
      ...(proposal ? { proposal } : {}),
      askedBy,
      status: end.status,
      reason: end.reason ?? null,
      endedAt,
    });
    const data = { runId: run.id, ...end, latencyMs: endedAt - run.startedAt };
    writer.append("system", { kind: "run_ended", data });
    this.#beginWaiting(writer, meta.queued());
  }

  #settle(run: RunRow): void {
    for (const messageId of run.messageIds) this.#answerWaiters(messageId);
  }

  #settleDropped(): void {
    if (this.#waiters.size === 0) return;
    const { runs, meta } = this.#deps.storage;
    const latest = runs.latest();
    const open = new Set([...meta.queued(), ...(latest?.status === "running" ? latest.messageIds : [])]);
    for (const messageId of this.#waiters.keys()) if (!open.has(messageId)) this.#answerWaiters(messageId);
  }

  #answerWaiters(messageId: string): void {
    for (const done of this.#waiters.get(messageId) ?? []) done();
  }
}

function idsOf({ asked, history }: Pick<TurnInput, "asked" | "history">): ReadonlySet<string> {
  return new Set([...asked, ...history].map(({ id }) => id));
}
