import type { Job } from "../../src/application/jobs/jobs.ts";
import type { JobView } from "../../src/protocol/jobs.ts";

/** What the owner sees of a job: not the ids that it works with. */
export function viewOf({ ownerId: _, input: __, runAfter: ___, ...view }: Job): JobView {
  return view;
}
