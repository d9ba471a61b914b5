import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import { editMessage } from "../../../src/application/room/edit-message.ts";
import { react } from "../../../src/application/room/react.ts";
import { removeMessage } from "../../../src/application/room/remove-message.ts";
import type { TurnRunner } from "../../../src/application/room/room-deps.ts";
import type { RoomRequest } from "../../../src/application/room/room-request.ts";
import type { ChatMessage } from "../../../src/domain/chat/message.ts";
import type { OhmError } from "../../../src/domain/error/ohm-error.ts";
import { ask, join, kindsAfter, say } from "./in-the-room.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, adasChat, countedId, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

function open(runTurn?: TurnRunner): TestRoom {
  const clock = new VirtualClock();
  const test = openRoom(runTurn ?? scriptedTurn(clock), { clock });
  test.room.init(adasChat);
  return { ...test, clock };
}

const refused = (code: string) => expect.objectContaining({ code });
const stored = (test: TestRoom, id: string) => test.storage.log.message(id);
const everything = (test: TestRoom) =>
  JSON.stringify([test.storage.log.after(0, 10_000), test.storage.meta.chat(), test.storage.log.checkpoint(1)]);

/** A turn that calls the chat after what was said first, as the built-in engine does without a design. */
const titlingTurn: TurnRunner = async ({ asked }, room) => {
  room.describeChat({ title: asked[0]?.content ?? "", missionStatement: asked[0]?.content ?? "" });
  return { status: "complete" };
};

describe("an edit", () => {
  const edit = (test: TestRoom, messageId: string, body: { content: string; clientId?: string }) =>
    editMessage(test.room, { actor: ada, messageId, body: { rerun: false, ...body } });

  it("[CHAT-21] changes the text where it stands; the old one is nowhere, whatever is replayed", async () => {
    const test = open();
    const { id, seq, sequence } = say(test, "/note first wording");
    await test.clock.advance(5);
    expect(edit(test, id, { content: "/note second wording" })).toEqual({ id, seq, sequence });
    expect(stored(test, id)).toMatchObject({
      content: "/note second wording",
      sequence: 1,
      editedAt: expect.any(Number),
    });
    expect(everything(test)).not.toContain("first wording");
    const replayed = test.room.log.after(0, 99);
    expect(replayed.at(-1)).toMatchObject({
      kind: "message_edited",
      at: stored(test, id)?.editedAt,
      data: { messageId: id, content: "/note second wording" },
    });
    expect(replayed.find(({ kind }) => kind === "message_appended")).toMatchObject({
      data: { message: { content: "/note second wording" } },
    });
  });

  it("[CHAT-21] to the same text tells nothing, and under one client id happens once", () => {
    const test = open();
    const { id } = say(test, "/note one");
    const { seq } = test.storage.log.last();
    edit(test, id, { content: "/note one" });
    expect(kindsAfter(test, seq)).toEqual([]);
    const clientId = countedId();
    const place = edit(test, id, { content: "/note two", clientId });
    edit(test, id, { content: "/note three" });
    expect(edit(test, id, { content: "/note two", clientId })).toEqual(place);
    expect(stored(test, id)?.content).toBe("/note three");
    expect(() => edit(test, id, { content: "/note four", clientId })).toThrow(refused("conflict"));
    expect(() => say(test, "/note four", { clientId })).toThrow(refused("conflict"));
  });

  it("[CHAT-21] is its author's alone, of a message that is there and not being answered", async () => {
    const test = open();
    const ben = join(test, "ben", "owner");
    const viewer = join(test, "vic", "viewer");
    const { id } = say(test, "@ohm hang please", { by: ben });
    expect(() => edit(test, id, { content: "x" })).toThrow(refused("forbidden"));
    expect(() => edit(test, countedId(), { content: "x" })).toThrow(refused("not_found"));
    expect(() =>
      editMessage(test.room, { actor: viewer, messageId: id, body: { content: "x", rerun: false } }),
    ).toThrow(refused("forbidden"));
    const own = { actor: ben, messageId: id, body: { content: "@ohm y", rerun: false } };
    expect(() => editMessage(test.room, own)).toThrow(refused("conflict"));
    await test.clock.advance(130_000);
    editMessage(test.room, own);
    const answer = test.storage.log.page({ limit: 9 }).find(({ senderType }) => senderType === "ai");
    expect(() => edit(test, answer?.id ?? "", { content: "x" })).toThrow(refused("forbidden"));
    removeMessage(test.room, ben, id);
    expect(() => editMessage(test.room, own)).toThrow(refused("conflict"));
  });

  it("[CHAT-21] of a message that waits is what its turn reads", async () => {
    const test = open();
    say(test, "one");
    const { id } = say(test, "two");
    edit(test, id, { content: "second" });
    await test.clock.advance(20_000);
    const [answer] = test.storage.log.messagesBefore(1e9, 1);
    expect(answer?.content).toContain('"second"');
  });

  it("[CHAT-23] renames a chat that was called after the old text", async () => {
    const test = open(titlingTurn);
    const { id } = say(test, "an old canary");
    await test.clock.advance(100);
    expect(test.storage.meta.chat()?.title).toBe("an old canary");
    edit(test, id, { content: "a new word" });
    expect(test.storage.meta.chat()).toMatchObject({ title: "a new word", missionStatement: "a new word" });
    expect(everything(test)).not.toContain("canary");
  });
});

describe("a removal", () => {
  it("[CHAT-22] leaves the place and who did it, and takes the text out of everything", async () => {
    const test = open();
    const { asked } = await ask(test, "canary please");
    react(test.room, { actor: ada, messageId: asked.id, body: { emoji: "👍", on: true } });
    const before = test.storage.log.last().sequence;
    expect(removeMessage(test.room, ada, asked.id)).toEqual({ id: asked.id, seq: asked.seq, sequence: 1 });
    expect(stored(test, asked.id)).toMatchObject({
      content: "",
      sequence: 1,
      removed: { by: "ada", name: "Ada", at: expect.any(Number) },
    });
    expect(test.storage.log.last().sequence).toBe(before);
    const answer = test.storage.log.page({ limit: 9 })[1];
    removeMessage(test.room, ada, answer?.id ?? "");
    expect(stored(test, answer?.id ?? "")).toMatchObject({ content: "", artifacts: [], revision: null });
    expect(everything(test)).not.toContain("canary");
    expect(test.storage.reactions.between(0, 1e9)).toEqual([]);
    const socket = test.open();
    test.room.frame(socket, JSON.stringify({ type: "hello", after: 0 }));
    expect(JSON.stringify(socket.frames)).not.toContain("canary");
    expect(socket.of("event").filter(({ kind }) => kind === "message_removed")).toHaveLength(2);
    const { seq } = test.storage.log.last();
    removeMessage(test.room, ada, asked.id);
    expect(test.storage.log.last().seq).toBe(seq);
  });

  it("[CHAT-22] is not for others, but for admins; of a message of this chat", () => {
    const test = open();
    const ben = join(test, "ben");
    const own = say(test, "/note mine", { by: ben });
    const adas = say(test, "/note Ada's");
    expect(() => removeMessage(test.room, ben, adas.id)).toThrow(refused("forbidden"));
    expect(() => removeMessage(test.room, ben, countedId())).toThrow(refused("not_found"));
    removeMessage(test.room, ben, own.id);
    const other = say(test, "/note again", { by: ben });
    removeMessage(test.room, ada, other.id);
    expect(stored(test, other.id)?.removed?.by).toBe("ada");
  });

  it("[CHAT-22] of what waits takes it out of the queue; of what is being answered it is a conflict", async () => {
    const test = open();
    const first = say(test, "hang");
    const second = say(test, "two");
    await test.clock.advance(60);
    const answer = test.storage.log.page({ limit: 9 }).find(({ senderType }) => senderType === "ai");
    expect(() => removeMessage(test.room, ada, first.id)).toThrow(refused("conflict"));
    expect(() => removeMessage(test.room, ada, answer?.id ?? "")).toThrow(refused("conflict"));
    removeMessage(test.room, ada, second.id);
    expect(test.storage.meta.queued()).toEqual([]);
    await test.clock.advance(130_000);
    expect(test.storage.runs.latest()?.status).toBe("limited");
    expect(test.storage.runs.answering(second.id)).toBeNull();
  });

  it("[CHAT-22] is never in the history of a turn", async () => {
    const histories: ChatMessage[][] = [];
    const test = open(async ({ history }, room) => {
      histories.push(history);
      const id = room.beginAnswer({ agent: "bom", intent: "BOM", modelId: "x", isFirstResponder: true });
      room.endAnswer(id, {
        status: "complete",
        artifacts: [],
        revision: null,
        inputTokens: 0,
        outputTokens: 0,
        costMicroUsd: 0,
      });
      return { status: "complete" };
    });
    const { asked } = await ask(test, "canary");
    removeMessage(test.room, ada, asked.id);
    await ask(test, "next");
    expect(histories[1]?.map(({ senderType }) => senderType)).toEqual(["ai"]);
  });

  it("[CHAT-23] takes the automatic title and mission with it, out of the log too, but not a person's", async () => {
    const test = open(titlingTurn);
    const { id } = say(test, "a canary sentence");
    await test.clock.advance(100);
    removeMessage(test.room, ada, id);
    expect(test.storage.meta.chat()).toMatchObject({ title: null, missionStatement: null, titleAutomatic: true });
    expect(everything(test)).not.toContain("canary");
    const named = open(titlingTurn);
    const said = say(named, "a canary sentence");
    await named.clock.advance(100);
    await answerRequest(named.room, ada, { kind: "change-chat", body: { title: "a canary sentence" } });
    removeMessage(named.room, ada, said.id);
    expect(named.storage.meta.chat()?.title).toBe("a canary sentence");
    expect(named.room.log.after(0, 99).filter(({ kind }) => kind === "chat_updated").length).toBeGreaterThan(0);
  });
});

describe("a reaction", () => {
  /** By Ada unless said. */
  const put = ({ room }: TestRoom, messageId: string, { emoji = "👍", on = true, by = ada }) =>
    react(room, { actor: by, messageId, body: { emoji, on } });

  it("[CHAT-25] is there once per person and emoji; set again, or taken away twice, it writes nothing", async () => {
    const test = open();
    const ben = join(test, "ben");
    const { id } = say(test, "/note x");
    put(test, id, {});
    put(test, id, { emoji: "🎉", by: ben });
    put(test, id, { by: ben });
    const { seq } = test.storage.log.last();
    put(test, id, {});
    expect(test.storage.log.last().seq).toBe(seq);
    const page = await answerRequest(test.room, ada, { kind: "messages", query: { limit: 9 } });
    const reactions = [
      { emoji: "👍", userIds: ["ada", "ben"] },
      { emoji: "🎉", userIds: ["ben"] },
    ];
    expect(page.ok && JSON.parse(page.json).items[0].reactions).toEqual(reactions);
    const snapshot = await answerRequest(test.room, ada, { kind: "snapshot" });
    expect(snapshot.ok && JSON.parse(snapshot.json).messages[0].reactions).toEqual(reactions);
    put(test, id, { on: false });
    put(test, id, { on: false });
    expect(kindsAfter(test, seq)).toEqual(["reaction_changed"]);
    expect(test.storage.reactions.between(0, 99).map(({ userId, emoji }) => userId + emoji)).toEqual([
      "ben🎉",
      "ben👍",
    ]);
  });

  it("[CHAT-25] a message takes twenty different emoji, is there and not removed; viewers only look on", () => {
    const test = open();
    const viewer = join(test, "vic", "viewer");
    const { id } = say(test, "/note x");
    for (let n = 0; n < 20; n += 1) put(test, id, { emoji: String.fromCodePoint(0x1f600 + n) });
    expect(() => put(test, id, { emoji: "🎉" })).toThrow(refused("conflict"));
    put(test, id, { emoji: String.fromCodePoint(0x1f600) });
    expect(() => put(test, countedId(), {})).toThrow(refused("not_found"));
    expect(() => put(test, id, { by: viewer })).toThrow(refused("forbidden"));
    removeMessage(test.room, ada, id);
    expect(() => put(test, id, { emoji: "🎉" })).toThrow(refused("conflict"));
  });

  it("[CHAT-10] acts on messages are limited to ten a second, over HTTP too", async () => {
    const test = open();
    const limited = { ...ada, unlimited: false };
    const { id } = say(test, "/note x");
    const flip = (n: number) => put(test, id, { by: limited, on: n % 2 === 0 });
    for (let n = 0; n < 10; n += 1) flip(n);
    expect(() => flip(10)).toThrow(expect.objectContaining({ code: "rate_limited", retryAfterMs: 100 }));
    await test.clock.advance(100);
    flip(10);
  });

  it.each<[string, (id: string) => RoomRequest]>([
    ["react", (messageId) => ({ kind: "react", messageId, body: { emoji: "👍", on: true } })],
    ["remove", (messageId) => ({ kind: "remove", messageId })],
    ["edit", (messageId) => ({ kind: "edit", messageId, body: { content: "/note y", rerun: false } })],
    ["regenerate", (messageId) => ({ kind: "regenerate", messageId, body: {} })],
    ["choose", (messageId) => ({ kind: "choose-branch", messageId })],
    [
      "reply",
      (replyToId) => ({ kind: "post", body: { clientId: countedId(), content: "/note x", replyToId }, waitMs: 0 }),
    ],
    ["stop", (runId) => ({ kind: "stop", runId })],
    ["revoke", () => ({ kind: "revoke-invitation" })],
    ["rename", () => ({ kind: "change-chat", body: { title: "x" } })],
    ["make admin", (userId) => ({ kind: "change-role", userId, role: "admin" })],
    ["take out", (userId) => ({ kind: "remove-member", userId })],
  ])("[LIMIT-4] %s: asking for what is not there counts too", async (_, request) => {
    const test = open();
    const limited = { ...ada, unlimited: false };
    const codes: string[] = [];
    for (let n = 0; n < 11; n += 1) {
      const reply = answerRequest(test.room, limited, request(countedId()));
      codes.push(await reply.then(() => "ok").catch((error: OhmError) => error.code));
    }
    expect(codes.indexOf("rate_limited")).toBe(10);
  });

  it("[LIMIT-4] names that change on and on are told of later, and refuse nobody", async () => {
    const test = open();
    const named = (n: number) => ({ ...ada, unlimited: false, name: `Ada ${n}`, changedAt: 2 + n });
    const { seq } = test.storage.log.last();
    for (let n = 1; n <= 30; n += 1) test.room.members.of(named(n));
    expect(kindsAfter(test, seq)).toHaveLength(10);
    await test.clock.advance(1000);
    expect(test.room.members.of(named(30)).name).toBe("Ada 30");
  });
});

describe("frames", () => {
  it("[ROOM-20] an act with a client id is acked before everybody hears of it, and refused by it", () => {
    const test = open();
    const { id } = say(test, "/note x");
    const socket = test.open();
    test.room.frame(socket, JSON.stringify({ type: "hello", after: test.storage.log.last().seq }));
    const clientId = countedId();
    const send = (frame: object) => test.room.frame(socket, JSON.stringify({ messageId: id, clientId, ...frame }));
    send({ type: "edit_message", content: "/note y" });
    send({ type: "react", emoji: "👍", on: true });
    send({ type: "remove_message" });
    send({ type: "remove_message", messageId: countedId() });
    send({ type: "regenerate" });
    send({ type: "choose_branch" });
    // The first event goes at once, the others wait for their gap.
    const told = socket.frames.map((frame) => (frame.type === "event" ? frame.kind : frame.type));
    expect(told.slice(told.indexOf("ack"))).toEqual(["ack", "message_edited", "ack", "ack", "nack", "nack", "ack"]);
    expect(socket.of("ack")).toMatchObject(Array.from({ length: 4 }, () => ({ clientId, id, sequence: 1 })));
    expect(socket.of("nack").map(({ clientId: named, code }) => [named, code])).toEqual([
      [clientId, "not_found"],
      [clientId, "conflict"],
    ]);
  });
});
