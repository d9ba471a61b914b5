import { describe, expect, it } from "vitest";
import { MemoryRoomStorage } from "../../../src/adapters/memory/memory-room-storage.ts";
import { closeForGood } from "../../../src/application/room/close-for-good.ts";
import { doTask } from "../../../src/application/room/do-task.ts";
import { postMessage } from "../../../src/application/room/post-message.ts";
import type { ProjectionStore, RoomExtent, RoomSlice } from "../../../src/application/room/projection.ts";
import { Projector, sliceAfter } from "../../../src/application/room/projection.ts";
import { react } from "../../../src/application/room/react.ts";
import { removeMessage } from "../../../src/application/room/remove-message.ts";
import { renamePerson } from "../../../src/application/room/rename-person.ts";
import { trashChat } from "../../../src/application/room/shelve-chat.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import { ada, adasChat, countedId, eve, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** D1 that is away when told to, and counts how often it was asked. */
class AwayStore implements ProjectionStore {
  readonly slices: RoomSlice[] = [];
  readonly extents: RoomExtent[] = [];
  away = false;
  tries = 0;

  async write(slice: RoomSlice): Promise<void> {
    this.tries += 1;
    if (this.away) throw new Error("D1 is away");
    this.slices.push(slice);
  }

  overwrite(slice: RoomSlice): Promise<void> {
    return this.write(slice);
  }

  async trim(extent: RoomExtent): Promise<void> {
    this.extents.push(extent);
  }
}

/** A chat of Ada's and the alarm that its object would have. */
function open() {
  const clock = new VirtualClock();
  const store = new AwayStore();
  const test = openRoom(scriptedTurn(clock), { clock, storage: new MemoryRoomStorage() });
  test.room.init(adasChat);
  const projector = new Projector(test.room, store);
  const post = (content: string) => postMessage(test.room, { actor: ada, body: { clientId: countedId(), content } });
  return { ...test, clock, store, projector, post };
}

describe("while D1 is away", () => {
  it("[ROOM-43] a room tries at least every 7 s and no sooner than its waits, whatever is said meanwhile", async () => {
    const { clock, store, projector, post, storage } = open();
    let alarmAtMs = projector.grew(0);
    const pass = async (ms: number) => {
      const endMs = clock.nowMs() + ms;
      while (alarmAtMs <= endMs) {
        await clock.advance(Math.max(0, alarmAtMs - clock.nowMs()));
        alarmAtMs = (await projector.flush()) ?? Number.POSITIVE_INFINITY;
      }
      await clock.advance(endMs - clock.nowMs());
    };
    store.away = true;
    for (let second = 0; second < 120; second += 1) {
      post(`/note ${second}`);
      alarmAtMs = Math.min(alarmAtMs, projector.grew(1));
      await pass(1000);
    }
    expect(store.tries).toBeLessThanOrEqual(22);
    store.away = false;
    await pass(10_000);
    expect(storage.meta.flushedSeq()).toBe(storage.log.last().seq);
    expect(store.slices.flatMap(({ messages }) => messages)).toHaveLength(120);
  });

  it("[ROOM-43] after that the waits are short again", async () => {
    const { store, projector, clock } = open();
    store.away = true;
    const waits: number[] = [];
    for (let n = 0; n < 5; n += 1) waits.push(((await projector.flush()) ?? 0) - clock.nowMs());
    store.away = false;
    expect(await projector.flush()).toBeNull();
    store.away = true;
    expect(waits).toEqual([1000, 2000, 4000, 7000, 7000]);
    expect(projector.grew(1) - clock.nowMs()).toBe(1000);
  });
});

describe("a slice", () => {
  it("[ROOM-40] shows the present state and the log's end, whichever stretch it is of", async () => {
    const { room, storage, post, projector, store } = open();
    const { id } = post("/note wrong");
    removeMessage(room, ada, id);
    await projector.flush();
    post("/note later");
    const end = storage.log.last().seq;
    const first = sliceAfter(room, 0);
    expect(first).toMatchObject({ seq: end, asOf: end });
    expect(first?.messages.map(({ content }) => content)).toEqual(["", "/note later"]);
    expect(await projector.again(0)).toEqual({ seq: end, end });
    expect(store.slices.at(-1)?.asOf).toBe(end);
  });

  it("[ROOM-41] bills a finished answer to who asked, and keeps what was spent when its text is removed", async () => {
    const { room, clock, post } = open();
    post("a question");
    expect(sliceAfter(room, 0)?.usage).toEqual([]);
    await clock.advance(60_000);
    const [event] = sliceAfter(room, 0)?.usage ?? [];
    expect(event).toMatchObject({ userId: "ada", purpose: "answer" });
    removeMessage(room, ada, event?.messageId ?? "");
    expect(sliceAfter(room, 0)?.usage).toEqual([event]);
  });

  it("[ROOM-42] carries read marks alone when nothing else has changed, also one that was set while it was written", async () => {
    const { storage, store, projector, post } = open();
    post("/note x");
    await projector.flush();
    storage.transaction(() => {
      storage.reads.put("ada", 1);
      storage.meta.putReadsPending(true);
    });
    const flushed = projector.flush();
    storage.reads.put("eve", 1);
    await flushed;
    expect(store.slices.at(-1)).toMatchObject({ reads: { ada: 1, eve: 1 }, messages: [] });
    expect([storage.meta.readsPending(), projector.left()]).toEqual([false, null]);
  });
});

describe("a person who becomes another", () => {
  const to = { userId: "account", name: "Ada L.", guest: false };

  it("[JOB-21] is one everywhere, told at once, and whoever was away starts anew", async () => {
    const { room, storage, clock, post, open: connect } = open();
    const { id } = post("a question");
    await clock.advance(60_000);
    react(room, { actor: ada, messageId: id, body: { emoji: "👍", on: true } });
    storage.reads.put("ada", 2);
    storage.members.put({ ...eveRow, invitedBy: "ada" });
    const own = connect(ada);
    const other = connect(eve);
    room.frame(other, '{"type":"hello","after":0}');
    const before = storage.log.last().seq;
    renamePerson(room, { kind: "rename", from: "ada", to });
    renamePerson(room, { kind: "rename", from: "ada", to });
    const { seq } = storage.log.last();
    expect(seq).toBe(before + 2);
    expect(storage.log.message(id)).toMatchObject({ senderId: "account", senderName: "Ada L." });
    expect(storage.runs.latest()?.askedBy).toBe("account");
    expect(storage.reactions.between(0, 999).map(({ userId }) => userId)).toEqual(["account"]);
    expect([storage.reads.all(), storage.meta.chat()?.ownerId]).toEqual([{ account: 2 }, "account"]);
    expect(storage.members.rows().map(({ userId, invitedBy }) => [userId, invitedBy])).toEqual([
      ["account", null],
      ["eve", "account"],
    ]);
    expect(own.closed).toBe(1012);
    expect(other.of("reset")).toEqual([{ type: "reset", why: "renamed" }]);
    const late = connect(eve);
    room.frame(late, `{"type":"hello","after":${before}}`);
    expect(late.of("reset")).toHaveLength(1);
    room.frame(late, `{"type":"hello","after":${seq}}`);
    expect(late.of("welcome")).toHaveLength(1);
    expect(() => post("/note as the guest")).toThrow();
  });

  it("[JOB-21] in the middle of an answer, which ends as the account's", async () => {
    const { room, storage, clock, post } = open();
    post("a question");
    await clock.advance(10);
    renamePerson(room, { kind: "rename", from: "ada", to });
    await clock.advance(60_000);
    expect(storage.runs.latest()).toMatchObject({ status: "complete", askedBy: "account" });
  });

  it("[JOB-22] who was removed gives the other no role", () => {
    const { room, storage } = open();
    storage.members.put({ ...eveRow, userId: "guest", role: "viewer" });
    storage.members.put({ ...eveRow, role: "admin", leftAt: 7, removedBy: "ada" });
    renamePerson(room, { kind: "rename", from: "guest", to: { userId: "eve", name: "Eve", guest: false } });
    expect(storage.members.row("eve")).toMatchObject({ role: "viewer", leftAt: null });
  });
});

const eveRow = {
  userId: "eve",
  name: "Eve",
  role: "member",
  joinedAt: 9,
  invitedBy: null,
  leftAt: null,
  removedBy: null,
} as const;

describe("a chat that is about to be deleted", () => {
  it("[JOB-24] ends its run and all that waits, lets nobody in and projects nothing", async () => {
    const { room, storage, clock, post, projector, store, open: connect } = open();
    post("a question");
    post("another one");
    const socket = connect(ada);
    await clock.advance(10);
    closeForGood(room);
    expect([storage.runs.latest()?.status, storage.meta.queued(), socket.closed]).toEqual(["stopped", [], 4003]);
    expect(() => post("/note x")).toThrow();
    await clock.advance(60_000);
    expect([await projector.flush(), store.tries, projector.left()]).toEqual([null, 0, null]);
    expect(await doTask({ room, projector }, { kind: "close", by: "eve" })).toEqual({ seq: 0, end: 0 });
  });

  it("[JOB-24] projects nothing and changes nothing, whatever job comes to it late", async () => {
    const { room, storage, post, projector, store } = open();
    post("/note zanzibar");
    closeForGood(room);
    const before = JSON.stringify([storage.log.last(), storage.members.rows(), storage.log.page({ limit: 9 })]);
    const to = { userId: "account", name: "Ada L.", guest: false };
    const tend = (task: Parameters<typeof doTask>[1]) => doTask({ room, projector }, task);
    expect(await tend({ kind: "rename", from: "ada", to })).toEqual({ seq: 0, end: 0 });
    expect(await tend({ kind: "retire", from: "ada", to })).toEqual({ seq: 0, end: 0 });
    await tend({ kind: "reproject", after: 0, by: null });
    await tend({ kind: "trim" });
    expect([store.slices, store.extents]).toEqual([[], []]);
    expect(JSON.stringify([storage.log.last(), storage.members.rows(), storage.log.page({ limit: 9 })])).toBe(before);
  });

  it("[JOB-25] is its owner's, and in the trash when its turn has come", async () => {
    const { room, projector, post, store } = open();
    const close = (by: string) => doTask({ room, projector }, { kind: "close", by });
    await expect(close("ada")).rejects.toMatchObject({ code: "conflict" });
    trashChat(room, ada, true);
    await expect(close("eve")).rejects.toMatchObject({ code: "forbidden" });
    // Brought back while what was spent is written.
    const closing = close("ada");
    trashChat(room, ada, false);
    await expect(closing).rejects.toMatchObject({ code: "conflict" });
    post("/note still here");
    trashChat(room, ada, true);
    expect(await close("ada")).toEqual({ seq: 0, end: 0 });
    expect(store.slices.flatMap(({ messages }) => messages)).toHaveLength(1);
  });

  it("[AUTH-33] [ROOM-41] closes with its owner's account when nobody else is in it, and what was spent is known before", async () => {
    const { room, clock, post, projector, store } = open();
    post("a question");
    await clock.advance(10);
    const retire = () => doTask({ room, projector }, { kind: "retire", from: "ada", to: { ...eveRow, guest: false } });
    expect(await retire()).toEqual({ seq: 0, end: 0 });
    expect(store.slices.flatMap(({ messages }) => messages.map(({ status }) => status))).toContain("stopped");
    expect(await retire()).toEqual({ seq: 0, end: 0 });
  });
});
