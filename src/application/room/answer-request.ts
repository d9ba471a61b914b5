import type { ArtifactHead, ArtifactVersion } from "../../domain/chat/artifact.ts";
import { diffLines } from "../../domain/chat/diff-lines.ts";
import type { ChatMessage, Member } from "../../domain/chat/message.ts";
import { roleMay } from "../../domain/chat/roles.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { MessagesQuery } from "../../protocol/messages.ts";
import { describeChat } from "./describe-chat.ts";
import { postMessage } from "./post-message.ts";
import { presentMember } from "./present-member.ts";
import type { NamedActor } from "./require-member.ts";
import type { Room } from "./room.ts";
import type { NumberPage, RoomReply, RoomRequest } from "./room-request.ts";
import { stopRun } from "./stop-run.ts";

interface Asked<K extends RoomRequest["kind"]> {
  room: Room;
  actor: NamedActor;
  member: Member;
  request: Extract<RoomRequest, { kind: K }>;
}

/** One row per kind of request: a missing one does not compile. */
const answers: { [K in RoomRequest["kind"]]: (asked: Asked<K>) => unknown } = {
  chat: ({ room, member }) => chatView(room, member),
  "change-chat": changeChat,
  snapshot: ({ room, member }) => snapshot(room, member),
  messages: ({ room, request }) => messagePage(room, request.query),
  post: ({ room, actor, request }) => {
    const { id, sequence } = postMessage(room, { actor, body: request.body });
    return { id, sequence };
  },
  stop: ({ room, actor, request }) => {
    stopRun(room, actor, request.runId);
    const run = room.deps.storage.runs.get(request.runId);
    return { id: request.runId, status: run?.status };
  },
  artifacts: ({ room }) => ({ items: room.deps.storage.artifacts.heads().map(artifactView), nextCursor: null }),
  versions: ({ room, request }) => {
    const { artifacts } = room.deps.storage;
    if (!artifacts.head(request.slug)) throw new OhmError("not_found", "There is no such artifact");
    const found = artifacts.versions(request.slug, more(request.page));
    const { items, nextCursor } = cut(found, request.page);
    return { items: items.map(({ content: _, data: __, ...summary }) => summary), nextCursor };
  },
  version: ({ room, request }) => versionOf(room, request.slug, request.number),
  compare: ({ room, request }) => {
    const from = versionOf(room, request.slug, request.from);
    const to = versionOf(room, request.slug, request.to);
    return { slug: request.slug, from, to, lines: diffLines(from.content, to.content) };
  },
  design: ({ room, request }) => {
    const { artifacts } = room.deps.storage;
    const row = artifacts.revision(request.revision ?? artifacts.headRevision());
    if (!row) throw new OhmError("not_found", "There is no such revision of the design");
    return row.design;
  },
  revisions: ({ room, request }) => cut(room.deps.storage.artifacts.revisions(more(request.page)), request.page),
};

/**
 * Answers one request of a member; the role is checked in the same synchronous block as the data is read. Waits only for a send that
 * asked to. Throws `OhmError`.
 */
export async function answerRequest(room: Room, actor: NamedActor, request: RoomRequest): Promise<RoomReply> {
  const member = presentMember(room, actor);
  const answer = answerOf({ room, actor, member, request });
  if (request.kind !== "post" || request.waitMs === 0) return reply(room, answer, true);
  const message = room.deps.storage.log.clientId(actor.userId, request.body.clientId.toLowerCase());
  const asked = message ? room.deps.storage.log.messageAt(message.seq) : null;
  if (!asked) throw new OhmError("internal", "A stored message is not there");
  if (isOpen(room, asked.id)) await room.turns.settled(asked.id, request.waitMs);
  if (isOpen(room, asked.id)) return reply(room, answer, false);
  const run = room.deps.storage.runs.answering(asked.id);
  return reply(room, { message: asked, replies: run ? room.deps.storage.log.ofRun(run) : [] }, true);
}

function answerOf<K extends RoomRequest["kind"]>(asked: {
  room: Room;
  actor: NamedActor;
  member: Member;
  request: Extract<RoomRequest, { kind: K }>;
}): unknown {
  const kind: K = asked.request.kind;
  return answers[kind](asked);
}

function reply(room: Room, value: unknown, settled: boolean): RoomReply {
  return { ok: true, json: JSON.stringify(value), settled, seq: room.deps.storage.log.last().seq };
}

/** Whether the message waits for a turn, or for the end of the one that answers it. */
function isOpen(room: Room, messageId: string): boolean {
  const { runs, meta } = room.deps.storage;
  return runs.answering(messageId)?.status === "running" || meta.queued().includes(messageId);
}

/** `nextCursor` is the sequence to go on from: as `after` when the page was asked by `after`, else as `before`. */
function messagePage(room: Room, query: MessagesQuery): unknown {
  const found = room.deps.storage.log.page({ ...query, limit: query.limit + 1 });
  const forward = query.after !== undefined;
  const items = forward ? found.slice(0, query.limit) : found.slice(-query.limit);
  const edge = forward ? items.at(-1) : items[0];
  const nextCursor = found.length > query.limit && edge ? String(edge.sequence) : null;
  return { items: items.map((message) => present(room, message)), nextCursor };
}

function chatView(room: Room, member: Member): unknown {
  return { ...room.head(), role: member.role };
}

function changeChat({ room, actor, member, request }: Asked<"change-chat">): unknown {
  const { title, mode, phase, missionStatement } = request.body;
  const settings = title !== undefined || mode !== undefined;
  if (!roleMay(member.role, settings ? "settings" : "phase")) {
    throw new OhmError("forbidden", "Your role in this chat does not allow it");
  }
  const changes = Object.fromEntries(
    Object.entries({ title, mode, phase, missionStatement }).filter(([, value]) => value !== undefined),
  );
  room.log.commit((writer) => describeChat(room.deps, writer, { by: actor.userId, changes, byPerson: true }));
  return chatView(room, member);
}

/** A growing answer shows its text so far; the deltas of the socket go on from its length. */
function present(room: Room, message: ChatMessage): ChatMessage {
  if (message.status !== "running") return message;
  const growing = room.turns.active?.growingText(message.id)?.value;
  return { ...message, content: growing ?? room.deps.storage.log.checkpoint(message.seq) ?? "" };
}

function snapshot(room: Room, member: Member): unknown {
  const { log, members, artifacts, runs, meta } = room.deps.storage;
  const run = runs.latest();
  const head = artifacts.headRevision();
  return {
    seq: log.last().seq,
    chat: chatView(room, member),
    participants: members.all(),
    messages: log.page({ limit: 50 }).map((message) => present(room, message)),
    leafId: log.page({ limit: 1 })[0]?.id ?? null,
    lastReadSequence: 0,
    queued: meta.queued(),
    artifacts: artifacts.heads().map(artifactView),
    run: run?.status === "running" ? { id: run.id, status: run.status, messageIds: run.messageIds } : null,
    revision: head === 0 ? null : head,
  };
}

function artifactView({ contentHash: _, ...head }: ArtifactHead & { contentHash: string }): ArtifactHead {
  return head;
}

function versionOf(room: Room, slug: string, number: number | "latest"): ArtifactVersion {
  const { artifacts } = room.deps.storage;
  const wanted = number === "latest" ? (artifacts.head(slug)?.currentVersion ?? 0) : number;
  const version = artifacts.version(slug, wanted);
  if (!version) throw new OhmError("not_found", "There is no such version");
  return version;
}

/** One more than asked for, to know whether there is a next page. */
function more({ before, limit }: NumberPage): NumberPage {
  return { before, limit: limit + 1 };
}

function cut<T extends { number: number }>(
  found: T[],
  { limit }: NumberPage,
): { items: T[]; nextCursor: string | null } {
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? String(items.at(-1)?.number) : null };
}
