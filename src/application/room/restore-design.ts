import type { ArtifactRef } from "../../domain/chat/message.ts";
import type { Design } from "../../domain/circuit/design.ts";
import type { SpokenLanguage } from "../../domain/circuit/lists.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import { disagreeing } from "../mix-artifact.ts";
import type { ArtifactDraft } from "../ports.ts";
import type { ArtifactRows, RevisionRow } from "./room-storage.ts";
import type { DesignScene } from "./write-revision.ts";
import { writeRevision } from "./write-revision.ts";

const words = {
  en: { revision: "Revision", version: "Version", restored: "restored" },
  de: { revision: "Revision", version: "Version", restored: "wiederhergestellt" },
} as const;

/** Makes an earlier revision the head again, as a new one: each artifact that differs gets a version with that one's content. */
export function restoreDesign(scene: DesignScene, number: number): { revision: number } {
  const { artifacts } = scene.deps.storage;
  const row = artifacts.revision(number);
  if (!row) {
    const errors = [{ path: "revision", message: "names no revision of this design" }];
    throw new OhmError("invalid", "There is no such revision", { errors });
  }
  if (number === scene.head.revision.number) return { revision: number };
  const { language } = row.design.requirements;
  const { revision, restored } = words[language];
  const written = writeRevision(scene, {
    design: withLedger(row.design, scene.head.design),
    artifacts: row.revision.versions.flatMap((version) => storedDraft(artifacts, version, language)),
    changeSummary: `${revision} ${number} ${restored}`,
  });
  markDisagreeing(scene, row);
  return written;
}

/** A revision in which one artifact was restored comes back with what did not agree in it, to be brought in line with the one before it. */
function markDisagreeing(
  { deps: { storage } }: DesignScene,
  { design, revision: { number, parent } }: RevisionRow,
): void {
  const { artifacts } = storage;
  const checks = artifacts.version("verification", artifacts.head("verification")?.currentVersion ?? 0);
  const isOldCheck = checks !== null && checks.verdict !== design.verdict;
  const stale = [...disagreeing(design, ""), ...(isOldCheck ? ["verification"] : [])];
  storage.transaction(() => {
    for (const { slug, pinned } of artifacts.heads()) {
      if (stale.includes(slug)) artifacts.putMarks(slug, { pinned, stale: true, alignTo: parent ?? number });
    }
  });
}

/** A stored version as a draft of the next one. */
export function storedDraft(
  artifacts: ArtifactRows,
  { slug, version: number }: ArtifactRef,
  language: SpokenLanguage,
): ArtifactDraft[] {
  const stored = artifacts.version(slug, number);
  if (!stored) return [];
  const { type, title, content, data, verdict } = stored;
  const { version, restored } = words[language];
  return [{ slug, type, title, content, data, verdict, changeSummary: `${version} ${number} ${restored}` }];
}

/** A design that knows every designator the chat has ever given. */
export function withLedger(design: Design, head: Design): Design {
  const prefixes = new Set([...Object.keys(design.designators ?? {}), ...Object.keys(head.designators ?? {})]);
  const greatest = (prefix: string) => Math.max(design.designators?.[prefix] ?? 0, head.designators?.[prefix] ?? 0);
  if (prefixes.size === 0) return design;
  return { ...design, designators: Object.fromEntries([...prefixes].map((prefix) => [prefix, greatest(prefix)])) };
}
