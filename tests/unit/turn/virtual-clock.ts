import type { Clock } from "../../../src/application/ports.ts";

interface Sleeper {
  atMs: number;
  wake(): void;
}

/** A clock that jumps to the next sleeper as soon as nothing else is left to do. */
export class VirtualClock implements Clock {
  #nowMs = 1_700_000_000_000;
  readonly #sleepers = new Set<Sleeper>();
  /** Called after each jump, with the ms that have passed since the start. */
  onJump: (passedMs: number) => void = () => undefined;
  readonly #startMs = this.#nowMs;

  nowMs(): number {
    return this.#nowMs;
  }

  get passedMs(): number {
    return this.#nowMs - this.#startMs;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const sleeper = { atMs: this.#nowMs + ms, wake: resolve };
      this.#sleepers.add(sleeper);
      signal.addEventListener("abort", () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason);
      });
    });
  }

  /** Lets time pass until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const settled = work.finally(() => {
      isDone = true;
    });
    settled.catch(() => undefined);
    for (let rounds = 0; rounds < 20_000; rounds += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isDone) return settled;
      const [next] = [...this.#sleepers].sort((a, b) => a.atMs - b.atMs);
      if (!next) continue;
      this.#sleepers.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.wake();
      this.onJump(this.passedMs);
    }
    throw new Error("The work never ends");
  }
}
