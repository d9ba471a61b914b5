/** Where things stand on a gauge, in percent of its width. */
export interface GaugePlaces {
  bar: { from: number; width: number };
  ticks: number[];
  /** The measured point of a range, which has no bar from zero. */
  point: number | null;
}

/** What a figure is held against: one limit, or the two ends of a range. Same unit as the figure. */
export type GaugeLimit = number | { min: number; max: number };

/** The limit stands here, so that a gauge at 100 % is seen to touch it and one above is seen to pass it. */
const limitPercent = 92;

/**
 * Places of bar, ticks and point. With one limit the bar starts at zero and the limit stands at 92 %, or further left when
 * the figure is beyond it; with a range the band lies between its ends and the figure is a point. Nothing leaves 0..100.
 */
export function gaugePlaces(measured: number, limit: GaugeLimit): GaugePlaces {
  if (typeof limit === "number") {
    const full = Math.max((Math.abs(limit) * 100) / limitPercent, Math.abs(measured));
    const percent = (value: number) => (full === 0 ? 0 : clamp((Math.abs(value) / full) * 100));
    return { bar: { from: 0, width: percent(measured) }, ticks: [percent(limit)], point: null };
  }
  const low = Math.min(limit.min, measured);
  const high = Math.max(limit.max, measured);
  const margin = (high - low) * 0.1 || 1;
  const percent = (value: number) => clamp(((value - low + margin) / (high - low + 2 * margin)) * 100);
  const from = percent(limit.min);
  return {
    bar: { from, width: percent(limit.max) - from },
    ticks: [from, percent(limit.max)],
    point: percent(measured),
  };
}

function clamp(percent: number): number {
  return Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10;
}
