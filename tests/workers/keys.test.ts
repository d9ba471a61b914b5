import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/domain/chat/limits.ts";
import { problem } from "../../src/protocol/answers.ts";
import { account, bearer, idOf, makeKey, Script, suspend } from "./accounts.ts";
import { Caller } from "./caller.ts";

const note = (content = "/note x") => ({ clientId: crypto.randomUUID(), content });

async function codeOf(response: Response): Promise<[number, string]> {
  const { status, code } = problem.parse(await response.json());
  return [status, code];
}

/** The rows of a person's keys. */
async function keyRow(id: string) {
  return env.DB.prepare("select * from api_keys where id = ?").bind(id).first<Record<string, unknown>>();
}

describe("an API key", () => {
  it("[AUTH-16] works everywhere a session does, sockets included, and needs no Origin", async () => {
    const ada = await account();
    const script = new Script((await makeKey(ada)).key);
    const { exports } = await import("cloudflare:workers");
    const started = await exports.default.fetch("http://localhost/api/chats", {
      method: "POST",
      headers: { ...bearer((await makeKey(ada)).key), "content-type": "application/json" },
      body: JSON.stringify({ message: note() }),
    });
    expect(started.status).toBe(201);
    const { id } = await started.json<{ id: string }>();
    expect((await script.call(`GET /api/chats/${id}`)).status).toBe(200);
    expect((await script.call(`POST /api/chats/${id}/messages`, note())).status).toBe(202);
    expect(await idOf(script)).toBe(await idOf(ada));
    const socket = await script.open(id);
    socket.send({ type: "hello", after: 0 });
    await socket.until(({ type }) => type === "welcome");
    socket.send({ type: "post_message", ...note() });
    await socket.until(({ type }) => type === "ack");
    socket.close();
  });

  it("[AUTH-16] of an Origin of another site is refused", async () => {
    const { key } = await makeKey(await account());
    const response = await new Script(key).call("GET /api/me", undefined, { origin: "https://evil.example" });
    expect(await codeOf(response)).toEqual([403, "forbidden"]);
  });

  it("[AUTH-16] counts before a session", async () => {
    const [ada, eve] = [await account(), await account()];
    const { key } = await makeKey(eve);
    expect(await (await ada.call("GET /api/me", undefined, bearer(key))).json()).toMatchObject({ id: await idOf(eve) });
    const bad = bearer(`ohm_${"A".repeat(43)}`);
    expect(await codeOf(await ada.call("GET /api/me", undefined, bad))).toEqual([401, "unauthenticated"]);
    expect(await codeOf(await ada.call("POST /api/chats", {}, bad))).toEqual([401, "unauthenticated"]);
  });

  it.each(["Bearer", "Bearer ", "bearer ohm_", "Bearer sk-123", `Bearer ohm_${"!".repeat(43)}`, "BEARER ohm_x y"])(
    "[AUTH-16] %j is nobody's, and makes no guest",
    async (authorization) => {
      const headers = { authorization };
      expect(await codeOf(await new Caller().call("POST /api/chats", {}, headers))).toEqual([401, "unauthenticated"]);
      expect((await new Caller().call("GET /api/health", undefined, headers)).status).toBe(200);
    },
  );

  it("[AUTH-16] another scheme is not ours", async () => {
    const ada = await account();
    expect((await ada.call("GET /api/me", undefined, { authorization: "Basic YTpi" })).status).toBe(200);
  });
});

describe("scopes", () => {
  it("[AUTH-17] a read key reads, and is refused every write", async () => {
    const ada = await account();
    const chat = await ada.startChat();
    const reader = new Script((await makeKey(ada, { scopes: ["read"] })).key);
    for (const path of [`/api/chats/${chat}`, `/api/chats/${chat}/messages`, "/api/chats", "/api/me", "/api/keys"]) {
      expect([path, (await reader.call(`GET ${path}`)).status]).toEqual([path, 200]);
    }
    const writes: [string, unknown][] = [
      ["POST /api/chats", {}],
      [`POST /api/chats/${chat}/messages`, note()],
      [`PATCH /api/chats/${chat}`, { title: "x" }],
      ["PATCH /api/me", { name: "Eve" }],
      [`DELETE /api/keys/${crypto.randomUUID()}`, undefined],
    ];
    for (const [route, body] of writes) {
      expect([route, ...(await codeOf(await reader.call(route, body)))]).toEqual([route, 403, "forbidden"]);
    }
  });

  it("[AUTH-17] a read key's socket reads, and every frame that writes is refused", async () => {
    const ada = await account();
    const chat = await ada.startChat();
    const socket = await new Script((await makeKey(ada, { scopes: ["read"] })).key).open(chat);
    socket.send({ type: "hello", after: 0 });
    await socket.until(({ type }) => type === "welcome");
    const { clientId, content } = note();
    socket.send({ type: "post_message", clientId, content });
    expect(await socket.until(({ type }) => type === "nack")).toMatchObject({ clientId, code: "forbidden" });
    for (const frame of [{ type: "stop", runId: clientId }, { type: "typing" }, { type: "read", sequence: 1 }]) {
      const before = socket.frames.length;
      socket.send(frame);
      await socket.until((one) => socket.frames.indexOf(one) >= before && one.code === "forbidden");
    }
    await ada.call(`POST /api/chats/${chat}/messages`, note());
    await socket.until(({ type, kind }) => type === "event" && kind === "message_appended");
    socket.close();
  });

  it("[AUTH-17] a write key reads too", async () => {
    const ada = await account();
    const writer = new Script((await makeKey(ada, { scopes: ["write"] })).key);
    expect((await writer.call("GET /api/me")).status).toBe(200);
    expect((await writer.call("POST /api/chats", {})).status).toBe(201);
  });
});

describe("keys", () => {
  it("[AUTH-18] are shown once, and only their hash and beginning are kept", async () => {
    const ada = await account();
    const { id, key, start } = await makeKey(ada, { name: "Bench", scopes: ["read", "read"] });
    expect(key).toMatch(/^ohm_[A-Za-z0-9_-]{43}$/);
    expect(key.startsWith(start)).toBe(true);
    const listed = await (await ada.call("GET /api/keys")).text();
    expect(listed).not.toContain(key);
    expect(JSON.parse(listed)).toMatchObject({ items: [{ id, name: "Bench", start, scopes: ["read"] }] });
    expect(JSON.stringify(await keyRow(id))).not.toContain(key.slice(start.length));
  });

  it("[AUTH-18] are at most a few per person, counted at once", async () => {
    const ada = await account();
    const made = await Promise.all(
      Array.from({ length: limits.keysPerPerson + 3 }, () => ada.call("POST /api/keys", { name: "x" })),
    );
    expect(made.filter(({ status }) => status === 201)).toHaveLength(limits.keysPerPerson);
    expect(made.filter(({ status }) => status === 409)).toHaveLength(3);
  });

  it("[AUTH-18] a guest has none, and a key makes none", async () => {
    const guest = new Caller();
    await guest.startChat();
    const refused = await guest.call("POST /api/keys", { name: "x" });
    expect(await codeOf(refused)).toEqual([403, "forbidden"]);
    const { key } = await makeKey(await account());
    expect(await codeOf(await new Script(key).call("POST /api/keys", { name: "x" }))).toEqual([403, "forbidden"]);
  });

  it.each<[string, unknown, string]>([
    ["no name", {}, "name"],
    ["no scope", { name: "x", scopes: [] }, "scopes"],
    ["a strange scope", { name: "x", scopes: ["admin"] }, "scopes.0"],
    ["an end that is over", { name: "x", expiresAt: 1000 }, "expiresAt"],
    ["an end that is text", { name: "x", expiresAt: "soon" }, "expiresAt"],
    ["a name of half a pair", '{"name":"\\ud800"}', "name"],
  ])("[AUTH-18] with %s is refused by the field's name", async (_, body, path) => {
    const response = await (await account()).call("POST /api/keys", body);
    expect(problem.parse(await response.json())).toMatchObject({ code: "invalid", errors: [{ path }] });
  });

  it("[AUTH-18] note that they were used once an hour", async () => {
    const { id, key } = await makeKey(await account());
    const script = new Script(key);
    await script.call("GET /api/me");
    const first = Number((await keyRow(id))?.last_used_at);
    expect(first).toBeGreaterThan(0);
    const set = (at: number) => env.DB.prepare("update api_keys set last_used_at = ? where id = ?").bind(at, id).run();
    const recent = Date.now() - limits.keyUseNotedMs + 60_000;
    await set(recent);
    await script.call("GET /api/me");
    expect((await keyRow(id))?.last_used_at).toBe(recent);
    await set(Date.now() - limits.keyUseNotedMs);
    await script.call("GET /api/me");
    expect(Number((await keyRow(id))?.last_used_at)).toBeGreaterThan(recent);
  });
});

describe("a key that ends", () => {
  it("[AUTH-19] by deletion opens nothing at once, and its sockets are closed while those of its person stay", async () => {
    const ada = await account();
    const chat = await ada.startChat();
    const [gone, kept] = [await makeKey(ada), await makeKey(ada)];
    const [script, other] = [new Script(gone.key), new Script(kept.key)];
    const [socket, stays, own] = [await script.open(chat), await other.open(chat), await ada.open(chat)];
    expect((await ada.call(`DELETE /api/keys/${gone.id}`)).status).toBe(204);
    await expect(socket.until(() => false)).rejects.toThrow("4001");
    expect([stays.closed, own.closed]).toEqual([null, null]);
    expect((await script.call("GET /api/me")).status).toBe(401);
    expect((await script.call(`POST /api/chats/${chat}/messages`, note())).status).toBe(401);
    await expect(script.open(chat)).rejects.toThrow("401");
    expect((await ada.call(`DELETE /api/keys/${gone.id}`)).status).toBe(404);
    for (const one of [stays, own]) one.close();
  });

  it("[AUTH-19] by its time opens nothing", async () => {
    const { id, key } = await makeKey(await account(), { expiresAt: Date.now() + 60_000 });
    const script = new Script(key);
    expect((await script.call("GET /api/me")).status).toBe(200);
    await env.DB.prepare("update api_keys set expires_at = ? where id = ?").bind(Date.now(), id).run();
    expect((await script.call("GET /api/me")).status).toBe(401);
  });

  it("[AUTH-19] is its owner's to delete and nobody else's", async () => {
    const [ada, eve] = [await account(), await account()];
    const { id, key } = await makeKey(ada);
    expect((await eve.call(`DELETE /api/keys/${id}`)).status).toBe(404);
    expect((await new Script(key).call("GET /api/me")).status).toBe(200);
    expect((await new Script(key).call(`DELETE /api/keys/${id}`)).status).toBe(204);
  });

  it("[AUTH-20] of a person who is suspended opens nothing while that lasts", async () => {
    const ada = await account();
    const script = new Script((await makeKey(ada)).key);
    const id = await idOf(ada);
    await suspend(id, Date.now() + 60_000);
    expect(await codeOf(await script.call("GET /api/me"))).toEqual([401, "unauthenticated"]);
    await suspend(id, Date.now() - 1);
    expect((await script.call("GET /api/me")).status).toBe(200);
  });
});
