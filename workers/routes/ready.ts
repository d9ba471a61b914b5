import * as z from "zod";
import { limits } from "../../src/domain/chat/limits.ts";
import { clock, roomModel } from "../deps.ts";
import { isPlaceholder } from "../placeholder.ts";
import { route } from "../route.ts";
import { signUpRules } from "../scope.ts";

const state = z.enum(["ok", "failed", "unset"]);
const readyView = z.strictObject({
  ready: z.boolean(),
  dependencies: z.record(z.string(), z.strictObject({ state, detail: z.string() })),
  adapters: z.record(z.string(), z.string()),
  models: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  limits: z.record(z.string(), z.number()),
  limitsInForce: z.boolean(),
});
type Dependency = z.infer<typeof readyView>["dependencies"][string];

/** How long a job may be due before it counts as left lying, ms. */
const overdueMs = 5 * 60_000;

const example = {
  ready: true,
  dependencies: { d1: { state: "ok", detail: "answers" }, secret: { state: "ok", detail: "set" } },
  adapters: { chatModel: "embedded", signUp: "open" },
  models: [{ id: "ohm/engine", name: "Ohm engine" }],
  limits: { messageBytes: limits.messageBytes },
  limitsInForce: true,
};

export const readyRoutes = [
  route(
    {
      method: "get",
      path: "/api/ready",
      summary: "Each dependency with its state, the adapters in use and the limits in force.",
      access: "open",
      answers: [
        { status: 200, what: "Ready", schema: readyView, example },
        { status: 503, what: "A dependency fails", schema: readyView, example: { ...example, ready: false } },
      ],
      errors: [],
    },
    async ({ c }) => {
      const needed = { d1: await databaseState(c.env.DB), secret: secretState(c.env.BETTER_AUTH_SECRET) };
      const ready = Object.values(needed).every((dependency) => dependency.state === "ok");
      // A job that waits is told, and keeps nobody from talking.
      const dependencies = { ...needed, jobs: await jobsState(c.env.DB) };
      const unused = "embedded (OPENAI_API_KEY is set; this version does not use language models yet)";
      const chatModel = isPlaceholder(c.env.OPENAI_API_KEY) ? "embedded" : unused;
      const answer: z.infer<typeof readyView> = {
        ready,
        dependencies,
        adapters: {
          chatModel,
          rooms: "do-sqlite",
          lists: "d1",
          accounts: "better-auth on d1",
          signUp: signUpRules(c.env).policy,
        },
        models: [...roomModel(c.env).models],
        limits: { ...limits },
        limitsInForce: !c.get("unlimited"),
      };
      return c.json(answer, ready ? 200 : 503);
    },
  ),
];

async function databaseState(db: D1Database): Promise<Dependency> {
  try {
    await db.prepare("select 1 from chats limit 1").all();
    return { state: "ok", detail: "answers" };
  } catch {
    return { state: "failed", detail: "does not answer, or its migrations have not been applied" };
  }
}

/** Whether background jobs are taken up: a cron re-sends each minute what no worker took. */
async function jobsState(db: D1Database): Promise<Dependency> {
  try {
    const overdue = await db
      .prepare("select count(*) as n from jobs where state in ('queued', 'running') and run_after < ?1")
      .bind(clock.nowMs() - overdueMs)
      .first<{ n: number }>();
    const waiting = overdue?.n ?? 0;
    if (waiting === 0) return { state: "ok", detail: "none is overdue" };
    return { state: "failed", detail: `${waiting} overdue by more than ${overdueMs / 60_000} minutes` };
  } catch {
    return { state: "failed", detail: "their rows cannot be read" };
  }
}

function secretState(secret: string | undefined): Dependency {
  if (isPlaceholder(secret)) return { state: "unset", detail: "BETTER_AUTH_SECRET is not set" };
  return { state: "ok", detail: "set" };
}
