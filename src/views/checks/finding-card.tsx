import type { Finding, Quantity } from "../../domain/circuit/design.ts";
import { Figure } from "../figures/figure.tsx";
import { priceChange, quantity } from "../figures/format-figure.ts";
import { Gauge } from "../gauge/gauge.tsx";
import { pinLabel } from "../names/name.ts";
import { NamedText } from "../names/named-text.tsx";
import { NameChip } from "../names/names-context.tsx";
import { SeverityBadge } from "../severity/severity-badge.tsx";
import { useWording } from "../text/wording.tsx";

/** One finding, complete: word, sentence, measured against limit, where, and the ways out with their price. */
export function FindingCard({ finding, netNames }: { finding: Finding; netNames: ReadonlyMap<string, string> }) {
  const { text, locale } = useWording();
  return (
    <li class={`finding finding-${finding.severity}`}>
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
              {text.checks.possibleFix(fix.label)} · <b>{priceChange(fix.deltaCents, locale)}</b>
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
