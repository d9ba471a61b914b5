import { describe, expect, it } from "vitest";
import { FrameIntake } from "../../../src/application/room/frame-intake.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import type { TestRoom, TestSocket } from "./test-room.ts";
import { adasChat, countedId, openRoom } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** A room at rest with sockets that have said hello, and its intake. */
async function open(sockets: number): Promise<{ test: TestRoom; intake: FrameIntake; sockets: TestSocket[] }> {
  const clock = new VirtualClock();
  const test = { ...openRoom(scriptedTurn(clock, 20), { clock }), clock };
  test.room.init(adasChat);
  const opened = Array.from({ length: sockets }, () => test.open());
  for (const socket of opened) test.room.frame(socket, '{"type":"hello","after":2}');
  await clock.advance(2000);
  return { test, intake: new FrameIntake(test.room), sockets: opened };
}

const note = (content: string) =>
  JSON.stringify({ type: "post_message", clientId: countedId(), content: `/note ${content}` });

const texts = (socket: TestSocket) =>
  socket.of("event").flatMap((event) => (event.kind === "message_appended" ? [event.data.message.content] : []));

describe("[ROOM-50] frames", () => {
  it("that come alone are taken at once", async () => {
    const { test, intake, sockets } = await open(1);
    for (const content of ["one", "two"]) {
      intake.take(sockets[0] ?? test.open(), note(content));
      expect(texts(sockets[0] ?? test.open()).at(-1)).toBe(`/note ${content}`);
      await test.clock.advance(1);
    }
  });

  it("that come within the gap of the last are taken together, each by itself and in order, and told in one go", async () => {
    const { test, intake, sockets } = await open(200);
    const [first, second, ...others] = sockets;
    if (!first || !second) throw new Error("there are two");
    intake.take(first, note("at once"));
    const before = others.map(({ sends }) => sends);
    intake.take(first, note("one"));
    intake.take(second, "no frame");
    intake.take(second, note("two"));
    intake.take(first, note("three"));
    expect([first.of("ack").length, second.of("nack").length]).toEqual([1, 0]);

    await test.clock.advance(2);
    expect(first.of("ack").map(({ sequence }) => sequence)).toEqual([1, 2, 4]);
    expect(second.of("nack").map(({ code }) => code)).toEqual(["invalid"]);
    expect(second.of("ack").map(({ sequence }) => sequence)).toEqual([3]);
    for (const [place, socket] of others.entries()) {
      expect(texts(socket)).toEqual(["/note at once", "/note one", "/note two", "/note three"]);
      expect(socket.sends - (before[place] ?? 0)).toBe(1);
    }
  });

  it("let their senders hear their acks before the room hears of the messages", async () => {
    const { test, intake, sockets } = await open(100);
    const [sender, other] = sockets;
    if (!sender || !other) throw new Error("there are two");
    for (const content of ["at once", "one", "two"]) intake.take(sender, note(content));
    await test.clock.advance(1);
    const kinds = sender.frames.slice(-6).map(({ type }) => type);
    expect(kinds).toEqual(["ack", "event", "ack", "ack", "event", "event"]);
  });

  it("of a socket that says hello among others' sends are answered without a hole or a copy", async () => {
    const { test, intake, sockets } = await open(100);
    const [sender] = sockets;
    if (!sender) throw new Error("there is one");
    const late = test.open();
    intake.take(sender, note("at once"));
    intake.take(sender, note("one"));
    intake.take(late, '{"type":"hello","after":2}');
    intake.take(sender, note("two"));
    await test.clock.advance(10);
    expect(texts(late)).toEqual(["/note at once", "/note one", "/note two"]);
  });
});
