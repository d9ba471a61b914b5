import type { ArtifactHead, ArtifactVersion } from "../../domain/chat/artifact.ts";
import { diffLines } from "../../domain/chat/diff-lines.ts";
import { limits } from "../../domain/chat/limits.ts";
import type { ChatMessage, Member } from "../../domain/chat/message.ts";
import { rolesUnder } from "../../domain/chat/roles.ts";
import type { Design } from "../../domain/circuit/design.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { MessagesQuery } from "../../protocol/messages.ts";
import { changeRole, removeMember, requireInviter } from "./change-members.ts";
import { chooseBranch } from "./choose-branch.ts";
import type { Place } from "./client-ids.ts";
import { describeChat } from "./describe-chat.ts";
import { editMessage } from "./edit-message.ts";
import { postMessage } from "./post-message.ts";
import { react, withReactions } from "./react.ts";
import { regenerate } from "./regenerate.ts";
import { removeMessage } from "./remove-message.ts";
import type { NamedActor } from "./require-member.ts";
import { requireMember, requireRole } from "./require-member.ts";
import type { Room } from "./room.ts";
import type { DesignRequest, MemberPage, NumberPage, RoomReply, RoomRequest } from "./room-request.ts";
import type { ArtifactRow } from "./room-storage.ts";
import { archiveChat, requireTrashed, trashChat } from "./shelve-chat.ts";
import { stopRun } from "./stop-run.ts";

interface Asked<K extends RoomRequest["kind"]> {
  room: Room;
  actor: NamedActor;
  member: Member;
  request: Extract<RoomRequest, { kind: K }>;
}

/** One row per kind of request: a missing one does not compile. */
const answers: { [K in RoomRequest["kind"]]: (asked: Asked<K>) => unknown } = {
  chat: ({ room, actor, member, request }) => {
    if (request.act) requireMember(room.deps.storage, actor, request.act);
    return chatView(room, member);
  },
  "change-chat": changeChat,
  snapshot: ({ room, member }) => snapshot(room, member),
  messages: ({ room, request }) => messagePage(room, request.query),
  post: ({ room, actor, request }) => {
    return standing(postMessage(room, { actor, body: request.body }));
  },
  edit: ({ room, actor, request }) => standing(editMessage(room, { actor, ...request })),
  remove: ({ room, actor, request }) => standing(removeMessage(room, actor, request.messageId)),
  regenerate: ({ room, actor, request }) => {
    const { id } = regenerate(room, { actor, ...request });
    return { id, status: room.deps.storage.runs.get(id)?.status };
  },
  react: ({ room, actor, request }) => {
    const { seq } = react(room, { actor, ...request });
    const message = room.deps.storage.log.messageAt(seq);
    const [shown] = message ? withReactions(room.deps.storage, [message]) : [];
    return { id: request.messageId, reactions: shown?.reactions ?? [] };
  },
  "choose-branch": ({ room, actor, request }) => ({ leafId: chooseBranch(room, actor, request.messageId).id }),
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
  design: ({ room, request }) => designOf(room, request.revision),
  export: ({ room, request }) => room.deps.exportDesign(designOf(room, request.revision), request.format),
  "by-hand": onDesign,
  "restore-design": onDesign,
  "restore-artifact": onDesign,
  "align-design": onDesign,
  "apply-proposal": onDesign,
  "compare-designs": onDesign,
  ticks: ({ room, member }) => ({ connections: room.deps.storage.ticks.get(member.userId) }),
  tick: ({ room, member, request }) => tick(room, member, request.connections),
  revisions: ({ room, request }) => cut(room.deps.storage.artifacts.revisions(more(request.page)), request.page),
  trash: ({ room, actor, member }) => {
    trashChat(room, actor, true);
    return chatView(room, member);
  },
  delete: ({ room, actor, member }) => {
    requireTrashed(room, actor);
    return chatView(room, member);
  },
  participants: ({ room, request }) => memberPage(room, request.page),
  "change-role": ({ room, actor, request }) => changeRole(room, actor, request),
  "remove-member": ({ room, actor, request }) => removeMember(room, actor, request.userId),
  invite: ({ room, actor, request }) => requireInviter(room, actor, request.role),
  "revoke-invitation": ({ room, actor, member }) => {
    requireInviter(room, actor, "member");
    return { roles: rolesUnder(member.role) };
  },
  invitations: ({ member }) => {
    requireRole(member, "people");
    return { roles: rolesUnder(member.role) };
  },
};

function onDesign({
  room,
  actor,
  request,
}: {
  room: Room;
  actor: NamedActor;
  request: DesignRequest;
}): Promise<unknown> {
  return room.deps.onDesign(room, { actor, request });
}

/** Wires that one person has ticked off: nobody else's, and nothing that the chat hears of. */
function tick(room: Room, { userId }: Member, wanted: readonly string[]): { connections: string[] } {
  const { storage } = room.deps;
  const connections = [...new Set(wanted)];
  storage.transaction(() => storage.ticks.put(userId, connections));
  return { connections };
}

function designOf(room: Room, revision: number | undefined): Design {
  const { artifacts } = room.deps.storage;
  const row = artifacts.revision(revision ?? artifacts.headRevision());
  if (!row) throw new OhmError("not_found", "There is no such revision of the design");
  return row.design;
}

/** Writes over HTTP that count as acts; those on messages count by themselves, in frames too. A new message, and a new invitation, has a rate of its own. */
const acts: readonly RoomRequest["kind"][] = [
  "change-chat",
  "trash",
  "delete",
  "change-role",
  "remove-member",
  "revoke-invitation",
  "stop",
  "by-hand",
  "restore-design",
  "restore-artifact",
  "align-design",
  "apply-proposal",
  "tick",
];

/**
 * Answers one request of a member; the role is checked in the same synchronous block as the data is read, after a wait once more. Waits
 * only for a send that asked to. Throws `OhmError`.
 */
export async function answerRequest(room: Room, actor: NamedActor, request: RoomRequest): Promise<RoomReply> {
  const member = room.members.of(actor);
  if (acts.includes(request.kind)) room.rates.takeAct(actor);
  const answer = answerOf({ room, actor, member, request });
  if (request.kind === "snapshot") {
    return { ...reply(room, answer, true), readSequence: room.deps.storage.reads.get(actor.userId) };
  }
  if (answer instanceof Promise) return reply(room, await answer, true);
  if (request.kind !== "post" || request.waitMs === 0) return reply(room, answer, true);
  const { log, runs } = room.deps.storage;
  const known = log.clientId(actor.userId, request.body.clientId.toLowerCase());
  const id = known && log.messageAt(known.seq)?.id;
  if (!id) throw new OhmError("internal", "A stored message is not there");
  const untilMs = room.deps.clock.nowMs() + request.waitMs;
  await room.intents.settled(id, request.waitMs);
  if (isOpen(room, id)) await room.turns.settled(id, Math.max(0, untilMs - room.deps.clock.nowMs()));
  // Who waited may be out by now, and what came after that is not theirs to read.
  requireMember(room.deps.storage, actor, "read");
  if (isOpen(room, id)) return reply(room, answer, false);
  const run = runs.answering(id);
  return reply(room, { message: log.message(id), replies: run ? log.ofRun(run) : [] }, true);
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

function standing({ id, sequence }: Place): Pick<Place, "id" | "sequence"> {
  return { id, sequence };
}

function reply(room: Room, value: unknown, settled: boolean): Extract<RoomReply, { ok: true }> {
  return { ok: true, json: JSON.stringify(value ?? null), settled, seq: room.deps.storage.log.last().seq };
}

/** Whether it is not known yet if the message starts a turn, or it waits for one, or for the end of the one that answers it. */
function isOpen(room: Room, messageId: string): boolean {
  const { runs, meta } = room.deps.storage;
  if (room.intents.isWeighing(messageId)) return true;
  return runs.answering(messageId)?.status === "running" || meta.queued().includes(messageId);
}

/** `nextCursor` is the sequence to go on from: as `after` when the page was asked by `after`, else as `before`. */
function messagePage(room: Room, query: MessagesQuery): unknown {
  const found = room.deps.storage.log.page({ ...query, limit: query.limit + 1 });
  const forward = query.after !== undefined;
  const items = forward ? found.slice(0, query.limit) : found.slice(-query.limit);
  const edge = forward ? items.at(-1) : items[0];
  const nextCursor = found.length > query.limit && edge ? String(edge.sequence) : null;
  return { items: present(room, items), nextCursor };
}

function chatView(room: Room, member: Member): unknown {
  return { ...room.head(), role: member.role };
}

function changeChat({ room, actor, member, request }: Asked<"change-chat">): unknown {
  const { archived, trashed, ...described } = request.body;
  const changes = Object.fromEntries(Object.entries(described).filter(([, value]) => value !== undefined));
  if (trashed !== undefined) trashChat(room, actor, trashed);
  if (archived !== undefined) archiveChat(room, actor, archived);
  if (changes.projectId !== undefined) requireMember(room.deps.storage, actor, "move");
  if (Object.keys(changes).length > 0) {
    const isSettings = changes.title !== undefined || changes.mode !== undefined;
    requireMember(room.deps.storage, actor, isSettings ? "settings" : "phase");
    room.log.commit((writer) => describeChat(room.deps, writer, { by: actor.userId, changes, byPerson: true }));
  }
  return chatView(room, member);
}

/** Messages with their reactions. A growing answer shows its text so far; the deltas of the socket go on from its length. */
function present(room: Room, messages: readonly ChatMessage[]): ChatMessage[] {
  const { storage } = room.deps;
  return withReactions(storage, messages).map((message) => {
    if (message.status !== "running") return message;
    const growing = room.turns.active?.growingText(message.id)?.value;
    return { ...message, content: growing ?? storage.log.checkpoint(message.seq) ?? "" };
  });
}

/** `nextCursor` is the user id to go on after; who has left meanwhile ends the list. */
function memberPage(room: Room, { after, limit }: MemberPage): unknown {
  const all = room.deps.storage.members.all();
  const from = after === undefined ? 0 : all.findIndex(({ userId }) => userId === after) + 1 || all.length;
  const items = all.slice(from, from + limit);
  const nextCursor = from + limit < all.length ? (items.at(-1)?.userId ?? null) : null;
  return { items, nextCursor };
}

function snapshot(room: Room, member: Member): unknown {
  const { log, members, artifacts, runs, meta, reads } = room.deps.storage;
  const run = runs.latest();
  const head = artifacts.headRevision();
  return {
    seq: log.last().seq,
    chat: chatView(room, member),
    participants: members.all(),
    messages: present(room, log.page({ limit: limits.pageItems })),
    leafId: room.log.leaf?.id ?? null,
    lastReadSequence: reads.get(member.userId),
    queued: meta.queued(),
    artifacts: artifacts.heads().map(artifactView),
    run: run?.status === "running" ? { id: run.id, status: run.status, messageIds: run.messageIds } : null,
    revision: head === 0 ? null : head,
  };
}

function artifactView({ contentHash: _, alignTo: __, ...head }: ArtifactRow): ArtifactHead {
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
