import type { DesignComparison } from "../../domain/circuit/compare-revisions.ts";
import { compareRevisions } from "../../domain/circuit/compare-revisions.ts";
import type { DesignPart, Finding, RailLoad } from "../../domain/circuit/design.ts";
import { Figure } from "../figures/figure.tsx";
import { current, money } from "../figures/format-figure.ts";
import { SeverityBadge } from "../severity/severity-badge.tsx";
import { useWording } from "../text/wording.tsx";
import { CompareFigures } from "./compare-figures.tsx";
import { NetChanges } from "./compare-nets.tsx";
import { Section, Sign } from "./compare-section.tsx";
import type { ComparedPair } from "./compared-pair.ts";
import { TextDiff } from "./text-diff.tsx";

/** What differs between two revisions: the figures that matter first, then parts, nets, currents, findings, and the code by line. */
export function CompareView({ before, after }: ComparedPair) {
  const { text } = useWording();
  const compared = compareRevisions(before, after);
  const { parts, nets, rails, findings, files } = compared;
  const sections = [
    { title: text.history.parts, of: [...parts.added, ...parts.removed, ...parts.changed] },
    { title: text.history.nets, of: [...nets.added, ...nets.removed, ...nets.changed] },
    { title: text.history.currents, of: rails },
    { title: text.history.findings, of: [...findings.added, ...findings.removed] },
    { title: text.history.code, of: files },
  ];
  const same = sections.filter(({ of }) => of.length === 0).map(({ title }) => title);
  return (
    <div class="compare">
      <CompareFigures before={before} after={after} />
      <PartChanges parts={parts} amount={after.parts.length} />
      <NetChanges nets={nets} />
      <RailChanges rails={rails} />
      <FindingChanges findings={findings} />
      {files.map((file) => (
        <TextDiff key={`${file.deviceId} ${file.unitNumber}`} file={file} />
      ))}
      {same.length === 0 ? null : <p class="quiet">{text.history.nothing(same)}</p>}
    </div>
  );
}

function PartChanges({ parts, amount }: { parts: DesignComparison["parts"]; amount: number }) {
  const { text } = useWording();
  const changed = parts.added.length + parts.removed.length + parts.changed.length;
  if (changed === 0) return null;
  return (
    <Section title={text.history.parts} note={text.history.partsChanged(changed, amount)}>
      <table class="dense changes">
        <caption class="unseen">{text.history.parts}</caption>
        <tbody>
          {parts.changed.map(({ before, after }) => [
            <PartRow key={`- ${before.id}`} op="went" part={before} other={after} />,
            <PartRow key={`+ ${after.id}`} op="came" part={after} other={before} />,
          ])}
          {parts.removed.map((part) => (
            <PartRow key={part.id} op="went" part={part} other={null} />
          ))}
          {parts.added.map((part) => (
            <PartRow key={part.id} op="came" part={part} other={null} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

interface PartRowProps {
  op: "came" | "went";
  part: DesignPart;
  /** The part that it stands for, or that stands for it. */
  other: DesignPart | null;
}

function PartRow({ op, part, other }: PartRowProps) {
  const { text, locale } = useWording();
  const facts = [
    part.role,
    ...(other === null || other.quantity === part.quantity ? [] : [`× ${part.quantity}`]),
    ...(other === null || other.owned === part.owned ? [] : [part.owned ? text.history.owned : text.history.notOwned]),
  ];
  return (
    <tr class={op}>
      <Sign op={op} />
      <td>
        <span class="name">{part.id}</span>
      </td>
      <td class="grow-cell">
        {op === "went" ? <del>{part.name}</del> : <b>{part.name}</b>} <span class="second">{facts.join(" · ")}</span>
      </td>
      <td class="number">{part.currentMa === null ? null : <Figure of={current(part.currentMa.max, locale)} />}</td>
      <td class="number">{money(part.owned ? 0 : part.unitPriceCents * part.quantity, locale)}</td>
    </tr>
  );
}

function RailChanges({ rails }: { rails: DesignComparison["rails"] }) {
  const { text, locale } = useWording();
  const figures = (rail: RailLoad | null, what: "typMa" | "maxMa") =>
    rail === null ? text.readouts.none : <Figure of={current(rail[what], locale)} />;
  if (rails.length === 0) return null;
  return (
    <Section title={text.history.currents} note="">
      <table class="dense">
        <caption class="unseen">{text.history.currents}</caption>
        <thead>
          <tr>
            <th scope="col">{text.history.rail}</th>
            <th scope="col" class="number">
              {text.history.typical}
            </th>
            <th scope="col" class="number">
              {text.history.peakHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {rails.map(({ name, before, after }) => (
            <tr key={name}>
              <td>
                <span class="name">{name}</span>
              </td>
              {(["typMa", "maxMa"] as const).map((what) => (
                <td key={what} class="number">
                  <span class="unseen">{text.history.was} </span>
                  {figures(before, what)} <span aria-hidden="true">→</span>
                  <span class="unseen"> {text.history.is}</span> <b>{figures(after, what)}</b>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function FindingChanges({ findings }: { findings: DesignComparison["findings"] }) {
  const { text } = useWording();
  const row = (op: "came" | "went") => (finding: Finding) => (
    <tr key={`${op} ${finding.ruleId} ${finding.message}`} class={op}>
      <Sign op={op} />
      <td>
        <SeverityBadge severity={finding.severity} />
      </td>
      <td class="grow-cell">
        {finding.message} <code class="rule-id">{finding.ruleId}</code>
      </td>
    </tr>
  );
  if (findings.added.length + findings.removed.length === 0) return null;
  return (
    <Section title={text.history.findings} note="">
      <table class="dense changes">
        <caption class="unseen">{text.history.findings}</caption>
        <tbody>
          {findings.removed.map(row("went"))}
          {findings.added.map(row("came"))}
        </tbody>
      </table>
    </Section>
  );
}
