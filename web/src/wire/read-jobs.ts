import { jobStates } from "../../../src/domain/chat/lists.ts";
import type { JobView } from "../../../src/protocol/jobs.ts";
import type { Checks } from "./shape.ts";
import { hasShape, isNumber, isObject, isText, isWhole, oneOf, orNull } from "./shape.ts";

// Of any kind: a newer server may run some that this page has no name for.
const checks: Checks<JobView> = {
  id: isText,
  kind: isText,
  chatId: orNull(isText),
  subject: isText,
  state: oneOf(jobStates),
  attempts: isWhole,
  done: isWhole,
  total: orNull(isWhole),
  error: orNull(isText),
  createdAt: isNumber,
  updatedAt: isNumber,
};

/** A background job, or null. */
export function readJob(value: unknown): JobView | null {
  return hasShape<JobView>(value, checks) ? value : null;
}

/** The jobs of `GET /api/jobs`, or null. */
export function readJobs(value: unknown): JobView[] | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  return value.items.map(readJob).filter((job) => job !== null);
}
