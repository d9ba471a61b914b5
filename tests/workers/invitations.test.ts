import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/domain/chat/limits.ts";
import { account, bearer, makeKey } from "./accounts.ts";
import { Caller, site } from "./caller.ts";

interface Invitation {
  id: string;
  token: string;
  url: string;
  uses: number;
  maxUses: number | null;
}

// Not loopback: here the limits are in force.
const remote = "http://ohm.test";

async function invite(owner: Caller, chat: string, body: object = { role: "member" }): Promise<Invitation> {
  const response = await owner.call(`POST /api/chats/${chat}/invitations`, body);
  expect(response.status).toBe(201);
  return response.json<Invitation>();
}

async function newChat(body: object = {}): Promise<{ chat: string; owner: Caller }> {
  const owner = new Caller();
  return { chat: await owner.startChat(body), owner };
}

const accept = (caller: Caller, token: string) => caller.call(`POST /api/invitations/${token}/accept`);
const preview = (caller: Caller, token: string) => caller.call(`GET /api/invitations/${token}`);

async function idOf(caller: Caller): Promise<string> {
  return (await (await caller.call("GET /api/me")).json<{ id: string }>()).id;
}

/** Somebody with a session; with an account unless `guest`. */
async function person(guest = true): Promise<Caller> {
  const caller = new Caller();
  await caller.startChat();
  if (!guest) {
    await env.DB.prepare("update user set isAnonymous = 0 where id = ?")
      .bind(await idOf(caller))
      .run();
    caller.setCookie("ohm.data", "");
  }
  return caller;
}

async function usesOf(owner: Caller, chat: string): Promise<number | undefined> {
  const { items } = await (await owner.call(`GET /api/chats/${chat}/invitations`)).json<{ items: Invitation[] }>();
  return items[0]?.uses;
}

describe("an invitation", () => {
  it("[PEOPLE-21] shows its link again, and D1 holds neither the link nor what it is made of", async () => {
    const { chat, owner } = await newChat();
    const made = await invite(owner, chat, { role: "viewer", maxUses: 3 });
    expect(made.url).toBe(`${site}/invite/${made.token}`);
    expect(made.token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const list = await (await owner.call(`GET /api/chats/${chat}/invitations`)).json();
    expect(list).toEqual({ items: [made], nextCursor: null });
    const row = await env.DB.prepare("select * from chat_invitations where id = ?").bind(made.id).first();
    expect(JSON.stringify(row)).not.toContain(made.token);
  });

  it("[PEOPLE-24] says what it is for to whoever holds it, and makes a guest of who accepts it", async () => {
    const { chat, owner } = await newChat({ title: "Lamp" });
    const { token } = await invite(owner, chat);
    const caller = new Caller();
    const shown = { chatId: chat, title: "Lamp", invitedBy: expect.any(String), role: "member", guests: true };
    expect(await (await preview(caller, token)).json()).toEqual({ ...shown, joined: false });
    expect(caller.cookie).toBe("");
    expect(await (await accept(caller, token)).json()).toEqual({ chatId: chat, role: "member" });
    expect(await (await preview(caller, token)).json()).toEqual({ ...shown, joined: true });
    expect(await (await caller.call("GET /api/me")).json()).toMatchObject({ guest: true });
    const snapshot = await (await caller.call(`GET /api/chats/${chat}/snapshot`)).json<{ participants: object[] }>();
    expect(snapshot.participants).toMatchObject([{ role: "owner" }, { role: "member", guest: true }]);
  });

  it("[PEOPLE-24] without guests is 401 for nobody and 403 for a guest, with words, and uses up nothing", async () => {
    const { chat, owner } = await newChat();
    const { token } = await invite(owner, chat, { role: "member", guests: false, maxUses: 1 });
    const nobody = new Caller();
    expect((await accept(nobody, token)).status).toBe(401);
    expect(nobody.cookie).toBe("");
    const refused = await accept(await person(), token);
    expect([refused.status, (await refused.json<{ detail: string }>()).detail]).toEqual([
      403,
      expect.stringContaining("sign up"),
    ]);
    expect((await accept(await person(false), token)).status).toBe(200);
  });

  it("[PEOPLE-8] is made by those who may, and to admin by the owner alone", async () => {
    const { chat, owner } = await newChat();
    const [member, admin] = [await person(), await person(false)];
    await accept(member, (await invite(owner, chat)).token);
    await accept(admin, (await invite(owner, chat, { role: "admin", guests: false })).token);
    const statuses = async (caller: Caller) => [
      (await caller.call(`POST /api/chats/${chat}/invitations`, { role: "member" })).status,
      (await caller.call(`POST /api/chats/${chat}/invitations`, { role: "admin", guests: false })).status,
      (await caller.call(`GET /api/chats/${chat}/invitations`)).status,
    ];
    expect(await statuses(member)).toEqual([403, 403, 403]);
    expect(await statuses(admin)).toEqual([201, 403, 200]);
    expect(await statuses(await person())).toEqual([404, 404, 404]);
  });

  it("[PEOPLE-8] of an admin who is one no more opens nothing, and is not listed", async () => {
    const { chat, owner } = await newChat();
    const admin = await person(false);
    await accept(admin, (await invite(owner, chat, { role: "admin", guests: false })).token);
    const { token } = await invite(admin, chat);
    const who = await idOf(admin);
    await owner.call(`PATCH /api/chats/${chat}/participants/${who}`, { role: "member" });
    expect([(await preview(new Caller(), token)).status, (await accept(await person(), token)).status]).toEqual([
      404, 404,
    ]);
    const { items } = await (await owner.call(`GET /api/chats/${chat}/invitations`)).json<{ items: Invitation[] }>();
    expect(items.map((item) => item.token)).not.toContain(token);
  });

  it("[PEOPLE-27] to more than one may invite to is neither listed nor revoked", async () => {
    const { chat, owner } = await newChat();
    const admin = await person(false);
    await accept(admin, (await invite(owner, chat, { role: "admin", guests: false, maxUses: 1 })).token);
    const above = await invite(owner, chat, { role: "admin", guests: false });
    const beside = await invite(owner, chat);
    const list = async (caller: Caller) => (await caller.call(`GET /api/chats/${chat}/invitations`)).text();
    expect(await list(admin)).toContain(beside.token);
    expect(await list(admin)).not.toContain(above.id);
    expect(await list(owner)).toContain(above.token);
    const revoke = async ({ id }: Invitation) =>
      (await admin.call(`DELETE /api/chats/${chat}/invitations/${id}`)).status;
    expect([await revoke(above), await revoke(beside)]).toEqual([404, 204]);
    expect((await preview(new Caller(), above.token)).status).toBe(200);
  });

  it("[PEOPLE-27] shows no link to a key that may only read", async () => {
    const owner = await account();
    const chat = await owner.startChat();
    const made = await invite(owner, chat);
    const listed = async (scopes: string[]) => {
      const { key } = await makeKey(owner, { scopes });
      const response = await new Caller().call(`GET /api/chats/${chat}/invitations`, undefined, bearer(key));
      return (await response.json<{ items: object[] }>()).items;
    };
    const { token: _, url: __, ...rest } = made;
    expect(await listed(["read"])).toEqual([rest]);
    expect(await listed(["read", "write"])).toEqual([made]);
  });

  it("[PEOPLE-9] does not bring back who was removed after it was made; a newer one does", async () => {
    const { chat, owner } = await newChat();
    const caller = await person();
    const { token } = await invite(owner, chat);
    await accept(caller, token);
    await owner.call(`DELETE /api/chats/${chat}/participants/${await idOf(caller)}`);
    expect((await accept(caller, token)).status).toBe(404);
    expect((await accept(await person(), token)).status).toBe(200);
    expect((await accept(caller, (await invite(owner, chat)).token)).status).toBe(200);
  });

  it("[PEOPLE-26] is made once per Idempotency-Key", async () => {
    const { chat, owner } = await newChat();
    const make = () =>
      owner.call(`POST /api/chats/${chat}/invitations`, { role: "viewer" }, { "idempotency-key": "one" });
    const [first, second] = [await (await make()).json(), await (await make()).json()];
    expect(second).toEqual(first);
    expect(await (await owner.call(`GET /api/chats/${chat}/invitations`)).json()).toEqual({
      items: [first],
      nextCursor: null,
    });
  });
});

describe("its places", () => {
  it("[PEOPLE-23] are never more than `maxUses`, however many come at once", async () => {
    const { chat, owner } = await newChat();
    const { token } = await invite(owner, chat, { role: "member", maxUses: 3 });
    const people = await Promise.all(Array.from({ length: 12 }, () => person()));
    const racing = await Promise.all(people.map((caller) => accept(caller, token)));
    const statuses = racing.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 404)).toHaveLength(9);
    const { items } = await (await owner.call(`GET /api/chats/${chat}/participants`)).json<{ items: object[] }>();
    expect(items).toHaveLength(4);
    expect(await usesOf(owner, chat)).toBe(3);
  });

  it("[PEOPLE-7] [PEOPLE-23] one person takes one, however often and however many at once they accept", async () => {
    const { chat, owner } = await newChat();
    const { token } = await invite(owner, chat, { role: "member", maxUses: 1 });
    const caller = await person();
    const racing = await Promise.all(Array.from({ length: 6 }, () => accept(caller, token)));
    expect(racing.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect((await accept(caller, token)).status).toBe(200);
    expect(await usesOf(owner, chat)).toBe(1);
    const { items } = await (await owner.call(`GET /api/chats/${chat}/participants`)).json<{ items: object[] }>();
    expect(items).toHaveLength(2);
  });

  it("[PEOPLE-23] are not used up by who is in already, and not twice by who left", async () => {
    const { chat, owner } = await newChat();
    const { token } = await invite(owner, chat, { role: "viewer", maxUses: 1 });
    expect(await (await accept(owner, token)).json()).toEqual({ chatId: chat, role: "owner" });
    expect(await usesOf(owner, chat)).toBe(0);
    const caller = await person();
    await accept(caller, token);
    await caller.call(`DELETE /api/chats/${chat}/participants/${await idOf(caller)}`);
    expect((await accept(caller, token)).status).toBe(200);
    expect((await accept(await person(), token)).status).toBe(404);
    expect(await usesOf(owner, chat)).toBe(1);
  });
});

describe("a token that opens nothing", () => {
  async function dead(): Promise<[string, string][]> {
    const { chat, owner } = await newChat();
    const make = async (body: object = {}) => invite(owner, chat, { role: "viewer", ...body });
    const [revoked, expired, used] = [
      await make(),
      await make({ expiresAt: Date.now() + 60_000 }),
      await make({ maxUses: 1 }),
    ];
    await owner.call(`DELETE /api/chats/${chat}/invitations/${revoked.id}`);
    await env.DB.prepare("update chat_invitations set expires_at = 1 where id = ?").bind(expired.id).run();
    await accept(await person(), used.token);
    const trashed = await newChat();
    const inTrash = await invite(trashed.owner, trashed.chat);
    await trashed.owner.call(`DELETE /api/chats/${trashed.chat}`);
    return [
      ["unknown", "AAAAAAAAAAAAAAAAAAAAAA"],
      ["malformed", "x"],
      ["long", "x".repeat(2000)],
      ["no text", "%F0%9F%92%A9"],
      ["revoked", revoked.token],
      ["expired", expired.token],
      ["used up", used.token],
      ["in the trash", inTrash.token],
    ];
  }

  it("[PEOPLE-22] is one and the same 404, whoever asks and whatever the reason", async () => {
    const tokens = await dead();
    const bodies = new Set<string>();
    for (const caller of [new Caller(), await person()]) {
      for (const [why, token] of tokens) {
        for (const response of [await preview(caller, token), await accept(caller, token)]) {
          expect(response.status, why).toBe(404);
          const requestId = response.headers.get("x-request-id") ?? "";
          const whole = JSON.stringify([...response.headers]) + (await response.text());
          bodies.add(whole.replaceAll(requestId, "ID"));
        }
      }
      expect([...caller.cookies.keys()].length).toBeLessThan(3);
    }
    expect([...bodies]).toHaveLength(1);
  });

  it("[PEOPLE-22] is that 404 for who was removed, before they accept too; who left is shown the way back", async () => {
    const { chat, owner } = await newChat({ title: "Lamp" });
    const { token } = await invite(owner, chat);
    const [removed, left] = [await person(), await person()];
    for (const caller of [removed, left]) await accept(caller, token);
    expect(await (await preview(removed, token)).json()).toMatchObject({ joined: true });
    await owner.call(`DELETE /api/chats/${chat}/participants/${await idOf(removed)}`);
    await left.call(`DELETE /api/chats/${chat}/participants/${await idOf(left)}`);
    const shapeOf = async (response: Response) => {
      const requestId = response.headers.get("x-request-id") ?? "";
      const whole = `${response.status}${JSON.stringify([...response.headers])}${await response.text()}`;
      return whole.replaceAll(requestId, "ID");
    };
    const unknown = await shapeOf(await preview(removed, "AAAAAAAAAAAAAAAAAAAAAA"));
    expect(await shapeOf(await preview(removed, token))).toBe(unknown);
    expect(await (await preview(left, token)).json()).toMatchObject({ title: "Lamp", joined: false });
    expect(await (await preview(removed, (await invite(owner, chat)).token)).json()).toMatchObject({ title: "Lamp" });
  });

  it("[PEOPLE-22] is counted per address: 60 a minute, then 429; what opens something is not", {
    timeout: 60_000,
  }, async () => {
    const owner = new Caller(remote);
    const chat = await owner.startChat();
    const { token } = await invite(owner, chat);
    const address = { "cf-connecting-ip": "203.0.113.7" };
    const ask = (text: string, from = address) =>
      new Caller(remote).call(`GET /api/invitations/${text}`, undefined, from);
    const statuses: number[] = [];
    // The platform's windows begin with the minute, so this may meet two of them.
    for (let n = 0; n < 2 * limits.failedTokensPerMinute + 1; n += 1) {
      statuses.push((await ask(`AAAAAAAAAAAAAAAAAAAA${String(n).padStart(2, "0")}`)).status);
      if (statuses.at(-1) === 429) break;
      if (n % 10 === 0) expect((await ask(token)).status).toBe(200);
    }
    expect(statuses.length).toBeGreaterThan(limits.failedTokensPerMinute);
    expect([statuses.at(-1), new Set(statuses.slice(0, -1))]).toEqual([429, new Set([404])]);
    expect((await ask("x", { "cf-connecting-ip": "203.0.113.8" })).status).toBe(404);
  });

  it("[PEOPLE-26] new invitations are limited per person", async () => {
    const owner = new Caller(remote);
    const chat = await owner.startChat();
    const statuses: number[] = [];
    for (let n = 0; n < 2 * limits.invitationsPerMinute + 1 && statuses.at(-1) !== 429; n += 1) {
      statuses.push((await owner.call(`POST /api/chats/${chat}/invitations`, { role: "viewer" })).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(limits.invitationsPerMinute);
  });
});
