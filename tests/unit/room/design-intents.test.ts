import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import { editMessage } from "../../../src/application/room/edit-message.ts";
import { removeMessage } from "../../../src/application/room/remove-message.ts";
import type { RoomDeps } from "../../../src/application/room/room-deps.ts";
import { ask, join, say } from "./in-the-room.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, adasChat, countedId, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** A chat of Ada and Ben. */
function open(given: Partial<RoomDeps> = {}): TestRoom {
  const clock = new VirtualClock();
  const test = openRoom(scriptedTurn(clock), { clock, ...given });
  test.room.init(adasChat);
  join(test, "ben");
  return { ...test, clock };
}

const waitFor = (test: TestRoom, content: string) =>
  answerRequest(test.room, ada, { kind: "post", body: { clientId: countedId(), content }, waitMs: 30_000 });

describe("among several people", () => {
  it("[CHAT-28] what carries a design intent starts a turn, once it was acknowledged and told", async () => {
    const test = open();
    const socket = test.open();
    test.room.frame(socket, JSON.stringify({ type: "hello", after: 0 }));
    const body = { type: "post_message", clientId: countedId(), content: "a design with a lamp" };
    test.room.frame(socket, JSON.stringify(body));
    expect(socket.of("ack")).toHaveLength(1);
    expect(test.storage.runs.latest()).toBeNull();
    await test.clock.advance(20_000);
    expect(test.storage.log.messagesBefore(1e9, 1)[0]).toMatchObject({ senderType: "ai", status: "complete" });
  });

  it("[CHAT-28] small talk starts none, and weighing writes nothing", async () => {
    const test = open();
    const before = test.storage.log.last().seq;
    say(test, "lunch?");
    say(test, "lunch!", { by: { userId: "ben", unlimited: true } });
    await test.clock.advance(20_000);
    expect(test.storage.log.last().seq).toBe(before + 2);
  });

  it("[CHAT-28] what a restart kept from being weighed is weighed again within a minute", async () => {
    const test = open();
    say(test, "an old design");
    test.clock.forgetSleepers();
    await test.clock.advance(61_000);
    say(test, "a new design");
    const noted = say(test, "/note design");
    const bens = say(test, "design for Ben alone", { to: ["ben"] });
    test.clock.forgetSleepers();
    const again = openRoom(scriptedTurn(test.clock), { clock: test.clock, storage: test.storage });
    again.room.wake();
    again.room.wake();
    await test.clock.advance(20_000);
    const answers = test.storage.log.page({ limit: 20 }).filter(({ senderType }) => senderType === "ai");
    expect(answers.map(({ content }) => content)).toEqual([expect.stringContaining("a new design")]);
    for (const { id } of [noted, bens]) expect(test.storage.runs.answering(id)).toBeNull();
  });

  it("[CHAT-28] is read as it is by then: changed, removed, or by somebody who may not ask any more", async () => {
    let decide: (yes: boolean) => void = () => undefined;
    const texts: string[] = [];
    const test = open({
      carriesDesignIntent: (text) => {
        texts.push(text);
        return new Promise((resolve) => {
          decide = resolve;
        });
      },
    });
    const weighed = async (yes: boolean) => {
      decide(yes);
      await test.clock.advance(20_000);
    };
    const changed = say(test, "a lamp");
    await test.clock.advance(1);
    editMessage(test.room, { actor: ada, messageId: changed.id, body: { content: "lunch?", rerun: false } });
    await weighed(true);
    await weighed(false);
    expect(texts).toEqual(["a lamp", "lunch?"]);
    const removed = say(test, "a lamp");
    await test.clock.advance(1);
    removeMessage(test.room, ada, removed.id);
    await weighed(true);
    const bens = say(test, "a lamp", { by: { userId: "ben", unlimited: true } });
    await test.clock.advance(1);
    join(test, "ben", "viewer");
    await weighed(true);
    for (const { id } of [changed, removed, bens]) expect(test.storage.runs.answering(id)).toBeNull();
    expect(test.errors).toEqual([]);
  });

  it("[CHAT-28] a fault while weighing is reported, and the next message is weighed all the same", async () => {
    let faults = 1;
    const test = open({
      carriesDesignIntent: async () => {
        faults -= 1;
        if (faults >= 0) throw new Error("the engine did not load");
        return true;
      },
    });
    say(test, "a lamp");
    await test.clock.advance(1);
    expect(test.errors).toHaveLength(1);
    await ask(test, "another lamp");
  });
});

describe("a send that waits", () => {
  it("[CHAT-14] is answered without replies once it is known that no turn starts", async () => {
    const test = open();
    const waiting = waitFor(test, "lunch?");
    await test.clock.advance(1);
    const reply = await waiting;
    expect(reply).toMatchObject({ ok: true, settled: true });
    expect(reply.ok && JSON.parse(reply.json)).toMatchObject({ message: { content: "lunch?" }, replies: [] });
    const noted = await waitFor(test, "/note x");
    expect(noted.ok && JSON.parse(noted.json).replies).toEqual([]);
  });

  it("[CHAT-14] is answered with the replies of the turn that its intent started", async () => {
    const test = open();
    const waiting = waitFor(test, "a design with a lamp");
    await test.clock.advance(20_000);
    const reply = await waiting;
    expect(reply.ok && JSON.parse(reply.json)).toMatchObject({
      message: { content: "a design with a lamp" },
      replies: [{ status: "complete" }],
    });
  });

  it("[CHAT-14] is told where the message stands when weighing takes longer", async () => {
    const test = open({ carriesDesignIntent: () => new Promise(() => undefined) });
    const waiting = waitFor(test, "a lamp");
    await test.clock.advance(31_000);
    expect(await waiting).toMatchObject({ ok: true, settled: false, json: expect.stringContaining('"sequence":1') });
  });
});
