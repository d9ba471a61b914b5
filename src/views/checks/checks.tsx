import type { Design, PassedRule } from "../../domain/circuit/design.ts";
import { Figure } from "../figures/figure.tsx";
import { quantity } from "../figures/format-figure.ts";
import { Gauge } from "../gauge/gauge.tsx";
import { Icon } from "../icon/icon.tsx";
import { NameChip } from "../names/names-context.tsx";
import { findingCounts } from "../readouts/key-figures.ts";
import { useWording } from "../text/wording.tsx";
import type { Fixer } from "./finding-card.tsx";
import { FindingCard } from "./finding-card.tsx";
import { byMargin } from "./margin.ts";

const order = { E: 0, W: 1, I: 2 } as const;
const verdictIcons = { PASS: "check", WARNING: "warning", FAIL: "error" } as const;
const verdictTones = { PASS: "pass", WARNING: "W", FAIL: "E" } as const;

/** The rule check: verdict first, findings by severity, then what passed with the least margin first. */
export function Checks({ design, fixer }: { design: Design; fixer?: Fixer }) {
  const { text } = useWording();
  const netNames = new Map(design.nets.map((net) => [net.id, net.name]));
  const findings = [...design.findings].sort((one, other) => order[one.severity] - order[other.severity]);
  return (
    <section class="sheet-stack">
      <VerdictHead design={design} />
      {findings.length === 0 ? null : (
        <ul class="findings" aria-label={text.checks.findings}>
          {findings.map((finding) => (
            <FindingCard
              key={`${finding.ruleId} ${finding.message}`}
              finding={finding}
              netNames={netNames}
              totalCents={design.cost.totalCents}
              fixer={fixer}
            />
          ))}
        </ul>
      )}
      {design.passed.length === 0 ? null : <PassedRules rules={design.passed} />}
    </section>
  );
}

function VerdictHead({ design }: { design: Design }) {
  const { text } = useWording();
  const counts = findingCounts(design);
  const rows = [
    { label: text.checks.errors, amount: counts.E, tone: "E" },
    { label: text.checks.warnings, amount: counts.W, tone: "W" },
    { label: text.checks.advice, amount: counts.I, tone: "I" },
    { label: text.checks.passed, amount: design.passed.length, tone: "" },
  ];
  return (
    <header class="verdict-head">
      <span class={`verdict-mark mark-${verdictTones[design.verdict]}`}>
        <Icon name={verdictIcons[design.verdict]} />
      </span>
      <div>
        <h2>{text.checks.headline[design.verdict]}</h2>
        <p class="quiet">{text.checks.scope(design.findings.length + design.passed.length)}</p>
      </div>
      <dl class="counts">
        {rows.map(({ label, amount, tone }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={amount > 0 && tone !== "" ? `severity-${tone}` : ""}>{amount}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function PassedRules({ rules }: { rules: PassedRule[] }) {
  const { text } = useWording();
  return (
    <>
      <h2 class="sheet-title">
        {text.checks.passed} <small>{text.checks.passedRules(rules.length)}</small>
      </h2>
      <div class="sheet scroll-x">
        <table class="dense passed-table">
          <caption class="unseen">{text.checks.passedCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.checks.rule}</th>
              <th scope="col">{text.checks.what}</th>
              <th scope="col">{text.checks.where}</th>
              <th scope="col" class="number">
                {text.checks.measured}
              </th>
              <th scope="col" class="margin-column">
                {text.checks.margin}
              </th>
              <th scope="col" class="number">
                {text.checks.limit}
              </th>
            </tr>
          </thead>
          <tbody>
            {byMargin(rules).map((rule, place) => (
              <PassedRow key={place} rule={rule} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function PassedRow({ rule }: { rule: PassedRule }) {
  const { text, locale } = useWording();
  const { measured, limit } = rule;
  return (
    <tr>
      <td>
        <code>{rule.ruleId}</code>
      </td>
      <td>{rule.what}</td>
      <td class="chips">
        {rule.parts.map((id) => (
          <NameChip key={id} name={{ kind: "part", id }}>
            {id}
          </NameChip>
        ))}
      </td>
      <td class="number" data-label={measured === undefined ? undefined : text.checks.measured}>
        {measured === undefined ? null : <Figure of={quantity(measured, locale)} />}
      </td>
      <td class="margin-cell">
        {measured === undefined || limit === undefined || measured.unit !== limit.unit ? null : (
          <Gauge measured={measured.value} limit={limit.value} />
        )}
      </td>
      <td class="number" data-label={limit === undefined ? undefined : text.checks.limit}>
        {limit === undefined ? null : (
          <>
            {measured === undefined || measured.unit !== limit.unit ? "" : measured.value <= limit.value ? "≤ " : "≥ "}
            <Figure of={quantity(limit, locale)} />
          </>
        )}
      </td>
    </tr>
  );
}
