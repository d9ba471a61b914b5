import type { Severity } from "../../domain/circuit/lists.ts";
import type { GaugeLimit } from "./gauge-scale.ts";
import { gaugePlaces } from "./gauge-scale.ts";

interface GaugeProps {
  measured: number;
  limit: GaugeLimit;
  /** The finding that the margin belongs to; none where the margin is good. */
  severity?: Severity | null;
}

/** Measured against limit, the one picture of a margin. It repeats figures that stand beside it, so it is hidden from readers. */
export function Gauge({ measured, limit, severity }: GaugeProps) {
  const { bar, ticks, point } = gaugePlaces(measured, limit);
  const kind = typeof limit === "number" ? "" : " gauge-range";
  return (
    <svg class={`gauge${kind}${severity ? ` gauge-${severity}` : ""}`} width="100%" height="10" aria-hidden="true">
      <rect class="gauge-track" x="0" y="3" width="100%" height="4" rx="1" />
      <rect class="gauge-bar" x={`${bar.from}%`} y="3" width={`${bar.width}%`} height="4" rx="1" />
      {ticks.map((percent) => (
        <rect key={percent} class="gauge-tick" x={`${percent}%`} y="0" width="2" height="10" />
      ))}
      {point === null ? null : <circle class="gauge-point" cx={`${point}%`} cy="5" r="4" />}
    </svg>
  );
}
