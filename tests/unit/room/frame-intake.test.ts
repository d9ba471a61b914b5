import { describe, expect, it } from "vitest";
import { joinChat, removeMember } from "../../../src/application/room/change-members.ts";
import { FrameIntake } from "../../../src/application/room/frame-intake.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import type { TestRoom, TestSocket } from "./test-room.ts";
import { ada, adasChat, countedId, eve, openRoom } from "./test-room.ts";
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

  it("that are too many or too long to be held are taken before their gap is over", async () => {
    const { test, intake, sockets } = await open(200);
    const [sender] = sockets;
    if (!sender) throw new Error("there is one");
    intake.take(sender, note("at once"));
    for (let n = 0; n < 499; n += 1) intake.take(sender, '{"type":"ping"}');
    expect(sender.of("pong")).toHaveLength(0);
    intake.take(sender, note("one"));
    expect([sender.of("pong").length, sender.of("ack").length]).toEqual([499, 2]);
    intake.take(sender, note("two"));
    intake.take(sender, " ".repeat(1024 * 1024));
    expect(sender.of("ack")).toHaveLength(3);
    expect(sender.of("nack").map(({ code }) => code)).toEqual(["too_large"]);
    await test.clock.advance(2);
    expect(texts(sender)).toEqual(["/note at once", "/note one", "/note two"]);
  });

  it("do not take each other with them: what fails in one is reported, and the others are stored", async () => {
    const { test, intake, sockets } = await open(100);
    const [sender, other] = sockets;
    if (!sender || !other) throw new Error("there are two");
    intake.take(sender, note("at once"));
    intake.take(sender, note("one"));
    other.close = () => {
      throw new Error("The socket has gone");
    };
    Object.assign(other, { userId: "nobody" });
    intake.take(other, '{"type":"ping"}');
    intake.take(sender, note("two"));
    await test.clock.advance(1);
    expect(test.errors).toEqual([new Error("The socket has gone")]);
    expect(sender.of("ack").map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it("leave nothing of one whose transaction fails, and everything of the others", async () => {
    const { test, intake, sockets } = await open(100);
    const [sender] = sockets;
    if (!sender) throw new Error("there is one");
    const { log } = test.storage;
    const put = log.putClientId.bind(log);
    log.putClientId = (...row) => {
      put(...row);
      if (row[1] === "00000000-0000-7000-8000-00000000dead") throw new Error("The disk is full");
    };
    intake.take(sender, note("at once"));
    intake.take(sender, note("one"));
    intake.take(
      sender,
      '{"type":"post_message","clientId":"00000000-0000-7000-8000-00000000dead","content":"/note gone"}',
    );
    intake.take(sender, note("two"));
    await test.clock.advance(1);
    expect(sender.of("ack").map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(sender.of("nack").map(({ code }) => code)).toEqual(["internal"]);
    expect(texts(sender)).toEqual(["/note at once", "/note one", "/note two"]);
    expect(sender.of("event").map(({ seq }) => seq)).toEqual([3, 4, 5]);
  });

  it("are counted one by one", async () => {
    const { test, intake } = await open(10);
    const socket = test.open({ ...ada, unlimited: false });
    intake.take(socket, '{"type":"hello","after":2}');
    for (let n = 0; n < 12; n += 1) intake.take(socket, '{"type":"ping"}');
    await test.clock.advance(2);
    expect(socket.of("pong")).toHaveLength(10);
    expect(socket.of("nack").map(({ code }) => code)).toEqual(["rate_limited", "rate_limited"]);
  });

  it("are each checked against what those before it left", async () => {
    const { test, intake, sockets } = await open(100);
    const [sender] = sockets;
    if (!sender) throw new Error("there is one");
    joinChat(test.room, eve, { role: "member", id: "i1", invitedBy: "ada", createdAt: 2 });
    const eves = test.open(eve);
    intake.take(eves, '{"type":"hello","after":3}');
    const once = note("once");
    intake.take(eves, once);
    intake.take(eves, once);
    intake.take(eves, once.replace("once", "twice"));
    await test.clock.advance(2);
    expect(eves.of("ack").map(({ sequence }) => sequence)).toEqual([1, 1]);
    expect(eves.of("nack").map(({ code }) => code)).toEqual(["conflict"]);

    intake.take(sender, note("at once"));
    intake.take(eves, note("too late"));
    removeMember(test.room, ada, "eve");
    await test.clock.advance(2);
    expect(eves.closed).toBe(4003);
    expect(texts(sender)).toEqual(["/note once", "/note at once"]);
  });

  it("that stop a run and ask anew in one go do both in that order", async () => {
    const { test, intake, sockets } = await open(100);
    const [sender] = sockets;
    if (!sender) throw new Error("there is one");
    const ask = (content: string) => JSON.stringify({ type: "post_message", clientId: countedId(), content });
    intake.take(sender, ask("hang"));
    await test.clock.advance(100);
    const runId = test.storage.runs.latest()?.id;
    intake.take(sender, note("at once"));
    intake.take(sender, JSON.stringify({ type: "stop", runId }));
    intake.take(sender, ask("why"));
    await test.clock.advance(2000);
    const kinds = sender.of("event").map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "run_started" || kind === "run_ended")).toEqual([
      ...["run_started", "run_ended"],
      ...["run_started", "run_ended"],
    ]);
    expect(test.storage.runs.get(runId ?? "")?.status).toBe("stopped");
    expect(test.storage.runs.latest()?.status).toBe("complete");
  });

  it("that wait are taken before anything else is done", async () => {
    const { test, intake, sockets } = await open(1600);
    const [sender] = sockets;
    if (!sender) throw new Error("there is one");
    intake.take(sender, note("at once"));
    intake.take(sender, note("one"));
    expect(sender.of("ack")).toHaveLength(1);
    intake.takeWaiting();
    expect(sender.of("ack")).toHaveLength(2);
    await test.clock.advance(16);
    expect(texts(sender)).toEqual(["/note at once", "/note one"]);
  });
});
