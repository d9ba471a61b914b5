import type { ArtifactHead } from "../../../src/domain/chat/artifact.ts";
import { hasShape, isFlag, isObject, isText } from "./shape.ts";

/** What the bench wants to know of an artifact's head. */
export type StaleMark = Pick<ArtifactHead, "slug" | "stale">;

/** The artifacts of a chat: `{items}`, or null. */
export function readStaleMarks(value: unknown): StaleMark[] | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  const items: unknown[] = value.items;
  return items.filter(
    (item): item is StaleMark => isObject(item) && hasShape<StaleMark>(item, { slug: isText, stale: isFlag }),
  );
}
