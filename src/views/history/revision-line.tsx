import type { ComponentChildren } from "preact";
import type { DesignRevision } from "../../domain/chat/artifact.ts";
import type { ArtifactRef } from "../../domain/chat/message.ts";
import { money, priceChange } from "../figures/format-figure.ts";
import { VerdictBadge } from "../severity/severity-badge.tsx";
import { useWording } from "../text/wording.tsx";
import { artifactLabel, inArtifactOrder } from "./artifact-label.ts";

interface RevisionLineProps {
  /** Any order; shown newest first. */
  revisions: readonly DesignRevision[];
  shown: number | null;
  /** The two that are held against each other. */
  compared?: readonly number[];
  /** Who wrote it, in words, where more is known than the author. */
  writerOf?: (revision: DesignRevision) => string | null;
  onShow: (revision: number) => void;
  /** Opens one version of an artifact; answers null for one that has no place on the bench. */
  openerOf?: (version: ArtifactRef, revision: number) => (() => void) | null;
  /** What can be done with a revision. */
  actsOf?: (revision: DesignRevision) => ComponentChildren;
}

/** All revisions of the design on one line of time, each with what it wrote, its verdict and its price. */
export function RevisionLine({ revisions, ...props }: RevisionLineProps) {
  const { text } = useWording();
  const newestFirst = [...revisions].sort((one, other) => other.number - one.number);
  return (
    <section class="sheet-stack">
      <h2 class="sheet-title">
        {text.history.revisions} <small>{text.history.amount(revisions.length)}</small>
      </h2>
      <ol class="revisions">
        {newestFirst.map((revision, place) => (
          <RevisionCard
            key={revision.number}
            revision={revision}
            before={newestFirst[place + 1] ?? null}
            isHead={place === 0}
            {...props}
          />
        ))}
      </ol>
    </section>
  );
}

interface RevisionCardProps extends Omit<RevisionLineProps, "revisions"> {
  revision: DesignRevision;
  before: DesignRevision | null;
  isHead: boolean;
}

/** The versions that a revision wrote: those that the one before it does not have. */
export function writtenBy(revision: DesignRevision, before: DesignRevision | null): ArtifactRef[] {
  const earlier = new Map(before?.versions.map((version) => [version.slug, version.version]));
  return inArtifactOrder(revision.versions).filter((version) => earlier.get(version.slug) !== version.version);
}

function RevisionCard(props: RevisionCardProps) {
  const { revision, before, isHead, shown, compared, onShow } = props;
  const { text, locale } = useWording();
  const isShown = revision.number === shown;
  const isCompared = compared?.includes(revision.number) ?? false;
  const author = revision.author.kind === "user" ? revision.author.name : text.history.engine;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }).format(
    revision.createdAt,
  );
  return (
    <li class={`revision${isShown ? " shown" : ""}${isCompared ? " compared" : ""}`}>
      <div class="revision-card">
        <button type="button" class="revision-open" aria-pressed={isShown} onClick={() => onShow(revision.number)}>
          <span class="revision-head">
            <b class="mono">r{revision.number}</b> <b>{revision.changeSummary.replaceAll("−$", "−\u2060$")}</b>
            {isHead ? (
              <>
                {" "}
                <span class="tag">{text.history.head}</span>
              </>
            ) : null}
          </span>
          <span class="second">
            {text.history.by(props.writerOf?.(revision) ?? author)} ·{" "}
            <time dateTime={new Date(revision.createdAt).toISOString()}>{time}</time>
          </span>
          <span class="revision-figures">
            <VerdictBadge verdict={revision.verdict} words={text.verdict} />
            <span class="figure">{money(revision.totalCents, locale)}</span>
            {before === null ? null : (
              <span class="figure quiet">{priceChange(revision.totalCents - before.totalCents, locale)}</span>
            )}
          </span>
        </button>
        <ul class="written" aria-label={text.history.wroteBy(revision.number)}>
          {writtenBy(revision, before).map((version) => (
            <li key={version.slug}>
              <Written version={version} revision={revision.number} openerOf={props.openerOf} />
            </li>
          ))}
        </ul>
        {props.actsOf === undefined ? null : <div class="bench-acts">{props.actsOf(revision)}</div>}
      </div>
    </li>
  );
}

interface WrittenProps {
  version: ArtifactRef;
  revision: number;
  openerOf: RevisionLineProps["openerOf"];
}

function Written({ version, revision, openerOf }: WrittenProps) {
  const { text } = useWording();
  const label = `${artifactLabel(version.slug, text)} v${version.version}`;
  const open = openerOf?.(version, revision) ?? null;
  if (open === null) return <span class="tag">{label}</span>;
  return (
    <button type="button" class="tag" onClick={open}>
      {label}
    </button>
  );
}
