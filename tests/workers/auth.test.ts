import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { readSessionCache, readSigned, sessionCookieNames } from "../../src/adapters/d1/session-cache.ts";
import { library } from "./accounts.ts";
import { Caller, site } from "./caller.ts";

const secret = env.BETTER_AUTH_SECRET ?? "";

/** A guest as the library itself makes one: its cookies by name, with their attributes. */
async function libraryGuest(origin: string) {
  const auth = library(origin);
  const { headers, response } = await auth.api.signInAnonymous({ headers: new Headers(), returnHeaders: true });
  const cookies = headers.getSetCookie().map((text) => {
    const [pair = "", ...attributes] = text.split("; ");
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)), attributes };
  });
  const value = (name: string) => cookies.find((cookie) => cookie.name === name)?.value ?? "";
  const names = sessionCookieNames(origin.startsWith("https:"));
  return { cookies, userId: response?.user.id, held: { token: value(names.token), data: value(names.data) } };
}

describe("the session cache", () => {
  it("[AUTH-7] is read without the library exactly as the library wrote it", async () => {
    const { held, userId } = await libraryGuest(site);
    const nowMs = Date.now();
    const { id } =
      (await env.DB.prepare("select id from session where userId = ?").bind(userId).first<{ id: string }>()) ?? {};
    expect(await readSessionCache(held, secret, nowMs)).toEqual({
      kind: "user",
      userId,
      name: expect.stringMatching(/^Guest \d{4}$/),
      guest: true,
      changedAt: expect.any(Number),
      siteRole: "user",
      credential: { kind: "session", id },
    });
    expect(await readSigned(held.token, secret)).toBe(held.token.split(".")[0]);
    expect(await readSessionCache(held, secret, nowMs + 61_000)).toBeNull();
    expect(await readSessionCache(held, `${secret}x`, nowMs)).toBeNull();
  });

  it("[AUTH-7] with any byte changed, or another session's token, is nobody", async () => {
    const { held } = await libraryGuest(site);
    const other = await libraryGuest(site);
    const nowMs = Date.now();
    for (const token of ["", ".", "x", `x${held.token}`, held.token.slice(0, -2), `${held.token.split(".")[0]}.`]) {
      expect(await readSigned(token, secret)).toBeNull();
    }
    expect(await readSigned(held.token, `${secret}x`)).toBeNull();
    for (let at = 0; at < held.data.length; at += 41) {
      const letter = held.data[at] === "A" ? "B" : "A";
      const data = held.data.slice(0, at) + letter + held.data.slice(at + 1);
      expect(await readSessionCache({ ...held, data }, secret, nowMs)).toBeNull();
    }
    expect(await readSessionCache({ ...held, token: other.held.token }, secret, nowMs)).toBeNull();
    for (const data of ["", "x", "e30", btoa('{"session":{}}'), "%%%"]) {
      expect(await readSessionCache({ ...held, data }, secret, nowMs)).toBeNull();
    }
  });

  it("[AUTH-8] lives in host-bound, secure cookies over https and in plain ones on loopback", async () => {
    const secure = await libraryGuest("https://ohm.example");
    expect(secure.cookies.map(({ name }) => name).sort()).toEqual(["__Host-ohm.data", "__Host-ohm.token"]);
    for (const { attributes } of secure.cookies) {
      expect(attributes).toEqual(expect.arrayContaining(["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]));
      expect(attributes.some((attribute) => attribute.startsWith("Domain"))).toBe(false);
    }
    const plain = await libraryGuest(site);
    expect(plain.cookies.map(({ name }) => name).sort()).toEqual(["ohm.data", "ohm.token"]);
    expect(plain.cookies.some(({ attributes }) => attributes.includes("Secure"))).toBe(false);
  });
});

describe("a guest", () => {
  it("[AUTH-9] is made by the first chat and stays the same person", async () => {
    const caller = new Caller();
    const first = await caller.startChat();
    const { cookie } = caller;
    const second = await caller.startChat();
    expect(caller.cookie).toBe(cookie);
    const { results } = await env.DB.prepare("select distinct owner_id from chats where id in (?, ?)")
      .bind(first, second)
      .all();
    expect(results).toHaveLength(1);
  });

  it("[AUTH-15] has a name that tells them apart", async () => {
    const named = async () => {
      const caller = new Caller();
      await caller.startChat();
      return (await (await caller.call("GET /api/me")).json<{ name: string }>()).name;
    };
    const names = await Promise.all(Array.from({ length: 5 }, named));
    for (const name of names) expect(name).toMatch(/^Guest [1-9]\d{3}$/);
    expect(new Set(names).size).toBeGreaterThan(1);
  });

  it("[AUTH-9] is still known when the cache has run out, and gets a new one", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    caller.setCookie("ohm.data", "");
    const response = await caller.call(`GET /api/chats/${chat}`);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().some((cookie) => cookie.startsWith("ohm.data="))).toBe(true);
  });

  it("[AUTH-10] signed out is believed by no socket, though its cache is a minute fresh", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const { cookies } = caller;
    const kept = [...cookies];
    expect((await caller.call("POST /api/auth/sign-out", {})).status).toBe(200);
    for (const [name, value] of kept) caller.setCookie(name, value);
    const upgrade = { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" };
    expect((await caller.call(`GET /api/chats/${chat}/socket`, undefined, upgrade)).status).toBe(401);
  });

  it("[AUTH-13] signed out loses its open socket with the next thing that happens there", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const [ended, open] = [await caller.open(chat), await caller.open(chat)];
    const { results } = await env.DB.prepare(
      "select id from session where userId = (select owner_id from chats where id = ?)",
    )
      .bind(chat)
      .all<{ id: string }>();
    const room = env.ROOMS.getByName(chat);
    const note = () =>
      caller.call(`POST /api/chats/${chat}/messages`, { clientId: crypto.randomUUID(), content: "/note x" });
    await note();
    await runDurableObjectAlarm(room);
    expect([ended.closed, open.closed]).toEqual([null, null]);
    await env.DB.prepare("delete from session where id = ?").bind(results[0]?.id).run();
    // A room that has just asked does not ask again; an evicted one has forgotten when it did.
    await evictDurableObject(room);
    await note();
    await runDurableObjectAlarm(room);
    await expect(ended.until(() => false)).rejects.toThrow("4001");
    await expect(open.until(() => false)).rejects.toThrow("4001");
  });

  it("[AUTH-11] cannot choose who it is by headers of the room's own", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const stranger = new Caller();
    await stranger.startChat();
    const { results } = await env.DB.prepare("select owner_id from chats where id = ?")
      .bind(chat)
      .all<{ owner_id: string }>();
    const owner = results[0]?.owner_id ?? "";
    const forged = {
      upgrade: "websocket",
      "sec-websocket-protocol": "ohm.v1",
      "x-ohm-user": owner,
      "x-ohm-unlimited": "true",
    };
    expect((await stranger.call(`GET /api/chats/${chat}/socket`, undefined, forged)).status).toBe(404);
  });
});

describe("a person's name", () => {
  const update = (caller: Caller, body: object) => caller.call("POST /api/auth/update-user", body);

  it.each([
    ["of 81 characters", { name: "n".repeat(81) }],
    ["of 20,000 characters", { name: "n".repeat(20_000) }],
    ["that is empty", { name: "" }],
    ["of blanks", { name: "  " }],
    ["with a NUL", { name: "a\0b" }],
    ["with a line break", { name: "a\r\nb" }],
    ["with half a pair", { name: "a\ud83d" }],
    ["that turns the writing around", { name: "\u202eadA" }],
    ["that shows nothing", { name: "\u200b\u3164" }],
    ["of the engine", { name: "Ohm" }],
    ["that looks like the engine's", { name: "\uff2f\u200bhm  Engine" }],
    ["that is no text", { name: 7 }],
    ["that is null", { name: null }],
    ["with a picture of 20,000 characters", { name: "Ada", image: `https://a.example/${"x".repeat(20_000)}` }],
    ["with a picture that is a script", { image: "javascript:alert(1)" }],
  ])("[AUTH-14] %s is refused in the library's own shape, and nothing changes", async (_, body) => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const refused = await update(caller, body);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: "INVALID_USER", message: expect.any(String) });
    const session = await (await caller.call("GET /api/auth/get-session?disableCookieCache=true")).json();
    expect(session).toMatchObject({ user: { name: expect.stringMatching(/^Guest \d{4}$/), image: null } });
    (await caller.open(chat)).close();
  });

  it("[AUTH-14] of 80 characters of any script is taken, and its owner can open a socket", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const name = "\u{1f50c}".repeat(80);
    expect((await update(caller, { name })).status).toBe(200);
    const socket = await caller.open(chat);
    socket.send({ type: "hello", after: 0 });
    expect(await socket.until(({ type }) => type === "welcome")).toBeDefined();
    socket.close();
  });
});

describe("a name that was stored before names were checked", () => {
  it("[AUTH-14] does not keep its owner from opening a socket", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    await env.DB.prepare("update user set name = ? where id = (select owner_id from chats where id = ?)")
      .bind(`${"long ".repeat(4000)}\ud83d`, chat)
      .run();
    (await caller.open(chat)).close();
  });
});

describe("limits that are in force", () => {
  const remote = "http://ohm.test";

  it("[AUTH-12] OHM_LIMITS=off counts on loopback only", async () => {
    const ready = async (origin: string) => (await new Caller(origin).call("GET /api/ready")).json();
    expect(await ready(site)).toMatchObject({ limitsInForce: false, ready: true });
    expect(await ready(remote)).toMatchObject({ limitsInForce: true });
  });

  it("[AUTH-12] of many messages at once all but the first 20 are refused with the time to wait", async () => {
    const caller = new Caller(remote);
    const chat = await caller.startChat();
    const startedMs = Date.now();
    const send = () =>
      caller.call(`POST /api/chats/${chat}/messages`, { clientId: crypto.randomUUID(), content: "/note x" });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    const taken = answers.filter(({ status }) => status === 202).length;
    // One more is forgiven each second that a busy machine takes.
    expect(taken).toBeGreaterThanOrEqual(20);
    expect(taken).toBeLessThanOrEqual(20 + Math.ceil((Date.now() - startedMs) / 1000));
    const refused = answers.filter(({ status }) => status === 429);
    expect(taken + refused.length).toBe(50);
    for (const { headers } of refused) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("[AUTH-12] the 21st new guest of an address is refused", async () => {
    const address = { "cf-connecting-ip": "2001:db8:1:2::7" };
    const neighbour = { "cf-connecting-ip": "2001:db8:1:2:ffff::9" };
    const statuses: number[] = [];
    for (let n = 0; n < 22; n += 1) {
      const response = await new Caller(remote).call("POST /api/chats", {}, n % 2 ? address : neighbour);
      statuses.push(response.status);
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect((await new Caller(remote).call("POST /api/chats", {}, { "cf-connecting-ip": "192.0.2.1" })).status).toBe(
      201,
    );
  });
});
