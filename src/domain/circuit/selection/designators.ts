import type { Design } from "../design.ts";

const form = /^([A-Z]+)(\d+)$/;

/** Greatest number per prefix over these reference designators and what was given before. */
export function greatestDesignators(
  ids: readonly string[],
  before: Record<string, number> = {},
): Record<string, number> {
  const greatest: Record<string, number> = { ...before };
  for (const id of ids) {
    const [, prefix, digits] = form.exec(id) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    greatest[prefix] = Math.max(greatest[prefix] ?? 0, Number(digits));
  }
  return greatest;
}

/**
 * Gives out reference designators: one call answers the next free one of a prefix (`U` -> `U4`). Never one that `taken` holds, that
 * the previous design holds, or that an earlier revision of the chat held.
 */
export function designatorSource(previous: Design | null, taken: readonly string[]): (prefix: string) => string {
  const used = [...(previous?.parts ?? []).map((part) => part.id), ...taken];
  const greatest = greatestDesignators(used, previous?.designators);
  return (prefix) => {
    const next = (greatest[prefix] ?? 0) + 1;
    greatest[prefix] = next;
    return `${prefix}${next}`;
  };
}
