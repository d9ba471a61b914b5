import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { SqliteRoomStorage } from "../../src/adapters/do-sqlite/sqlite-room-storage.ts";
import { textOfRoom } from "./all-text.ts";
import { Caller } from "./caller.ts";

const uuid = () => crypto.randomUUID();
const roomOf = (chat: string) => env.ROOMS.getByName(chat);
/** The first answer loads the engine. */
const patienceMs = 60_000;

interface Said {
  message: { id: string; sequence: number };
  replies: { id: string; content: string; status: string; revision: number | null }[];
}

/** Says something and waits for its answer. */
async function ask(caller: Caller, chat: string, content: string): Promise<Said> {
  const body = { clientId: uuid(), content };
  const response = await caller.call(`POST /api/chats/${chat}/messages`, body, { prefer: "wait=45" });
  expect(response.status).toBe(200);
  return response.json<Said>();
}

function inRoom<T>(chat: string, read: (storage: SqliteRoomStorage) => T): Promise<T> {
  return runInDurableObject(roomOf(chat), (_, state) => read(new SqliteRoomStorage(state.storage)));
}

/** Runs the room's alarm until it asks for no more. */
async function flush(chat: string): Promise<void> {
  for (let round = 0; round < 20 && (await runDurableObjectAlarm(roomOf(chat))); round += 1);
}

async function snapshot(caller: Caller, chat: string) {
  const response = await caller.call(`GET /api/chats/${chat}/snapshot`);
  return response.json<{ leafId: string; messages: { id: string; content: string; parentId: string | null }[] }>();
}

describe("acts on messages in their runtime", () => {
  it(
    "[CHAT-20] answer and act as frames, over an eviction, with acks that stay the same",
    async () => {
      const caller = new Caller();
      const chat = await caller.startChat();
      const { message, replies } = await ask(caller, chat, "hello");
      const socket = await caller.open(chat);
      socket.send({ type: "hello", after: 0 });
      await socket.until(({ type }) => type === "welcome");
      await evictDurableObject(roomOf(chat));
      const act = async ({ clientId = uuid(), ...frame }: { clientId?: string; [field: string]: unknown }) => {
        socket.send({ clientId, ...frame });
        return socket.until((one) => one.type === "ack" && one.clientId === clientId);
      };
      const rerun = { type: "edit_message", messageId: message.id, content: "thanks", rerun: true, clientId: uuid() };
      const edited = await act(rerun);
      expect(edited).toMatchObject({ sequence: 3 });
      await socket.until(({ kind }) => kind === "run_ended");
      await evictDurableObject(roomOf(chat));
      socket.frames.length = 0;
      expect(await act(rerun)).toEqual(edited);
      expect(await act({ type: "react", messageId: edited.id, emoji: "👍", on: true })).toMatchObject({ sequence: 3 });
      expect(await act({ type: "choose_branch", messageId: message.id })).toMatchObject({ id: replies[0]?.id });
      await evictDurableObject(roomOf(chat));
      expect((await snapshot(caller, chat)).leafId).toBe(replies[0]?.id);
      socket.frames.length = 0;
      expect(await act({ type: "remove_message", messageId: edited.id })).toMatchObject({ sequence: 3 });
      expect(await socket.until(({ kind }) => kind === "message_removed")).toMatchObject({
        data: { messageId: edited.id },
      });
      await act({ type: "regenerate", messageId: replies[0]?.id });
      await socket.until(({ kind }) => kind === "run_ended");
      const { messages, leafId } = await snapshot(caller, chat);
      expect(messages.at(-1)).toMatchObject({ id: leafId, parentId: message.id, content: replies[0]?.content });
    },
    patienceMs,
  );

  it(
    "[CHAT-22] leave no trace of a removed text in the object or in D1, whatever was made of it",
    async () => {
      const canary = "canary5f0c6a52";
      const caller = new Caller();
      const chat = await caller.startChat();
      await ask(caller, chat, `what is a ${canary}`);
      const { message } = await ask(caller, chat, `/note ${canary} edited later`);
      const { messages } = await snapshot(caller, chat);
      await flush(chat);
      expect(await textOfRoom(chat)).toContain(canary);
      await caller.call(`POST /api/chats/${chat}/messages/${message.id}/edit`, { content: "/note nothing" });
      for (const { id } of messages.filter(({ content }) => content.includes(canary))) {
        if (id === message.id) continue;
        expect((await caller.call(`DELETE /api/chats/${chat}/messages/${id}`)).status).toBe(200);
      }
      expect(await textOfRoom(chat)).not.toContain(canary);
      await flush(chat);
      const { results } = await env.DB.prepare("select * from messages where chat_id = ?").bind(chat).all();
      const row = await env.DB.prepare("select * from chats where id = ?").bind(chat).first();
      expect(JSON.stringify([results, row])).not.toContain(canary);
      expect(results.map(({ removed_at, edited_at }) => [removed_at !== null, edited_at !== null])).toContainEqual([
        true,
        false,
      ]);
      expect((await caller.call("GET /api/chats").then((response) => response.text())).includes(canary)).toBe(false);
    },
    patienceMs,
  );

  it(
    "[CHAT-13] a rerun that a kill took away is taken up by the next start, in the same words, writing no second revision",
    async () => {
      const caller = new Caller();
      const chat = await caller.startChat();
      const { replies } = await ask(caller, chat, "blink a red LED with an Uno");
      const [first] = replies;
      await caller.call(`POST /api/chats/${chat}/messages/${first?.id}/regenerate`, {});
      const ended = () => inRoom(chat, ({ runs }) => runs.latest()?.status);
      for (let round = 0; round < 1000 && (await ended()) === "running"; round += 1) await scheduler.wait(20);
      // An eviction lets a turn end; what a kill leaves is written by hand.
      await inRoom(chat, ({ log, runs }) => {
        const run = runs.latest();
        const [answer] = run ? log.ofRun(run) : [];
        if (!run || !answer) throw new Error("Nothing was answered again");
        runs.put({ ...run, status: "running", endedAt: null });
        log.replaceMessage({ ...answer, status: "running", content: "" });
        log.putCheckpoint(answer.seq, answer.content.slice(0, 40));
      });
      await evictDurableObject(roomOf(chat));
      await runDurableObjectAlarm(roomOf(chat));
      for (let round = 0; round < 1000 && (await ended()) === "running"; round += 1) await scheduler.wait(20);
      const found = await inRoom(chat, ({ log, runs, artifacts }) => {
        const run = runs.latest();
        const answers = run ? log.ofRun(run) : [];
        return { tries: run?.tries, head: artifacts.headRevision(), answers };
      });
      expect(found).toMatchObject({ head: 1, answers: [{ status: "complete", content: first?.content, revision: 1 }] });
      expect(found.answers).toHaveLength(1);
      expect(found.tries).toBe(2);
    },
    patienceMs,
  );

  it(
    "[CHAT-28] a design intent among several people is found also when the object was evicted before",
    async () => {
      const ada = new Caller();
      const chat = await ada.startChat();
      const ben = await ada.invite(chat);
      const { replies } = await ask(ben, chat, "lunch?");
      expect(replies).toEqual([]);
      const body = { clientId: uuid(), content: "a soil moisture sensor with a buzzer on an Uno" };
      const { id } = await (await ben.call(`POST /api/chats/${chat}/messages`, body)).json<{ id: string }>();
      await evictDurableObject(roomOf(chat));
      await runDurableObjectAlarm(roomOf(chat));
      const answered = () => inRoom(chat, ({ runs }) => runs.answering(id)?.status ?? null);
      for (let round = 0; round < 1000 && (await answered()) !== "complete"; round += 1) await scheduler.wait(20);
      expect(await answered()).toBe("complete");
      const note = await ask(ada, chat, "@ohm why the buzzer?");
      expect(note.replies).toMatchObject([{ status: "complete" }]);
    },
    patienceMs,
  );
});
