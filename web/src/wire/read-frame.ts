import type { EventKind, ServerFrameType } from "../../../src/domain/chat/lists.ts";
import { chatRoles, eventKinds, serverFrameTypes } from "../../../src/domain/chat/lists.ts";
import { errorCodes } from "../../../src/domain/error/ohm-error.ts";
import type { ServerFrame } from "../../../src/protocol/frames.ts";
import { eventDataChecks } from "./event-shape.ts";
import { memberChecks } from "./message-shape.ts";
import { readJson } from "./read-json.ts";
import type { Checks } from "./shape.ts";
import {
  isFlag,
  isNumber,
  isObject,
  isText,
  isWhole,
  listOf,
  oneOf,
  optional,
  orNull,
  passesAll,
  shape,
} from "./shape.ts";

type FrameOf<T extends ServerFrameType> = Extract<ServerFrame, { type: T }>;
type PlainFrameType = Exclude<ServerFrameType, "event">;

const isType = oneOf(serverFrameTypes);

const frameChecks: { [T in PlainFrameType]: Checks<FrameOf<T>> } = {
  welcome: {
    type: isType,
    seq: isWhole,
    role: oneOf(chatRoles),
    self: shape<FrameOf<"welcome">["self"]>({ userId: isText, name: isText }),
    participants: listOf(shape(memberChecks)),
    models: listOf(shape<{ id: string; name: string }>({ id: isText, name: isText })),
  },
  delta: { type: isType, runId: isText, messageId: isText, offset: isWhole, text: isText },
  ack: { type: isType, clientId: isText, seq: isWhole, id: isText, sequence: isWhole },
  nack: {
    type: isType,
    clientId: orNull(isText),
    code: oneOf(errorCodes),
    detail: isText,
    retryable: isFlag,
    retryAfterMs: optional(isNumber),
  },
  presence: {
    type: isType,
    count: isWhole,
    online: listOf(isText),
    typing: listOf(isText),
    reads: (value) => isObject(value) && Object.values(value).every(isWhole),
  },
  reset: { type: isType, why: isText },
  pong: { type: isType },
};

const eventChecks = { type: isType, seq: isWhole, at: isNumber, by: isText, kind: oneOf(eventKinds), data: isObject };

/** One frame of the socket, or null when it is not one that this client knows: then the log has a hole, and is asked for again. */
function readOne(value: unknown): ServerFrame | null {
  if (!isObject(value) || !isType(value.type)) return null;
  // The type and every field that it needs are checked here; this is the client's only place that says so to the compiler.
  const type = value.type as ServerFrameType;
  if (type !== "event") return passesAll(value, frameChecks[type]) ? (value as unknown as ServerFrame) : null;
  if (!passesAll(value, eventChecks)) return null;
  return passesAll(value.data, eventDataChecks[value.kind as EventKind]) ? (value as unknown as ServerFrame) : null;
}

/** The frames of one socket message: one object, or an array of them. Text that is not JSON and unknown frames are left out. */
export function readFrames(text: string): ServerFrame[] {
  const value = readJson(text);
  const frames = Array.isArray(value) ? value : [value];
  return frames.map(readOne).filter((frame) => frame !== null);
}
