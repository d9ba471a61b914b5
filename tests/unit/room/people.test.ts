import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import { joinChat } from "../../../src/application/room/change-members.ts";
import { postMessage } from "../../../src/application/room/post-message.ts";
import type { NamedActor } from "../../../src/application/room/require-member.ts";
import type { RoomRequest } from "../../../src/application/room/room-request.ts";
import { trashChat } from "../../../src/application/room/shelve-chat.ts";
import type { ChatRole } from "../../../src/domain/chat/lists.ts";
import { chatRoles } from "../../../src/domain/chat/lists.ts";
import { kindsAfter } from "./in-the-room.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, adasChat, countedId, eve, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

const hello = '{"type":"hello","after":0}';

function open(): TestRoom {
  const clock = new VirtualClock();
  const test = openRoom(scriptedTurn(clock, 20), { clock });
  test.room.init(adasChat);
  return { ...test, clock };
}

const person = (userId: string, guest = false): NamedActor => ({ ...ada, userId, name: userId, guest });

/** Comes in by an invitation of Ada's that was made now. */
function join(test: TestRoom, actor: NamedActor, role: ChatRole) {
  return joinChat(test.room, actor, { role, id: "i1", invitedBy: "ada", createdAt: test.clock.nowMs() });
}

/** A chat of Ada's with one person of each role beside her. */
function peopled(): TestRoom {
  const test = open();
  for (const role of ["viewer", "member", "admin"] as const) join(test, person(role), role);
  join(test, person("guest", true), "member");
  return test;
}

async function ask(test: TestRoom, actor: NamedActor, request: RoomRequest): Promise<unknown> {
  const reply = await answerRequest(test.room, actor, request);
  return reply.ok ? JSON.parse(reply.json) : reply;
}

/** "ok", or the code of the refusal. */
async function outcome(test: TestRoom, actor: NamedActor, request: RoomRequest): Promise<string> {
  try {
    await ask(test, actor, request);
    return "ok";
  } catch (error) {
    return String(Reflect.get(Object(error), "code"));
  }
}

const roleOf = (test: TestRoom, userId: string) => test.storage.members.get(userId)?.role ?? null;
const lastEvents = (test: TestRoom, count: number) => test.room.log.after(test.storage.log.last().seq - count, count);

describe("a member's row", () => {
  it("[PEOPLE-1] takes a new name and an account from a request or an upgrade, and the room is told once", async () => {
    const test = open();
    await ask(test, { ...ada, name: "Guest 4821", guest: true }, { kind: "chat" });
    test.open({ ...ada, name: "Ada Lovelace" });
    test.open({ ...ada, name: "Ada Lovelace" });
    const member = test.storage.members.get("ada");
    expect(member).toEqual({ userId: "ada", name: "Ada Lovelace", role: "owner", joinedAt: 1, guest: false });
    const events = test.room.log.after(2, 10);
    expect(events.map(({ kind, by }) => [kind, by])).toEqual(Array(2).fill(["participant_changed", "ada"]));
    expect(events.at(-1)?.data).toEqual({ member });
  });

  it("[PEOPLE-1] does not go back to an older state that a cache has kept", async () => {
    const test = open();
    await ask(test, { ...ada, name: "Ada L.", changedAt: 5 }, { kind: "chat" });
    const { seq } = test.storage.log.last();
    await ask(test, ada, { kind: "chat" });
    expect([test.storage.members.get("ada")?.name, test.storage.log.last().seq]).toEqual(["Ada L.", seq]);
    await ask(test, { ...ada, changedAt: 6 }, { kind: "chat" });
    expect(test.storage.members.get("ada")?.name).toBe("Ada");
  });

  it("[PEOPLE-1] does not go back either once the room was evicted", async () => {
    const test = open();
    await ask(test, { ...ada, name: "Ada L.", changedAt: 5 }, { kind: "chat" });
    const again = {
      ...openRoom(scriptedTurn(test.clock), { clock: test.clock, storage: test.storage }),
      clock: test.clock,
    };
    await ask(again, ada, { kind: "chat" });
    expect(test.storage.members.get("ada")?.name).toBe("Ada L.");
    await ask(again, { ...ada, name: "Ada Lovelace", changedAt: 6 }, { kind: "chat" });
    expect(test.storage.members.get("ada")?.name).toBe("Ada Lovelace");
  });

  it("[AUTH-24] of an account does not take a guest's name back from a session of before the sign-up", async () => {
    const test = open();
    await ask(test, { ...ada, name: "Ada", guest: false }, { kind: "chat" });
    await ask(test, { ...ada, name: "Ada Lovelace" }, { kind: "chat" });
    const { seq } = test.storage.log.last();
    await ask(test, { ...ada, name: "Guest 4821", guest: true }, { kind: "chat" });
    expect([test.storage.members.get("ada")?.name, test.storage.log.last().seq]).toEqual(["Ada Lovelace", seq]);
  });

  it("[PEOPLE-1] that says it already is not written", async () => {
    const test = open();
    const { seq } = test.storage.log.last();
    await ask(test, ada, { kind: "chat" });
    test.open(ada);
    expect(test.storage.log.last().seq).toBe(seq);
  });
});

describe("roles", () => {
  const actors = { ada, viewer: person("viewer"), member: person("member"), admin: person("admin"), eve };
  type Who = keyof typeof actors;

  it.each<[Who, string, ChatRole, string]>([
    ["viewer", "member", "viewer", "forbidden"],
    ["member", "viewer", "member", "forbidden"],
    ["admin", "viewer", "member", "ok"],
    ["admin", "member", "viewer", "ok"],
    ["admin", "guest", "viewer", "ok"],
    ["admin", "member", "admin", "forbidden"],
    ["admin", "admin", "member", "forbidden"],
    ["admin", "ada", "member", "forbidden"],
    ["admin", "member", "owner", "forbidden"],
    ["ada", "member", "admin", "ok"],
    ["ada", "admin", "member", "ok"],
    ["ada", "admin", "owner", "ok"],
    ["ada", "ada", "admin", "conflict"],
    ["ada", "ada", "owner", "ok"],
    ["ada", "guest", "admin", "conflict"],
    ["ada", "guest", "owner", "conflict"],
    ["ada", "nobody", "member", "not_found"],
    ["eve", "member", "viewer", "not_found"],
  ])("[PEOPLE-2] %s makes %s %s: %s", async (...[who, userId, role, expected]) => {
    const test = peopled();
    const before = roleOf(test, userId);
    expect(await outcome(test, actors[who], { kind: "change-role", userId, role })).toBe(expected);
    expect(roleOf(test, userId)).toBe(expected === "ok" ? role : before);
  });

  it("[PEOPLE-2] a role that is there already is not written", async () => {
    const test = peopled();
    const { seq } = test.storage.log.last();
    await ask(test, ada, { kind: "change-role", userId: "member", role: "member" });
    expect(test.storage.log.last().seq).toBe(seq);
  });

  it("[PEOPLE-3] a chat is handed over in one step: one owner before, one owner after", async () => {
    const test = peopled();
    expect(await ask(test, ada, { kind: "change-role", userId: "member", role: "owner" })).toMatchObject({
      role: "owner",
    });
    expect([roleOf(test, "ada"), roleOf(test, "member")]).toEqual(["admin", "owner"]);
    expect(test.storage.meta.chat()?.ownerId).toBe("member");
    expect(lastEvents(test, 2).map(({ kind, by }) => [kind, by])).toEqual(
      Array(2).fill(["participant_changed", "ada"]),
    );
    expect(test.storage.members.all().filter(({ role }) => role === "owner")).toHaveLength(1);
  });

  it("[PEOPLE-3] a guest who hands their chat over becomes a member", async () => {
    const test = peopled();
    await ask(test, { ...ada, guest: true }, { kind: "change-role", userId: "admin", role: "owner" });
    expect(roleOf(test, "ada")).toBe("member");
  });

  it("[PEOPLE-4] of an open socket is what the row says now", async () => {
    const test = peopled();
    const socket = test.open(person("member"));
    const post = () =>
      test.room.frame(socket, JSON.stringify({ type: "post_message", clientId: countedId(), content: "/note x" }));
    post();
    await ask(test, ada, { kind: "change-role", userId: "member", role: "viewer" });
    post();
    expect([socket.of("ack").length, socket.of("nack").map(({ code }) => code)]).toEqual([1, ["forbidden"]]);
  });
});

describe("leaving and removing", () => {
  it.each<[string, string, string]>([
    ["viewer", "viewer", "ok"],
    ["member", "member", "ok"],
    ["admin", "admin", "ok"],
    ["ada", "ada", "conflict"],
    ["viewer", "member", "forbidden"],
    ["member", "viewer", "forbidden"],
    ["admin", "member", "ok"],
    ["admin", "guest", "ok"],
    ["admin", "ada", "forbidden"],
    ["ada", "admin", "ok"],
    ["ada", "nobody", "not_found"],
    ["eve", "eve", "not_found"],
  ])("[PEOPLE-5] %s takes out %s: %s", async (who, userId, expected) => {
    const test = peopled();
    const actor = who === "ada" ? ada : person(who);
    expect(await outcome(test, actor, { kind: "remove-member", userId })).toBe(expected);
    if (expected === "ok") expect(roleOf(test, userId)).toBeNull();
  });

  it("[PEOPLE-5] an admin does not take out another admin", async () => {
    const test = peopled();
    join(test, person("second"), "admin");
    expect(await outcome(test, person("admin"), { kind: "remove-member", userId: "second" })).toBe("forbidden");
  });

  it("[PEOPLE-6] closes the sockets of who is out with 4003, tells the others who did it, and keeps their messages", async () => {
    const test = peopled();
    const [hers, his, watching] = [test.open(person("member")), test.open(person("member")), test.open()];
    for (const socket of [hers, his, watching]) test.room.frame(socket, hello);
    postMessage(test.room, { actor: person("member"), body: { clientId: countedId(), content: "/note mine" } });
    await ask(test, person("admin"), { kind: "remove-member", userId: "member" });
    expect([hers.closed, his.closed, watching.closed]).toEqual([4003, 4003, null]);
    const left = { kind: "participant_left", by: "admin", data: { userId: "member", removedBy: "admin" } };
    expect(lastEvents(test, 1)).toMatchObject([left]);
    await test.clock.advance(1000);
    expect(watching.of("event").at(-1)).toMatchObject(left);
    expect(test.storage.log.page({ limit: 1 })).toMatchObject([{ senderName: "member", content: "/note mine" }]);
    await ask(test, person("viewer"), { kind: "remove-member", userId: "viewer" });
    expect(lastEvents(test, 1)[0]?.data).toEqual({ userId: "viewer" });
  });

  it("[PEOPLE-6] who is out is a stranger: no request, no upgrade, no frame", async () => {
    const test = peopled();
    const socket = test.open(person("member"));
    await ask(test, ada, { kind: "remove-member", userId: "member" });
    expect(await outcome(test, person("member"), { kind: "chat" })).toBe("not_found");
    expect(() => test.open(person("member"))).toThrow(expect.objectContaining({ code: "not_found" }));
    expect(socket.closed).toBe(4003);
    test.room.frame(socket, hello);
    expect(socket.frames).toEqual([]);
  });
});

describe("coming in by an invitation", () => {
  const at = (test: TestRoom, role: ChatRole, invitedBy: string) => ({
    id: "i1",
    role,
    invitedBy,
    createdAt: test.clock.nowMs(),
  });

  it("[PEOPLE-7] makes a member, once, and tells the room", () => {
    const test = open();
    expect(join(test, eve, "viewer")).toEqual({ role: "viewer", isNew: true, byThis: true });
    const { seq } = test.storage.log.last();
    expect(join(test, eve, "member")).toEqual({ role: "viewer", isNew: false, byThis: true });
    const other = { id: "i2", role: "member" as const, invitedBy: "ada", createdAt: test.clock.nowMs() };
    expect(joinChat(test.room, eve, other)).toEqual({ role: "viewer", isNew: false, byThis: false });
    expect(test.storage.log.last().seq).toBe(seq);
    expect(lastEvents(test, 1)).toMatchObject([{ kind: "participant_joined", by: "eve" }]);
    expect(test.storage.members.row("eve")).toMatchObject({ invitedBy: "ada", leftAt: null, guest: false });
  });

  it("[PEOPLE-7] never makes a guest more than a member", () => {
    const test = open();
    expect(join(test, person("guest", true), "admin").role).toBe("member");
  });

  it.each<[string, ChatRole, boolean]>([
    ["viewer", "viewer", false],
    ["member", "member", false],
    ["admin", "member", true],
    ["admin", "admin", false],
    ["ada", "admin", true],
    ["ada", "owner", true],
    ["nobody", "member", false],
  ])("[PEOPLE-8] an invitation that %s made to %s: %s", (invitedBy, role, stands) => {
    const test = peopled();
    const come = () => joinChat(test.room, eve, at(test, role, invitedBy));
    if (stands) expect(come().isNew).toBe(true);
    else expect(come).toThrow(expect.objectContaining({ code: "not_found" }));
  });

  it("[PEOPLE-8] does not stand once its maker may invite no more", async () => {
    const test = peopled();
    const made = at(test, "member", "admin");
    await ask(test, ada, { kind: "change-role", userId: "admin", role: "member" });
    expect(() => joinChat(test.room, eve, made)).toThrow(expect.objectContaining({ code: "not_found" }));
  });

  it("[PEOPLE-9] who was removed does not come back by one that was made before, who left does", async () => {
    const test = peopled();
    const before = at(test, "viewer", "ada");
    await test.clock.advance(10);
    await ask(test, ada, { kind: "remove-member", userId: "member" });
    await ask(test, person("admin"), { kind: "remove-member", userId: "admin" });
    expect(() => joinChat(test.room, person("member"), before)).toThrow(expect.objectContaining({ code: "not_found" }));
    expect(joinChat(test.room, person("admin"), before)).toEqual({ role: "viewer", isNew: true, byThis: true });
    await test.clock.advance(10);
    expect(join(test, person("member"), "viewer")).toEqual({ role: "viewer", isNew: true, byThis: true });
  });

  it.each(chatRoles)("[PEOPLE-8] who may invite: %s", async (role) => {
    const test = peopled();
    const actor = role === "owner" ? ada : person(role);
    const may = (wanted: ChatRole) => outcome(test, actor, { kind: "invite", role: wanted });
    const expected = { owner: ["ok", "ok"], admin: ["ok", "forbidden"] }[role as string] ?? ["forbidden", "forbidden"];
    expect([await may("member"), await may("admin")]).toEqual(expected);
    expect(await outcome(test, actor, { kind: "invitations" })).toBe(expected[0]);
  });
});

describe("the list of people", () => {
  it("[PEOPLE-10] is read by pages, by time of joining, without who is out", async () => {
    const test = open();
    for (const userId of ["b", "c", "d", "e"]) {
      await test.clock.advance(1);
      join(test, person(userId), "member");
    }
    await ask(test, ada, { kind: "remove-member", userId: "c" });
    const page = (after?: string) => ask(test, ada, { kind: "participants", page: { after, limit: 2 } });
    expect(await page()).toMatchObject({ items: [{ userId: "ada" }, { userId: "b" }], nextCursor: "b" });
    expect(await page("b")).toMatchObject({ items: [{ userId: "d" }, { userId: "e" }], nextCursor: null });
    expect(await page("e")).toEqual({ items: [], nextCursor: null });
    expect(await page("c")).toEqual({ items: [], nextCursor: null });
  });
});

describe("archive and trash", () => {
  const patch = (body: object): RoomRequest => ({ kind: "change-chat", body });

  it("[PEOPLE-11] are the owner's", async () => {
    const test = peopled();
    for (const request of [patch({ archived: true }), patch({ trashed: true }), { kind: "trash" } as const]) {
      expect(await outcome(test, person("admin"), request)).toBe("forbidden");
    }
    expect(test.storage.meta.chat()).toMatchObject({ id: adasChat.chat.id });
    expect(test.storage.meta.chat()?.trashedAt ?? null).toBeNull();
  });

  it("[PEOPLE-11] are told once, and leave the chat's place in lists", async () => {
    const test = open();
    const { seq } = test.storage.log.last();
    const before = await ask(test, ada, { kind: "chat" });
    const archived = await ask(test, ada, patch({ archived: true }));
    await ask(test, ada, patch({ archived: true }));
    expect(archived).toEqual({ ...Object(before), archivedAt: test.clock.nowMs() });
    expect(await ask(test, ada, patch({ archived: false }))).toMatchObject({ archivedAt: null });
    expect(test.room.log.after(seq, 9)).toMatchObject([
      { kind: "chat_updated", by: "ada", data: { chat: { archivedAt: test.clock.nowMs() } } },
      { kind: "chat_updated", by: "ada", data: { chat: { archivedAt: null } } },
    ]);
  });

  it("[PEOPLE-12] in the trash nothing changes, whoever asks and by whichever way", async () => {
    const test = peopled();
    const socket = test.open();
    test.room.frame(socket, hello);
    expect(await ask(test, ada, { kind: "trash" })).toMatchObject({ trashedAt: test.clock.nowMs() });
    const { seq } = test.storage.log.last();
    const body = { clientId: countedId(), content: "/note x" };
    const writes: RoomRequest[] = [
      { kind: "post", body, waitMs: 0 },
      patch({ title: "New" }),
      patch({ phase: "done" }),
      patch({ archived: true }),
      { kind: "change-role", userId: "member", role: "admin" },
      { kind: "remove-member", userId: "member" },
      { kind: "invite", role: "member" },
      { kind: "revoke-invitation" },
    ];
    for (const request of writes) expect(await outcome(test, ada, request), request.kind).toBe("conflict");
    expect(await outcome(test, person("member"), { kind: "remove-member", userId: "member" })).toBe("conflict");
    expect(() => join(test, eve, "member")).toThrow(expect.objectContaining({ code: "conflict" }));
    for (const frame of [{ type: "post_message", ...body }, { type: "typing" }]) {
      test.room.frame(socket, JSON.stringify(frame));
      expect(socket.of("nack").at(-1)).toMatchObject({ code: "conflict", detail: expect.stringContaining("trash") });
    }
    expect(test.storage.log.last().seq).toBe(seq);
    for (const kind of ["chat", "snapshot", "invitations"] as const)
      expect(await outcome(test, ada, { kind })).toBe("ok");
  });

  it("[PEOPLE-12] a new name waits in the trash, and is told once the chat is back", () => {
    const test = open();
    trashChat(test.room, ada, true);
    const { seq } = test.storage.log.last();
    const renamed = { ...ada, name: "Augusta", changedAt: 9 };
    test.room.members.of(renamed);
    expect(test.storage.log.last().seq).toBe(seq);
    trashChat(test.room, ada, false);
    expect(test.room.members.of(renamed).name).toBe("Augusta");
    expect(kindsAfter(test, seq)).toEqual(["chat_updated", "participant_changed"]);
  });

  it("[PEOPLE-12] brought back, all goes on", async () => {
    const test = open();
    await ask(test, ada, { kind: "trash" });
    expect(await ask(test, ada, patch({ trashed: false }))).toMatchObject({ trashedAt: null });
    expect(await outcome(test, ada, patch({ title: "New" }))).toBe("ok");
  });

  it("[PEOPLE-13] stops what runs and what waits behind it", async () => {
    const test = open();
    const say = (content: string) => postMessage(test.room, { actor: ada, body: { clientId: countedId(), content } });
    say("one");
    say("two");
    await ask(test, ada, { kind: "trash" });
    expect([test.room.turns.active, test.storage.runs.latest()?.status]).toEqual([null, "stopped"]);
    expect(test.storage.meta.queued()).toEqual([]);
    const { seq } = test.storage.log.last();
    await test.clock.advance(130_000);
    expect(test.storage.log.last().seq).toBe(seq);
  });

  it("[PEOPLE-14] only what is in the trash is deleted for good, by its owner", async () => {
    const test = peopled();
    expect(await outcome(test, ada, { kind: "delete" })).toBe("conflict");
    await ask(test, ada, { kind: "trash" });
    expect(await outcome(test, person("admin"), { kind: "delete" })).toBe("forbidden");
    expect(await outcome(test, ada, { kind: "delete" })).toBe("ok");
  });
});
