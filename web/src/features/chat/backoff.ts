const firstMs = 500;
const mostMs = 15_000;

/** Milliseconds to wait before try `attempt` (0 is the first): full jitter under a doubling cap. `random` is in 0..1. */
export function backoffMs(attempt: number, random: number): number {
  return Math.round(random * Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 10)));
}
