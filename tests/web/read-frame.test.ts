import { expect, test } from "vitest";
import { readFrames } from "../../web/src/wire/read-frame.ts";
import { eventFrames, message, welcome } from "./frames.ts";

const [appended] = eventFrames({ kind: "message_appended", data: { message: message({ id: "m1", sequence: 1 }) } });

test("[WEB-11] whole frames are read, alone or in an array", () => {
  expect(readFrames(JSON.stringify(welcome))).toEqual([welcome]);
  expect(readFrames(JSON.stringify([appended, { type: "pong" }]))).toEqual([appended, { type: "pong" }]);
});

test("[WEB-11] a frame with a missing or wrong field, an unknown type or kind is left out", () => {
  const wrong = [
    "not json",
    "null",
    "7",
    JSON.stringify({ type: "wave" }),
    JSON.stringify({ type: "delta", runId: "r", messageId: "m", offset: "0", text: "x" }),
    JSON.stringify({ type: "ack", clientId: "c", seq: 1, id: "m" }),
    JSON.stringify({ type: "nack", clientId: null, code: "bad_mood", detail: "", retryable: true }),
    JSON.stringify({ ...appended, kind: "message_sung" }),
    JSON.stringify({ ...appended, seq: 1.5 }),
    JSON.stringify({ ...appended, data: { message: { ...message({ id: "m1", sequence: 1 }), status: "asleep" } } }),
    JSON.stringify({ ...appended, data: {} }),
  ];
  for (const text of wrong) expect(readFrames(text), text).toEqual([]);
});

test("[WEB-11] a field that this client does not know yet does no harm", () => {
  const newer = { ...welcome, weather: "fine" };
  expect(readFrames(JSON.stringify(newer))).toEqual([newer]);
});
