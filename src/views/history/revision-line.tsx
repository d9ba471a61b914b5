import type { DesignRevision } from "../../domain/chat/artifact.ts";
import { money, priceChange } from "../figures/format-figure.ts";
import { VerdictBadge } from "../severity/severity-badge.tsx";
import { useWording } from "../text/wording.tsx";
import { artifactLabel, inArtifactOrder } from "./artifact-label.ts";

interface RevisionLineProps {
  /** Any order; shown newest first. */
  revisions: readonly DesignRevision[];
  shown: number | null;
  onShow: (revision: number) => void;
}

/** All revisions of the design on one line of time, each with what it wrote, its verdict and its price. */
export function RevisionLine({ revisions, shown, onShow }: RevisionLineProps) {
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
            isShown={revision.number === shown}
            onShow={onShow}
          />
        ))}
      </ol>
    </section>
  );
}

interface RevisionCardProps {
  revision: DesignRevision;
  before: DesignRevision | null;
  isHead: boolean;
  isShown: boolean;
  onShow: (revision: number) => void;
}

function RevisionCard({ revision, before, isHead, isShown, onShow }: RevisionCardProps) {
  const { text, locale } = useWording();
  const earlier = new Map(before?.versions.map((version) => [version.slug, version.version]));
  const written = inArtifactOrder(revision.versions).filter((version) => earlier.get(version.slug) !== version.version);
  const author = revision.author.kind === "user" ? revision.author.name : text.history.engine;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }).format(
    revision.createdAt,
  );
  return (
    <li class={`revision${isShown ? " shown" : ""}`}>
      <button type="button" aria-pressed={isShown} onClick={() => onShow(revision.number)}>
        <span class="revision-head">
          <b class="mono">r{revision.number}</b>
          <b>{revision.changeSummary}</b>
          {isHead ? <span class="tag">{text.history.head}</span> : null}
        </span>
        <span class="second">
          {text.history.by(author)} · <time dateTime={new Date(revision.createdAt).toISOString()}>{time}</time>
        </span>
        <span class="written">
          <span class="unseen">{text.history.wrote} </span>
          {written.map((version) => (
            <span key={version.slug} class="tag">
              {artifactLabel(version.slug, text)} v{version.version}
            </span>
          ))}
        </span>
        <span class="revision-figures">
          <VerdictBadge verdict={revision.verdict} words={text.verdict} />
          <span class="figure">{money(revision.totalCents, locale)}</span>
          {before === null ? null : (
            <span class="figure quiet">{priceChange(revision.totalCents - before.totalCents, locale)}</span>
          )}
        </span>
      </button>
    </li>
  );
}
