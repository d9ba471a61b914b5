import type { Clock } from "../../../src/application/ports.ts";

/** Lets every promise that can go on go on. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

interface Sleeper {
  atMs: number;
  order: number;
  wake(): void;
}

/** Time that only moves when a test says so; sleepers wake in order. */
export class VirtualClock implements Clock {
  #nowMs = 1_795_383_600_000;
  #order = 0;
  #sleepers: Sleeper[] = [];

  nowMs(): number {
    return this.#nowMs;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      this.#order += 1;
      const wake = () => {
        signal.removeEventListener("abort", stop);
        resolve();
      };
      const sleeper = { atMs: this.#nowMs + ms, order: this.#order, wake };
      this.#sleepers.push(sleeper);
      const stop = () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        reject(signal.reason);
      };
      signal.addEventListener("abort", stop, { once: true });
    });
  }

  /** When the next sleeper wakes, null when nobody sleeps. */
  get nextMs(): number | null {
    return this.#sleepers.length === 0 ? null : Math.min(...this.#sleepers.map(({ atMs }) => atMs));
  }

  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    // What was called just now may be about to fall asleep.
    await settle();
    for (;;) {
      const [due] = this.#sleepers
        .filter(({ atMs }) => atMs <= endMs)
        .sort((a, b) => a.atMs - b.atMs || a.order - b.order);
      if (!due) break;
      this.#sleepers = this.#sleepers.filter((sleeper) => sleeper !== due);
      this.#nowMs = Math.max(this.#nowMs, due.atMs);
      due.wake();
      await settle();
    }
    this.#nowMs = endMs;
    await settle();
  }

  /** A kill takes all timers with it. */
  forgetSleepers(): void {
    this.#sleepers = [];
  }
}
