import type { ClientFrameType, EventKind, ServerFrameType } from "../domain/chat/lists.ts";
import type { ClientFrame } from "./frames.ts";

const messageId = "019aac6e-3c00-7000-8000-000000000002";
const clientId = "5f0c6a52-4a6c-4b7e-9a53-0d0f6b6f4a10";

/** What each frame of a client asks for, and one of it; a type without a description does not compile. */
export const clientFrameDescriptions: {
  [T in ClientFrameType]: { what: string; example: Extract<ClientFrame, { type: T }> };
} = {
  hello: {
    what: "Begins or resumes: `after` is the last event seq that is held (0 at first), `have` how long each growing answer is. Answered by `welcome`, what was missed, then live frames; or by `reset`.",
    example: { type: "hello", after: 41, have: [{ messageId, offset: 120 }] },
  },
  post_message: {
    what: "Posts a message, once per client id; answered by `ack`, or by `nack`.",
    example: { type: "post_message", clientId, content: "use a DHT22 instead" },
  },
  edit_message: {
    what: "Changes the text of one's own message. With `rerun` it is answered again: on a branch with one person in the chat, beside the first answer with several.",
    example: { type: "edit_message", messageId, content: "use a DHT22 instead, please", rerun: true, clientId },
  },
  remove_message: {
    what: "Removes a message: one's own, or any for an admin. Its place stays, its text is gone everywhere.",
    example: { type: "remove_message", messageId },
  },
  regenerate: {
    what: "Answers the question of this answer again.",
    example: { type: "regenerate", messageId, clientId },
  },
  choose_branch: {
    what: "Shows everybody the branch through this message, to its newest end. Only with one person in the chat.",
    example: { type: "choose_branch", messageId },
  },
  stop: {
    what: "Stops a run at once; its text is kept.",
    example: { type: "stop", runId: "019aac6e-3c00-7000-8000-000000000004" },
  },
  react: {
    what: "Sets or takes away one's emoji on a message.",
    example: { type: "react", messageId, emoji: "👍", on: true },
  },
  typing: {
    what: "Tells the others that one is typing; it ends by itself, or with the message.",
    example: { type: "typing" },
  },
  read: {
    what: "Moves one's read mark forward; the others see it in `presence`.",
    example: { type: "read", sequence: 12 },
  },
  ping: { what: "Asks for a `pong`. In exactly this text it does not wake the room.", example: { type: "ping" } },
};

/** What each frame of the room tells. */
export const serverFrameDescriptions: Record<ServerFrameType, string> = {
  welcome: "The answer to `hello`: where the log stands, who one is here, who is in the chat, which models answer.",
  event:
    "Something durable that happened, in the one order that everybody sees: `seq` has no gap. `data` is that of its `kind`, under `x-events`.",
  delta:
    "More text of a growing answer. Applied only where `offset` is the length that is held; an overlap is trimmed, a hole is asked for again by `hello`.",
  ack: "The message is stored, for ever, at this sequence.",
  nack: "The frame was refused. The same frame may be sent again where `retryable`, after `retryAfterMs`.",
  presence: "Who is here, who types, how far each has read; at most once a second. Above 50 people only their number.",
  reset: "Too far behind to be told what was missed: take the snapshot over HTTP and say `hello` with its `seq`.",
  pong: "The answer to `ping`.",
};

/** What each kind of event tells. */
export const eventDescriptions: Record<EventKind, string> = {
  chat_created: "The chat begins.",
  message_appended:
    "A message has its place: a person's whole, an answer's empty and growing. Replayed, it shows its present text.",
  message_edited: "Its author changed a message's text; `at` is the time of the change.",
  message_completed: "An answer has ended, with its whole text, status and figures.",
  message_removed: "A message is removed: its sequence stays, its text is gone.",
  turn_queued: "The message waits for the end of the run that is named.",
  run_started: "The room answers these messages together.",
  run_progress: "How far a run has come, in steps.",
  run_ended: "The run has ended, in one terminal status.",
  artifact_versioned: "An artifact has a new version.",
  design_changed: "The chat's design has a new revision.",
  leaf_changed: "A person chose another branch: this message is the end of what everybody sees.",
  reaction_changed: "Somebody set an emoji on a message, or took it away.",
  participant_joined: "Somebody came into the chat.",
  participant_changed: "Somebody's role or name is another one now.",
  participant_left: "Somebody left, or was removed by `removedBy`.",
  chat_updated: "The fields of the chat that changed.",
  attachment_updated: "An attachment's processing has come to another state.",
};
