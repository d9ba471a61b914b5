import type { ComponentChildren } from "preact";
import type { Finding, Fix, Quantity } from "../../domain/circuit/design.ts";
import { Figure } from "../figures/figure.tsx";
import { money, priceChange, quantity } from "../figures/format-figure.ts";
import { Gauge } from "../gauge/gauge.tsx";
import { pinLabel } from "../names/name.ts";
import { NamedText } from "../names/named-text.tsx";
import { NameChip, useNames } from "../names/names-context.tsx";
import { SeverityBadge } from "../severity/severity-badge.tsx";
import { useWording } from "../text/wording.tsx";

export interface FindingCardProps {
  finding: Finding;
  netNames: ReadonlyMap<string, string>;
  /** What all parts cost now. */
  totalCents: number;
  /** What applies a fix, in its place; absent where nothing can be done. */
  fixer?: Fixer | undefined;
}

/** The button that applies a fix of a finding; null for who may not. */
export type Fixer = (finding: Finding, fix: Fix) => ComponentChildren;

/** One finding, complete: word, sentence, measured against limit, where, and the ways out with their price. */
export function FindingCard({ finding, netNames, totalCents, fixer }: FindingCardProps) {
  const { text, locale } = useWording();
  const { lit } = useNames();
  const isLit =
    finding.parts.some((id) => lit.parts.has(id)) ||
    finding.nets.some((id) => lit.nets.has(id)) ||
    finding.pins.some((id) => lit.pins.has(id));
  return (
    <li class={`finding finding-${finding.severity}${isLit ? " lit" : ""}`}>
      <div class="finding-head">
        <SeverityBadge severity={finding.severity} />
        <code class="rule-id">{finding.ruleId}</code>
      </div>
      <p>
        <NamedText text={finding.message} />
      </p>
      <MeasuredAgainst measured={finding.measured} limit={finding.limit} severity={finding.severity} />
      <FindingPlaces finding={finding} netNames={netNames} />
      {finding.fixes === undefined || finding.fixes.length === 0 ? null : (
        <ul class="fixes">
          {finding.fixes.map((fix) => (
            <li key={fix.id}>
              {fixer?.(finding, fix) ?? text.checks.possibleFix(fix.label)}{" "}
              <span class="fix-price">
                <b>{priceChange(fix.deltaCents, locale)}</b> ·{" "}
                {text.checks.totalThen(money(totalCents + fix.deltaCents, locale))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {finding.source === undefined ? null : <p class="second">{text.checks.source(finding.source)}</p>}
    </li>
  );
}

interface MeasuredProps {
  measured: Quantity | undefined;
  limit: Quantity | undefined;
  severity: Finding["severity"];
}

function MeasuredAgainst({ measured, limit, severity }: MeasuredProps) {
  const { locale } = useWording();
  if (measured === undefined || limit === undefined) return null;
  return (
    <div class="against-limit">
      <b>
        <Figure of={quantity(measured, locale)} />
      </b>
      {measured.unit === limit.unit ? (
        <Gauge measured={measured.value} limit={limit.value} severity={severity} />
      ) : (
        <span />
      )}
      <Figure of={quantity(limit, locale)} />
    </div>
  );
}

function FindingPlaces({ finding, netNames }: { finding: Finding; netNames: ReadonlyMap<string, string> }) {
  const { text } = useWording();
  if (finding.parts.length + finding.nets.length + finding.pins.length === 0) return null;
  return (
    <p class="places">
      {text.checks.at}{" "}
      {finding.parts.map((id) => (
        <NameChip key={id} name={{ kind: "part", id }}>
          {id}
        </NameChip>
      ))}
      {finding.pins.map((id) => (
        <NameChip key={id} name={{ kind: "pin", id }}>
          {pinLabel(id)}
        </NameChip>
      ))}
      {finding.nets.length === 0 ? null : <> {text.checks.net} </>}
      {finding.nets.map((id) => (
        <NameChip key={id} name={{ kind: "net", id }}>
          {netNames.get(id) ?? id}
        </NameChip>
      ))}
    </p>
  );
}
