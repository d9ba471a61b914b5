import { describe, expect, it } from "vitest";
import { joinChat, removeMember } from "../../../src/application/room/change-members.ts";
import { postMessage } from "../../../src/application/room/post-message.ts";
import type { NamedActor } from "../../../src/application/room/require-member.ts";
import { Room } from "../../../src/application/room/room.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import type { TestRoom, TestSocket } from "./test-room.ts";
import { ada, adasChat, countedId, eve, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

const hello = '{"type":"hello","after":0}';
const typing = '{"type":"typing"}';
const read = (sequence: number) => JSON.stringify({ type: "read", sequence });

const person = (userId: string): NamedActor => ({ ...ada, userId, name: userId });

/** A chat of Ada's in which Eve may post. */
function open(): TestRoom {
  const clock = new VirtualClock();
  const test = openRoom(scriptedTurn(clock), { clock });
  test.room.init(adasChat);
  joinChat(test.room, eve, { role: "member", id: "i1", invitedBy: "ada", createdAt: 1 });
  return { ...test, clock };
}

function enter(test: TestRoom, actor = ada): TestSocket {
  const socket = test.open(actor);
  test.room.frame(socket, hello);
  return socket;
}

function leave(test: TestRoom, socket: TestSocket): void {
  socket.close(1000);
  test.room.closed();
}

const note = (test: TestRoom, actor: NamedActor) =>
  postMessage(test.room, { actor, body: { clientId: countedId(), content: "/note x" } });

const told = (socket: TestSocket) => socket.of("presence");
const last = (socket: TestSocket) => told(socket).at(-1);

describe("presence", () => {
  it("[PEOPLE-15] follows the welcome, and tells the others that somebody came or went", async () => {
    const test = open();
    const first = enter(test);
    expect(first.frames.map(({ type }) => type).filter((type) => type !== "event")).toEqual(["welcome", "presence"]);
    expect(last(first)).toEqual({ type: "presence", count: 1, online: ["ada"], typing: [], reads: {} });
    await test.clock.advance(1000);
    const second = enter(test, eve);
    expect([first, second].map(last)).toEqual(
      Array(2).fill(expect.objectContaining({ count: 2, online: ["ada", "eve"] })),
    );
    await test.clock.advance(1000);
    leave(test, second);
    expect(last(first)).toMatchObject({ count: 1, online: ["ada"] });
  });

  it("[PEOPLE-15] counts people, not sockets, and nobody who has not said hello", async () => {
    const test = open();
    const socket = enter(test);
    test.open(eve);
    await test.clock.advance(1000);
    const tab = enter(test);
    expect(last(socket)).toMatchObject({ count: 1, online: ["ada"] });
    await test.clock.advance(1000);
    const before = told(socket).length;
    leave(test, tab);
    await test.clock.advance(2000);
    expect(told(socket)).toHaveLength(before);
  });

  it("[PEOPLE-16] is told once a second at most, with what is true at its end", async () => {
    const test = open();
    const socket = enter(test);
    const start = test.clock.nowMs();
    const times: number[] = [];
    for (let n = 0; n < 100; n += 1) {
      const before = told(socket).length;
      if (n % 2) leave(test, enter(test, eve));
      else test.room.frame(enter(test, eve), typing);
      await test.clock.advance(50);
      if (told(socket).length > before) times.push(test.clock.nowMs() - start);
      for (const other of test.sockets.filter(({ userId }) => userId === "eve")) leave(test, other);
    }
    expect(times.length).toBeLessThanOrEqual(5);
    await test.clock.advance(1000);
    expect(last(socket)).toMatchObject({ online: ["ada"], typing: [] });
  });

  it("[PEOPLE-17] above 50 people is a count alone", async () => {
    const test = open();
    const socket = enter(test);
    note(test, ada);
    const people = Array.from({ length: 50 }, (_, n) => person(`p${n}`));
    for (const actor of people)
      joinChat(test.room, actor, { role: "member", id: "i1", invitedBy: "ada", createdAt: 1 });
    const sockets = people.map((actor) => enter(test, actor));
    for (const one of sockets) test.room.frame(one, read(1));
    await test.clock.advance(1000);
    expect(last(socket)).toEqual({ type: "presence", count: 51, online: [], typing: [], reads: {} });
    for (const one of sockets.slice(0, 2)) leave(test, one);
    await test.clock.advance(1000);
    expect(last(socket)).toMatchObject({ count: 49, reads: {} });
    expect(last(socket)?.online).toHaveLength(49);
  });

  it("[PEOPLE-6] of who is removed ends at once", async () => {
    const test = open();
    const socket = enter(test);
    const hers = enter(test, eve);
    await test.clock.advance(1000);
    test.room.frame(hers, typing);
    removeMember(test.room, ada, "eve");
    await test.clock.advance(1000);
    expect(last(socket)).toMatchObject({ count: 1, online: ["ada"], typing: [] });
  });
});

describe("typing", () => {
  it("[PEOPLE-18] ends after 6 s, sooner with the message, and goes on while it is said", async () => {
    const test = open();
    const socket = enter(test);
    const hers = enter(test, eve);
    await test.clock.advance(2000);
    test.room.frame(hers, typing);
    expect(last(socket)?.typing).toEqual(["eve"]);
    await test.clock.advance(4000);
    test.room.frame(hers, typing);
    await test.clock.advance(5900);
    expect(last(socket)?.typing).toEqual(["eve"]);
    await test.clock.advance(200);
    expect(last(socket)?.typing).toEqual([]);
    test.room.frame(hers, typing);
    await test.clock.advance(2000);
    expect(last(socket)?.typing).toEqual(["eve"]);
    note(test, eve);
    await test.clock.advance(1);
    expect(last(socket)?.typing).toEqual([]);
  });

  it("[PEOPLE-18] of who may not post is refused", () => {
    const test = open();
    joinChat(test.room, person("viewer"), { role: "viewer", id: "i1", invitedBy: "ada", createdAt: 1 });
    const socket = enter(test, person("viewer"));
    test.room.frame(socket, typing);
    expect(socket.of("nack")).toMatchObject([{ code: "forbidden" }]);
    expect(socket.typingAt).toBeNull();
  });

  it("[PEOPLE-19] that an evicted room has forgotten ends all the same", async () => {
    const test = open();
    const socket = enter(test);
    test.room.frame(enter(test, eve), typing);
    await test.clock.advance(1000);
    expect(last(socket)?.typing).toEqual(["eve"]);
    test.clock.forgetSleepers();
    await test.clock.advance(10_000);
    expect(last(socket)?.typing).toEqual(["eve"]);
    new Room(test.room.deps, () => undefined).wake();
    expect(last(socket)).toMatchObject({ online: ["ada", "eve"], typing: [] });
  });
});

describe("a read mark", () => {
  it("[PEOPLE-20] goes forward only, to the last message at most, without an event", async () => {
    const test = open();
    const flushes: number[] = [];
    const room = new Room(test.room.deps, (events) => flushes.push(events));
    const [socket, hers] = [test.open(), test.open(eve)];
    for (const one of [socket, hers]) room.frame(one, hello);
    for (let n = 0; n < 3; n += 1) note(test, ada);
    const { seq } = test.storage.log.last();
    await test.clock.advance(2000);
    room.frame(hers, read(2));
    expect(last(socket)?.reads).toEqual({ eve: 2 });
    expect([test.storage.meta.readsPending(), flushes]).toEqual([true, [0]]);
    for (const sequence of [1, 2, 0]) room.frame(hers, read(sequence));
    expect([test.storage.reads.get("eve"), flushes]).toEqual([2, [0]]);
    room.frame(hers, read(99));
    await test.clock.advance(1000);
    expect(last(socket)?.reads).toEqual({ eve: 3 });
    expect(test.storage.log.last().seq).toBe(seq);
    expect(hers.of("nack")).toEqual([]);
  });

  it("[PEOPLE-20] of who is out is not told", async () => {
    const test = open();
    const [socket, hers] = [enter(test), enter(test, eve)];
    note(test, ada);
    test.room.frame(hers, read(1));
    await test.clock.advance(1000);
    removeMember(test.room, ada, "eve");
    await test.clock.advance(1000);
    expect(last(socket)?.reads).toEqual({});
  });
});
