import * as z from "zod";
import type { Job } from "../../src/application/jobs/jobs.ts";
import { listOf } from "../../src/protocol/answers.ts";
import type { JobView } from "../../src/protocol/jobs.ts";
import { jobsQuery, jobView } from "../../src/protocol/jobs.ts";
import { ownUuid } from "../../src/protocol/text.ts";
import { route } from "../route.ts";
import { exampleIds, exampleJob } from "./examples.ts";

const jobParams = z.strictObject({ id: ownUuid });

export const jobRoutes = [
  route(
    {
      method: "get",
      path: "/api/jobs",
      summary: "The person's background jobs, newest first, each with its state, its progress, and why it failed.",
      access: "session",
      query: jobsQuery,
      answers: [
        {
          status: 200,
          what: "A page of jobs",
          schema: listOf(jobView),
          example: { items: [exampleJob], nextCursor: null },
        },
      ],
      errors: ["unauthenticated", "invalid"],
    },
    async ({ c, query, scope }) => {
      const { actor, jobs } = await scope();
      const found = await jobs.list(actor.userId, { before: query.cursor, limit: query.limit + 1 });
      const items = found.slice(0, query.limit).map(viewOf);
      const nextCursor = found.length > query.limit ? (items.at(-1)?.id ?? null) : null;
      return c.json({ items, nextCursor });
    },
  ),
  route(
    {
      method: "post",
      path: "/api/jobs/:id/retry",
      summary: "Starts a job of one's own that has failed once more.",
      access: "member",
      params: jobParams,
      answers: [
        {
          status: 202,
          what: "It is queued again",
          schema: jobView,
          example: { ...exampleJob, id: exampleIds.run, state: "queued", attempts: 0, error: null },
        },
      ],
      errors: ["unauthenticated", "invalid", "not_found", "conflict"],
    },
    async ({ c, params, scope }) => {
      const { actor, jobs } = await scope();
      return c.json(viewOf(await jobs.retry(actor.userId, params.id)), 202);
    },
  ),
];

/** What the owner sees of a job: not the ids that it works with. */
export function viewOf({ ownerId: _, input: __, runAfter: ___, ...view }: Job): JobView {
  return view;
}
