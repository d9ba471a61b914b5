import { describe, expect, it } from "vitest";
import { postMessage } from "../../../src/application/room/post-message.ts";
import { removeMessage } from "../../../src/application/room/remove-message.ts";
import { retirePerson } from "../../../src/application/room/retire-person.ts";
import type { ChatRole } from "../../../src/domain/chat/lists.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, adasChat, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

const former = { userId: "job", name: "Former member", guest: false };

function open(others: { userId: string; role: ChatRole; joinedAt: number; guest?: boolean }[] = []): TestRoom {
  const test = openRoom(scriptedTurn(new VirtualClock()));
  test.room.init(adasChat);
  for (const { userId, role, joinedAt, guest = false } of others) {
    const row = { userId, name: userId, role, joinedAt, guest, invitedBy: "ada", leftAt: null, removedBy: null };
    test.storage.transaction(() => test.storage.members.put(row));
  }
  return test;
}

const retire = (test: TestRoom, from = "ada") => retirePerson(test.room, { kind: "retire", from, to: former });

describe("a deleted account in a room", () => {
  it("[AUTH-33] leaves its words to a former member, once", () => {
    const test = open([{ userId: "eve", role: "admin", joinedAt: 2 }]);
    const body = { clientId: "5f0c6a52-4a6c-4b7e-9a53-0d0f6b6f4a10", content: "/note mine" };
    postMessage(test.room, { actor: ada, body });
    const sockets = [test.open(), test.open({ ...ada, userId: "eve", name: "eve" })];
    retire(test);
    const { seq } = test.storage.log.last();
    retire(test);
    expect(test.storage.log.last().seq).toBe(seq);
    expect(sockets.map(({ closed }) => closed)).toEqual([4001, null]);
    expect(test.storage.log.page({ limit: 1 })).toMatchObject([{ senderId: "job", senderName: "Former member" }]);
    expect(test.storage.members.row("ada")).toBeNull();
    expect(test.storage.members.row("job")).toMatchObject({ name: "Former member", leftAt: expect.any(Number) });
    const events = test.room.log.after(0, 100);
    expect(JSON.stringify(events)).not.toContain('"ada"');
    expect(events.at(-1)).toMatchObject({ kind: "participant_left", data: { userId: "job" } });
    expect(test.room.log.rewrittenSeq).toBe(seq);
  });

  it("[AUTH-33] is not called by its name in what is replayed, in events that were written together neither", () => {
    const test = open();
    const row = { userId: "eve", name: "Evelyn Realname", role: "member" as const, joinedAt: 2, guest: false };
    const { room, storage } = test;
    room.log.commit((writer) => {
      storage.members.put({ ...row, invitedBy: "ada", leftAt: null, removedBy: null });
      writer.append("eve", { kind: "participant_joined", data: { member: row } });
      writer.append("eve", { kind: "participant_changed", data: { member: row } });
    });
    const eve = { ...ada, userId: "eve", name: row.name };
    const body = { clientId: "5f0c6a52-4a6c-4b7e-9a53-0d0f6b6f4a11", content: "/note hi" };
    const { id } = postMessage(room, { actor: eve, body });
    removeMessage(room, eve, id);
    retire(test, "eve");
    const socket = test.open();
    room.frame(socket, JSON.stringify({ type: "hello", after: 0 }));
    expect(socket.of("welcome")).toHaveLength(1);
    expect(JSON.stringify([socket.frames, storage.members.rows()])).not.toContain("Evelyn");
  });

  it("[AUTH-33] hands its chat to whoever has the most rights, the longest of several, and to no guest before an account", () => {
    const test = open([
      { userId: "member", role: "member", joinedAt: 2 },
      { userId: "late", role: "admin", joinedAt: 9 },
      { userId: "early", role: "admin", joinedAt: 5 },
      { userId: "guest", role: "member", joinedAt: 1, guest: true },
    ]);
    retire(test);
    expect(test.storage.meta.chat()?.ownerId).toBe("early");
    expect(test.storage.members.all().filter(({ role }) => role === "owner")).toMatchObject([{ userId: "early" }]);
  });

  it("[AUTH-33] hands it to a guest where nobody has an account: what others said stays theirs", () => {
    const test = open([{ userId: "guest", role: "member", joinedAt: 2, guest: true }]);
    expect(retire(test)).toBe(true);
    expect(test.storage.meta.chat()?.ownerId).toBe("guest");
    expect(test.storage.members.all()).toMatchObject([{ userId: "guest", role: "owner", guest: true }]);
  });

  it("[AUTH-33] alone in it says so, and nothing changes", () => {
    const test = open();
    const { seq } = test.storage.log.last();
    expect(retire(test)).toBe(false);
    expect([test.storage.log.last().seq, test.storage.meta.chat()?.ownerId]).toEqual([seq, "ada"]);
  });

  it("[AUTH-33] hands nobody what is in the trash", () => {
    const test = open([{ userId: "eve", role: "admin", joinedAt: 2 }]);
    const chat = test.storage.meta.chat();
    if (chat) test.storage.transaction(() => test.storage.meta.putChat({ ...chat, trashedAt: 1 }));
    expect(retire(test)).toBe(false);
  });

  it("[AUTH-33] that was a member only, or has left before, leaves the owner's chat with the owner", () => {
    const test = open([{ userId: "eve", role: "member", joinedAt: 2 }]);
    retire(test, "eve");
    expect(test.storage.meta.chat()?.ownerId).toBe("ada");
    retire(test, "nobody");
    expect(test.storage.members.all()).toMatchObject([{ userId: "ada", role: "owner" }]);
  });
});
