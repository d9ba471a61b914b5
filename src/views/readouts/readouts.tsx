import type { ComponentChildren } from "preact";
import type { Design } from "../../domain/circuit/design.ts";
import { Figure } from "../figures/figure.tsx";
import { current, life, money, plainFigure } from "../figures/format-figure.ts";
import { Gauge } from "../gauge/gauge.tsx";
import { VerdictBadge } from "../severity/severity-badge.tsx";
import { useWording } from "../text/wording.tsx";
import { budgetSeverity, findingCounts, mainRail } from "./key-figures.ts";

/** The four figures over the bench. Without a design the places are there and empty, so that nothing moves when it comes. */
export function Readouts({ design }: { design: Design | null }) {
  const { text } = useWording();
  return (
    <dl class="readouts" aria-label={text.readouts.label}>
      <VerdictReadout design={design} />
      <PriceReadout design={design} />
      <PeakReadout design={design} />
      <LifeReadout design={design} />
    </dl>
  );
}

interface ReadoutProps {
  label: string;
  against: string;
  value: ComponentChildren;
  below: ComponentChildren;
}

function Readout({ label, against, value, below }: ReadoutProps) {
  return (
    <div class="readout">
      <dt>
        <span>{label}</span> <span class="against">{against}</span>
      </dt>
      <dd>
        <span class="readout-value">{value}</span>
        <span class="readout-below">{below}</span>
      </dd>
    </div>
  );
}

function VerdictReadout({ design }: { design: Design | null }) {
  const { text } = useWording();
  if (design === null) {
    return <Readout label={text.readouts.verdict} against="" value={text.readouts.none} below={text.readouts.empty} />;
  }
  const counts = findingCounts(design);
  return (
    <Readout
      label={text.readouts.verdict}
      against={design.revision === undefined ? "" : text.readouts.revision(design.revision)}
      value={<VerdictBadge verdict={design.verdict} words={text.verdict} />}
      below={text.readouts.counts(counts.E, counts.W, counts.I)}
    />
  );
}

function PriceReadout({ design }: { design: Design | null }) {
  const { text, locale } = useWording();
  if (design === null)
    return <Readout label={text.readouts.parts} against="" value={text.readouts.none} below={null} />;
  const { totalCents, budgetCents } = design.cost;
  return (
    <Readout
      label={text.readouts.parts}
      against={budgetCents === undefined ? "" : text.readouts.of(money(budgetCents, locale))}
      value={money(totalCents, locale)}
      below={
        budgetCents === undefined ? (
          text.readouts.noBudget
        ) : (
          <Gauge measured={totalCents} limit={budgetCents} severity={budgetSeverity(design)} />
        )
      }
    />
  );
}

function PeakReadout({ design }: { design: Design | null }) {
  const { text, locale } = useWording();
  const rail = design === null ? null : mainRail(design);
  if (rail === null) {
    return <Readout label={text.readouts.peak} against="" value={text.readouts.none} below={null} />;
  }
  const over = rail.limitMa !== null && rail.maxMa > rail.limitMa;
  return (
    <Readout
      label={text.readouts.peakOn(rail.name)}
      against={rail.limitMa === null ? "" : text.readouts.of(plainFigure(current(rail.limitMa, locale)))}
      value={<Figure of={current(rail.maxMa, locale)} />}
      below={
        rail.limitMa === null ? (
          text.readouts.noLimit
        ) : (
          <Gauge measured={rail.maxMa} limit={rail.limitMa} severity={over ? "E" : null} />
        )
      }
    />
  );
}

function LifeReadout({ design }: { design: Design | null }) {
  const { text, locale } = useWording();
  const hours = design?.power.batteryHours;
  if (design === null)
    return <Readout label={text.readouts.perCharge} against="" value={text.readouts.none} below={null} />;
  if (hours === undefined) {
    const source = text.readouts.source[design.requirements.power.source];
    return <Readout label={text.readouts.power} against="" value={source} below={text.readouts.noBattery} />;
  }
  const { wantedHours: wanted, averageMa } = design.power;
  const average = averageMa === undefined ? null : text.readouts.average(plainFigure(current(averageMa, locale)));
  return (
    <Readout
      label={text.readouts.perCharge}
      against={wanted === undefined ? "" : text.readouts.wanted(plainFigure(life(wanted, locale)))}
      value={<Figure of={life(hours, locale)} />}
      below={
        wanted === undefined ? (
          average
        ) : (
          <Gauge measured={hours} limit={wanted} severity={hours < wanted ? "W" : null} />
        )
      }
    />
  );
}
