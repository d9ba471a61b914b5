import { describe, expect, test } from "vitest";
import type { ChatMessage, Member } from "../../src/domain/chat/message.ts";
import type { PresenceFrame, ServerFrame } from "../../src/protocol/frames.ts";
import { branchings, branchTo } from "../../web/src/features/chat/branches.ts";
import type { ChatSnapshot } from "../../web/src/features/chat/chat-state.ts";
import { isSameItem, logItems } from "../../web/src/features/chat/log-items.ts";
import { colourOf, hasCompany, initials, present } from "../../web/src/features/chat/people.ts";
import { possibleActs } from "../../web/src/features/chat/possible-acts.ts";
import { reduceChat } from "../../web/src/features/chat/reduce-chat.ts";
import { seenBy } from "../../web/src/features/chat/seen-by.ts";
import { threadOf, threads } from "../../web/src/features/chat/threads.ts";
import { eventFrames, fold, growing, message, welcome } from "./frames.ts";

const mara: Member = { userId: "me", name: "Mara", role: "owner", joinedAt: 1 };
const jonas: Member = { userId: "jonas", name: "Jonas", role: "member", joinedAt: 2 };
const welcomed = welcomeOf([mara, jonas]);

function welcomeOf(participants: Member[]): ServerFrame {
  if (welcome.type !== "welcome") throw new Error("a welcome");
  return { ...welcome, participants };
}

function presence(about: Partial<PresenceFrame>): ServerFrame {
  return { type: "presence", count: 2, online: ["me", "jonas"], typing: [], reads: {}, ...about };
}

const appended = (about: Partial<ChatMessage> & { id: string; sequence: number }) =>
  ({ kind: "message_appended", data: { message: message(about) } }) as const;

describe("people", () => {
  test("[WEB-47] members come, change and leave; who left keeps a name, and the own role follows", () => {
    const frames = eventFrames(
      { kind: "participant_joined", data: { member: { ...jonas, userId: "lea", name: "Lea" } } },
      { kind: "participant_changed", data: { member: { ...jonas, name: "Jonas K." } } },
      { kind: "participant_changed", data: { member: { ...mara, role: "admin" } } },
      { kind: "participant_left", data: { userId: "lea", removedBy: "me" } },
    );
    const state = fold([welcomed, ...frames]);
    expect(present(state.people).map(({ name }) => name)).toEqual(["Mara", "Jonas K."]);
    expect(state.people.lea).toMatchObject({ name: "Lea", hasLeft: true });
    expect(state.role).toBe("admin");
    expect(hasCompany(state.people)).toBe(true);
    const alone = fold([welcomeOf([mara])], state);
    expect(hasCompany(alone.people)).toBe(false);
    expect(alone.people.jonas).toMatchObject({ hasLeft: true });
  });

  test("[CHAT-31] what waits of who is out is shown as waiting no more", () => {
    const said = appended({ id: "m1", sequence: 1, senderId: "jonas" });
    const other = appended({ id: "m2", sequence: 2, senderId: "me" });
    const queued = ["m1", "m2"].map(
      (messageId) => ({ kind: "turn_queued", data: { messageId, behindRunId: "r0" } }) as const,
    );
    const left = { kind: "participant_left", data: { userId: "jonas" } } as const;
    const state = fold([welcomed, ...eventFrames(said, other, ...queued, left)]);
    expect(state.queued).toEqual({ m2: true });
  });

  test("[WEB-47] a person has one colour everywhere and at most two letters", () => {
    const names = ["Mara Lind", "jonas", "Guest 4821", "Ana de la Cruz", "  ", "\u{1f600} Zoë", "Élodie"];
    expect(names.map(initials)).toEqual(["ML", "J", "G4", "AC", "?", "Z", "É"]);
    const colours = Array.from({ length: 600 }, (_, place) => colourOf(`0199-${place}-user`));
    expect([...new Set(colours)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(colourOf("mara")).toBe(colourOf("mara"));
  });

  test("[WEB-48] presence is what was told last, and a message ends its author's typing at once", () => {
    const typing = fold([welcomed, presence({ typing: ["jonas", "lea"] })]);
    expect(typing.presence).toMatchObject({ online: ["me", "jonas"], typing: ["jonas", "lea"] });
    const said = fold(eventFrames(appended({ id: "m1", sequence: 1, senderId: "jonas" })), typing);
    expect(said.presence.typing).toEqual(["lea"]);
  });

  test("[WEB-48] a read mark stands at the last message it covers, not at one's own nor at what its reader wrote", () => {
    const messages = [
      message({ id: "m1", sequence: 1, senderId: "jonas" }),
      message({ id: "m2", sequence: 2 }),
      message({ id: "m4", sequence: 4 }),
    ];
    const seen = (reads: Record<string, number>) => Object.fromEntries(seenBy(reads, messages, new Set(["me"])));
    expect(seen({ me: 4, jonas: 3, lea: 2 })).toEqual({ m2: ["jonas", "lea"] });
    expect(seen({ jonas: 1, lea: 0 })).toEqual({});
  });
});

describe("what becomes of a message", () => {
  const first = appended({ id: "m1", sequence: 1, content: "hello", senderId: "jonas", senderName: "Jonas" });

  test("[WEB-49] an edit says when, a removal takes all but the place and says by whom", () => {
    const edit = { kind: "message_edited", data: { messageId: "m1", content: "hi" } } as const;
    expect(fold([welcomed, ...eventFrames(first, edit)]).messages[0]).toMatchObject({ content: "hi", editedAt: 1 });
    const frames = eventFrames(
      first,
      { kind: "turn_queued", data: { messageId: "m1", behindRunId: "r1" } },
      { kind: "reaction_changed", data: { messageId: "m1", userId: "me", emoji: "👍", on: true } },
      { kind: "message_removed", data: { messageId: "m1", sequence: 1, by: "me" } },
    );
    const gone = fold([welcomed, ...frames]);
    expect(gone.messages[0]).toMatchObject({ sequence: 1, content: "", removed: { by: "me", name: "Mara", at: 1 } });
    expect(gone.messages[0]?.reactions).toBeUndefined();
    expect(gone.queued).toEqual({});
  });

  const react = (userId: string, emoji: string, on: boolean) =>
    ({ kind: "reaction_changed", data: { messageId: "m1", userId, emoji, on } }) as const;

  test("[WEB-50] a reaction is set once per person however often it is told, and gone with its last person", () => {
    const set = [react("a", "👍", true), react("b", "👍", true), react("a", "👍", true), react("a", "🔥", true)];
    expect(fold(eventFrames(first, ...set)).messages[0]?.reactions).toEqual([
      { emoji: "👍", userIds: ["a", "b"] },
      { emoji: "🔥", userIds: ["a"] },
    ]);
    const taken = [react("a", "👍", false), react("b", "👍", false), react("c", "👍", false)];
    const left = fold(eventFrames(first, ...set, ...taken)).messages[0]?.reactions;
    expect(left).toEqual([{ emoji: "🔥", userIds: ["a"] }]);
  });

  test("[WEB-50] reactions stay when an answer is completed, and a message that is not held changes nothing", () => {
    const done = { ...growing("m1", 1), status: "complete" as const, content: "all" };
    const frames = eventFrames(
      { kind: "message_appended", data: { message: growing("m1", 1) } },
      react("me", "👍", true),
      { kind: "message_completed", data: { message: done } },
      { kind: "reaction_changed", data: { messageId: "unknown", userId: "me", emoji: "👍", on: true } },
    );
    expect(fold(frames).messages).toEqual([{ ...done, reactions: [{ emoji: "👍", userIds: ["me"] }] }]);
  });

  test("[WEB-49] only what the server would allow is offered", () => {
    const own = message({ id: "m1", sequence: 1 });
    const foreign = message({ id: "m2", sequence: 2, senderId: "jonas" });
    const answer = message({ id: "a1", sequence: 3, senderType: "ai", senderId: null, runId: "r1" });
    const me = { selfId: "me", role: "member", isReadOnly: false, isAnswering: false } as const;
    expect(possibleActs(own, me)).toEqual(["react", "reply", "edit", "copy", "link", "remove"]);
    expect(possibleActs(foreign, me)).toEqual(["react", "reply", "copy", "link"]);
    expect(possibleActs(foreign, { ...me, role: "admin" })).toContain("remove");
    expect(possibleActs(answer, me)).toEqual(["react", "reply", "regenerate", "copy", "link"]);
    expect(possibleActs(answer, { ...me, isAnswering: true })).not.toContain("regenerate");
    expect(possibleActs({ ...answer, status: "running" }, { ...me, role: "owner" })).not.toContain("remove");
    for (const reader of [
      { ...me, role: "viewer" as const },
      { ...me, isReadOnly: true },
    ])
      expect(possibleActs(own, reader)).toEqual(["copy", "link"]);
    expect(possibleActs({ ...own, removed: { by: "me", name: "Mara", at: 1 } }, me)).toEqual(["link"]);
  });
});

/** Two branches: 1-2-3 and, from 1, 4-5-6; then another answer 7 beside 5. */
const tree = [
  message({ id: "m1", sequence: 1 }),
  message({ id: "m2", sequence: 2, parentId: "m1" }),
  message({ id: "m3", sequence: 3, parentId: "m2" }),
  message({ id: "m4", sequence: 4, parentId: "m1" }),
  message({ id: "m5", sequence: 5, parentId: "m4" }),
  message({ id: "m6", sequence: 6, parentId: "m5" }),
  message({ id: "m7", sequence: 7, parentId: "m4" }),
];

const ids = (messages: readonly ChatMessage[]) => messages.map(({ id }) => id);

describe("branches", () => {
  test("[WEB-51] everybody sees the way from the leaf to the first message", () => {
    expect(ids(branchTo(tree, "m6"))).toEqual(["m1", "m4", "m5", "m6"]);
    expect(ids(branchTo(tree, "m7"))).toEqual(["m1", "m4", "m7"]);
    expect(ids(branchTo(tree.slice(3), "m6"))).toEqual(["m4", "m5", "m6"]);
    expect(branchTo(tree, null)).toBe(tree);
    expect(branchTo(tree, "unknown")).toBe(tree);
    const circle = [message({ id: "x", sequence: 1, parentId: "y" }), message({ id: "y", sequence: 2, parentId: "x" })];
    expect(ids(branchTo(circle, "y"))).toEqual(["x", "y"]);
  });

  test("[WEB-51] what stands beside a message is counted, and names its neighbours", () => {
    const found = branchings(tree);
    expect([...found.keys()].sort()).toEqual(["m2", "m4", "m5", "m7"]);
    expect(found.get("m2")).toEqual({ place: 1, of: 2, previousId: null, nextId: "m4" });
    expect(found.get("m7")).toEqual({ place: 2, of: 2, previousId: "m5", nextId: null });
  });

  test("[WEB-51] what is appended becomes the leaf, and a chosen branch shows at once", () => {
    const events = tree.map((each) => ({ kind: "message_appended", data: { message: each } }) as const);
    expect(fold(eventFrames(...events)).leafId).toBe("m7");
    const chosen = fold(eventFrames(...events, { kind: "leaf_changed", data: { messageId: "m3" } }));
    expect(ids(branchTo(chosen.messages, chosen.leafId))).toEqual(["m1", "m2", "m3"]);
  });

  test("[WEB-51] a run that answers on another branch is not shown on this one", () => {
    const run = { id: "r1", status: "running" as const, agent: "bom", messageIds: ["m2"], steps: [], latencyMs: null };
    const messages = [message({ id: "m1", sequence: 1 })];
    expect(logItems({ messages, runs: { r1: run }, queued: {} })).toHaveLength(1);
    expect(logItems({ messages, runs: { r1: { ...run, messageIds: ["m1"] } }, queued: {} })).toHaveLength(2);
  });
});

describe("threads", () => {
  const messages = [
    message({ id: "m1", sequence: 1 }),
    message({ id: "m2", sequence: 2, replyToId: "m1" }),
    message({ id: "m3", sequence: 3, replyToId: "m2" }),
    message({ id: "m4", sequence: 4 }),
    message({ id: "a5", sequence: 5, senderType: "ai", runId: "r1" }),
  ];
  const run = { id: "r1", status: "complete" as const, agent: "bom", messageIds: ["m3"], steps: [], latencyMs: 1 };

  test("[WEB-52] a thread is what was said to its first message, to its replies, and what the engine answered to any of it", () => {
    expect(ids(threads(messages).get("m1") ?? [])).toEqual(["m2", "m3"]);
    expect(ids(threadOf("m1", messages, { r1: run }))).toEqual(["m1", "m2", "m3", "a5"]);
  });
});

describe("answers beside each other", () => {
  const answer = (id: string, sequence: number, about: Partial<ChatMessage> = {}) =>
    message({ id, sequence, senderType: "ai", senderId: null, runId: `r-${id}`, ...about });
  const shown = (messages: ChatMessage[]) => logItems({ messages, runs: {}, queued: {} });

  test("[WEB-53] another answer stands beside the first, with a word where it came in", () => {
    const items = shown([
      message({ id: "m1", sequence: 1 }),
      answer("a2", 2),
      message({ id: "m3", sequence: 3 }),
      answer("a4", 4, { alternativeToId: "a2" }),
      answer("a5", 5, { alternativeToId: "a2", runId: "r-a4" }),
    ]);
    expect(items.map(({ kind }) => kind)).toEqual(["said", "answered", "said", "elsewhere"]);
    expect(items[1]).toMatchObject({ alternatives: [{ key: "r-a4", messages: [{ id: "a4" }, { id: "a5" }] }] });
    expect(items[3]).toMatchObject({ besideId: "a2", message: { id: "a4" } });
  });

  test("[WEB-53] right after the first it needs no word; without the first it stands alone", () => {
    const near = shown([answer("a2", 2), answer("a3", 3, { alternativeToId: "a2" })]);
    expect(near.map(({ kind }) => kind)).toEqual(["answered"]);
    const alone = shown([answer("a3", 3, { alternativeToId: "gone" })]);
    expect(alone).toMatchObject([{ kind: "answered", alternatives: [] }]);
  });

  test("[WEB-54] an item that did not change is known to be the same", () => {
    const messages = [message({ id: "m1", sequence: 1 }), answer("a2", 2), answer("a3", 3, { alternativeToId: "a2" })];
    const [said, card] = shown(messages);
    const [saidAgain, cardAgain] = shown(messages);
    const [, changed] = shown([...messages.slice(0, 2), { ...answer("a3", 3, { alternativeToId: "a2" }) }]);
    if (!(said && card && saidAgain && cardAgain && changed)) throw new Error("all are drawn");
    expect(isSameItem(said, saidAgain)).toBe(true);
    expect(isSameItem(card, cardAgain)).toBe(true);
    expect(isSameItem(card, changed)).toBe(false);
    expect(isSameItem(said, card)).toBe(false);
  });
});

test("[WEB-8] a snapshot brings people, the leaf, the own mark and what is queued", () => {
  const messages = [
    message({ id: "m8", sequence: 8 }),
    message({ id: "m9", sequence: 9, senderId: "jonas", parentId: "m8" }),
  ];
  const chat: ChatSnapshot["chat"] = {
    id: "x",
    title: null,
    mode: "workbench",
    phase: "discovery",
    projectId: null,
    missionStatement: null,
    modelId: null,
    lastSequence: 9,
    lastMessageAt: 1,
    isPublic: false,
    createdAt: 1,
    updatedAt: 1,
  };
  const people = { participants: [mara, jonas], leafId: "m9", lastReadSequence: 8 };
  const snapshot: ChatSnapshot = { seq: 12, chat, messages, ...people, queued: ["m9"], run: null, revision: null };
  const state = reduceChat(fold([welcomed]), { type: "snapshot", snapshot });
  expect(state).toMatchObject({
    leafId: "m9",
    toldFrom: 12,
    reading: { readTo: 8, newAfter: 8 },
    queued: { m9: true },
  });
  expect(present(state.people)).toHaveLength(2);
});
