import { withReactions } from "../../../src/application/room/react.ts";
import type { RoomStorage } from "../../../src/application/room/room-storage.ts";
import type { ChatMessage } from "../../../src/domain/chat/message.ts";
import { scriptedWords } from "./scripted-turn.ts";
import type { SimulatedClient } from "./simulated-client.ts";
import type { Simulation } from "./simulation.ts";
import { quoted } from "./simulation.ts";

/** Notes what was not kept. */
type Must = (kept: boolean, what: string) => void;

/** Every promise that this schedule broke; empty when it kept them all. */
export function brokenPromises(simulation: Simulation): string[] {
  const broken = [...simulation.broken, ...simulation.clients.flatMap((client) => client.broken)];
  const must: Must = (kept, what) => {
    if (!kept) broken.push(what);
  };
  const messages = simulation.storage.log.page({ limit: 10_000 });
  oneOrder(simulation, messages, must);
  for (const client of simulation.members()) sameForAll(client, { simulation, messages }, must);
  everyAnswerEnded(simulation, messages, must);
  everyQuestionAnswered(simulation, must);
  goneIsGone(simulation, messages, must);
  historyGrows(simulation, must);
  projected(simulation, messages, must);
  return broken;
}

function oneOrder({ storage }: Simulation, messages: ChatMessage[], must: Must): void {
  const places = storage.log
    .after(0, 10_000)
    .map((entry) => (entry.kind === "event" ? entry.event.seq : entry.message.seq));
  must(
    places.every((seq, index) => seq === index + 1),
    "G2 the log has a gap",
  );
  must(
    messages.every(({ sequence }, index) => sequence === index + 1),
    "G2 the sequence has a gap",
  );
  const seqs = new Map(messages.map(({ id, seq }) => [id, seq]));
  for (const { id, seq, parentId } of messages) {
    must(parentId === null || (seqs.get(parentId) ?? seq) < seq, `${id} follows nothing that was there before it`);
  }
}

function sameForAll(
  client: SimulatedClient,
  { simulation, messages }: { simulation: Simulation; messages: ChatMessage[] },
  must: Must,
): void {
  const { storage } = simulation;
  const { seq } = storage.log.last();
  must(client.outbox().length === 0, "G4 a send was never acked");
  must(client.seq === seq, `G1 a client stands at ${client.seq} of ${seq}`);
  must(
    client.sequences.every((sequence, index) => sequence === index + 1),
    "G1 a message was seen twice or not at all",
  );
  must(client.leafId === simulation.leafId, `a client shows the branch to ${client.leafId}`);
  for (const { frame, id, sequence } of client.acks.values()) {
    if (frame?.type !== "post_message") continue;
    const stored = messages[(sequence ?? 0) - 1];
    const isChanged = stored?.editedAt !== undefined || stored?.removed !== undefined;
    must(
      stored?.id === id && (isChanged || stored.content === frame.content),
      `G1 ack ${sequence} is not what is stored`,
    );
  }
  for (const { id, content, removed } of messages) {
    must(client.texts.get(id) === content, `G1 a client shows other text than ${id}`);
    must(client.removed.has(id) === (removed !== undefined), `G1 a client does not know whether ${id} was removed`);
  }
  const reactions = withReactions(storage, messages).flatMap(({ id, reactions: own = [] }) =>
    own.flatMap(({ emoji, userIds }) => userIds.map((userId) => `${id} ${userId} ${emoji}`)),
  );
  must(reactions.sort().join() === [...client.reactions].sort().join(), "a client shows other reactions");
}

function everyAnswerEnded({ storage, said }: Simulation, messages: ChatMessage[], must: Must): void {
  must(
    messages.every(({ status }) => status !== "running"),
    "G5 an answer is still running",
  );
  must(storage.runs.latest()?.status !== "running" && storage.meta.queued().length === 0, "G5 a run is still running");
  for (const { runId, content, status, removed } of messages) {
    if (runId === null) continue;
    must(messages.filter((message) => message.runId === runId).length === 1, "G5 a run answered twice");
    if (status !== "complete" || removed) continue;
    const words = scriptedWords((said.get(runId) ?? []).map(quoted));
    must(content === words, `G5 an answer is not what was said: ${content}`);
  }
}

/** Read from the log, which tells how many people were there when something was said. */
function everyQuestionAnswered({ storage }: Simulation, must: Must): void {
  const people = new Set<string>();
  const gone = new Set<string>();
  const leftSeqs = new Map<string, number>();
  const entries = storage.log.after(0, 10_000);
  for (const entry of entries) {
    if (entry.kind === "event" && entry.event.kind === "participant_left") {
      leftSeqs.set(entry.event.data.userId, entry.event.seq);
    }
  }
  for (const entry of entries) {
    if (entry.kind === "message") {
      const { message } = entry;
      // Who leaves while their message waits, or before it is weighed, is not answered.
      const hasLeft = (leftSeqs.get(message.senderId ?? "") ?? 0) > message.seq;
      mustBeAnswered(storage, { message, alone: people.size === 1, hasLeft }, must);
      continue;
    }
    const { event } = entry;
    if (event.kind === "participant_joined") people.add(event.data.member.userId);
    else if (event.kind === "participant_left") people.delete(event.data.userId);
    else if (event.kind === "message_removed") gone.add(event.data.messageId);
    else if (event.kind === "run_started" && storage.runs.get(event.data.runId)?.rerun === null) {
      must(!event.data.messageIds.some((id) => gone.has(id)), "a removed message was asked");
    }
  }
}

function mustBeAnswered(
  { runs }: RoomStorage,
  { message, alone, hasLeft }: { message: ChatMessage; alone: boolean; hasLeft: boolean },
  must: Must,
): void {
  const { senderId, content, editedAt, removed, id } = message;
  if (senderId === null || editedAt !== undefined || removed) return;
  const isAnswered = runs.answering(id) !== null;
  if (content.startsWith("/note")) must(!isAnswered, `a note was answered: ${content}`);
  else if (alone || content.startsWith("@ohm") || content.startsWith("design")) {
    must(isAnswered || hasLeft, `G5 ${id} was never answered: ${content}`);
  }
}

/** The text of a removed message, and what an edit replaced, is nowhere. */
function goneIsGone(simulation: Simulation, messages: ChatMessage[], must: Must): void {
  const { storage, projections } = simulation;
  const tokens = (text: string) => text.match(/#\d+\./g) ?? [];
  const present = new Set(messages.flatMap(({ content }) => tokens(content)));
  for (const { content, removed } of messages) must(!removed || content === "", "G1 a removed message has a text");
  const kept = {
    log: storage.log.after(0, 10_000),
    checkpoints: messages.map(({ seq }) => storage.log.checkpoint(seq)),
    chat: storage.meta.chat(),
    revisions: storage.artifacts.revisions({ limit: 1000 }),
    d1: [projections.chat, [...projections.messages]],
  };
  for (const [where, rows] of Object.entries(kept)) {
    const left = tokens(JSON.stringify(rows)).filter((token) => !present.has(token));
    must(left.length === 0, `G1 ${where} still holds ${left.join()}`);
  }
}

function historyGrows({ storage }: Simulation, must: Must): void {
  const revisions = storage.artifacts.revisions({ limit: 1000 });
  must(
    revisions.every(({ number }, index) => number === revisions.length - index),
    "G8 revisions have a gap",
  );
  for (const { versions } of revisions) {
    must(
      versions.every(({ slug, version }) => storage.artifacts.version(slug, version) !== null),
      "G8 a revision names nothing",
    );
  }
}

function projected({ storage, projections }: Simulation, messages: ChatMessage[], must: Must): void {
  must(storage.meta.flushedSeq() === storage.log.last().seq, "G6 the projection is behind");
  for (const { id, content, status, removed } of messages) {
    const row = projections.messages.get(id);
    const isSame = row?.content === content && row.status === status && row.removed === (removed !== undefined);
    must(isSame, `G6 the projection has another ${id}`);
  }
  must(projections.chat?.title === storage.meta.chat()?.title, "G6 the projection has another title");
}
