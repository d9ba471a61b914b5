import * as z from "zod";
import { chatView, listOf } from "../../src/protocol/answers.ts";
import { jobsQuery, jobView } from "../../src/protocol/jobs.ts";
import { ownUuid } from "../../src/protocol/text.ts";
import { countRecount } from "../middleware/rates.ts";
import { route } from "../route.ts";
import { chatParams } from "./chat-params.ts";
import { exampleJob } from "./examples.ts";
import { viewOf } from "./job-view.ts";

const fresh = { state: "queued", attempts: 0, error: null };
const jobParams = z.strictObject({ id: ownUuid });

export const jobRoutes = [
  route(
    {
      method: "post",
      path: "/api/chats/:id/recount",
      summary: "Starts a job that counts the chat anew: its lists, search and totals from what the room holds.",
      access: "member",
      act: "settings",
      params: chatParams,
      answers: [{ status: 202, what: "The job", schema: jobView, example: { ...exampleJob, ...fresh } }],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found"],
    },
    async ({ c, params, scope }) => {
      const { actor, rooms, jobs } = await scope();
      const { json } = await rooms.ask(params.id, { kind: "chat", act: "settings" });
      if (!c.get("unlimited")) await countRecount(c.env, actor);
      const { id } = chatView.parse(JSON.parse(json));
      const job = { ownerId: actor.userId, chatId: id, kind: "recount_chat" as const, input: {} };
      return c.json(viewOf(await jobs.add(job)), 202);
    },
  ),
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
          example: { ...exampleJob, ...fresh },
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
