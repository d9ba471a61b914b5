import type { DesignRevision } from "../../../src/domain/chat/artifact.ts";
import type { ArtifactRef } from "../../../src/domain/chat/message.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designStatuses, verdicts } from "../../../src/domain/circuit/lists.ts";
import type { Checks } from "./shape.ts";
import { hasShape, isNumber, isObject, isText, isWhole, listOf, oneOf, optional, orNull, shape } from "./shape.ts";

const designChecks: Checks<Design> = {
  status: oneOf(designStatuses),
  question: optional(isObject),
  reason: optional(isText),
  revision: optional(isWhole),
  title: isText,
  designators: isObject,
  requirements: isObject,
  devices: listOf(isObject),
  board: isObject,
  parts: listOf(isObject),
  nets: listOf(isObject),
  connections: listOf(isObject),
  codeFiles: listOf(isObject),
  verdict: oneOf(verdicts),
  findings: listOf(isObject),
  passed: listOf(isObject),
  power: isObject,
  cost: isObject,
};

const revisionChecks: Checks<DesignRevision> = {
  number: isWhole,
  parent: orNull(isWhole),
  versions: listOf(shape<ArtifactRef>({ slug: isText, version: isWhole })),
  verdict: oneOf(verdicts),
  totalCents: isNumber,
  messageId: orNull(isText),
  author: isObject,
  changeSummary: isText,
  createdAt: isNumber,
};

/** A design as `GET .../design` answers it, or null. */
export function readDesign(value: unknown): Design | null {
  return hasShape(value, designChecks) ? value : null;
}

/** The revisions of a design: `{items}`, or null. */
export function readRevisions(value: unknown): DesignRevision[] | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  const items: unknown[] = value.items;
  return items.filter((item): item is DesignRevision => hasShape(item, revisionChecks));
}
