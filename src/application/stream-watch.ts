import { limits } from "../domain/chat/limits.ts";
import type { EndStatus } from "../domain/chat/lists.ts";
import type { Clock, ModelChunk } from "./ports.ts";

/** How a turn ended. `reason` is one of the stable words in the comment of `runTurn`. */
export interface TurnOutcome {
  status: EndStatus;
  reason?: string;
}

/** The next chunk of a model, the end of its stream, or why the turn has to end here. */
export type Watched = { kind: "chunk"; chunk: ModelChunk } | { kind: "done" } | { kind: "cut"; outcome: TurnOutcome };

/** Waits for a model within the limits of a turn: the Stop button, the wall time, the first byte and silence. */
export class StreamWatch {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #report: (error: unknown) => void;
  readonly #endsAtMs: number;

  /** `report` hears what a model threw, unless nobody waited for it any more. */
  constructor(clock: Clock, signal: AbortSignal, report: (error: unknown) => void) {
    this.#clock = clock;
    this.#report = report;
    this.#signal = signal;
    this.#endsAtMs = clock.nowMs() + limits.turnMs;
  }

  /** Waits for one chunk, at most `quietMs` and never beyond the turn's wall time. */
  async next(chunks: AsyncIterator<ModelChunk>, quietMs: number): Promise<Watched> {
    if (this.#signal.aborted) return cut("stopped");
    const leftMs = this.#endsAtMs - this.#clock.nowMs();
    if (leftMs <= 0) return cut("limited", "turn_time");
    const arrived = new AbortController();
    const tooLate = leftMs <= quietMs ? cut("limited", "turn_time") : cut("failed", "model_silent");
    const alarm = this.#clock.sleep(Math.min(leftMs, quietMs), AbortSignal.any([arrived.signal, this.#signal])).then(
      () => tooLate,
      () => cut("stopped"),
    );
    try {
      return await Promise.race([this.#read(chunks, arrived.signal), alarm]);
    } finally {
      arrived.abort();
    }
  }

  async #read(chunks: AsyncIterator<ModelChunk>, over: AbortSignal): Promise<Watched> {
    try {
      const { done, value } = await chunks.next();
      return done ? { kind: "done" } : { kind: "chunk", chunk: value };
    } catch (error) {
      if (!over.aborted && !this.#signal.aborted) this.#report(error);
      return cut("failed", "model_failed");
    }
  }
}

function cut(status: EndStatus, reason?: string): Watched {
  return { kind: "cut", outcome: reason === undefined ? { status } : { status, reason } };
}
