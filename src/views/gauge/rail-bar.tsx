import { gaugePlaces } from "./gauge-scale.ts";

interface RailBarProps {
  typicalMa: number;
  peakMa: number;
  /** null where the source has no known limit. */
  limitMa: number | null;
}

/**
 * A rail's load against what its source gives: the gauge with two bars, typical over peak. It repeats figures that stand beside it, so it is
 * hidden from readers.
 */
export function RailBar({ typicalMa, peakMa, limitMa }: RailBarProps) {
  const { bar, ticks } = gaugePlaces(peakMa, limitMa ?? Math.max(peakMa, 1));
  const typical = peakMa === 0 ? 0 : (bar.width * Math.min(typicalMa, peakMa)) / peakMa;
  const over = limitMa !== null && peakMa > limitMa;
  return (
    <svg class={`gauge rail-bar${over ? " gauge-E" : ""}`} width="100%" height="16" aria-hidden="true">
      <rect class="gauge-track" x="0" y="2" width="100%" height="12" rx="1" />
      <rect class="gauge-peak" x="0" y="2" width={`${bar.width}%`} height="12" rx="1" />
      <rect class="gauge-bar" x="0" y="2" width={`${typical}%`} height="12" rx="1" />
      {limitMa === null
        ? null
        : ticks.map((percent) => (
            <rect key={percent} class="gauge-tick" x={`${percent}%`} y="0" width="2" height="16" />
          ))}
    </svg>
  );
}
