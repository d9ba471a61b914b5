import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { SqliteRoomStorage } from "../../src/adapters/do-sqlite/sqlite-room-storage.ts";
import type { RevisionRow } from "../../src/application/room/room-storage.ts";
import { emptyDesign } from "../fixtures/empty-design.ts";
import { Caller } from "./caller.ts";

const uuid = () => crypto.randomUUID();
const roomOf = (chat: string) => env.ROOMS.getByName(chat);

/** What the room itself holds. */
function inRoom<T>(chat: string, read: (storage: SqliteRoomStorage) => T): Promise<T> {
  return runInDurableObject(roomOf(chat), (_, state) => read(new SqliteRoomStorage(state.storage)));
}

async function post({ caller, chat }: { caller: Caller; chat: string }, content: string, clientId: string = uuid()) {
  const response = await caller.call(`POST /api/chats/${chat}/messages`, { clientId, content });
  return { status: response.status, ...(await response.json<{ id: string; sequence: number; code?: string }>()) };
}

/** Runs the room's alarm until it asks for no more. */
async function flush(chat: string): Promise<void> {
  for (let round = 0; round < 20 && (await runDurableObjectAlarm(roomOf(chat))); round += 1);
}

async function projected(chat: string) {
  const { results } = await env.DB.prepare(
    "select id, sequence, content, status from messages where chat_id = ? order by sequence",
  )
    .bind(chat)
    .all();
  const row = await env.DB.prepare("select title, last_sequence, updated_at from chats where id = ?")
    .bind(chat)
    .first();
  return { messages: results, chat: row };
}

async function held(chat: string) {
  return inRoom(chat, ({ log, meta }) => {
    const messages = log.page({ limit: 1000 });
    const chatRow = meta.chat();
    return {
      messages: messages.map(({ id, sequence, content, status }) => ({ id, sequence, content, status })),
      chat: {
        title: chatRow?.title ?? null,
        last_sequence: messages.length,
        updated_at: Math.max(chatRow?.updatedAt ?? 0, messages.at(-1)?.createdAt ?? 0),
      },
    };
  });
}

describe("the room in its runtime", () => {
  it("[CHAT-1] numbers concurrent sends of many tabs 1..n, over HTTP and sockets at once", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const sockets = await Promise.all(Array.from({ length: 4 }, () => caller.open(chat)));
    for (const socket of sockets) socket.send({ type: "hello", after: 0 });
    const sent = Array.from({ length: 40 }, (_, n) => ({ clientId: uuid(), content: `/note ${n}` }));
    await Promise.all(
      sent.map(async ({ clientId, content }, n) => {
        const socket = sockets[n % 5];
        if (!socket) return post({ caller, chat }, content, clientId);
        socket.send({ type: "post_message", clientId, content });
        return socket.until((frame) => frame.type === "ack" && frame.clientId === clientId);
      }),
    );
    const messages = await inRoom(chat, ({ log }) => log.page({ limit: 100 }));
    expect(messages.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(new Set(messages.map(({ content }) => content)).size).toBe(40);
    for (const socket of sockets) {
      await socket.until((frame) => frame.type === "event" && frame.seq === 42);
      const events = socket.frames.filter(({ type }) => type === "event");
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 42 }, (_, n) => n + 1));
      expect(socket.protocol).toBe("ohm.v1");
    }
  });

  it("[CHAT-4] answers a resent message the same after the object was evicted, and refuses another body", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const clientId = uuid();
    const first = await post({ caller, chat }, "/note once", clientId);
    await evictDurableObject(roomOf(chat));
    expect(await post({ caller, chat }, "/note once", clientId)).toEqual(first);
    expect(await post({ caller, chat }, "/note other", clientId)).toMatchObject({ status: 409, code: "conflict" });
  });

  it("[ROOM-6] writes two rows for a send, nothing else", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    await post({ caller, chat }, "/note one");
    const count = () =>
      runInDurableObject(roomOf(chat), (_, state) => {
        const tables = ["messages", "events", "client_ids", "checkpoints", "members", "runs", "artifacts", "meta"];
        return tables.map((name) => [
          name,
          state.storage.sql.exec<{ n: number }>(`select count(*) as n from ${name}`).one().n,
        ]);
      });
    const before = Object.fromEntries(await count());
    await post({ caller, chat }, "/note two");
    const after = Object.fromEntries(await count());
    expect(after).toEqual({ ...before, messages: before.messages + 1, client_ids: before.client_ids + 1 });
  });

  it("[ROOM-15] a socket lives through an eviction and still gets every event", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const socket = await caller.open(chat);
    socket.send({ type: "hello", after: 0 });
    await socket.until(({ type }) => type === "welcome");
    await evictDurableObject(roomOf(chat));
    await post({ caller, chat }, "/note after");
    const event = await socket.until((frame) => frame.kind === "message_appended");
    expect(event).toMatchObject({ seq: 3, data: { message: { content: "/note after" } } });
  });

  it("[ROOM-50] frames that come close together are stored one by one in their order, a broken one among them", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const sockets = await Promise.all(Array.from({ length: 4 }, () => caller.open(chat)));
    for (const socket of sockets) socket.send({ type: "hello", after: 2 });
    await Promise.all(sockets.map((socket) => socket.until(({ type }) => type === "welcome")));
    const [sender] = sockets;
    const clientIds = Array.from({ length: 60 }, uuid);
    for (const [n, clientId] of clientIds.entries()) {
      sender?.send({ type: "post_message", clientId, content: `/note ${n}` });
      if (n === 30) sender?.send("{");
    }
    await Promise.all(sockets.map((socket) => socket.until(({ type, seq }) => type === "event" && seq === 62)));
    const acks = sender?.frames.filter(({ type }) => type === "ack") ?? [];
    expect(acks.map(({ clientId }) => clientId)).toEqual(clientIds);
    expect(acks.map(({ sequence }) => sequence)).toEqual(clientIds.map((_, n) => n + 1));
    expect(sender?.frames.filter(({ type }) => type === "nack")).toMatchObject([{ code: "invalid" }]);
    for (const { frames } of sockets) {
      const events = frames.filter(({ kind }) => kind === "message_appended");
      expect(events.map(({ seq }) => seq)).toEqual(clientIds.map((_, n) => n + 3));
    }
  });

  it("[ROOM-50] what an eviction takes while it waits was not acknowledged, and sent again it is stored once", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const socket = await caller.open(chat);
    socket.send({ type: "hello", after: 2 });
    await socket.until(({ type }) => type === "welcome");
    const sends = Array.from({ length: 20 }, (_, n) => ({ clientId: uuid(), content: `/note ${n}` }));
    for (const send of sends) socket.send({ type: "post_message", ...send });
    await evictDurableObject(roomOf(chat));
    for (const send of sends) socket.send({ type: "post_message", ...send });
    const ackOf = (clientId: string) => socket.until((frame) => frame.type === "ack" && frame.clientId === clientId);
    await Promise.all(sends.map(({ clientId }) => ackOf(clientId)));
    const stored = await inRoom(chat, ({ log }) => log.page({ limit: 100 }));
    expect(stored.map(({ sequence }) => sequence)).toEqual(sends.map((_, n) => n + 1));
    expect(stored.map(({ content }) => content).sort()).toEqual(sends.map(({ content }) => content).sort());
    for (const { type, clientId, sequence } of socket.frames) {
      if (type !== "ack") continue;
      const sent = sends.find((send) => send.clientId === clientId);
      expect(stored[Number(sequence) - 1]?.content).toBe(sent?.content);
    }
  });

  it("[ROOM-50] nothing overtakes a frame that waits: a request that comes after it finds it done", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const socket = await caller.open(chat);
    socket.send({ type: "hello", after: 2 });
    await socket.until(({ type }) => type === "welcome");
    const [before = 2, after] = await runInDurableObject(roomOf(chat), async (room, state) => {
      const [own] = state.getWebSockets();
      if (!own) throw new Error("the object has its sockets");
      const post = (content: string) => JSON.stringify({ type: "post_message", clientId: uuid(), content });
      room.webSocketMessage(own, post("/note at once"));
      room.webSocketMessage(own, post("/note waits"));
      const before = new SqliteRoomStorage(state.storage).log.last().sequence;
      room.end([]);
      return [before, new SqliteRoomStorage(state.storage).log.last().sequence];
    });
    // The first one waits too where the gap after the hello is not over.
    expect(before).toBeLessThan(2);
    expect(after).toBe(2);
  });

  it("[ROOM-10] a broken frame and bytes are refused, the socket stays", async () => {
    const caller = new Caller();
    const socket = await caller.open(await caller.startChat());
    socket.send("{");
    expect(await socket.until(({ type }) => type === "nack")).toMatchObject({ code: "invalid" });
    socket.send({ type: "ping" });
    await socket.until(({ type }) => type === "pong");
  });

  it("[CHAT-2] the first message travels with the chat, and its answer ends in one terminal status", async () => {
    const caller = new Caller();
    const chat = await caller.startChat({ message: { clientId: uuid(), content: "hello" } });
    const body = { clientId: uuid(), content: "are you there?" };
    const response = await caller.call(`POST /api/chats/${chat}/messages`, body, { prefer: "wait=30" });
    expect(response.status).toBe(200);
    const statuses = await inRoom(chat, ({ runs, log }) => [
      runs.latest()?.status,
      ...log.page({ limit: 50 }).map(({ status }) => status),
    ]);
    expect(statuses).not.toContain("running");
  });
});

function revision(number: number, verdict: "PASS" | "WARNING", totalCents: number): RevisionRow {
  const author = { kind: "agent" as const, agent: "bom", modelId: "ohm/engine" };
  const parent = number === 1 ? null : number - 1;
  const made = { messageId: null, author, changeSummary: "changed", createdAt: 8 };
  return { runId: null, design: emptyDesign, revision: { number, parent, versions: [], verdict, totalCents, ...made } };
}

describe("the projection", () => {
  it("[ROOM-16] equals the room after a flush, and a second flush changes nothing", async () => {
    const caller = new Caller();
    const chat = await caller.startChat({ title: "Lamp" });
    for (let n = 0; n < 12; n += 1) await post({ caller, chat }, `/note µ ${n} "quoted" \\ 🙂`);
    await flush(chat);
    const first = await projected(chat);
    expect(first).toEqual(await held(chat));
    await inRoom(chat, ({ meta }) => meta.putFlushedSeq(0));
    await post({ caller, chat }, "/note last");
    await flush(chat);
    expect(await projected(chat)).toEqual(await held(chat));
    expect(await inRoom(chat, ({ meta, log }) => log.last().seq - meta.flushedSeq())).toBe(0);
  });

  it("[ROOM-16] a late flush never overwrites a later one", async () => {
    const caller = new Caller();
    const chat = await caller.startChat({ title: "New" });
    await caller.call(`PATCH /api/chats/${chat}`, { title: "Newer" });
    await flush(chat);
    const { D1Projections } = await import("../../src/adapters/d1/d1-projections.ts");
    const head = await caller.call(`GET /api/chats/${chat}`);
    const { role: _, ...row } = await head.json<{ role: string; title: string }>();
    const late = { ...row, title: "Old", ownerId: "x", titleAutomatic: false };
    const nothing = {
      design: null,
      members: [],
      reads: {},
      messages: [],
      usage: [],
      unsaidSeq: 0,
      head: null,
      isFirstDesign: false,
      makesProject: false,
    };
    await new D1Projections(env.DB).write({ seq: 1, asOf: 1, chat: late as never, ...nothing });
    expect((await projected(chat)).chat).toMatchObject({ title: "Newer" });
  });

  it("[ROOM-17] sends are acked while D1 fails, and the projection completes later", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    await flush(chat);
    await env.DB.exec("alter table messages rename to messages_away");
    try {
      for (let n = 0; n < 5; n += 1) expect(await post({ caller, chat }, `/note ${n}`)).toMatchObject({ status: 202 });
      await runDurableObjectAlarm(roomOf(chat));
      expect(await inRoom(chat, ({ meta, log }) => log.last().seq - meta.flushedSeq())).toBe(5);
    } finally {
      await env.DB.exec("alter table messages_away rename to messages");
    }
    await flush(chat);
    expect(await projected(chat)).toEqual(await held(chat));
  });

  it("[ROOM-18] lists a person's chats, last changed first, by pages", async () => {
    const caller = new Caller();
    const chats = [
      await caller.startChat({ title: "a" }),
      await caller.startChat({ title: "b" }),
      await caller.startChat({ title: "c" }),
    ];
    const [first = ""] = chats;
    await post({ caller, chat: first }, "/note newest");
    await Promise.all(chats.map(flush));
    const page = async (query: string) => {
      const response = await caller.call(`GET /api/chats?${query}`);
      return response.json<{ items: { title: string; lastSequence: number }[]; nextCursor: string | null }>();
    };
    const one = await page("limit=2");
    const two = await page(`limit=2&cursor=${one.nextCursor}`);
    expect([...one.items, ...two.items].map(({ title }) => title)).toEqual(["a", "c", "b"]);
    expect([one.items[0]?.lastSequence, two.nextCursor]).toEqual([1, null]);
  });

  it("[ROOM-23] lists a chat with the verdict and the total of its design's head, null before the first", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const listed = async () => {
      await flush(chat);
      const { items } = await (await caller.call("GET /api/chats")).json<{ items: object[] }>();
      return items[0];
    };
    expect(await listed()).toMatchObject({ id: chat, verdict: null, totalCents: null });
    await inRoom(chat, (storage) => storage.artifacts.putRevision(revision(1, "WARNING", 3140)));
    await inRoom(chat, (storage) => storage.artifacts.putRevision(revision(2, "PASS", 0)));
    await post({ caller, chat }, "/note on");
    expect(await listed()).toMatchObject({ id: chat, verdict: "PASS", totalCents: 0 });
  });

  it("[ROOM-51] whoever asks for a chat that is not there leaves nothing behind", async () => {
    const caller = new Caller();
    await caller.startChat();
    const chat = uuid();
    const body = { clientId: uuid(), content: "/note hello" };
    const upgrade = { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" };
    const statuses = [
      await caller.call(`GET /api/chats/${chat}`),
      await caller.call(`GET /api/chats/${chat}/messages`),
      await caller.call(`POST /api/chats/${chat}/messages`, body),
      await caller.call(`GET /api/chats/${chat}/socket`, undefined, upgrade),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 404, 404]);
    const left = await runInDurableObject(roomOf(chat), async (_, { storage }) => {
      const tables = storage.sql.exec("select name from sqlite_master").toArray();
      return { tables, bytes: storage.sql.databaseSize, alarm: await storage.getAlarm() };
    });
    // The page is the file's own, before anything is in it.
    expect(left).toEqual({ tables: [], bytes: 4096, alarm: null });
  });

  it("[CHAT-3] a creation that stopped half-way is finished on first open", async () => {
    const caller = new Caller();
    const started = await caller.startChat({ title: "whole" });
    const half = uuid();
    const copy = (table: string, columns: string, source: string) =>
      env.DB.prepare(`insert into ${table} (${columns}) select ${source} = ?2`).bind(half, started).run();
    const chatColumns =
      "owner_id, title_automatic, mode, phase, is_public, created_at, updated_at, last_sequence, projected_seq";
    await copy("chats", `id, title, ${chatColumns}`, `?1, 'half', ${chatColumns} from chats where id`);
    const memberColumns = "user_id, name, role, joined_at, chat_updated_at, projected_seq";
    await copy(
      "chat_participants",
      `chat_id, ${memberColumns}`,
      `?1, ${memberColumns} from chat_participants where chat_id`,
    );
    const other = new Caller();
    await other.startChat();
    expect((await other.call(`GET /api/chats/${half}`)).status).toBe(404);
    expect(await post({ caller, chat: half }, "/note into it")).toMatchObject({ status: 202, sequence: 1 });
    expect(await (await caller.call(`GET /api/chats/${half}`)).json()).toMatchObject({
      title: "half",
      lastSequence: 1,
    });
  });
});
