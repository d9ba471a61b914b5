import { limits } from "./limits.ts";

const waitsMs = [1000, 2000, 4000] as const;
const steadyWaitMs = 8000;

/**
 * When a growing answer is written to storage: after `limits.checkpointBytes` of new text, or 1, 2, 4 and then every 8 s after
 * the last time, and at most `limits.checkpointsPerAnswer` times. Lengths in UTF-16 units, times in ms.
 */
export class CheckpointPace {
  #written = 0;
  #length = 0;
  #atMs: number;

  constructor(startedAtMs: number) {
    this.#atMs = startedAtMs;
  }

  /** Whether the text of this length is due now; a yes counts as written. */
  due(length: number, nowMs: number): boolean {
    if (this.#written >= limits.checkpointsPerAnswer || length <= this.#length) return false;
    const wait = waitsMs[this.#written] ?? steadyWaitMs;
    if (length - this.#length < limits.checkpointBytes && nowMs - this.#atMs < wait) return false;
    this.#written += 1;
    this.#length = length;
    this.#atMs = nowMs;
    return true;
  }
}
