import type { Design } from "../../domain/circuit/design.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import { disagreeing, mixArtifact } from "../mix-artifact.ts";
import { checksOf } from "./restore-artifact.ts";
import { restoreDesign, storedDraft, withLedger } from "./restore-design.ts";
import type { DesignScene } from "./write-revision.ts";
import { writeRevision } from "./write-revision.ts";

const summaries = { en: "Brought in line with revision", de: "Angeglichen an Revision" } as const;

/**
 * Brings stale artifacts in line: each takes the version that stood beside what was restored. Where they would still disagree among
 * themselves, the whole revision is restored. Throws `conflict` where nothing is stale.
 */
export function alignDesign(scene: DesignScene): { revision: number } {
  const { storage } = scene.deps;
  const { artifacts } = storage;
  const stale = artifacts.heads().filter((head) => head.stale);
  const target = Math.max(0, ...stale.map(({ alignTo = 0 }) => alignTo));
  const row = artifacts.revision(target);
  if (stale.length === 0 || !row) throw new OhmError("conflict", "Everything agrees already");
  const { design } = scene.head;
  const slugs = stale.map(({ slug }) => slug);
  const mixed = slugs.reduce<Design>((sum, slug) => mixArtifact(sum, row.design, slug), design);
  const checked = scene.engine.recheck(withLedger(mixed, design));
  if (disagreeing(checked, "").length > 0) return restoreDesign(scene, target);
  const { language } = checked.requirements;
  const drafts = row.revision.versions
    .filter(({ slug }) => slugs.includes(slug) && slug !== "verification")
    .flatMap((version) => storedDraft(artifacts, version, language));
  const changeSummary = `${summaries[language]} ${target}`;
  const all = [...drafts, ...checksOf(checked, design)];
  const written = writeRevision(scene, { design: checked, artifacts: all, changeSummary, isPart: true });
  storage.transaction(() => {
    for (const { slug, pinned } of stale) artifacts.putMarks(slug, { pinned, stale: false });
  });
  return written;
}
