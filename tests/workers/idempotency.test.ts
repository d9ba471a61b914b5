import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { SqliteRoomStorage } from "../../src/adapters/do-sqlite/sqlite-room-storage.ts";
import { seal, unseal } from "../../src/adapters/webcrypto/sealed-text.ts";
import { limits } from "../../src/domain/chat/limits.ts";
import type { ErrorCode } from "../../src/domain/error/ohm-error.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { problem } from "../../src/protocol/answers.ts";
import { answerOnce } from "../../workers/middleware/idempotency.ts";
import { problemOf, problemResponse } from "../../workers/middleware/problem.ts";
import type { RouteDescription, Vars } from "../../workers/route.ts";
import { route } from "../../workers/route.ts";
import { scoped } from "../../workers/scope.ts";
import { account, bearer, idOf, signedIn } from "./accounts.ts";
import { Caller } from "./caller.ts";

interface Answer {
  status: number;
  id: string;
  code?: string;
  lastSequence?: number;
}

async function start(caller: Caller, key: string, body: object): Promise<Answer> {
  const response = await caller.call("POST /api/chats", body, { "idempotency-key": key });
  return { status: response.status, ...(await response.json<Omit<Answer, "status">>()) };
}

/** A person with a session: who has none is somebody new each time. */
async function person(): Promise<Caller> {
  const caller = new Caller();
  await caller.startChat();
  return caller;
}

async function chatsOf(id: string): Promise<number> {
  const row = await env.DB.prepare(
    "select count(*) as n from chats where owner_id = (select owner_id from chats where id = ?)",
  )
    .bind(id)
    .first<{ n: number }>();
  return row?.n ?? 0;
}

const set = (key: string, what: string) =>
  env.DB.prepare(`update idempotency_keys set ${what} where key = ?`).bind(key);
const body = () => ({ title: "Lamp", message: { clientId: crypto.randomUUID(), content: "/note first" } });

describe("a start of a chat with an Idempotency-Key", () => {
  it("[CHAT-17] makes one chat and gets the first answer, also at once", async () => {
    const caller = await person();
    const asked = body();
    const racing = await Promise.all(Array.from({ length: 4 }, () => start(caller, "k1", asked)));
    const [first] = racing;
    expect(racing.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(racing.map(({ id }) => id)).size).toBe(1);
    await caller.call(`PATCH /api/chats/${first?.id}`, { title: "Renamed since" });
    expect(await start(caller, "k1", asked)).toEqual(racing[0]);
    expect(first?.lastSequence).toBe(1);
    // The one that made the session, and this one.
    expect(await chatsOf(first?.id ?? "")).toBe(2);
  });

  it("[CHAT-17] is a conflict with another body, and another chat under another key or of another person", async () => {
    const caller = await person();
    const asked = body();
    const first = await start(caller, "k2", asked);
    expect(await start(caller, "k2", { ...asked, title: "Other" })).toMatchObject({ status: 409, code: "conflict" });
    expect((await start(caller, "k3", body())).id).not.toBe(first.id);
    expect((await start(await person(), "k2", asked)).id).not.toBe(first.id);
  });

  it("[CHAT-17] goes on under the same id at once after it was cut off", async () => {
    const caller = await person();
    const asked = body();
    const { id } = await start(caller, "k4", asked);
    await set("k4", "status = null, answer = null").run();
    expect(await start(caller, "k4", asked)).toMatchObject({ status: 201, id, lastSequence: 1 });
  });

  it("[CHAT-17] is forgotten after 24 h", async () => {
    const caller = await person();
    const { id } = await start(caller, "k5", body());
    await set("k5", `expires_at = ${Date.now()}`).run();
    const again = await start(caller, "k5", body());
    expect([again.status, again.id === id]).toEqual([201, false]);
  });

  it.each(["", " ", "a b", "µ", "x".repeat(256)])("[CHAT-17] is refused for the key %j, by its name", async (key) => {
    const response = await (await person()).call("POST /api/chats", {}, { "idempotency-key": encodeHeader(key) });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "invalid", errors: [{ path: "idempotency-key" }] });
  });
});

describe("a write with an Idempotency-Key", () => {
  /** A chat and its owner, and how many events its room holds. */
  async function chat() {
    const owner = await person();
    const id = await owner.startChat();
    const seq = () =>
      runInDurableObject(env.ROOMS.getByName(id), (_, { storage }) => new SqliteRoomStorage(storage).log.last().seq);
    const rename = (key: string, title: string) =>
      owner.call(`PATCH /api/chats/${id}`, { title }, { "idempotency-key": key });
    return { owner, id, seq, rename };
  }

  it("[AUTH-40] is done once, and answered as it first was, whatever came after", async () => {
    const { owner, id, seq, rename } = await chat();
    const first = await rename("p1", "Lamp");
    const text = await first.text();
    expect([first.status, first.headers.get("idempotency-replayed")]).toEqual([200, null]);
    await owner.call(`PATCH /api/chats/${id}`, { title: "Heater" });
    const before = await seq();
    const again = await rename("p1", "Lamp");
    expect([again.status, await again.text()]).toEqual([200, text]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.headers.get("content-type")).toBe(first.headers.get("content-type"));
    expect(await seq()).toBe(before);
    expect(await (await owner.call(`GET /api/chats/${id}`)).json()).toMatchObject({ title: "Heater" });
  });

  it("[AUTH-40] is a conflict with another body, address, query or method", async () => {
    const { owner, id, rename } = await chat();
    const other = await owner.startChat();
    await rename("p2", "Lamp");
    const key = { "idempotency-key": "p2" };
    const note = { clientId: crypto.randomUUID(), content: "/note x" };
    for (const response of [
      await rename("p2", "Heater"),
      await owner.call(`PATCH /api/chats/${other}`, { title: "Lamp" }, key),
      await owner.call(`PATCH /api/chats/${id}?x=1`, { title: "Lamp" }, key),
      await owner.call("POST /api/chats", { title: "Lamp" }, key),
      await owner.call(`POST /api/chats/${id}/messages`, note, key),
    ]) {
      expect([response.status, problem.parse(await response.json()).code]).toEqual([409, "conflict"]);
    }
    expect(await (await owner.call(`GET /api/chats/${id}`)).json()).toMatchObject({ title: "Lamp", lastSequence: 0 });
  });

  it("[AUTH-40] is another person's own under the same key", async () => {
    const { rename } = await chat();
    const other = await chat();
    expect((await rename("p3", "Lamp")).status).toBe(200);
    expect(await (await other.rename("p3", "Heater")).json()).toMatchObject({ title: "Heater" });
  });

  it("[AUTH-41] of which many come at once is done once", async () => {
    const { seq, rename } = await chat();
    const before = await seq();
    const racing = await Promise.all(Array.from({ length: 8 }, () => rename("p4", "Lamp")));
    for (const response of racing.filter(({ status }) => status !== 200)) {
      const { code, retryAfterMs = 0 } = problem.parse(await response.json());
      expect([response.status, code, retryAfterMs > 0 && retryAfterMs <= 1000]).toEqual([409, "conflict", true]);
      expect(response.headers.get("retry-after")).toBe("1");
    }
    expect(racing.some(({ status }) => status === 200)).toBe(true);
    expect(await seq()).toBe(before + 1);
    expect((await rename("p4", "Lamp")).status).toBe(200);
  });

  it("[AUTH-41] that was cut off waits for the lease, then is taken up again", async () => {
    const { owner, id, seq, rename } = await chat();
    await rename("p5", "Lamp");
    await owner.call(`PATCH /api/chats/${id}`, { title: "Heater" });
    await set("p5", `status = null, answer = null, lease_until = ${Date.now() + 30_000}`).run();
    const before = await seq();
    expect((await rename("p5", "Lamp")).status).toBe(409);
    expect(await seq()).toBe(before);
    await set("p5", `lease_until = ${Date.now()}`).run();
    const racing = await Promise.all(Array.from({ length: 4 }, () => rename("p5", "Lamp")));
    expect(racing.some(({ status }) => status === 200)).toBe(true);
    expect(await seq()).toBe(before + 1);
    expect(limits.idempotencyLeaseMs).toBe(60_000);
  });

  it("[AUTH-42] keeps a refusal, under the id of each request", async () => {
    const { owner, id } = await chat();
    const send = () => owner.call(`PATCH /api/chats/${id}`, { title: 7 }, { "idempotency-key": "p6" });
    const [first, again] = [await send(), await send()];
    const [one, two] = [problem.parse(await first.json()), problem.parse(await again.json())];
    expect([first.status, one.code, two]).toEqual([400, "invalid", { ...one, requestId: two.requestId }]);
    expect([two.requestId, two.requestId !== one.requestId]).toEqual([again.headers.get("x-request-id"), true]);
  });

  it("[AUTH-43] leaves nothing readable in the database, and no word of a message", async () => {
    const { owner, id, rename } = await chat();
    await rename("p7", "canary title");
    const note = { clientId: crypto.randomUUID(), content: "/note canary text" };
    const send = () =>
      owner.call(`POST /api/chats/${id}/messages`, note, { "idempotency-key": "p8", prefer: "wait=5" });
    expect(await (await send()).json()).toMatchObject({ message: { content: "/note canary text" } });
    const { results } = await env.DB.prepare("select * from idempotency_keys where key in ('p7', 'p8')").all();
    expect(results.map(({ answer }) => answer === null)).toEqual([false, true]);
    expect(JSON.stringify(results)).not.toContain("canary");
    expect(atob(String(results[0]?.answer).split(".")[1] ?? "")).not.toContain("canary");
    expect(await (await send()).json()).toMatchObject({ message: { sequence: 1 }, replies: [] });
  });

  it("[AUTH-43] is not answered from what has been forgotten or copied, and not done again", async () => {
    const { seq, rename } = await chat();
    await rename("p9", "Lamp");
    await rename("p10", "Heater");
    await set("p9", "answer = (select answer from idempotency_keys where key = 'p10')").run();
    await set("p10", "answer = null").run();
    const before = await seq();
    for (const response of [await rename("p9", "Lamp"), await rename("p10", "Heater")]) {
      const { code, retryAfterMs, detail } = problem.parse(await response.json());
      expect([code, retryAfterMs, detail]).toEqual(["conflict", undefined, expect.stringContaining("carried out")]);
    }
    expect(await seq()).toBe(before);
  });

  it("[AUTH-43] is sent to a room while the database does not answer", async () => {
    const { owner, id } = await chat();
    const note = { clientId: crypto.randomUUID(), content: "/note x" };
    const send = () => owner.call(`POST /api/chats/${id}/messages`, note, { "idempotency-key": "p15" });
    await env.DB.exec("alter table idempotency_keys rename to keys_away");
    try {
      expect((await send()).status).toBe(202);
    } finally {
      await env.DB.exec("alter table keys_away rename to idempotency_keys");
    }
    expect(await (await send()).json()).toMatchObject({ sequence: 1 });
  });

  it.each(["", " and not the other time"])(
    "[AUTH-43] is done once while the database does not answer%s",
    async (then) => {
      const { owner, id } = await chat();
      const message = await say(owner, id, "/note one");
      const edit = (key: string, content: string) => {
        const body = { content, rerun: true };
        return owner.call(`POST /api/chats/${id}/messages/${message}/edit`, body, { "idempotency-key": key });
      };
      const away = async <T>(work: () => Promise<T>): Promise<T> => {
        await env.DB.exec("alter table idempotency_keys rename to keys_away");
        try {
          return await work();
        } finally {
          await env.DB.exec("alter table keys_away rename to idempotency_keys");
        }
      };
      const first = await (await away(() => edit("p30", "/note two"))).json();
      const again = () => edit("p30", "/note two");
      expect(await (await (then === "" ? away(again) : again())).json()).toEqual(first);
      // Other words under the same key are another act, where nobody can tell.
      expect(await (await edit("p31", "/note three")).json()).toMatchObject({ sequence: 3 });
    },
  );

  /** Runs the room's alarm until it asks for no more. */
  async function flush(chatId: string): Promise<void> {
    for (let round = 0; round < 20 && (await runDurableObjectAlarm(env.ROOMS.getByName(chatId))); round += 1);
  }

  async function say(caller: Caller, chatId: string, content: string): Promise<string> {
    const body = { clientId: crypto.randomUUID(), content };
    const response = await caller.call(`POST /api/chats/${chatId}/messages`, body);
    return (await response.json<{ id: string }>()).id;
  }

  it.each([
    { how: "changed", method: "POST", path: "/edit", sent: { content: "/note other" } },
    { how: "removed", method: "DELETE", path: "", sent: undefined },
  ])(
    "[AUTH-43] is forgotten when a text of its chat is $how, and not done again",
    async ({ how, method, path, sent }) => {
      const { owner, id, seq, rename } = await chat();
      const message = await say(owner, id, "/note canary");
      await flush(id);
      const key = `p16-${how}`;
      expect((await rename(key, "Lamp")).status).toBe(200);
      await say(owner, id, "/note more");
      await flush(id);
      expect((await rename(key, "Lamp")).status).toBe(200);
      expect((await owner.call(`${method} /api/chats/${id}/messages/${message}${path}`, sent)).status).toBe(200);
      await flush(id);
      const row = await env.DB.prepare("select status, answer from idempotency_keys where key = ?").bind(key).first();
      expect(row).toEqual({ status: 200, answer: null });
      const before = await seq();
      expect((await rename(key, "Lamp")).status).toBe(409);
      expect(await seq()).toBe(before);
    },
  );

  it("[AUTH-43] is not shown to who is not in the chat any more", async () => {
    const { owner, id } = await chat();
    const { token } = await (await owner.call(`POST /api/chats/${id}/invitations`, { role: "member" })).json<{
      token: string;
    }>();
    const member = new Caller();
    await member.call(`POST /api/invitations/${token}/accept`);
    const send = () => member.call(`PATCH /api/chats/${id}`, { phase: "code" }, { "idempotency-key": "p17" });
    expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
    await owner.call(`DELETE /api/chats/${id}/participants/${await idOf(member)}`);
    const refused = await send();
    expect([refused.status, problem.parse(await refused.json()).code]).toEqual([404, "not_found"]);
  });

  it("[AUTH-43] of a session is not given to an API key of the same person", async () => {
    const ada = await account();
    const make = (headers: Record<string, string> = {}) =>
      ada.call("POST /api/keys", { name: "Script" }, { "idempotency-key": "p18", ...headers });
    const first = await make();
    const { key, ...made } = await first.json<{ key: string }>();
    expect(await (await make()).json()).toEqual({ key, ...made });
    const { results } = await env.DB.prepare("select * from idempotency_keys where key = 'p18'").all();
    expect(JSON.stringify(results)).not.toContain(key);
    expect((await make(bearer(key))).status).toBe(409);
  });

  it("[AUTH-43] that edits or answers again happens once, whatever came after", async () => {
    const { owner, id, seq } = await chat();
    const message = await say(owner, id, "/note first");
    const edit = (key: string, content: string) =>
      owner.call(`POST /api/chats/${id}/messages/${message}/edit`, { content }, { "idempotency-key": key });
    const text = await (await edit("p19", "/note second")).text();
    await edit("p20", "/note third");
    const before = await seq();
    const again = await edit("p19", "/note second");
    expect([again.status, await again.text(), await seq()]).toEqual([200, text, before]);
    const { items } = await (await owner.call(`GET /api/chats/${id}/messages`)).json<{ items: object[] }>();
    expect(items).toMatchObject([{ content: "/note third" }]);
  });

  it("[AUTH-43] goes with its chat", async () => {
    const { id, rename } = await chat();
    await rename("p11", "Lamp");
    await env.DB.prepare("delete from chats where id = ?").bind(id).run();
    const { results } = await env.DB.prepare("select * from idempotency_keys where key = 'p11'").all();
    expect(results).toEqual([]);
  });

  it("[AUTH-44] is bounded per person, and what is past its time goes with anybody's next use", async () => {
    const { owner, id, rename } = await chat();
    await rename("p12", "Lamp");
    const { actor } = (await env.DB.prepare("select actor from idempotency_keys where key = 'p12'").first()) ?? {};
    const fill = `insert into idempotency_keys (actor, key, request_hash, subject, holder, lease_until, created_at, expires_at)
      select ?1, 'f' || value, '', '', '', 0, 0, ?2 from generate_series(1, ?3)`;
    const rows = "with recursive generate_series(value) as (select 1 union all select value + 1 from generate_series";
    await env.DB.prepare(`${rows} where value < ?3) ${fill.replace("generate_series(1, ?3)", "generate_series")}`)
      .bind(actor, Date.now() + 60_000, limits.idempotencyKeysPerPerson)
      .run();
    const full = await rename("p13", "Heater");
    expect([full.status, problem.parse(await full.json()).code]).toEqual([429, "rate_limited"]);
    expect((await rename("p12", "Lamp")).status).toBe(200);
    expect((await owner.call(`PATCH /api/chats/${id}`, { title: "Heater" })).status).toBe(200);
    await env.DB.prepare("update idempotency_keys set expires_at = 1 where actor = ?").bind(actor).run();
    await (await chat()).rename("p14", "Lamp");
    const left = await env.DB.prepare("select count(*) as n from idempotency_keys where actor = ?").bind(actor).first();
    expect(left).toEqual({ n: limits.idempotencyKeysPerPerson + 1 - 50 });
    expect((await rename("p13", "Heater")).status).toBe(200);
    expect(
      await env.DB.prepare("select count(*) as n from idempotency_keys where actor = ?").bind(actor).first(),
    ).toEqual({ n: 1 });
  });
});

describe("a route under the middleware", () => {
  /** A route of its own, called by one person; `handle` is what it does. */
  async function site(description: Partial<RouteDescription>, handle: () => Response | Promise<Response>) {
    const userId = crypto.randomUUID();
    const actor = signedIn(userId);
    const mounted = route(
      { method: "post", path: "/thing", summary: "", access: "session", answers: [], errors: [], ...description },
      handle,
    );
    const app = new Hono<Vars>();
    app.post("/thing", (c) =>
      answerOnce(c, mounted, {
        actor: () => Promise.resolve(actor),
        scope: () => Promise.resolve(scoped(env, actor, true)),
      }),
    );
    app.onError((error) => problemResponse(problemOf(error), "request"));
    const waited: Promise<unknown>[] = [];
    const ctx = { waitUntil: (work: Promise<unknown>) => waited.push(work), passThroughOnException: () => undefined };
    const call = (key: string | null, sent?: BodyInit) =>
      app.request(
        "http://localhost/thing",
        { method: "POST", headers: key === null ? {} : { "idempotency-key": key }, ...(sent ? { body: sent } : {}) },
        env,
        ctx as never,
      );
    return { call, waited };
  }

  const failing = (code: ErrorCode) => {
    let tries = 0;
    return {
      tries: () => tries,
      handle: () => {
        tries += 1;
        throw new OhmError(code, "no");
      },
    };
  };

  it.each<[ErrorCode, number]>([
    ["internal", 3],
    ["unavailable", 3],
    ["upstream_failed", 3],
    ["rate_limited", 3],
    ["head_moved", 3],
    ["over_budget", 3],
    ["unauthenticated", 3],
    ["forbidden", 1],
    ["not_found", 1],
    ["conflict", 1],
    ["invalid", 1],
    ["too_large", 1],
    ["unsupported", 1],
  ])("[AUTH-42] answered %s is tried %i times of 3", async (code, count) => {
    const failed = failing(code);
    const { call } = await site({}, failed.handle);
    const statuses = [await call("q1"), await call("q1"), await call("q1")].map(({ status }) => status);
    expect(new Set(statuses).size).toBe(1);
    expect(failed.tries()).toBe(count);
  });

  it("[AUTH-42] that throws what nobody expected may be tried again at once, and its success is kept", async () => {
    let tries = 0;
    const { call } = await site({}, () => {
      tries += 1;
      if (tries === 1) throw new TypeError("boom");
      return Response.json({ tries }, { status: 201, headers: { location: "/thing/1", "x-other": "y" } });
    });
    expect((await call("q2")).status).toBe(500);
    const [second, third] = [await call("q2"), await call("q2")];
    expect([second.status, await second.json(), third.status, await third.json()]).toEqual([
      201,
      { tries: 2 },
      201,
      { tries: 2 },
    ]);
    expect([third.headers.get("location"), third.headers.get("x-other")]).toEqual(["/thing/1", null]);
  });

  it("[AUTH-41] goes on when its caller has hung up", async () => {
    const { call, waited } = await site({}, () => new Response(null, { status: 204 }));
    expect((await call("q3")).status).toBe(204);
    expect(waited).toHaveLength(1);
    expect((await call("q3")).status).toBe(204);
  });

  it("[AUTH-42] whose answer is too large is done once and says so", async () => {
    const { call } = await site({}, () => new Response("x".repeat(limits.idempotencyAnswerBytes)));
    expect((await (await call("q4")).text()).length).toBe(limits.idempotencyAnswerBytes);
    expect((await call("q4")).status).toBe(409);
  });

  it("[AUTH-40] gets the body as it was sent, also without the header", async () => {
    const seen: unknown[] = [];
    const mounted = await site({ body: z.unknown() }, () => new Response(null, { status: 204 }));
    seen.push((await mounted.call(null, "{}")).status, (await mounted.call("q5", "{}")).status);
    // Neither says that it is JSON.
    expect(seen).toEqual([415, 415]);
  });

  it("[AUTH-40] that is open stores nothing", async () => {
    let tries = 0;
    const { call } = await site({ access: "open" }, () => {
      tries += 1;
      return Response.json({ tries });
    });
    expect([await (await call("q6")).json(), await (await call("q6")).json()]).toEqual([{ tries: 1 }, { tries: 2 }]);
  });
});

describe("a sealed text", () => {
  const sealed = { secret: "s".repeat(32), purpose: "test", place: "here" };

  it("[AUTH-43] opens under the same secret, purpose and place only, and not when a byte was changed", async () => {
    const text = await seal("µ secret", sealed);
    expect(await unseal(text, sealed)).toBe("µ secret");
    expect(await seal("µ secret", sealed)).not.toBe(text);
    for (const other of [{ secret: "t".repeat(32) }, { purpose: "other" }, { place: "there" }]) {
      expect(await unseal(text, { ...sealed, ...other })).toBeNull();
    }
    const changed = `${text.slice(0, -4)}${text.at(-4) === "A" ? "B" : "A"}${text.slice(-3)}`;
    for (const broken of [changed, "", ".", "x", "%.%", text.slice(0, 10)])
      expect(await unseal(broken, sealed)).toBeNull();
  });
});

/** Header values are bytes: a letter outside ASCII travels as Latin-1. */
function encodeHeader(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
