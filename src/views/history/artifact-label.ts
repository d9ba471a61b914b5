import type { ViewText } from "../text/view-text.ts";

const artifactWords = [
  "context",
  "bom",
  "wiring",
  "code",
  "verification",
  "budget",
  "datasheet",
  "image",
  "document",
] as const;

/** What people call an artifact: `bom` is "Parts", `code-2` is "Code 2"; a slug that nobody knows stays itself. */
export function artifactLabel(slug: string, text: ViewText): string {
  const known = artifactWords.find((word) => slug === word || slug.startsWith(`${word}-`));
  if (known === undefined) return slug;
  const rest = slug.slice(known.length + 1);
  return rest === "" ? text.artifact[known] : `${text.artifact[known]} ${rest}`;
}

/** Artifacts in the order of the work: what was understood, parts, wiring, code, checks. */
export function inArtifactOrder<T extends { slug: string }>(artifacts: readonly T[]): T[] {
  const place = ({ slug }: T) => artifactWords.findIndex((word) => slug.startsWith(word));
  return [...artifacts].sort((one, other) => place(one) - place(other) || one.slug.localeCompare(other.slug));
}
