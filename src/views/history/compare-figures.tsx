import type { ComponentChildren } from "preact";
import type { Design } from "../../domain/circuit/design.ts";
import { Figure } from "../figures/figure.tsx";
import type { FigureText } from "../figures/format-figure.ts";
import { current, life, money, plainFigure, priceChange } from "../figures/format-figure.ts";
import { findingCounts, mainRail } from "../readouts/key-figures.ts";
import { VerdictBadge } from "../severity/severity-badge.tsx";
import { useWording } from "../text/wording.tsx";
import type { ComparedPair } from "./compared-pair.ts";

interface FigureRow {
  label: string;
  before: ComponentChildren;
  after: ComponentChildren;
  change: string;
}

/** The few figures that matter, side by side with their change. */
export function CompareFigures({ before, after }: ComparedPair) {
  const { text } = useWording();
  const rows = useRows({ before, after });
  return (
    <div class="sheet scroll-x">
      <table class="dense figures-table">
        <caption class="unseen">{text.history.figures}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" class="number">
              r{before.revision}
            </th>
            <th scope="col" class="number">
              r{after.revision}
            </th>
            <th scope="col" class="number">
              {text.history.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td class="number">{row.before}</td>
              <td class="number">{row.after}</td>
              <td class={`number${row.change === text.history.same ? " quiet" : " strong"}`}>{row.change}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useRows({ before, after }: ComparedPair): FigureRow[] {
  const { text, locale } = useWording();
  const signed = (difference: number, of: (size: number) => FigureText) =>
    Math.abs(difference) < 0.05
      ? text.history.same
      : `${difference > 0 ? "+" : "−"}${plainFigure(of(Math.abs(difference)))}`;
  const figure = (value: number | null, of: (size: number) => FigureText) =>
    value === null ? text.readouts.none : <Figure of={of(value)} />;
  const row = (label: string, values: readonly [number | null, number | null], of: (size: number) => FigureText) => ({
    label,
    before: figure(values[0], of),
    after: figure(values[1], of),
    change: values[0] === null || values[1] === null ? "" : signed(values[1] - values[0], of),
  });
  const amount = (value: number): FigureText => ({ figure: value.toLocaleString(locale), unit: "" });
  const rail = mainRail(after)?.name ?? null;
  const peak = (design: Design) => design.power.rails.find(({ name }) => name === rail)?.maxMa ?? null;
  const deltaCents = after.cost.totalCents - before.cost.totalCents;
  return [
    {
      label: text.history.price,
      before: money(before.cost.totalCents, locale),
      after: money(after.cost.totalCents, locale),
      change: deltaCents === 0 ? text.history.same : priceChange(deltaCents, locale),
    },
    ...(rail === null ? [] : [row(text.history.peak(rail), [peak(before), peak(after)], (mA) => current(mA, locale))]),
    ...(before.power.batteryHours === undefined && after.power.batteryHours === undefined
      ? []
      : [
          row(text.history.life, [before.power.batteryHours ?? null, after.power.batteryHours ?? null], (hours) =>
            life(hours, locale),
          ),
        ]),
    row(text.history.wires, [before.connections.length, after.connections.length], amount),
    row(text.history.pins, [pinsUsed(before), pinsUsed(after)], amount),
    {
      label: text.history.verdict,
      before: <VerdictBadge verdict={before.verdict} words={text.verdict} />,
      after: <VerdictBadge verdict={after.verdict} words={text.verdict} />,
      change: before.verdict === after.verdict ? text.history.same : text.verdict[after.verdict],
    },
    row(text.history.findings, [findingsOf(before), findingsOf(after)], amount),
  ];
}

function findingsOf(design: Design): number {
  const { E, W, I } = findingCounts(design);
  return E + W + I;
}

/** Pins of the board that carry a signal. */
function pinsUsed({ parts, nets, board }: Design): number {
  const id = parts.find(({ catalogId }) => catalogId === board.id)?.id;
  const signals = nets.filter(({ kind }) => kind === "signal" || kind === "analog" || kind === "bus");
  return signals.flatMap(({ pins }) => pins.filter((pin) => pin.startsWith(`${id}:`))).length;
}
