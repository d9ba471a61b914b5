import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChatEvent } from "../../src/domain/chat/message.ts";
import { emptyChat, holdings, runningRun, textOf } from "../../web/src/features/chat/chat-state.ts";
import { logItems } from "../../web/src/features/chat/log-items.ts";
import { reduceChat } from "../../web/src/features/chat/reduce-chat.ts";
import { delta, eventFrames, fold, growing, message, welcome } from "./frames.ts";

const hello = message({ id: "m1", sequence: 1, content: "hello" });
const appended = { kind: "message_appended", data: { message: hello } } as const;
const answerBegun = { kind: "message_appended", data: { message: growing("a1", 2) } } as const;
const runStarted = { kind: "run_started", data: { runId: "r1", messageIds: ["m1"], agent: "bom" } } satisfies Pick<
  ChatEvent,
  "kind" | "data"
>;

function textAfter(frames: Parameters<typeof fold>[0]): string {
  const state = fold(frames, fold(eventFrames(appended, answerBegun)));
  const answer = state.messages[1];
  return answer === undefined ? "" : textOf(state, answer);
}

describe("events", () => {
  test("[WEB-1] an event that was held already changes nothing, however often it comes", () => {
    const step = { kind: "run_progress" as const, data: { runId: "r1", step: 1, of: 5, label: "choosing parts" } };
    const frames = eventFrames(appended, runStarted, step, answerBegun);
    const again = frames.flatMap((frame, place) => [frame, ...frames.slice(0, place + 1), frame]);
    expect(fold(again)).toEqual(fold(frames));
    expect(fold([...frames, ...frames.slice(2)])).toEqual(fold(frames));
  });

  test("[WEB-2] an event after a hole is not applied; the hole is noted until the next hello", () => {
    const [first, second] = eventFrames(appended, answerBegun);
    if (first === undefined || second === undefined) throw new Error("two frames");
    const state = fold([second]);
    expect(state.hasHole).toBe(true);
    expect(state.messages).toEqual([]);
    const helloed = reduceChat(state, { type: "helloed" });
    expect(fold([first, second], helloed).messages.map(({ id }) => id)).toEqual(["m1", "a1"]);
  });

  test("[WEB-3] hello says the last event and the length of every growing answer", () => {
    const state = fold([...eventFrames(appended, answerBegun), delta("a1", 0, "four")]);
    expect(holdings(state)).toEqual({ after: 2, have: [{ messageId: "a1", offset: 4 }] });
  });

  test("a run goes from its steps to its end, and a removed message loses its text", () => {
    const steps = [1, 2].map((step) => ({
      kind: "run_progress" as const,
      data: { runId: "r1", step, of: 5, label: `s${step}` },
    }));
    const running = fold(eventFrames(appended, runStarted, ...steps));
    expect(runningRun(running)?.steps.map(({ label }) => label)).toEqual(["s1", "s2"]);
    expect(logItems(running).at(-1)).toMatchObject({ kind: "answered", messages: [] });
    const ended = fold(
      eventFrames(
        appended,
        runStarted,
        ...steps,
        { kind: "run_ended", data: { runId: "r1", status: "stopped", latencyMs: 9 } },
        { kind: "message_removed", data: { messageId: "m1", sequence: 1, by: "me" } },
      ),
    );
    expect(runningRun(ended)).toBeNull();
    expect(ended.runs.r1).toMatchObject({ status: "stopped", latencyMs: 9 });
    expect(logItems(ended)[0]).toMatchObject({ kind: "said", message: { content: "", removed: { by: "me" } } });
  });

  test("what one run says is one card, and a queued message says so until its run starts", () => {
    const second = message({ id: "m2", sequence: 4, content: "and cheaper" });
    const frames = eventFrames(
      appended,
      runStarted,
      { kind: "message_appended", data: { message: growing("a1", 2) } },
      { kind: "message_appended", data: { message: growing("a2", 3) } },
      { kind: "message_appended", data: { message: second } },
      { kind: "turn_queued", data: { messageId: "m2", behindRunId: "r1" } },
    );
    const state = fold(frames);
    const drawn = logItems(state).map((item) => (item.kind === "answered" ? item.messages.length : item.key));
    expect(drawn).toEqual(["m1", 2, "m2"]);
    expect(logItems(state).at(-1)).toMatchObject({ kind: "said", isQueued: true });
    const next = { kind: "run_started" as const, data: { runId: "r2", messageIds: ["m2"], agent: "bom" } };
    const started = fold([{ type: "event", seq: 7, at: 1, by: "me", ...next }], state);
    expect(started.queued).toEqual({});
  });
});

describe("deltas", () => {
  test("[WEB-4] text is added only at our own length; an overlap is trimmed, a hole asked for again", () => {
    expect(textAfter([delta("a1", 0, "one "), delta("a1", 4, "two")])).toBe("one two");
    expect(textAfter([delta("a1", 0, "one "), delta("a1", 0, "one two")])).toBe("one two");
    expect(textAfter([delta("a1", 0, "one "), delta("a1", 2, "e")])).toBe("one ");
    const holed = fold([delta("a1", 5, "late")], fold(eventFrames(appended, answerBegun)));
    expect(holed.hasHole).toBe(true);
    expect(holed.growing).toEqual({});
  });

  test("[WEB-4] any mix of repeated and overlapping deltas in order of their ends gives the text once", () => {
    const pieces = fc
      .tuple(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 30 }),
      )
      .map(([text, cuts]) => {
        const spans = cuts.map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
        const ordered = [...spans].sort((one, other) => one[1] - other[1]);
        const all = ordered.map(([from, to]) => delta("a1", Math.min(from, text.length), text.slice(from, to)));
        return { text, frames: [...all, delta("a1", 0, text)] };
      });
    fc.assert(
      fc.property(pieces, ({ text, frames }) => {
        expect(textAfter(frames)).toBe(text);
      }),
      { seed: 20261122 },
    );
  });

  test("[WEB-5] a completed answer replaces what had grown, and later deltas of it change nothing", () => {
    const done = { ...growing("a1", 2), status: "complete" as const, content: "all of it" };
    const frames = eventFrames(appended, answerBegun, { kind: "message_completed", data: { message: done } });
    const state = fold([
      ...frames.slice(0, 2),
      delta("a1", 0, "all o"),
      ...frames.slice(2),
      delta("a1", 5, "f it, twice"),
    ]);
    expect(state.growing).toEqual({});
    expect(state.messages[1]?.content).toBe("all of it");
  });
});

describe("own messages", () => {
  const posted = reduceChat(fold([welcome]), {
    type: "posted",
    clientId: "c1",
    draft: { content: "hello" },
    at: 5,
    online: true,
  });
  const event = eventFrames(appended);
  const ack = { type: "ack", clientId: "c1", seq: 1, id: "m1", sequence: 1 } as const;
  const drawn = (state: typeof posted) => [
    ...state.messages.map(({ id }) => id),
    ...state.pending.filter(({ seenAs }) => seenAs === undefined || !state.messages.some(({ id }) => id === seenAs)),
  ];

  test("[WEB-6] a sent message is drawn once, whether its ack or its event comes first", () => {
    for (const frames of [
      [ack, ...event],
      [...event, ack],
    ]) {
      const states = frames.map((_, place) => fold(frames.slice(0, place + 1), posted));
      for (const state of states) expect(drawn(state)).toHaveLength(1);
      expect(states.at(-1)?.pending).toEqual([]);
    }
  });

  test("[WEB-6] the same words sent twice stay two messages", () => {
    const twice = reduceChat(posted, {
      type: "posted",
      clientId: "c2",
      draft: { content: "hello" },
      at: 6,
      online: true,
    });
    const state = fold([...event, ack], twice);
    expect(drawn(state)).toHaveLength(2);
    expect(state.pending.map(({ clientId }) => clientId)).toEqual(["c2"]);
  });

  test("[WEB-7] a refusal keeps the text and says why; a retryable one waits and goes again under the same id", () => {
    const nack = { type: "nack", clientId: "c1", detail: "", code: "rate_limited", retryable: true } as const;
    const waiting = fold([{ ...nack, retryAfterMs: 1500 }], posted);
    expect(waiting.pending[0]).toMatchObject({ clientId: "c1", state: "resending", retryAfterMs: 1500 });
    expect(reduceChat(waiting, { type: "resent", clientId: "c1" }).pending[0]?.state).toBe("sending");
    const refused = fold([{ ...nack, code: "conflict", retryable: false }], posted);
    expect(refused.pending[0]).toMatchObject({ state: "refused", code: "conflict", content: "hello" });
    const lost = reduceChat(refused, { type: "disconnected" });
    expect(lost.pending[0]?.state).toBe("refused");
    expect(reduceChat(refused, { type: "taken_back", clientId: "c1" }).pending).toEqual([]);
  });

  test("[WEB-23] a refused hello is said again; a refused stop is told until something else happens", () => {
    const nack = { type: "nack", clientId: null, detail: "" } as const;
    const hello = fold([{ ...nack, code: "rate_limited", retryable: true }], posted);
    expect(hello).toMatchObject({ hasHole: true, refusal: "rate_limited" });
    const stop = fold([{ ...nack, code: "forbidden", retryable: false }], posted);
    expect(stop).toMatchObject({ hasHole: false, refusal: "forbidden", pending: posted.pending });
    expect(fold(event, stop).refusal).toBeNull();
    expect(fold([welcome], stop).refusal).toBeNull();
  });

  test("[WEB-7] a lost line turns what was being sent into what waits", () => {
    expect(reduceChat(posted, { type: "disconnected" }).pending[0]?.state).toBe("waiting");
  });
});

describe("snapshot", () => {
  const { chat } = fold([]);
  const head = { ...chat, id: "x" } as Parameters<typeof reduceChat>[1] extends { snapshot: { chat: infer H } }
    ? H
    : never;

  test("[WEB-8] a reset takes the room's account, even behind ours, and says hello for what followed it", () => {
    const ahead = { ...fold(eventFrames(appended, answerBegun)), seq: 40 };
    const rest = { participants: [], leafId: "m9", lastReadSequence: 0, queued: ["m9"], run: null, revision: 3 };
    const snapshot = { seq: 12, chat: head, messages: [message({ id: "m9", sequence: 9 })], ...rest };
    const state = reduceChat(ahead, { type: "snapshot", snapshot });
    expect(state).toMatchObject({
      seq: 12,
      revision: 3,
      hasHole: true,
      leafId: "m9",
      toldFrom: 12,
      queued: { m9: true },
    });
    expect(state.messages.map(({ id }) => id)).toEqual(["m9"]);
    const earlier = reduceChat(state, {
      type: "earlier_loaded",
      messages: [hello, message({ id: "m9", sequence: 9 })],
    });
    expect(earlier.messages.map(({ id }) => id)).toEqual(["m1", "m9"]);
  });
});

test("nothing is known of an empty chat", () => {
  expect(logItems(emptyChat)).toEqual([]);
});
