import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/domain/chat/limits.ts";
import { account, bearer, idOf, makeKey, signIn, signUpBody, withRole } from "./accounts.ts";
import type { OpenSocket } from "./caller.ts";
import { Caller } from "./caller.ts";

/** One account in two browsers, with a chat. */
async function twoBrowsers() {
  const body = signUpBody();
  const one = new Caller();
  await one.call("POST /api/auth/sign-up/email", body);
  const chat = await one.startChat();
  return { body, one, two: await signIn(body), chat };
}

const closed = (socket: OpenSocket) => expect(socket.until(() => false)).rejects.toThrow("4001");

describe("the end of a session", () => {
  it("[AUTH-26] by signing out closes its sockets in all rooms at once, and no other", async () => {
    const { one, two, chat } = await twoBrowsers();
    const second = await one.startChat();
    const ended = [await one.open(chat), await one.open(second)];
    const stays = await two.open(chat);
    expect((await one.call("POST /api/auth/sign-out", {})).status).toBe(200);
    for (const socket of ended) await closed(socket);
    expect(stays.closed).toBeNull();
    expect((await two.call(`GET /api/chats/${chat}`)).status).toBe(200);
    stays.close();
  });

  it("[AUTH-26] by revoking it from another browser closes its sockets", async () => {
    const { one, two, chat } = await twoBrowsers();
    const [ended, stays] = [await one.open(chat), await two.open(chat)];
    const token = decodeURIComponent(one.cookies.get("ohm.token") ?? "").split(".")[0];
    expect((await two.call("POST /api/auth/revoke-session", { token })).status).toBe(200);
    await closed(ended);
    expect(stays.closed).toBeNull();
    expect((await two.call("POST /api/auth/revoke-sessions", {})).status).toBe(200);
    await closed(stays);
  });

  it("[AUTH-26] between the check of an upgrade and its note closes the socket all the same", async () => {
    const { one, chat } = await twoBrowsers();
    const { results } = await env.DB.prepare("select id from session where userId = ?")
      .bind(await idOf(one))
      .all<{ id: string }>();
    const socket = await one.open(chat);
    const room = env.ROOMS.getByName(chat);
    await env.DB.prepare("delete from session_rooms where chat_id = ?").bind(chat).run();
    await runInDurableObject(room, (instance) => instance.end(results.map(({ id }) => id)));
    await closed(socket);
    // The room has just heard of the end: what the Worker verified before it is too late.
    const upgrade = { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" };
    expect((await one.call(`GET /api/chats/${chat}/socket`, undefined, upgrade)).status).toBe(401);
  });

  it("[AUTH-26] is noted nowhere for a stranger's upgrade", async () => {
    const { chat } = await twoBrowsers();
    const eve = await account();
    await expect(eve.open(chat)).rejects.toThrow("404");
    const { results } = await env.DB.prepare(
      "select * from session_rooms join session on session.id = session_id where userId = ?",
    )
      .bind(await idOf(eve))
      .all();
    expect(results).toEqual([]);
  });

  it("[AUTH-27] comes for the others with a new password, and the one that set it stays", async () => {
    const { body, one, two, chat } = await twoBrowsers();
    const [ended, stays] = [await two.open(chat), await one.open(chat)];
    const change = (currentPassword: string) =>
      one.call("POST /api/auth/change-password", { currentPassword, newPassword: "battery staple" });
    expect((await change("wrong horse")).status).toBe(400);
    expect(ended.closed).toBeNull();
    expect((await change(body.password)).status).toBe(200);
    await closed(ended);
    expect(stays.closed).toBeNull();
    expect((await one.call("PATCH /api/me", { name: "Ada" })).status).toBe(200);
    expect((await two.call("PATCH /api/me", { name: "Eve" })).status).toBe(401);
    await expect(signIn(body)).rejects.toThrow("401");
    await signIn({ ...body, password: "battery staple" });
    stays.close();
  });
});

describe("the site's roles", () => {
  const admins = (path: string, body: object) => async (caller: Caller) =>
    (await caller.call(`POST /api/auth/admin/${path}`, body)).status;

  it("[AUTH-20] an admin's suspension closes sockets of sessions and keys at once, and what was there is back after it", async () => {
    const admin = await withRole("admin");
    const guest = new Caller();
    const chat = await guest.startChat();
    const ada = await account();
    const adas = await ada.startChat();
    const { key } = await makeKey(ada);
    const sockets = [await guest.open(chat), await ada.open(adas), await new Caller().open(adas, bearer(key))];
    const ids = [await idOf(guest), await idOf(ada)];
    for (const userId of ids) expect(await admins("ban-user", { userId, banExpiresIn: 3600 })(admin)).toBe(200);
    for (const socket of sockets) await closed(socket);
    for (const caller of [guest, ada]) {
      caller.setCookie("ohm.data", "");
      expect((await caller.call("GET /api/chats")).status).toBe(401);
      const update = await caller.call("POST /api/auth/update-user", { name: "x" });
      expect([update.status, await update.json()]).toMatchObject([401, { code: "BANNED_USER" }]);
    }
    expect((await new Caller().call("GET /api/me", undefined, bearer(key))).status).toBe(401);
    for (const userId of ids) expect(await admins("unban-user", { userId })(admin)).toBe(200);
    expect((await guest.call(`GET /api/chats/${chat}`)).status).toBe(200);
    expect((await ada.call(`GET /api/chats/${adas}`)).status).toBe(200);
  });

  it("[AUTH-20] who is suspended may sign out, and signs in to nothing of theirs", async () => {
    const { body, one } = await twoBrowsers();
    const admin = await withRole("admin");
    expect(await admins("ban-user", { userId: await idOf(one) })(admin)).toBe(200);
    await expect(signIn(body)).rejects.toThrow("403");
    expect((await one.call("POST /api/auth/sign-out", {})).status).toBe(200);
  });

  it("[AUTH-28] nobody acts as somebody else, sets another's password or deletes them", async () => {
    const admin = await withRole("admin");
    const userId = await idOf(await account());
    for (const path of ["impersonate-user", "stop-impersonating", "set-user-password", "update-user", "remove-user"]) {
      const body = { userId, newPassword: "correct horse", data: { email: "eve@example.org" } };
      expect([path, await admins(path, body)(admin)]).toEqual([path, 404]);
    }
  });

  it("[AUTH-28] only an admin lists people, suspends them and gives roles, and only roles that there are", async () => {
    const userId = await idOf(await account());
    for (const role of ["user", "moderator", "admin"] as const) {
      const caller = await withRole(role);
      const expected = role === "admin" ? 200 : 403;
      expect([role, (await caller.call("GET /api/auth/admin/list-users")).status]).toEqual([role, expected]);
      expect([role, await admins("set-role", { userId, role: "moderator" })(caller)]).toEqual([role, expected]);
      expect([role, await admins("ban-user", { userId })(caller)]).toEqual([role, expected]);
      expect(await (await caller.call("GET /api/me")).json()).toMatchObject({ role });
    }
    expect(await admins("set-role", { userId, role: "king" })(await withRole("admin"))).toBe(400);
  });

  it("[AUTH-28] an admin of the site is a stranger to chats", async () => {
    const { chat } = await twoBrowsers();
    const admin = await withRole("admin");
    for (const path of ["", "/messages", "/snapshot"]) {
      expect((await admin.call(`GET /api/chats/${chat}${path}`)).status).toBe(404);
    }
    await expect(admin.open(chat)).rejects.toThrow("404");
  });

  it("[AUTH-16] an API key neither begins nor ends a session, nor acts by the library's addresses", async () => {
    const { key } = await makeKey(await account());
    for (const route of ["POST /api/auth/sign-out", "GET /api/auth/get-session", "POST /api/auth/update-user"]) {
      const response = await new Caller().call(route, route.startsWith("POST") ? {} : undefined, bearer(key));
      expect([response.status, await response.json()]).toMatchObject([403, { code: "API_KEY_NOT_ALLOWED" }]);
    }
  });
});

describe("rates of signing in and up", () => {
  const remote = "http://ohm.test";
  const from = (address: string) => ({ "cf-connecting-ip": address });
  const tooMany = async (response: Response | undefined) => {
    expect(response?.status).toBe(429);
    expect(Number(response?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response?.json()).toEqual({ code: "TOO_MANY_REQUESTS", message: expect.any(String) });
  };

  it("[AUTH-29] sign-ups are counted per address and hour", async () => {
    const answers: Response[] = [];
    for (let n = 0; n <= limits.signUpsPerHour; n += 1) {
      const headers = from(`2001:db8:7:7::${n}`);
      answers.push(await new Caller(remote).call("POST /api/auth/sign-up/email", { name: "x" }, headers));
    }
    expect(answers.slice(0, -1).every(({ status }) => status === 400)).toBe(true);
    await tooMany(answers.at(-1));
    const other = await new Caller(remote).call("POST /api/auth/sign-up/email", signUpBody(), from("192.0.2.7"));
    expect(other.status).toBe(200);
  });

  /** The last answer to so many tries that one minute cannot hold them. */
  async function lastOf(count: number, tried: (n: number) => Promise<Response>): Promise<Response | undefined> {
    for (let n = 0; n < count; n += 1) {
      const response = await tried(n);
      if (response.status === 429) return response;
    }
    return undefined;
  }

  it("[AUTH-29] tries of a password are counted per account from all addresses, and per address over all accounts", async () => {
    const { email } = signUpBody();
    const body = (to: string) => ({ email: to, password: "wrong horse" });
    const attempt = (to: string, address: string) =>
      new Caller(remote).call("POST /api/auth/sign-in/email", body(to), from(address));
    const count = 2 * limits.signInsPerMinute + 1;
    await tooMany(await lastOf(count, (n) => attempt(n % 2 ? email : email.toUpperCase(), `192.0.2.${100 + n}`)));
    await tooMany(await lastOf(count, () => attempt(signUpBody().email, "192.0.2.99")));
  });

  it("[AUTH-29] a guest by the library's own address is counted and refused in its shape", async () => {
    const last = await lastOf(limits.guestsPerHour + 1, () =>
      new Caller(remote).call("POST /api/auth/sign-in/anonymous", {}, from("192.0.2.66")),
    );
    await tooMany(last);
  });
});
