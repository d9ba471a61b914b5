import type { Design } from "../../domain/circuit/design.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import { draftArtifacts } from "../draft-artifacts.ts";
import { disagreeing, mixArtifact } from "../mix-artifact.ts";
import type { ArtifactDraft } from "../ports.ts";
import { contentHashOf } from "./commit-revision.ts";
import { storedDraft, withLedger } from "./restore-design.ts";
import type { DesignRequest } from "./room-request.ts";
import type { ArtifactRows, RevisionRow } from "./room-storage.ts";
import type { DesignScene } from "./write-revision.ts";
import { writeRevision } from "./write-revision.ts";

type Wanted = Extract<DesignRequest, { kind: "restore-artifact" }>;

const slugOfChecks = "verification";

/**
 * Makes an earlier version of one artifact the current one, and has the design checked as it is then. What does not agree with it any more
 * is marked stale, and stays as it is.
 * Throws `not_found` for what is no artifact of the design, `head_moved` with the artifact's current version, `invalid` for a version that
 * is not there.
 */
export function restoreArtifact(scene: DesignScene, { slug, version, expectedHead }: Wanted): unknown {
  const { artifacts } = scene.deps.storage;
  const current = artifacts.head(slug);
  if (!current) throw new OhmError("not_found", "There is no such artifact");
  if (current.currentVersion !== expectedHead) {
    const head = current.currentVersion;
    throw new OhmError("head_moved", "There is a newer version of it", { head });
  }
  const from = lastNaming(artifacts, slug, version);
  if (!from) {
    const errors = [{ path: "version", message: "names no version of it that a design had" }];
    throw new OhmError("invalid", "There is no such version", { errors });
  }
  const { design } = scene.head;
  const mixed = scene.engine.recheck(withLedger(mixArtifact(design, from.design, slug), design));
  const restored = storedDraft(artifacts, { slug, version }, mixed.requirements.language);
  const checks = checksOf(mixed, design);
  const drafts = [...restored, ...(slug === slugOfChecks ? [] : checks)];
  const changeSummary = `${current.title}: ${restored[0]?.changeSummary ?? ""}`;
  const { revision } = writeRevision(scene, { design: mixed, artifacts: drafts, changeSummary, isPart: true });
  markStale(scene, { slug, mixed, from, checks });
  return { version: artifacts.head(slug)?.currentVersion, revision };
}

/** The verification artifact that the checker's word makes. */
export function checksOf(design: Design, before: Design): ArtifactDraft[] {
  return draftArtifacts(design, before).filter(({ slug }) => slug === slugOfChecks);
}

/** The newest revision that has this version. */
function lastNaming(artifacts: ArtifactRows, slug: string, version: number): RevisionRow | null {
  const isIt = (ref: { slug: string; version: number }) => ref.slug === slug && ref.version === version;
  let before: number | undefined;
  for (;;) {
    const page = artifacts.revisions({ before, limit: 100 });
    const found = page.find(({ versions }) => versions.some(isIt));
    if (found) return artifacts.revision(found.number);
    before = page.at(-1)?.number;
    if (before === undefined) return null;
  }
}

interface Restored {
  slug: string;
  mixed: Design;
  from: RevisionRow;
  checks: readonly ArtifactDraft[];
}

function markStale({ deps }: DesignScene, { slug, mixed, from, checks }: Restored): void {
  const { storage } = deps;
  const { artifacts } = storage;
  const stale = new Set([...disagreeing(mixed, slug), ...(slug === "context" ? otherThan(artifacts, from) : [])]);
  const told = artifacts.version("context", artifacts.head("context")?.currentVersion ?? 0)?.data;
  if (slug !== "context" && !tells(told, mixed)) stale.add("context");
  const isOldCheck = ({ slug: own, ...draft }: ArtifactDraft) =>
    artifacts.head(own)?.contentHash !== contentHashOf(deps, draft);
  if (slug === slugOfChecks && checks.some(isOldCheck)) stale.add(slug);
  storage.transaction(() => {
    for (const { slug: own, pinned } of artifacts.heads()) {
      const alignTo = from.revision.number;
      artifacts.putMarks(own, stale.has(own) ? { pinned, stale: true, alignTo } : { pinned, stale: false });
    }
  });
}

/** Artifacts whose current version is not the one that this revision had. */
function otherThan(artifacts: ArtifactRows, { revision }: RevisionRow): string[] {
  const isOther = ({ slug, version }: { slug: string; version: number }) =>
    artifacts.head(slug)?.currentVersion !== version &&
    artifacts.version(slug, version)?.content !== currentText(artifacts, slug);
  return revision.versions
    .filter(({ slug }) => slug !== "context" && slug !== slugOfChecks)
    .filter(isOther)
    .map(({ slug }) => slug);
}

function currentText(artifacts: ArtifactRows, slug: string): string | undefined {
  return artifacts.version(slug, artifacts.head(slug)?.currentVersion ?? 0)?.content;
}

/** Whether the context artifact tells the wishes that the design follows from. */
function tells(data: unknown, { requirements }: Design): boolean {
  const told = typeof data === "object" && data !== null ? Reflect.get(data, "requirements") : null;
  return JSON.stringify(told) === JSON.stringify(requirements);
}
