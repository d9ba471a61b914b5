import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import type { NamedActor } from "../../../src/application/room/require-member.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, adasChat, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

function open(): TestRoom {
  const clock = new VirtualClock();
  const test = openRoom(scriptedTurn(clock), { clock });
  test.room.init(adasChat);
  return { ...test, clock };
}

const ask = (test: TestRoom, actor: NamedActor) => answerRequest(test.room, actor, { kind: "chat" });

describe("a member's row", () => {
  it("[PEOPLE-1] takes a new name and an account from a request or an upgrade, and the room is told once", async () => {
    const test = open();
    await ask(test, { ...ada, name: "Ada L." });
    test.open({ ...ada, name: "Ada Lovelace", guest: true });
    test.open({ ...ada, name: "Ada Lovelace", guest: true });
    const member = test.storage.members.get("ada");
    expect(member).toEqual({ userId: "ada", name: "Ada Lovelace", role: "owner", joinedAt: 1, guest: true });
    const events = test.room.log.after(2, 10);
    expect(events.map(({ kind, by }) => [kind, by])).toEqual(Array(2).fill(["participant_changed", "ada"]));
    expect(events.at(-1)?.data).toEqual({ member });
  });

  it("[PEOPLE-1] that says it already is not written", async () => {
    const test = open();
    const { seq } = test.storage.log.last();
    await ask(test, ada);
    test.open(ada);
    expect(test.storage.log.last().seq).toBe(seq);
  });
});
