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
