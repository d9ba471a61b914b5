import type { D1Projects } from "../../src/adapters/d1/d1-projects.ts";
import type { NewChat } from "../../src/application/room/room.ts";
import type { UserActor } from "../../src/domain/chat/actor.ts";
import { limits } from "../../src/domain/chat/limits.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { chatView, listedChat, listOf, snapshotView } from "../../src/protocol/answers.ts";
import type { CreateChatBody } from "../../src/protocol/chats.ts";
import { chatsQuery, createChatBody, deleteChatQuery, patchChatBody } from "../../src/protocol/chats.ts";
import { jobView } from "../../src/protocol/jobs.ts";
import { clock } from "../deps.ts";
import { countChat } from "../middleware/rates.ts";
import type { RoomClient } from "../room-client.ts";
import { route } from "../route.ts";
import { chatParams } from "./chat-params.ts";
import {
  exampleArtifact,
  exampleChat,
  exampleIds,
  exampleJob,
  exampleListedChat,
  exampleMember,
  exampleMessage,
} from "./examples.ts";
import { viewOf } from "./job-view.ts";
import { placeOf } from "./list-place.ts";
import { roomJson } from "./reply.ts";

const one = { status: 200, what: "The chat", schema: chatView, example: exampleChat };

export const chatRoutes = [
  route(
    {
      method: "post",
      path: "/api/chats",
      summary:
        "Starts a chat; a caller without a session becomes a guest. With `message` it is posted in the same request.",
      access: "guest",
      sensitive: true,
      body: createChatBody,
      bodyExample: { message: { clientId: exampleIds.client, content: exampleMessage.content } },
      once: "subject",
      answers: [{ ...one, status: 201 }],
      errors: ["invalid", "conflict", "too_large", "unsupported", "rate_limited", "unavailable"],
    },
    async ({ c, body, scope, subject }) => {
      const { actor, rooms, projects, ownedParts } = await scope();
      await requireProject(projects, body.projectId);
      if (!c.get("unlimited")) await countChat(c.env, actor);
      const owned = await ownedParts.list();
      const chat = newChat(subject, body, { actor, owned: owned.map(({ catalogId }) => catalogId) });
      const answer = await start(chat, body, rooms);
      const headers = { "content-type": "application/json", location: `/api/chats/${subject}` };
      return new Response(answer, { status: 201, headers });
    },
  ),
  route(
    {
      method: "get",
      path: "/api/chats",
      summary:
        "The person's chats, last changed first, without those that are archived or in the trash unless they are asked for.",
      access: "session",
      query: chatsQuery,
      answers: [
        {
          status: 200,
          what: "A page of chats",
          schema: listOf(listedChat),
          example: { items: [exampleListedChat], nextCursor: null },
        },
      ],
      errors: ["unauthenticated", "invalid"],
    },
    async ({ c, query, scope }) => {
      const { chats } = await scope();
      const { limit, archived = false, trashed = false } = query;
      const found = await chats.list({ limit: limit + 1, after: placeOf(query.cursor), archived, trashed });
      const items = found.slice(0, query.limit);
      const last = items.at(-1);
      const nextCursor = found.length > query.limit && last ? `${last.updatedAt}.${last.id}` : null;
      return c.json({ items, nextCursor });
    },
  ),
  route(
    {
      method: "get",
      path: "/api/chats/:id",
      summary: "One chat, as this member sees it.",
      access: "member",
      params: chatParams,
      answers: [one],
      errors: ["unauthenticated", "invalid", "not_found"],
    },
    async ({ params, scope }) => roomJson(await (await scope()).rooms.ask(params.id, { kind: "chat" })),
  ),
  route(
    {
      method: "patch",
      path: "/api/chats/:id",
      summary:
        "Changes a chat's title, mode, phase or mission; its owner moves it to a project, archives it, or puts it into the trash and brings it back.",
      access: "member",
      act: "phase",
      params: chatParams,
      body: patchChatBody,
      bodyExample: { title: "Balcony weather station" },
      answers: [one],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found", "conflict", "too_large", "unsupported"],
    },
    async ({ params, body, scope }) => {
      const { rooms, projects } = await scope();
      await requireProject(projects, body.projectId ?? undefined);
      return roomJson(await rooms.ask(params.id, { kind: "change-chat", body }));
    },
  ),
  route(
    {
      method: "delete",
      path: "/api/chats/:id",
      summary: `Puts a chat into the trash for ${limits.trashDays} days; from there \`permanently=true\` deletes it for good, by a job.`,
      access: "member",
      act: "delete",
      params: chatParams,
      query: deleteChatQuery,
      answers: [
        { ...one, what: "It is in the trash", example: { ...exampleChat, trashedAt: exampleChat.updatedAt } },
        {
          status: 202,
          what: "It is being deleted",
          schema: jobView,
          example: { ...exampleJob, kind: "delete_chat", state: "queued", attempts: 0, error: null },
        },
      ],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found", "conflict"],
    },
    async ({ c, params, query, scope }) => {
      const { actor, rooms, jobs } = await scope();
      if (!query.permanently) return roomJson(await rooms.ask(params.id, { kind: "trash" }));
      await rooms.ask(params.id, { kind: "delete" });
      const job = { ownerId: actor.userId, chatId: params.id, kind: "delete_chat" as const, input: {} };
      return c.json(viewOf(await jobs.add(job)), 202);
    },
  ),
  route(
    {
      method: "get",
      path: "/api/chats/:id/snapshot",
      summary:
        "The chat in one piece, with its newest messages; the socket goes on from `seq`. The ETag is this person's own.",
      access: "member",
      params: chatParams,
      headers: { "if-none-match": "The ETag of a snapshot that is held; 304 while nothing durable has changed." },
      answers: [
        {
          status: 200,
          what: "The snapshot",
          schema: snapshotView,
          example: {
            seq: 3,
            chat: exampleChat,
            participants: [exampleMember],
            messages: [exampleMessage],
            leafId: exampleMessage.id,
            lastReadSequence: 0,
            queued: [],
            artifacts: [exampleArtifact],
            run: null,
            revision: 1,
          },
        },
        { status: 304, what: "Nothing durable has changed", schema: null },
      ],
      errors: ["unauthenticated", "invalid", "not_found"],
    },
    async ({ c, params, scope }) => {
      const { actor, rooms } = await scope();
      const reply = await rooms.ask(params.id, { kind: "snapshot" });
      // One person's role and read mark stand in it: nobody else holds the same.
      const etag = `"${reply.seq}.${reply.readSequence ?? 0}.${actor.userId}"`;
      if (c.req.header("if-none-match") === etag) return new Response(null, { status: 304, headers: { etag } });
      return new Response(reply.json, { headers: { etag, "content-type": "application/json" } });
    },
  ),
];

/** Creates a chat and posts its first message: each step once per id, so that a start which was cut off goes on. */
async function start(chat: NewChat, { message }: CreateChatBody, rooms: RoomClient): Promise<string> {
  await rooms.create(chat);
  if (message) await rooms.ask(chat.chat.id, { kind: "post", body: message, waitMs: 0 });
  return (await rooms.ask(chat.chat.id, { kind: "chat" })).json;
}

/** A chat goes into a project of one's own only. */
async function requireProject(projects: D1Projects, projectId: string | undefined): Promise<void> {
  if (projectId === undefined || (await projects.owns(projectId))) return;
  const errors = [{ path: "projectId", message: "names no project of yours" }];
  throw new OhmError("invalid", "There is no such project", { errors });
}

/** A chat before its first event. The owner's member row is part of it. */
function newChat(id: string, body: CreateChatBody, { actor, owned }: { actor: UserActor; owned: string[] }): NewChat {
  const nowMs = clock.nowMs();
  return {
    owner: { userId: actor.userId, name: actor.name, role: "owner", joinedAt: nowMs, guest: actor.guest },
    chat: {
      id,
      ownerId: actor.userId,
      title: body.title ?? null,
      titleAutomatic: body.title === undefined,
      ...(owned.length > 0 ? { ownedParts: owned } : {}),
      mode: body.mode ?? "workbench",
      phase: "discovery",
      projectId: body.projectId ?? null,
      missionStatement: null,
      modelId: body.modelId ?? null,
      isPublic: false,
      createdAt: nowMs,
      updatedAt: nowMs,
    },
  };
}
