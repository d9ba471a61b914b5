import * as z from "zod";
import { listOf, memberView } from "../../src/protocol/answers.ts";
import { membersQuery, patchParticipantBody } from "../../src/protocol/people.ts";
import { ownUuid } from "../../src/protocol/text.ts";
import { route } from "../route.ts";
import { chatParams } from "./chat-params.ts";
import { exampleMember } from "./examples.ts";
import { roomJson } from "./reply.ts";

const participantParams = z.strictObject({ id: ownUuid, userId: ownUuid });

export const participantRoutes = [
  route(
    {
      method: "get",
      path: "/api/chats/:id/participants",
      summary: "The people in a chat, by time of joining.",
      access: "member",
      params: chatParams,
      query: membersQuery,
      answers: [
        {
          status: 200,
          what: "A page of people",
          schema: listOf(memberView),
          example: { items: [exampleMember], nextCursor: null },
        },
      ],
      errors: ["unauthenticated", "invalid", "not_found"],
    },
    async ({ params, query, scope }) => {
      const page = { after: query.cursor, limit: query.limit };
      return roomJson(await (await scope()).rooms.ask(params.id, { kind: "participants", page }));
    },
  ),
  route(
    {
      method: "patch",
      path: "/api/chats/:id/participants/:userId",
      summary:
        "Gives somebody another role. `owner` hands the chat over: who had it becomes an admin. Guests are members at most.",
      access: "member",
      act: "people",
      params: participantParams,
      body: patchParticipantBody,
      bodyExample: { role: "admin" },
      answers: [{ status: 200, what: "The person", schema: memberView, example: { ...exampleMember, role: "admin" } }],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found", "conflict", "too_large", "unsupported"],
    },
    async ({ params, body, scope }) => {
      const { rooms } = await scope();
      return roomJson(await rooms.ask(params.id, { kind: "change-role", userId: params.userId, role: body.role }));
    },
  ),
  route(
    {
      method: "delete",
      path: "/api/chats/:id/participants/:userId",
      summary:
        "Takes somebody out of a chat; with one's own id, leaves it. Their messages stay, their sockets close with 4003.",
      access: "member",
      params: participantParams,
      answers: [{ status: 204, what: "They are out", schema: null }],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found", "conflict"],
    },
    async ({ params, scope }) => {
      await (await scope()).rooms.ask(params.id, { kind: "remove-member", userId: params.userId });
      return new Response(null, { status: 204 });
    },
  ),
];
