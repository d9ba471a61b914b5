import { env, exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/domain/chat/limits.ts";

describe("the Worker in its real runtime", () => {
  it("answers its health", async () => {
    const answer = await exports.default.fetch("http://ohm.test/api/health");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: true });
  });

  it("answers an unknown API address with a problem, not with the page", async () => {
    const answer = await exports.default.fetch("http://ohm.test/api/nothing-here");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 404, code: "not_found", requestId: expect.any(String) });
  });

  it("[LIMIT-3] lists the engine and its reviewers as available, and what no provider serves with the reason", async () => {
    const answer = await exports.default.fetch("http://ohm.test/api/models");
    const { items } = await answer.json<{ items: { id: string; available: boolean; reason: string | null }[] }>();
    expect(items.filter(({ available }) => available).map(({ id }) => id)).toEqual([
      ...["ohm/engine", "ohm/cost", "ohm/power", "ohm/safety", "ohm/firmware", "ohm/sourcing"],
    ]);
    expect(items.filter(({ available }) => !available).length).toBe(6);
    expect(items.every(({ available, reason }) => available === (reason === null))).toBe(true);
  });

  it("[LIMIT-3] tells of jobs that lie about, and is ready all the same", async () => {
    const ready = async () => (await exports.default.fetch("http://ohm.test/api/ready")).json();
    expect(await ready()).toMatchObject({
      ready: true,
      dependencies: { jobs: { state: "ok" } },
      limits: { ...limits },
    });
    await env.DB.prepare(
      `insert into jobs (id, owner_id, kind, subject, input, state, attempts, done, run_after, created_at, updated_at)
       values ('late', 'nobody', 'recount_chat', '', '{}', 'queued', 0, 0, 1, 1, 1)`,
    ).run();
    expect(await ready()).toMatchObject({ ready: true, dependencies: { jobs: { state: "failed" } } });
    await env.DB.prepare("delete from jobs where id = 'late'").run();
  });
});
