import { describe, expect, it } from "vitest";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import { postMessage } from "../../../src/application/room/post-message.ts";
import type { NamedActor } from "../../../src/application/room/require-member.ts";
import type { TurnRunner } from "../../../src/application/room/room-deps.ts";
import { scriptedTurn, scriptedWords } from "./scripted-turn.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, adasChat, countedId, eve, openRoom } from "./test-room.ts";
import { settle, VirtualClock } from "./virtual-clock.ts";

function open(pauseMs = 20): TestRoom {
  const clock = new VirtualClock();
  const test = openRoom(scriptedTurn(clock, pauseMs), { clock });
  test.room.init(adasChat);
  return { ...test, clock };
}

function say(test: TestRoom, content: string, clientId: string = countedId()) {
  return postMessage(test.room, { actor: ada, body: { clientId, content } });
}

const hello = (after = 0, have?: { messageId: string; offset: number }[]) =>
  JSON.stringify({ type: "hello", after, ...(have ? { have } : {}) });

describe("a send", () => {
  it("[CHAT-1] takes the next sequence, whoever sends, without gap or repeat", async () => {
    const test = open();
    const acks = Array.from({ length: 30 }, (_, n) => say(test, `/note ${n}`));
    expect(acks.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  it("[CHAT-4] sent again keeps its first place, whatever came between", () => {
    const test = open();
    const clientId = countedId();
    const first = say(test, "/note one", clientId);
    say(test, "/note two");
    expect(say(test, "/note one", clientId.toUpperCase())).toEqual({ ...first, clientId: clientId.toUpperCase() });
    expect(test.storage.log.last().sequence).toBe(2);
  });

  it("[CHAT-4] with another body under a used client id is a conflict", () => {
    const test = open();
    const clientId = countedId();
    say(test, "/note one", clientId);
    expect(() => say(test, "/note other", clientId)).toThrow(expect.objectContaining({ code: "conflict" }));
    expect(test.storage.log.last().sequence).toBe(1);
  });

  it("[CHAT-6] replying to nothing is invalid, and nothing is stored", () => {
    const test = open();
    const body = { clientId: countedId(), content: "x", replyToId: countedId() };
    expect(() => postMessage(test.room, { actor: ada, body })).toThrow(expect.objectContaining({ code: "invalid" }));
    expect(test.storage.log.last().sequence).toBe(0);
  });

  it("[CHAT-6] to nobody of this chat is invalid; to its people and agents it is not", () => {
    const test = open();
    const body = () => ({ clientId: countedId(), content: "/note x" });
    for (const to of [["x"], ["ada", "eve"]]) {
      expect(() => postMessage(test.room, { actor: ada, body: { ...body(), to } })).toThrow(
        expect.objectContaining({
          code: "invalid",
          errors: [{ path: `to.${to.length - 1}`, message: expect.any(String) }],
        }),
      );
    }
    expect(test.storage.log.last().sequence).toBe(0);
    postMessage(test.room, { actor: ada, body: { ...body(), to: ["ada", "orchestrator"] } });
    expect(test.storage.log.last().sequence).toBe(1);
  });

  it("[CHAT-10] over the rate is refused with the time to wait, but an old one gets its ack again", () => {
    const test = open();
    const limited = { ...ada, unlimited: false };
    const clientId = countedId();
    const post = (id: string) => postMessage(test.room, { actor: limited, body: { clientId: id, content: "/note x" } });
    const first = post(clientId);
    for (let n = 1; n < 20; n += 1) post(countedId());
    expect(() => post(countedId())).toThrow(expect.objectContaining({ code: "rate_limited", retryAfterMs: 1000 }));
    expect(post(clientId)).toEqual(first);
  });

  it("[CHAT-18] over the rate of all chats is refused from the next message on, for a minute", async () => {
    let left = 2;
    const countMessage = async () => {
      left -= 1;
      return left >= 0;
    };
    const test = openRoom(scriptedTurn(new VirtualClock()), { countMessage });
    test.room.init(adasChat);
    const limited = { ...ada, unlimited: false };
    const post = async (actor: NamedActor, clientId = countedId()) => {
      const ack = postMessage(test.room, { actor, body: { clientId, content: "/note x" } });
      await test.clock.advance(0);
      return ack;
    };
    const clientId = countedId();
    const first = await post(limited, clientId);
    await post(limited);
    await post(limited);
    await expect(post(limited)).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 60_000 });
    expect(left).toBe(-1);
    expect(await post(limited, clientId)).toEqual(first);
    await post(ada);
    left = 5;
    await test.clock.advance(60_000);
    await post(limited);
    expect(left).toBe(4);
  });

  it("[CHAT-18] is not refused because the count over all chats fails; the fault is reported", async () => {
    const test = openRoom(scriptedTurn(new VirtualClock()), { countMessage: () => Promise.reject(new Error("away")) });
    test.room.init(adasChat);
    for (let n = 0; n < 3; n += 1) {
      postMessage(test.room, {
        actor: { ...ada, unlimited: false },
        body: { clientId: countedId(), content: "/note x" },
      });
      await test.clock.advance(0);
    }
    expect(test.errors).toHaveLength(3);
  });
});

describe("a run", () => {
  it("[CHAT-7] runs alone; what is sent meanwhile is stored, told as queued, and answered together", async () => {
    const test = open();
    const socket = test.open();
    test.room.frame(socket, hello());
    const [one, two, three] = ["one", "two", "three"].map((content) => say(test, content));
    await test.clock.advance(1);
    expect(socket.of("event").filter(({ kind }) => kind === "turn_queued")).toHaveLength(2);
    await test.clock.advance(5000);
    const started = socket.of("event").filter(({ kind }) => kind === "run_started");
    expect(started.map(({ data }) => data)).toMatchObject([
      { messageIds: [one?.id] },
      { messageIds: [two?.id, three?.id] },
    ]);
    const answers = test.storage.log.page({ limit: 9 }).filter(({ senderType }) => senderType === "ai");
    expect(answers.map(({ content }) => content)).toEqual([scriptedWords(["one"]), scriptedWords(["two", "three"])]);
  });

  it("[CHAT-8] is stopped at once, keeps its text, and can change nothing afterwards", async () => {
    const test = open();
    const socket = test.open();
    test.room.frame(socket, hello());
    say(test, "a long answer please");
    await test.clock.advance(50);
    const run = test.storage.runs.latest();
    test.room.frame(socket, JSON.stringify({ type: "stop", runId: run?.id }));
    const answer = test.storage.log.page({ limit: 1 })[0];
    expect(answer).toMatchObject({ status: "stopped", reason: "stopped" });
    expect(scriptedWords(["a long answer please"]).startsWith(answer?.content ?? "-")).toBe(true);
    expect(answer?.content.length).toBeGreaterThan(10);
    const { seq } = test.storage.log.last();
    await test.clock.advance(60_000);
    expect(test.storage.log.last().seq).toBe(seq);
    expect(test.storage.runs.latest()?.status).toBe("stopped");
  });

  it("[CHAT-8] ends in one terminal status when its turn throws, and when it never ends", async () => {
    const test = open();
    say(test, "throw");
    await test.clock.advance(1000);
    expect(test.storage.runs.latest()).toMatchObject({ status: "failed", reason: "internal" });
    expect(test.errors).toHaveLength(1);
    say(test, "hang");
    await test.clock.advance(119_000);
    expect(test.storage.runs.latest()?.status).toBe("running");
    await test.clock.advance(2000);
    expect(test.storage.runs.latest()).toMatchObject({ status: "limited", reason: "turn_time" });
    expect(test.storage.log.page({ limit: 1 })[0]).toMatchObject({ status: "limited" });
  });

  it("[CHAT-13] of a dead room is run again from its start and writes its answer once", async () => {
    const test = open();
    say(test, "design a lamp");
    await test.clock.advance(60);
    test.clock.forgetSleepers();
    const again = openRoom(scriptedTurn(test.clock), { clock: test.clock, storage: test.storage });
    again.room.wake();
    await test.clock.advance(5000);
    expect(test.storage.log.page({ limit: 9 }).map(({ content, status }) => [content, status])).toEqual([
      ["design a lamp", "complete"],
      [scriptedWords(["design a lamp"]), "complete"],
    ]);
    expect(test.storage.artifacts.headRevision()).toBe(1);
    expect(test.storage.runs.latest()).toMatchObject({ status: "complete", tries: 2 });
  });

  it("[CHAT-16] stores the steps that follow each other at once as one row, within 50 ms", async () => {
    const clock = new VirtualClock();
    const test = openRoom(
      async (_, room, signal) => {
        for (let step = 1; step <= 5; step += 1) room.progress(step, 5, `stage ${step}`);
        await clock.sleep(1000, signal);
        return { status: "complete" };
      },
      { clock },
    );
    test.room.init(adasChat);
    const stretches: number[] = [];
    const put = test.storage.log.putEvents;
    test.storage.log.putEvents = (events) => {
      if (events.length > 0) stretches.push(events.length);
      put(events);
    };
    say(test, "one");
    await clock.advance(49);
    expect(stretches).toEqual([1]);
    await clock.advance(2);
    expect(stretches).toEqual([1, 5]);
    await clock.advance(2000);
    expect(stretches).toEqual([1, 5, 1]);
  });

  it("[CHAT-16] of a dead room does not store a step twice, nor lose one", async () => {
    const clock = new VirtualClock();
    const steps: TurnRunner = async (_, room, signal) => {
      for (let step = 1; step <= 4; step += 1) {
        room.progress(step, 4, `stage ${step}`);
        await clock.sleep(100, signal);
      }
      return { status: "complete" };
    };
    const test = openRoom(steps, { clock });
    test.room.init(adasChat);
    say(test, "one");
    await clock.advance(220);
    say(test, "/note between");
    clock.forgetSleepers();
    const again = openRoom(steps, { clock, storage: test.storage });
    again.room.wake();
    await clock.advance(1000);
    const told = again.room.log
      .after(0, 99)
      .flatMap((event) => (event.kind === "run_progress" ? [event.data.step] : []));
    expect(told).toEqual([1, 2, 3, 4]);
    expect(test.storage.runs.latest()).toMatchObject({ status: "complete", tries: 2 });
  });

  it("[CHAT-13] that cannot be repeated ends interrupted, with the text of its last checkpoint", async () => {
    const test = open(400);
    say(test, "a long answer please, as long as it can be");
    await test.clock.advance(2500);
    test.clock.forgetSleepers();
    const deps = { clock: test.clock, storage: test.storage, repeatable: false };
    openRoom(scriptedTurn(test.clock), deps).room.wake();
    await settle();
    const answer = test.storage.log.page({ limit: 1 })[0];
    expect(answer).toMatchObject({ status: "interrupted", reason: "restarted" });
    expect(answer?.content.length).toBeGreaterThan(5);
    expect(test.storage.runs.latest()?.status).toBe("interrupted");
  });

  it("[CHAT-13] that kills its room every time is given up after three tries", async () => {
    const test = open();
    say(test, "one");
    for (let n = 0; n < 4; n += 1) {
      test.clock.forgetSleepers();
      openRoom(scriptedTurn(test.clock), { clock: test.clock, storage: test.storage }).room.wake();
    }
    expect(test.storage.runs.latest()).toMatchObject({ status: "interrupted", tries: 4 });
  });

  it("[CHAT-9] is checkpointed now and then, at most 20 times", async () => {
    const test = open(1500);
    let writes = 0;
    const put = test.storage.log.putCheckpoint;
    test.storage.log.putCheckpoint = (...row) => {
      writes += 1;
      put(...row);
    };
    say(test, "words ".repeat(60));
    await test.clock.advance(119_000);
    expect(writes).toBeGreaterThan(3);
    expect(writes).toBeLessThanOrEqual(20);
  });
});

describe("a design", () => {
  it("[CHAT-12] keeps the version of what did not change", async () => {
    const test = open();
    say(test, "design one");
    await test.clock.advance(2000);
    say(test, "design two");
    await test.clock.advance(2000);
    expect(test.storage.artifacts.heads().map(({ slug, currentVersion }) => [slug, currentVersion])).toEqual([
      ["bom", 2],
      ["wiring", 1],
    ]);
    expect(test.storage.artifacts.revision(2)?.revision).toMatchObject({
      parent: 1,
      versions: [
        { slug: "bom", version: 2 },
        { slug: "wiring", version: 1 },
      ],
    });
    const compared = await answerRequest(test.room, ada, { kind: "compare", slug: "bom", from: 1, to: 2 });
    expect(compared).toMatchObject({ ok: true, json: expect.stringContaining('"op":"removed","text":"design one"') });
  });
});

describe("a socket", () => {
  it("[ROOM-7] gets what it missed, in order, then live frames", async () => {
    const test = open();
    say(test, "/note one");
    const socket = test.open();
    say(test, "/note unheard");
    expect(socket.frames).toEqual([]);
    test.room.frame(socket, hello(2));
    say(test, "/note live");
    expect(socket.of("welcome")).toMatchObject([{ seq: 4, role: "owner", self: { userId: "ada" } }]);
    expect(socket.of("event").map(({ seq }) => seq)).toEqual([3, 4, 5]);
  });

  it("[ROOM-7] that is ahead of the log, or too far behind, is told to start over", () => {
    const test = open();
    const socket = test.open();
    test.room.frame(socket, hello(99));
    for (let n = 0; n < 2001; n += 1) say(test, "/note x");
    test.room.frame(socket, hello(0));
    expect(socket.frames).toEqual([
      { type: "reset", why: "ahead" },
      { type: "reset", why: "too_far" },
    ]);
    say(test, "/note not for you");
    expect(socket.frames).toHaveLength(2);
    test.room.frame(socket, hello(2003));
    expect(socket.of("event").map(({ seq }) => seq)).toEqual([2004]);
    expect(test.storage.log.last().seq).toBe(2004);
  });

  it("[ROOM-7] over 1 MB behind is told to start over, and not much more than that is read", () => {
    const test = open();
    for (let n = 0; n < 200; n += 1) say(test, `/note ${"ü".repeat(10_000)}`);
    const { log } = test.storage;
    let read = 0;
    const after = log.after.bind(log);
    log.after = (seq, limit) => {
      const places = after(seq, limit);
      read += places.length;
      return places;
    };
    const socket = test.open();
    test.room.frame(socket, hello());
    expect(socket.frames).toEqual([{ type: "reset", why: "too_far" }]);
    expect(read).toBeLessThan(100);
    test.room.frame(socket, hello(202 - 40));
    expect(socket.of("event").map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => 163 + n));
  });

  it("[ROOM-8] gets of a growing answer what it lacks, and never half a pair", async () => {
    const test = open();
    say(test, "🙂🙂");
    await test.clock.advance(60);
    const answer = test.storage.log.page({ limit: 1 })[0];
    const late = test.open();
    test.room.frame(late, hello(0, [{ messageId: answer?.id ?? "", offset: 11 }]));
    await test.clock.advance(5000);
    let text = scriptedWords(["🙂🙂"]).slice(0, 11);
    for (const { offset, text: piece } of late.of("delta")) {
      expect(piece.isWellFormed()).toBe(true);
      expect(offset).toBeLessThanOrEqual(text.length);
      text += piece.slice(text.length - offset);
    }
    expect(text).toBe(scriptedWords(["🙂🙂"]));
  });

  it("[ROOM-9] of who is no member is closed, and asks nothing", () => {
    const test = open();
    expect(() => test.open(eve)).toThrow(expect.objectContaining({ code: "not_found" }));
    const socket = test.open();
    const stranger = Object.assign(socket, { userId: "eve" });
    test.room.frame(stranger, hello());
    expect([stranger.closed, stranger.frames]).toEqual([4003, []]);
  });

  it.each([
    ["{", "invalid", null],
    ["[]", "invalid", null],
    ['"hello"', "invalid", null],
    ['{"type":"nonsense"}', "invalid", null],
    ['{"type":"typing","on":true}', "invalid", null],
    ['{"type":"read","sequence":-1}', "invalid", null],
    ['{"type":"hello","after":-1}', "invalid", null],
    ['{"type":"hello","after":0,"extra":1}', "invalid", null],
    ['{"type":"post_message","clientId":"x","content":"y"}', "invalid", "x"],
    ['{"type":"post_message","__proto__":{"content":"y"}}', "invalid", null],
    [`{"type":"post_message","clientId":"${countedId()}","content":"\\ud800"}`, "invalid", expect.any(String)],
    [`{"type":"post_message","clientId":"${countedId()}","content":"a\\u0000b"}`, "invalid", expect.any(String)],
    [
      `{"type":"post_message","clientId":"${countedId()}","content":"${"x".repeat(40_000)}"}`,
      "too_large",
      expect.any(String),
    ],
    ["x".repeat(70_000), "too_large", null],
    [`{"type":"stop","runId":"${countedId()}"}`, "not_found", null],
  ])("[ROOM-10] refuses a broken frame by nack and stays open: %.50s", (data, code, clientId) => {
    const test = open();
    const socket = test.open();
    test.room.frame(socket, data);
    expect(socket.of("nack")).toMatchObject([{ code, clientId }]);
    expect(socket.closed).toBeNull();
    expect(test.errors).toEqual([]);
  });

  it("[ROOM-11] that sends too fast is refused, then closed", async () => {
    const test = open();
    const socket = test.open({ ...ada, unlimited: false });
    test.room.frame(socket, hello());
    for (let n = 0; n < 40; n += 1) test.room.frame(socket, '{"type":"ping"}');
    expect([socket.of("pong").length, socket.of("nack").length, socket.closed]).toEqual([10, 30, null]);
    expect(socket.of("nack")[0]).toMatchObject({ code: "rate_limited", retryable: true, retryAfterMs: 100 });
    test.room.frame(socket, '{"type":"ping"}');
    expect(socket.closed).toBe(4008);
    await test.clock.advance(1000);
    const calmer = test.open({ ...ada, unlimited: false });
    test.room.frame(calmer, hello());
    for (let n = 0; n < 11; n += 1) test.room.frame(calmer, '{"type":"ping"}');
    expect([calmer.of("pong").length, calmer.closed]).toEqual([10, null]);
  });

  it("[ROOM-11] has no more frames for being one of many, but each may say hello", () => {
    const test = open();
    const sockets = Array.from({ length: 20 }, () => test.open({ ...ada, unlimited: false }));
    for (const socket of sockets) test.room.frame(socket, hello());
    expect(sockets.map((socket) => socket.of("welcome").length)).toEqual(sockets.map(() => 1));
    for (const socket of sockets) test.room.frame(socket, '{"type":"ping"}');
    expect(sockets.flatMap((socket) => socket.of("pong"))).toHaveLength(10);
    expect(sockets.flatMap((socket) => socket.of("nack"))).toHaveLength(10);
  });

  it("[ROOM-20] of the sender hears its ack before the room hears of the message", () => {
    const test = open();
    const socket = test.open();
    test.room.frame(socket, hello(2));
    const frame = { type: "post_message", clientId: countedId(), content: "/note x" };
    test.room.frame(socket, JSON.stringify(frame));
    expect(socket.frames.map(({ type }) => type)).toEqual(["welcome", "presence", "ack", "event"]);
  });

  it("[ROOM-12] frames that follow within the gap leave together", async () => {
    const test = open();
    const socket = test.open();
    test.room.frame(socket, hello());
    const before = socket.sends;
    for (let n = 0; n < 10; n += 1) say(test, "/note x");
    expect(socket.sends - before).toBe(1);
    await test.clock.advance(1);
    expect(socket.sends - before).toBe(2);
    expect(socket.of("event").map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });

  it("[ROOM-27] that throws keeps the frame from nobody else, and what was stored is acknowledged", () => {
    const test = open();
    const [broken, other] = [test.open(), test.open()];
    for (const socket of [broken, other]) test.room.frame(socket, hello());
    broken.send = () => {
      throw new Error("closing");
    };
    expect(say(test, "/note hi").sequence).toBe(1);
    expect(other.of("event").at(-1)).toMatchObject({ kind: "message_appended" });
    expect(test.errors).toHaveLength(1);
  });

  it("[ROOM-13] is the twentieth of its person at most, unless rates are lifted", () => {
    const test = open();
    const limited = { ...ada, unlimited: false };
    for (let n = 0; n < 20; n += 1) test.open(limited);
    expect(() => test.open(limited)).toThrow(expect.objectContaining({ code: "rate_limited" }));
    expect(() => test.open(ada)).not.toThrow();
  });
});

describe("a request", () => {
  it("[CHAT-14] that waits is answered when its turn has ended, with its replies", async () => {
    const test = open();
    const body = { clientId: countedId(), content: "one" };
    const answer = answerRequest(test.room, ada, { kind: "post", body, waitMs: 30_000 });
    await test.clock.advance(3000);
    const reply = await answer;
    expect(reply).toMatchObject({ ok: true, settled: true });
    const text = reply.ok ? JSON.parse(reply.json) : null;
    expect(text.replies).toMatchObject([{ content: scriptedWords(["one"]), status: "complete" }]);
    const note = { clientId: countedId(), content: "/note" };
    expect(await answerRequest(test.room, ada, { kind: "post", body: note, waitMs: 30_000 })).toMatchObject({
      settled: true,
      json: expect.stringContaining('"replies":[]'),
    });
  });

  it("[CHAT-14] that has waited long enough is told where the message stands", async () => {
    const test = open(1000);
    const body = { clientId: countedId(), content: "one" };
    const answer = answerRequest(test.room, ada, { kind: "post", body, waitMs: 1000 });
    await test.clock.advance(1500);
    expect(await answer).toMatchObject({ ok: true, settled: false, json: expect.stringContaining('"sequence":1') });
  });

  it("[AUTH-1] of who is no member is not found, for every kind", async () => {
    const test = open();
    const requests = [
      { kind: "chat" },
      { kind: "snapshot" },
      { kind: "messages", query: { limit: 5 } },
      { kind: "artifacts" },
      { kind: "design" },
      { kind: "stop", runId: countedId() },
      { kind: "change-chat", body: { title: "mine" } },
      { kind: "post", body: { clientId: countedId(), content: "x" }, waitMs: 0 },
    ] as const;
    for (const request of requests) {
      await expect(answerRequest(test.room, eve, request)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(test.storage.log.last().seq).toBe(2);
  });

  it("[CHAT-15] a person's title ends the automatic one", async () => {
    const test = open();
    await answerRequest(test.room, ada, { kind: "change-chat", body: { title: "Mine" } });
    const { describeChat } = await import("../../../src/application/room/describe-chat.ts");
    test.room.log.commit((writer) =>
      describeChat(test.room.deps, writer, { by: "system", changes: { title: "Automatic", phase: "bom" } }),
    );
    expect(test.room.head()).toMatchObject({ title: "Mine", phase: "bom" });
  });
});
