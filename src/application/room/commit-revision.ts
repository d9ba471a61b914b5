import type { ArtifactRef } from "../../domain/chat/message.ts";
import type { ArtifactDraft, CommitOutcome, RevisionDraft } from "../ports.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { LogWriter } from "./room-log.ts";

type Deps = Pick<RoomDeps, "storage" | "clock" | "digest">;

/** A draft, and with an answer that is given again the revision that the first one started from. */
interface Commit {
  draft: RevisionDraft;
  baseHead: number | null;
}

/**
 * Writes the versions of the artifacts that changed and one revision that names them all, or nothing when the head is not the one
 * that the draft was made from. The second commit of one run answers with the first one's revision, and what the head holds already
 * with the head.
 */
export function commitRevision(deps: Deps, writer: LogWriter, { draft, baseHead }: Commit): CommitOutcome {
  const { artifacts } = deps.storage;
  const before = draft.runId === null ? null : artifacts.revisionOfRun(draft.runId);
  if (before) {
    const written = before.revision.versions.filter(
      ({ slug, version }) => artifacts.version(slug, version)?.messageId === draft.messageId,
    );
    return { kind: "committed", revision: before.revision.number, written };
  }
  const head = artifacts.headRevision();
  if (head !== draft.expectedHead) return { kind: "head_moved", head };

  endStaleness(deps, draft);
  if (isHead(deps, draft)) return { kind: "committed", revision: head, written: changedSince(deps, draft, baseHead) };

  const written = draft.artifacts.flatMap((artifact) => writeVersion(deps, writer, { draft, artifact }) ?? []);
  const number = head + 1;
  const { verdict, cost } = draft.design;
  const versions = versionsNow(deps, draft);
  artifacts.putRevision({
    runId: draft.runId,
    design: { ...draft.design, revision: number },
    revision: {
      number,
      parent: head === 0 ? null : head,
      versions,
      verdict,
      totalCents: cost.totalCents,
      messageId: draft.messageId,
      author: draft.author,
      changeSummary: draft.changeSummary,
      createdAt: deps.clock.nowMs(),
    },
  });
  const data = { revision: number, verdict, totalCents: cost.totalCents, messageId: draft.messageId };
  writer.append(authorName(draft), { kind: "design_changed", data });
  return { kind: "committed", revision: number, written };
}

/** The current versions of all artifacts that the design has: those of the draft, and where it is a part those of the head. */
function versionsNow({ storage: { artifacts } }: Deps, { artifacts: drafts, isPart }: RevisionDraft): ArtifactRef[] {
  const before = isPart ? (artifacts.revision(artifacts.headRevision())?.revision.versions ?? []) : [];
  const slugs = new Set([...before, ...drafts].map(({ slug }) => slug));
  return artifacts
    .heads()
    .filter(({ slug }) => slugs.has(slug))
    .map(({ slug, currentVersion }) => ({ slug, version: currentVersion }));
}

/** Artifacts that come from one design agree, also those that needed no new version. */
function endStaleness({ storage: { artifacts } }: Deps, { artifacts: drafts, isPart }: RevisionDraft): void {
  if (isPart) return;
  for (const { slug, stale, pinned } of artifacts.heads()) {
    if (stale && drafts.some((draft) => draft.slug === slug)) artifacts.putMarks(slug, { pinned, stale: false });
  }
}

function authorName({ author }: RevisionDraft): string {
  return author.kind === "user" ? author.userId : author.agent;
}

function writeVersion(
  deps: Deps,
  writer: LogWriter,
  { draft, artifact }: { draft: RevisionDraft; artifact: ArtifactDraft },
): ArtifactRef | null {
  const { artifacts } = deps.storage;
  const head = artifacts.head(artifact.slug);
  const contentHash = contentHashOf(deps, artifact);
  if (head?.contentHash === contentHash) return null;
  const { slug, type, title, changeSummary } = artifact;
  const number = (head?.totalVersions ?? 0) + 1;
  artifacts.putVersion({
    ...artifact,
    number,
    parentNumber: head?.currentVersion ?? null,
    messageId: draft.messageId,
    author: draft.author,
    createdAt: deps.clock.nowMs(),
    contentHash,
  });
  const data = { slug, type, title, version: number, changeSummary, messageId: draft.messageId };
  writer.append(authorName(draft), { kind: "artifact_versioned", data });
  return { slug, version: number };
}

/** Names what a version says: the same for the same, and for nothing else. */
export function contentHashOf(
  { digest }: Pick<RoomDeps, "digest">,
  { title, content, data, verdict }: Pick<ArtifactDraft, "title" | "content" | "data" | "verdict">,
): string {
  return digest(JSON.stringify([title, content, data, verdict]));
}

/** Whether the draft is the design of the head with all of its artifacts. */
function isHead(deps: Deps, { design, artifacts: drafts }: RevisionDraft): boolean {
  const { artifacts } = deps.storage;
  // The first artifact that has changed ends the look.
  if (!drafts.every((draft) => artifacts.head(draft.slug)?.contentHash === contentHashOf(deps, draft))) return false;
  const head = artifacts.revision(artifacts.headRevision());
  return JSON.stringify({ ...head?.design, revision: 0 }) === JSON.stringify({ ...design, revision: 0 });
}

/** What the answer that is given again had written, in the draft's order: the versions of the head that its first revision lacks. */
function changedSince({ storage: { artifacts } }: Deps, draft: RevisionDraft, baseHead: number | null): ArtifactRef[] {
  if (baseHead === null) return [];
  const base = artifacts.revision(baseHead)?.revision.versions ?? [];
  return draft.artifacts.flatMap(({ slug }) => {
    const version = artifacts.head(slug)?.currentVersion ?? 0;
    return base.some((one) => one.slug === slug && one.version === version) ? [] : [{ slug, version }];
  });
}
