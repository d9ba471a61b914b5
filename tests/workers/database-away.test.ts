import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { problem } from "../../src/protocol/answers.ts";
import { app } from "../../workers/app.ts";
import { errorsOf } from "../../workers/route.ts";
import { allRoutes } from "../../workers/route-table.ts";
import { account, signIn, signUpBody } from "./accounts.ts";
import { Caller } from "./caller.ts";
import { d1With, lockedError } from "./faulty-d1.ts";
import type { World } from "./matrix-people.ts";
import { makeWorld } from "./matrix-people.ts";
import { rows } from "./matrix-rows.ts";

const routes = await allRoutes();

/** A browser whose Worker has a database that stops answering after so many statements. */
class CutOff extends Caller {
  statements = Number.POSITIVE_INFINITY;
  /** Whether a statement of the last request has failed. */
  hit = false;

  static like(caller: Caller): CutOff {
    const cut = new CutOff();
    for (const [name, value] of caller.cookies) cut.setCookie(name, value);
    return cut;
  }

  protected override async send(request: Request): Promise<Response> {
    let left = this.statements;
    const DB = d1With(env.DB, async () => {
      left -= 1;
      if (left < 0) throw lockedError();
    });
    const context = createExecutionContext();
    const response = await app.fetch(request, { ...env, DB }, context);
    await waitOnExecutionContext(context);
    this.hit = left < 0;
    return response;
  }
}

async function expectUnavailable(response: Response): Promise<void> {
  const text = await response.text();
  expect(response.status, text.slice(0, 300)).toBe(503);
  expect(problem.parse(JSON.parse(text))).toMatchObject({ code: "unavailable" });
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
}

const count = async (statement: string, ...values: string[]) =>
  (
    await env.DB.prepare(statement)
      .bind(...values)
      .first<{ n: number }>()
  )?.n ?? 0;

describe("every route while D1 does not answer", { timeout: 300_000 }, () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  }, 120_000);

  const cells = routes.map(({ description }) => description);
  it.each(cells.map((cell) => ({ key: `${cell.method} ${cell.path}`, cell })))(
    "[AUTH-48] $key does what it can without it, or is unavailable, whichever statement is the first to fail",
    async ({ key, cell }) => {
      const row = rows[key];
      if (!row) throw new Error(`${key} has no row`);
      for (let statements = 0; ; statements += 1) {
        const standIn = await row.standIn?.(world.owner);
        const asker = standIn ? { ...world.owner, caller: standIn } : world.owner;
        const { params = {}, query = "", body } = (await row.call?.(world, asker)) ?? {};
        const given: Record<string, string> = {
          id: world.chat,
          mid: world.answer.id,
          runId: world.answer.runId,
          token: world.token,
          slug: "bom",
          number: "latest",
          ...params,
        };
        const path = cell.path.replaceAll(/:(\w+)/g, (_, name: string) => given[name] ?? crypto.randomUUID());
        const caller = CutOff.like(asker.caller);
        caller.statements = statements;
        const socket = path.endsWith("/socket") ? { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" } : {};
        const response = await caller.call(`${cell.method.toUpperCase()} ${path}${query}`, body, socket);
        response.webSocket?.accept();
        response.webSocket?.close(1000);
        if (response.status >= 500 && !cell.answers.some(({ status }) => status === response.status)) {
          await expectUnavailable(response);
          expect(errorsOf(cell)).toContain("unavailable");
        }
        if (!caller.hit) return;
      }
    },
  );
});

describe("a chat that is started while D1 fails", () => {
  it("[AUTH-48] is there whole or not at all, and the same request again makes it, once", async () => {
    const owner = await account();
    for (let statements = 0; ; statements += 1) {
      const caller = CutOff.like(owner);
      caller.statements = statements;
      const body = { message: { clientId: crypto.randomUUID(), content: `/note ${crypto.randomUUID()}` } };
      const headers = { "idempotency-key": crypto.randomUUID() };
      const response = await caller.call("POST /api/chats", body, headers);
      if (response.status !== 201) await expectUnavailable(response);
      expect(
        await count("select count(*) as n from chats where id not in (select chat_id from chat_participants)"),
      ).toBe(0);
      const before = await count("select count(*) as n from chats");
      caller.statements = Number.POSITIVE_INFINITY;
      const again = await caller.call("POST /api/chats", body, headers);
      // A try whose answer could not be kept holds the key until its lease ends.
      expect([201, 409]).toContain(again.status);
      const chats = await (await owner.call("GET /api/chats")).json<{ items: { id: string }[] }>();
      const [newest] = chats.items;
      const messages = await (await owner.call(`GET /api/chats/${newest?.id}/messages`)).json<{ items: object[] }>();
      expect(messages.items).toMatchObject([{ content: body.message.content }]);
      if (!caller.hit && response.status === 201) expect(await count("select count(*) as n from chats")).toBe(before);
      if (response.status === 201 && statements > 8) return;
    }
  });
});

describe("the auth library while D1 fails", () => {
  it("[AUTH-48] says so: nobody is told that they are signed out who is not", async () => {
    const body = signUpBody();
    await new Caller().call("POST /api/auth/sign-up/email", body);
    for (let statements = 0; ; statements += 1) {
      const caller = CutOff.like(await signIn(body));
      caller.statements = statements;
      const response = await caller.call("POST /api/auth/sign-out", {});
      if (response.status === 200) return expect(caller.hit).toBe(false);
      expect([response.status, (await response.json<{ code: string }>()).code]).toEqual([503, "UNAVAILABLE"]);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  });

  it("[AUTH-48] leaves no address taken by an account that nobody can sign in to", async () => {
    for (let statements = 0; ; statements += 1) {
      const body = signUpBody();
      const caller = new CutOff();
      caller.statements = statements;
      const response = await caller.call("POST /api/auth/sign-up/email", body);
      if (response.status !== 200) {
        expect([statements, response.status]).toEqual([statements, 503]);
        await env.DB.prepare("update user set createdAt = createdAt - 60000 where email = ?").bind(body.email).run();
        caller.statements = Number.POSITIVE_INFINITY;
        const again = await caller.call("POST /api/auth/sign-up/email", body);
        if (again.status !== 200) await signIn(body);
      }
      if (!caller.hit && response.status === 200) return;
    }
  });
});
