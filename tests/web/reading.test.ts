import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import type { ServerFrame } from "../../src/protocol/frames.ts";
import type { ConnectionStatus } from "../../web/src/features/chat/connection.ts";
import { dayName, isSameDay } from "../../web/src/features/chat/day.ts";
import { firstIndex, grown, reaching, trimmed } from "../../web/src/features/chat/log-window.ts";
import { arrived, markTold, nothingRead, watched } from "../../web/src/features/chat/reading.ts";
import { reduceChat } from "../../web/src/features/chat/reduce-chat.ts";
import { tellReading, tellTyping } from "../../web/src/features/chat/tell-room.ts";
import { eventFrames, fold, message, welcome } from "./frames.ts";

describe("[WEB-55] what is new to a reader", () => {
  const known = { ...nothingRead, readTo: 5 };
  const upTo = (last: number, ofOthers = last) => ({ last, ofOthers });

  test("is what came after the room's mark; a newcomer has no line", () => {
    expect(markTold(nothingRead, 5, upTo(9))).toMatchObject({ readTo: 5, newAfter: 5 });
    expect(markTold(nothingRead, 9, upTo(9))).toMatchObject({ readTo: 9, newAfter: null });
    expect(markTold(nothingRead, 0, upTo(9))).toMatchObject({ readTo: 0, newAfter: null });
    expect(markTold({ ...nothingRead, isWatching: true }, 5, upTo(9))).toMatchObject({ readTo: 9, newAfter: 5 });
  });

  test("is nothing that oneself said elsewhere, and is read with the rest", () => {
    const watching = { ...nothingRead, isWatching: true };
    expect(markTold(watching, 0, upTo(1, 0))).toMatchObject({ readTo: 1, newAfter: null });
    expect(markTold(nothingRead, 5, upTo(9, 4))).toMatchObject({ readTo: 5, newAfter: null });
  });

  test("begins where a message came unseen, and goes on with those after it", () => {
    const first = arrived(known, 6, false);
    expect(first).toMatchObject({ readTo: 5, newAfter: 5 });
    expect(arrived(first, 7, false)).toMatchObject({ readTo: 5, newAfter: 5 });
  });

  test("stays marked while it is read, and moves when something new comes unseen", () => {
    const seen = watched(arrived(known, 6, false), true, 6);
    expect(seen).toMatchObject({ readTo: 6, newAfter: 5 });
    expect(arrived(seen, 7, false)).toMatchObject({ readTo: 7, newAfter: 5 });
    expect(arrived(watched(seen, false, 6), 7, false)).toMatchObject({ readTo: 6, newAfter: 6 });
  });

  test("ends with an own message, and a mark of another tab only goes forward", () => {
    expect(arrived(arrived(known, 6, false), 7, true)).toMatchObject({ readTo: 7, newAfter: null });
    expect(markTold(known, 3, upTo(9))).toBe(known);
    expect(markTold(known, 8, upTo(9))).toMatchObject({ readTo: 8, newAfter: null });
  });

  test("is told by presence, where the snapshot did not", () => {
    const frames = eventFrames(
      ...[1, 2, 3].map((sequence) => ({
        kind: "message_appended" as const,
        data: { message: message({ id: `m${sequence}`, sequence, senderId: "jonas" }) },
      })),
    );
    const presence: ServerFrame = { type: "presence", count: 2, online: [], typing: [], reads: { me: 1, jonas: 3 } };
    const state = fold([welcome, ...frames, presence]);
    expect(state.reading).toMatchObject({ readTo: 1, newAfter: 1 });
    expect(reduceChat(state, { type: "watched", isWatching: true }).reading).toMatchObject({ readTo: 3, newAfter: 1 });
  });

  test("is told to the room once per stretch, the newest mark, and again on a new line", () => {
    const reading = signal({ ...nothingRead, readTo: 3 });
    const status = signal<ConnectionStatus>({ kind: "open" });
    const sent: unknown[] = [];
    const due: (() => void)[] = [];
    const stop = tellReading({
      signals: { reading },
      status,
      connection: { send: (frame) => sent.push(frame) > 0 },
      after: (_, callback) => due.push(callback),
    });
    reading.value = { ...reading.value, readTo: 4 };
    reading.value = { ...reading.value, readTo: 5 };
    expect(due).toHaveLength(1);
    due.shift()?.();
    expect(sent).toEqual([{ type: "read", sequence: 5 }]);
    status.value = { kind: "lost" };
    status.value = { kind: "open" };
    due.shift()?.();
    expect(sent).toHaveLength(2);
    expect(due).toEqual([]);
    stop();
  });
});

test("[WEB-48] typing is told where there is company, and no oftener than it takes", () => {
  const sent: string[] = [];
  const connection = { send: ({ type }: { type: string }) => sent.push(type) > 0 };
  let now = 0;
  const type = tellTyping(connection, { company: signal(true) }, () => now);
  for (now = 0; now <= 6000; now += 100) type();
  expect(sent).toEqual(["typing", "typing", "typing"]);
  tellTyping(connection, { company: signal(false) }, () => now)();
  expect(sent).toHaveLength(3);
});

describe("[WEB-54] of a long conversation only what is near is drawn", () => {
  const items = Array.from({ length: 1000 }, (_, place) => ({ key: `k${place}` }));

  test("the newest page at first, then a page more above", () => {
    expect(firstIndex(items, null)).toBe(976);
    expect(firstIndex(items.slice(0, 10), null)).toBe(0);
    expect(firstIndex(items, grown(items, null))).toBe(916);
    expect(firstIndex(items, grown(items.slice(0, 30), null))).toBe(0);
    expect(firstIndex(items, "gone")).toBe(976);
  });

  test("as far up as a message that is asked for, and no further down again until the reader is at the end", () => {
    expect(firstIndex(items, reaching(items, null, 300))).toBe(290);
    expect(reaching(items, "k200", 300)).toBe("k200");
    expect(firstIndex(items, trimmed(items, "k200"))).toBe(976);
    expect(trimmed(items, "k900")).toBe("k900");
  });
});

test("[WEB-59] days are named by how far they are", () => {
  const words = { today: "Today", yesterday: "Yesterday", locale: "en-GB" };
  const at = (text: string) => new Date(text).getTime();
  const now = at("2026-11-25T14:00:00");
  expect(dayName(at("2026-11-25T00:00:00"), now, words)).toBe("Today");
  expect(dayName(at("2026-11-24T23:59:00"), now, words)).toBe("Yesterday");
  expect(dayName(at("2026-11-20T12:00:00"), now, words)).toMatch(/^Friday,? 20 November$/);
  expect(dayName(at("2025-11-20T12:00:00"), now, words)).toMatch(/^Thursday,? 20 November 2025$/);
  expect(isSameDay(at("2026-11-25T00:00:00"), now)).toBe(true);
  expect(isSameDay(at("2026-11-24T23:59:59"), now)).toBe(false);
});
