import type { DesignRevision } from "../../../../src/domain/chat/artifact.ts";
import type { ArtifactRef } from "../../../../src/domain/chat/message.ts";

/** The address of one version of an artifact of a chat. */
export function artifactAddress(chatId: string, { slug, version }: ArtifactRef): string {
  return `/chat/${chatId}/artifact/${slug}/version/${version}`;
}

/** The artifact that the rest of a chat's address names; null when it names none. */
export function readArtifactAddress(rest: string | undefined): ArtifactRef | null {
  const [, slug, digits] = /^artifact\/([a-z0-9-]+)\/version\/([1-9]\d{0,8})$/.exec(rest ?? "") ?? [];
  return slug === undefined ? null : { slug, version: Number(digits) };
}

/** The first revision that holds a version of an artifact: the one that wrote it. Null when there is none. */
export function revisionOf({ slug, version }: ArtifactRef, revisions: readonly DesignRevision[]): number | null {
  const holding = revisions.filter(({ versions }) =>
    versions.some((held) => held.slug === slug && held.version === version),
  );
  return holding.length === 0 ? null : Math.min(...holding.map(({ number }) => number));
}
