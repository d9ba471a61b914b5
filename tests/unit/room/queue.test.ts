import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import { removeMember } from "../../../src/application/room/change-members.ts";
import { removeMessage } from "../../../src/application/room/remove-message.ts";
import type { TurnRunner } from "../../../src/application/room/room-deps.ts";
import type { RunRow } from "../../../src/application/room/room-storage.ts";
import { limits } from "../../../src/domain/chat/limits.ts";
import { openEngineRoom } from "./engine-room.ts";
import { ask, join, say } from "./in-the-room.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, adasChat, countedId, openRoom } from "./test-room.ts";
import { settle, VirtualClock } from "./virtual-clock.ts";

/** A room whose runs are noted as they begin. */
function open(): TestRoom & { began: string[][] } {
  const clock = new VirtualClock();
  const scripted = scriptedTurn(clock);
  const began: string[][] = [];
  const noted: TurnRunner = (input, room, signal) => {
    began.push(input.asked.map(({ id }) => id));
    return scripted(input, room, signal);
  };
  const test = openRoom(noted, { clock });
  test.room.init(adasChat);
  return { ...test, clock, began };
}

function answering({ storage }: TestRoom, messageId: string): RunRow | null {
  return storage.runs.answering(messageId);
}

describe("what waits", () => {
  it("[CHAT-30] is answered in order by as many runs as it takes, so many messages each", async () => {
    const test = open();
    say(test, "first");
    const waiting = Array.from({ length: 2 * limits.runMessages + 1 }, (_, n) => say(test, `word ${n}`).id);
    await test.clock.advance(60_000);
    expect(test.began.slice(1)).toEqual([
      waiting.slice(0, limits.runMessages),
      waiting.slice(limits.runMessages, 2 * limits.runMessages),
      waiting.slice(2 * limits.runMessages),
    ]);
    expect(test.storage.meta.queued()).toEqual([]);
  });

  it("[CHAT-30] is answered so many bytes at a time, the longest message alone", async () => {
    const test = open();
    say(test, "first");
    const half = "ü".repeat(limits.runBytes / 4);
    const waiting = [half, half, "x", half].map((content) => say(test, content).id);
    await test.clock.advance(1_000_000);
    expect(test.began.slice(1)).toEqual([waiting.slice(0, 2), waiting.slice(2)]);
  });

  it("[CHAT-30] more edits than one run takes are answered by the engine, all of them", async () => {
    const test = openEngineRoom();
    await ask(test, "ESP32 weather station with an OLED");
    say(test, "hello");
    const waiting = Array.from(
      { length: limits.runMessages + 20 },
      (_, n) => say(test, n % 2 ? "remove the buzzer" : "add a buzzer").id,
    );
    await test.clock.advance(100_000);
    expect(new Set(waiting.map((id) => answering(test, id)?.status))).toEqual(new Set(["complete"]));
    expect(test.errors).toEqual([]);
  });

  it("[CHAT-31] of who was removed, left or may only read by now starts no run", async () => {
    const test = open();
    const [eve, ben, dan] = [join(test, "eve"), join(test, "ben"), join(test, "dan")];
    say(test, "@ohm first");
    const dropped = [eve, ben, dan].map((by) => say(test, "@ohm second", { by }).id);
    const kept = say(test, "@ohm third").id;
    removeMember(test.room, ada, "eve");
    removeMember(test.room, ben, "ben");
    await answerRequest(test.room, ada, { kind: "change-role", userId: "dan", role: "viewer" });
    expect(test.storage.meta.queued()).not.toContain(dropped[0]);
    await test.clock.advance(30_000);
    expect(dropped.map((id) => answering(test, id))).toEqual([null, null, null]);
    expect(answering(test, kept)?.status).toBe("complete");
  });
});

describe("a send that waits", () => {
  it("[CHAT-14] is answered at once when its message is taken out of the queue", async () => {
    const test = open();
    say(test, "hang");
    const body = { clientId: countedId(), content: "second" };
    const waiting = answerRequest(test.room, ada, { kind: "post", body, waitMs: 45_000 });
    await settle();
    removeMessage(test.room, ada, test.storage.meta.queued()[0] ?? "");
    await test.clock.advance(0);
    expect(await Promise.race([waiting, settle().then(() => "still waiting")])).toMatchObject({ settled: true });
  });

  it("[ROOM-26] tells who was removed meanwhile nothing of what came after", async () => {
    const test = open();
    const eve = join(test, "eve");
    const body = { clientId: countedId(), content: "@ohm tell me" };
    const waiting = answerRequest(test.room, eve, { kind: "post", body, waitMs: 30_000 });
    const outcome = waiting.catch((error: unknown) => error);
    await settle();
    removeMember(test.room, ada, "eve");
    await test.clock.advance(40_000);
    expect(await outcome).toMatchObject({ code: "not_found" });
  });
});
