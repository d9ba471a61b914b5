/** A rate with a burst: `burst` takes at once, refilled at `perSecond`. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** Counts takes against a rate. Time is passed in, ms. */
export class TokenBucket {
  /** Time that each take costs, and the time saved up for takes: in ms, so that whole figures stay whole. */
  readonly #costMs: number;
  readonly #mostMs: number;
  #savedMs: number;
  #atMs: number;

  constructor({ burst, perSecond }: Rate, nowMs: number) {
    this.#costMs = 1000 / perSecond;
    this.#mostMs = burst * this.#costMs;
    this.#savedMs = this.#mostMs;
    this.#atMs = nowMs;
  }

  /** Takes one: 0 when there was one, else the ms until there is. A refused take costs nothing. */
  take(nowMs: number): number {
    this.#savedMs = Math.min(this.#mostMs, this.#savedMs + Math.max(0, nowMs - this.#atMs));
    this.#atMs = nowMs;
    if (this.#savedMs < this.#costMs) return Math.ceil(this.#costMs - this.#savedMs);
    this.#savedMs -= this.#costMs;
    return 0;
  }
}
