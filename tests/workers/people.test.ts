import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { Caller } from "./caller.ts";

interface Person {
  caller: Caller;
  userId: string;
}

/** A chat with its owner in it. */
async function newChat(body: object = {}): Promise<{ chat: string; owner: Person }> {
  const caller = new Caller();
  const chat = await caller.startChat(body);
  return { chat, owner: { caller, userId: await idOf(caller) } };
}

async function idOf(caller: Caller): Promise<string> {
  return (await (await caller.call("GET /api/me")).json<{ id: string }>()).id;
}

/** Gives the person an account, as a sign-up does: the same id, and no guest any more. */
async function register({ caller, userId }: Person): Promise<void> {
  await env.DB.prepare("update user set isAnonymous = 0 where id = ?").bind(userId).run();
  caller.setCookie("ohm.data", "");
}

async function invite(owner: Person, chat: string, body: object = { role: "member" }) {
  const response = await owner.caller.call(`POST /api/chats/${chat}/invitations`, body);
  return response.json<{ id: string; token: string; url: string }>();
}

/** Somebody new who came in by an invitation of the owner's. */
async function comes(owner: Person, chat: string, body: object = { role: "member" }): Promise<Person> {
  const { token } = await invite(owner, chat, body);
  const caller = new Caller();
  expect((await caller.call(`POST /api/invitations/${token}/accept`)).status).toBe(200);
  return { caller, userId: await idOf(caller) };
}

async function roleOf(person: Person, chat: string): Promise<string | null> {
  const response = await person.caller.call(`GET /api/chats/${chat}`);
  return response.status === 200 ? (await response.json<{ role: string }>()).role : null;
}

async function codeOf(response: Response): Promise<[number, string]> {
  return [response.status, (await response.json<{ code: string }>()).code];
}

interface Listed {
  id: string;
  role: string;
  title: string | null;
  memberCount: number;
  lastReadSequence: number;
}

async function listed({ caller }: Person, query = ""): Promise<Listed[]> {
  return (await (await caller.call(`GET /api/chats${query}`)).json<{ items: Listed[] }>()).items;
}

const note = () => ({ clientId: crypto.randomUUID(), content: "/note x" });
const flush = (chat: string) => runDurableObjectAlarm(env.ROOMS.getByName(chat));

describe("people of a chat", () => {
  it("[PEOPLE-2] get and lose roles, and nobody but the owner makes an admin", async () => {
    const { chat, owner } = await newChat();
    const [ben, eve] = [await comes(owner, chat), await comes(owner, chat)];
    await register(ben);
    await ben.caller.call(`GET /api/chats/${chat}`);
    const give = (by: Person, to: Person, role: string) =>
      by.caller.call(`PATCH /api/chats/${chat}/participants/${to.userId}`, { role });
    expect(await codeOf(await give(owner, eve, "admin"))).toEqual([409, "conflict"]);
    expect(await (await give(owner, ben, "admin")).json()).toMatchObject({ userId: ben.userId, role: "admin" });
    expect((await give(ben, eve, "viewer")).status).toBe(200);
    expect(await codeOf(await give(ben, owner, "member"))).toEqual([403, "forbidden"]);
    expect(await codeOf(await give(eve, ben, "viewer"))).toEqual([403, "forbidden"]);
    const { items } = await (await eve.caller.call(`GET /api/chats/${chat}/participants`)).json<{
      items: { userId: string; role: string }[];
    }>();
    expect(items.map(({ userId, role }) => [userId, role])).toEqual([
      [owner.userId, "owner"],
      [ben.userId, "admin"],
      [eve.userId, "viewer"],
    ]);
    expect(await codeOf(await eve.caller.call(`POST /api/chats/${chat}/messages`, note()))).toEqual([403, "forbidden"]);
  });

  it("[PEOPLE-3] hand a chat over, and D1's rows of the chat follow, old messages too", async () => {
    const { chat, owner } = await newChat({ message: note() });
    const ben = await comes(owner, chat);
    await register(ben);
    await ben.caller.call(`GET /api/chats/${chat}`);
    await flush(chat);
    const address = `PATCH /api/chats/${chat}/participants/${ben.userId}`;
    expect(await (await owner.caller.call(address, { role: "owner" })).json()).toMatchObject({ role: "owner" });
    expect([await roleOf(owner, chat), await roleOf(ben, chat)]).toEqual(["member", "owner"]);
    const owners = await env.DB.prepare(
      "select owner_id as id from chats where id = ?1 union select owner_id from messages where chat_id = ?1",
    )
      .bind(chat)
      .all<{ id: string }>();
    expect(owners.results).toEqual([{ id: ben.userId }]);
    expect((await owner.caller.call(`DELETE /api/chats/${chat}/participants/${owner.userId}`)).status).toBe(204);
    expect((await ben.caller.call(`DELETE /api/chats/${chat}`)).status).toBe(200);
  });

  it("[PEOPLE-6] are out at once when they are removed: socket, requests, upgrade and list", async () => {
    const { chat, owner } = await newChat();
    const [ben, eve] = [await comes(owner, chat), await comes(owner, chat)];
    const [hers, his] = [await eve.caller.open(chat), await ben.caller.open(chat)];
    for (const socket of [hers, his]) {
      socket.send({ type: "hello", after: 0 });
      await socket.until(({ type }) => type === "welcome");
    }
    const out = await owner.caller.call(`DELETE /api/chats/${chat}/participants/${ben.userId}`);
    expect([out.status, await out.text()]).toEqual([204, ""]);
    await expect(his.until(() => false)).rejects.toThrow("4003");
    await hers.until((frame) => frame.kind === "participant_left");
    await hers.until((frame) => frame.type === "presence" && frame.count === 1);
    expect(await codeOf(await ben.caller.call(`GET /api/chats/${chat}`))).toEqual([404, "not_found"]);
    await expect(ben.caller.open(chat)).rejects.toThrow("No socket: 404");
    expect((await listed(ben)).map(({ id }) => id)).not.toContain(chat);
    expect((await listed(eve)).map(({ id, memberCount }) => [id, memberCount])).toEqual([[chat, 2]]);
    hers.close();
  });

  it("[PEOPLE-5] may leave, but not the owner", async () => {
    const { chat, owner } = await newChat();
    const ben = await comes(owner, chat);
    const leave = (who: Person) => who.caller.call(`DELETE /api/chats/${chat}/participants/${who.userId}`);
    expect(await codeOf(await leave(owner))).toEqual([409, "conflict"]);
    expect((await leave(ben)).status).toBe(204);
    expect(await roleOf(ben, chat)).toBeNull();
    expect(await codeOf(await leave(ben))).toEqual([404, "not_found"]);
  });

  it("[PEOPLE-1] are called what they are called now, as soon as they ask", async () => {
    const { chat, owner } = await newChat();
    const ben = await comes(owner, chat);
    const socket = await owner.caller.open(chat);
    socket.send({ type: "hello", after: 0 });
    expect((await ben.caller.call("PATCH /api/me", { name: "Ben Ω" })).status).toBe(200);
    (await ben.caller.open(chat)).close();
    const changed = await socket.until(({ kind }) => kind === "participant_changed");
    expect(changed).toMatchObject({ data: { member: { userId: ben.userId, name: "Ben Ω", guest: true } } });
    socket.close();
  });
});

describe("presence in the runtime", () => {
  it("[PEOPLE-19] goes on after an eviction: who is here, who types, how far they have read", async () => {
    const { chat, owner } = await newChat({ message: note() });
    const ben = await comes(owner, chat);
    const [mine, his] = [await owner.caller.open(chat), await ben.caller.open(chat)];
    for (const socket of [mine, his]) {
      socket.send({ type: "hello", after: 0 });
      await socket.until(({ type }) => type === "welcome");
    }
    his.send({ type: "typing" });
    await mine.until((frame) => frame.type === "presence" && String(frame.typing) === ben.userId);
    his.send({ type: "read", sequence: 1 });
    await evictDurableObject(env.ROOMS.getByName(chat));
    mine.frames.length = 0;
    mine.send({ type: "read", sequence: 1 });
    const presence = await mine.until((frame) => frame.type === "presence");
    expect(presence).toMatchObject({ count: 2, reads: { [owner.userId]: 1, [ben.userId]: 1 } });
    expect(presence.online).toEqual(expect.arrayContaining([owner.userId, ben.userId]));
    his.close();
    await mine.until((frame) => frame.type === "presence" && frame.count === 1);
    mine.close();
  });

  it("[PEOPLE-20] a read mark alone reaches D1, and the list says how far one has read", async () => {
    const { chat, owner } = await newChat({ message: note() });
    const ben = await comes(owner, chat);
    await owner.caller.call(`POST /api/chats/${chat}/messages`, note());
    await flush(chat);
    const socket = await ben.caller.open(chat);
    socket.send({ type: "hello", after: 0 });
    socket.send({ type: "read", sequence: 2 });
    await socket.until((frame) => frame.type === "presence" && JSON.stringify(frame.reads).includes(":2"));
    await vi.waitFor(async () => {
      await flush(chat);
      expect((await listed(ben)).map(({ lastReadSequence }) => lastReadSequence)).toEqual([2]);
    }, 10_000);
    expect((await listed(owner)).map(({ lastReadSequence }) => lastReadSequence)).toEqual([0]);
    const snapshot = await (await ben.caller.call(`GET /api/chats/${chat}/snapshot`)).json();
    expect(snapshot).toMatchObject({ lastReadSequence: 2 });
    socket.close();
  });
});

describe("lists, archive and trash", () => {
  it("[PEOPLE-25] a chat is listed as soon as one has come, with role and count", async () => {
    const { chat, owner } = await newChat({ title: "Lamp" });
    const ben = await comes(owner, chat, { role: "viewer" });
    expect(await listed(ben)).toMatchObject([{ id: chat, title: "Lamp", role: "viewer", memberCount: 2 }]);
  });

  it("[PEOPLE-25] archived and trashed chats are listed where they are asked for, at once", async () => {
    const { chat, owner } = await newChat({ title: "a" });
    const other = await owner.caller.startChat({ title: "b" });
    const patch = (body: object) => owner.caller.call(`PATCH /api/chats/${chat}`, body);
    const titles = async (query = "") => (await listed(owner, query)).map(({ title }) => title);
    expect(await (await patch({ archived: true })).json()).toMatchObject({ archivedAt: expect.any(Number) });
    expect([await titles(), await titles("?archived=true")]).toEqual([["b"], ["a"]]);
    await patch({ archived: false });
    expect(new Set(await titles())).toEqual(new Set(["a", "b"]));
    const trashed = await owner.caller.call(`DELETE /api/chats/${other}`);
    expect(await trashed.json()).toMatchObject({ id: other, trashedAt: expect.any(Number) });
    expect([await titles(), await titles("?trashed=true")]).toEqual([["a"], ["b"]]);
    await owner.caller.call(`PATCH /api/chats/${other}`, { trashed: false });
    expect(new Set(await titles())).toEqual(new Set(["a", "b"]));
    expect(await titles("?trashed=true")).toEqual([]);
  });

  it("[PEOPLE-12] [PEOPLE-14] in the trash nothing changes, and from there it is deleted by a job", async () => {
    const { chat, owner } = await newChat({ title: "Gone" });
    const ben = await comes(owner, chat);
    const forever = () => owner.caller.call(`DELETE /api/chats/${chat}?permanently=true`);
    expect(await codeOf(await forever())).toEqual([409, "conflict"]);
    expect(await codeOf(await ben.caller.call(`DELETE /api/chats/${chat}`))).toEqual([403, "forbidden"]);
    await owner.caller.call(`DELETE /api/chats/${chat}`);
    for (const { caller } of [owner, ben]) {
      expect(await codeOf(await caller.call(`POST /api/chats/${chat}/messages`, note()))).toEqual([409, "conflict"]);
    }
    expect(await roleOf(ben, chat)).toBe("member");
    const socket = await ben.caller.open(chat);
    socket.send({ type: "hello", after: 0 });
    socket.send({ type: "post_message", ...note() });
    expect(await socket.until(({ type }) => type === "nack")).toMatchObject({ code: "conflict", retryable: false });
    socket.close();
    const job = await forever();
    expect(job.status).toBe(202);
    expect(await job.json()).toMatchObject({ kind: "delete_chat", chatId: chat, subject: "Gone" });
  });
});
