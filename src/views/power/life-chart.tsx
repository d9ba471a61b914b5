import type { BatteryFigures } from "../../domain/circuit/power/life-at-duty.ts";
import { life, plainFigure } from "../figures/format-figure.ts";
import { useWording } from "../text/wording.tsx";
import type { ChosenDuty, LifeCurve } from "./life-scale.ts";
import { lifePlot } from "./life-scale.ts";
import { duration } from "./power-figures.ts";

interface LifeChartProps {
  battery: BatteryFigures;
  chosen: ChosenDuty;
  hours: number;
  /** null where no life was asked for. */
  wantedHours: number | null;
  /** Reference designator of the board. */
  boardId: string | null;
}

/** Life over the interval between wakes. The figures stand beside it, so readers skip the picture. */
export function LifeChart({ battery, chosen, hours, wantedHours, boardId }: LifeChartProps) {
  const { text, locale } = useWording();
  const plot = lifePlot(battery, chosen.awakeSeconds, [hours, ...(wantedHours === null ? [] : [wantedHours])]);
  const [x, y] = [plot.xOf(chosen.everyMinutes), plot.yOf(hours)];
  const showsBoard = boardId !== null && battery.boardAsleepMa > 0;
  return (
    <figure class="life-chart">
      <svg width="100%" height="232" aria-hidden="true">
        {plot.hourLines.map((line) => (
          <g key={line.hours}>
            <line class="chart-grid" x1="0" x2="100%" y1={`${inset(line.y)}%`} y2={`${inset(line.y)}%`} />
            <text class="chart-label" x="4" y={`${inset(line.y)}%`} dy="-3">
              {plainFigure(life(line.hours, locale))}
            </text>
          </g>
        ))}
        {wantedHours === null ? null : (
          <>
            <line
              class="chart-wanted"
              x1="0"
              x2="100%"
              y1={`${inset(plot.yOf(wantedHours))}%`}
              y2={`${inset(plot.yOf(wantedHours))}%`}
            />
            <text class="chart-label chart-end" x="100%" y={`${inset(plot.yOf(wantedHours))}%`} dx="-4" dy="-4">
              {text.readouts.wanted(plainFigure(life(wantedHours, locale)))}
            </text>
          </>
        )}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" aria-hidden="true">
          {showsBoard ? <polyline class="chart-other" points={pointsOf(plot.withoutBoard)} /> : null}
          <polyline class="chart-own" points={pointsOf(plot.design)} />
        </svg>
        {showsBoard ? (
          <text class="chart-label chart-end" x="100%" y={`${lastY(plot.withoutBoard)}%`} dx="-4" dy="14">
            {text.power.withoutBoard(boardId)}
          </text>
        ) : null}
        <text class="chart-label chart-end chart-strong" x="100%" y={`${lastY(plot.design)}%`} dx="-4" dy="16">
          {text.power.thisDesign}
        </text>
        <line class="chart-cursor" x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" />
        <circle class="chart-point" cx={`${x}%`} cy={`${inset(y)}%`} r="5" />
      </svg>
      <svg class="chart-axis" width="100%" height="20" aria-hidden="true">
        {plot.minuteMarks.map(({ minutes, x: at }, place) => (
          <text
            key={minutes}
            class={`chart-label${place === 0 ? "" : place === plot.minuteMarks.length - 1 ? " chart-end" : " chart-middle"}`}
            x={`${at}%`}
            y="14"
          >
            {plainFigure(duration(minutes * 60, locale))}
          </text>
        ))}
      </svg>
      <figcaption class="second">{text.power.chart}</figcaption>
    </figure>
  );
}

/** Room above and below the outermost lines, so that points and labels on them are not cut. */
function inset(y: number): number {
  return 8 + y * 0.84;
}

function pointsOf({ points }: LifeCurve): string {
  return points.map(({ x, y }) => `${x},${inset(y)}`).join(" ");
}

function lastY({ points }: LifeCurve): number {
  return inset(points.at(-1)?.y ?? 0);
}
