import type { ComponentChildren } from "preact";
import { Fragment } from "preact";
import type { Alternative, Design, DesignPart } from "../../domain/circuit/design.ts";
import { DeviceHeading } from "../device-heading/device-heading.tsx";
import { Figure } from "../figures/figure.tsx";
import { current, day, money, plainPrice, priceChange } from "../figures/format-figure.ts";
import { Gauge } from "../gauge/gauge.tsx";
import { activating, NameChip, useNames } from "../names/names-context.tsx";
import { budgetSeverity } from "../readouts/key-figures.ts";
import { useWording } from "../text/wording.tsx";

/** What a person can do with a part; each answers null for who may not. */
export interface PartActs {
  swap: (part: DesignPart, alternative: Alternative) => ComponentChildren;
  /** Whether it is there already, and whether it is to stay. */
  marks: (part: DesignPart) => ComponentChildren;
}

/** Bill of materials: one dense table, the sum against the budget in its foot, alternatives under the part that they could replace. */
export function PartsTable({ design, acts }: { design: Design; acts?: PartActs | undefined }) {
  const { text, locale } = useWording();
  const railNames = new Map(design.nets.map((net) => [net.id, net.name]));
  return (
    <section class="sheet-stack">
      <h2 class="sheet-title">
        {text.artifact.bom}{" "}
        <small>
          {text.parts.lines(design.parts.length)} · {text.parts.pricesOf(day(design.cost.priceDate, locale))}
        </small>
      </h2>
      <div class="sheet scroll-x">
        <table class="parts-table">
          <caption class="unseen">{text.parts.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.parts.ref}</th>
              <th scope="col">{text.parts.part}</th>
              <th scope="col">{text.parts.why}</th>
              <th scope="col">{text.parts.rail}</th>
              <th scope="col" class="number">
                {text.parts.typical}
              </th>
              <th scope="col" class="number">
                {text.parts.maximum}
              </th>
              <th scope="col" class="number">
                {text.parts.quantity}
              </th>
              <th scope="col" class="number">
                {text.parts.unit}
              </th>
              <th scope="col" class="number">
                {text.parts.line}
              </th>
              <th scope="col">{text.parts.supplier}</th>
            </tr>
          </thead>
          {design.parts.map((part, at) => (
            <Fragment key={part.id}>
              <DeviceHeading
                design={design}
                deviceId={part.deviceId}
                before={design.parts[at - 1]?.deviceId}
                columns={10}
              />
              <PartRows
                part={part}
                railName={part.rail === null ? null : (railNames.get(part.rail) ?? part.rail)}
                acts={acts}
              />
            </Fragment>
          ))}
          <tfoot>
            <tr>
              <th scope="row" colSpan={8}>
                {text.parts.total}
              </th>
              <td class="number">{money(design.cost.totalCents, locale)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
        <CostFoot design={design} />
      </div>
    </section>
  );
}

function CostFoot({ design }: { design: Design }) {
  const { cost } = design;
  const severity = budgetSeverity(design);
  const { text, locale } = useWording();
  const budget = cost.budgetCents;
  return (
    <div class="cost-foot">
      <span>{text.parts.band(money(cost.lowCents, locale), money(cost.highCents, locale))}</span>
      {budget === undefined ? null : (
        <>
          <Gauge measured={cost.totalCents} limit={budget} severity={severity} />
          <span class={severity === null ? "" : `severity-${severity}`}>
            {cost.totalCents > budget
              ? text.parts.over(money(cost.totalCents - budget, locale), money(budget, locale))
              : text.parts.under(money(budget - cost.totalCents, locale), money(budget, locale))}
          </span>
        </>
      )}
    </div>
  );
}

interface PartRowsProps {
  part: DesignPart;
  railName: string | null;
  acts: PartActs | undefined;
}

function PartRows({ part, railName, acts }: PartRowsProps) {
  const { text, locale } = useWording();
  const { lit, onActivate } = useNames();
  const name = { kind: "part", id: part.id } as const;
  const line = part.owned ? 0 : part.unitPriceCents * part.quantity;
  return (
    <tbody class={lit.parts.has(part.id) ? "lit" : ""} {...activating(name, onActivate)}>
      <tr>
        <td>
          <NameChip name={name}>{part.id}</NameChip>
        </td>
        <td class="part-cell">
          <strong>{part.name}</strong>
          <span class="second">
            {part.partNumber ?? part.role}
            {part.datasheetUrl === null ? null : (
              <>
                {" · "}
                <a href={part.datasheetUrl} target="_blank" rel="noopener noreferrer">
                  {text.parts.datasheet}
                </a>
              </>
            )}
          </span>
        </td>
        <td class="why-cell">{part.why}</td>
        <td data-label={text.parts.rail}>
          {railName === null || part.rail === null ? (
            <span class="quiet">{text.readouts.none}</span>
          ) : (
            <NameChip name={{ kind: "net", id: part.rail }}>{railName}</NameChip>
          )}
        </td>
        <Current label={text.parts.typical} milliamps={part.currentMa?.typ} />
        <Current label={text.parts.maximum} milliamps={part.currentMa?.max} />
        <td class="number" data-label={text.parts.quantity}>
          {part.quantity}
        </td>
        <td class="number" data-label={text.parts.unit}>
          {plainPrice(part.unitPriceCents, locale)}
        </td>
        <td class="number">
          {plainPrice(line, locale)}
          {part.owned ? <span class="second"> {text.parts.owned}</span> : null}
        </td>
        <td data-label={text.parts.supplier}>
          <Supplier part={part} />
        </td>
      </tr>
      <MoreRow part={part} acts={acts} />
    </tbody>
  );
}

function Current({ label, milliamps }: { label: string; milliamps: number | undefined }) {
  const { text, locale } = useWording();
  return (
    <td class="number" data-label={label}>
      {milliamps === undefined ? (
        <span class="quiet">{text.readouts.none}</span>
      ) : (
        <Figure of={current(milliamps, locale)} />
      )}
    </td>
  );
}

function Supplier({ part }: { part: DesignPart }) {
  const { text } = useWording();
  if (part.supplier === null) return <span class="quiet">{text.readouts.none}</span>;
  if (part.url === null) return <>{part.supplier}</>;
  return (
    <a href={part.url} target="_blank" rel="noopener noreferrer">
      {part.supplier}
    </a>
  );
}

/** What stands and opens under a part: whether it is there, what a beginner gets wrong with it, and what could stand here instead. */
function MoreRow({ part, acts }: { part: DesignPart; acts: PartActs | undefined }) {
  const marks = acts?.marks(part) ?? null;
  if (marks === null && part.alternatives.length + part.warnings.length === 0) return null;
  return (
    <tr class="more">
      <td />
      <td colSpan={9}>
        {marks}
        {part.warnings.length === 0 ? null : <Notes part={part} />}
        {part.alternatives.length === 0 ? null : <Alternatives part={part} acts={acts} />}
      </td>
    </tr>
  );
}

function Notes({ part }: { part: DesignPart }) {
  const { text } = useWording();
  return (
    <details>
      <summary>{text.parts.notes(part.warnings.length)}</summary>
      <ul>
        {part.warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </details>
  );
}

function Alternatives({ part, acts }: { part: DesignPart; acts: PartActs | undefined }) {
  const { text, locale } = useWording();
  return (
    <details>
      <summary>{text.parts.alternatives(part.alternatives.length)}</summary>
      <table>
        <caption class="unseen">{text.parts.insteadOf(part.id)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.parts.insteadOf(part.id)}</th>
            <th scope="col" class="number">
              {text.parts.price}
            </th>
            <th scope="col">{text.parts.effect}</th>
            {acts === undefined ? null : (
              <th scope="col">
                <span class="unseen">{text.deeds.swap}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {part.alternatives.map((alternative) => (
            <tr key={alternative.catalogId}>
              <td>
                <b>{alternative.name}</b>
              </td>
              <td class="number">{priceChange(alternative.deltaCents, locale)}</td>
              <td>{alternative.effect}</td>
              {acts === undefined ? null : <td class="act-cell">{acts.swap(part, alternative)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
