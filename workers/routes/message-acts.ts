import * as z from "zod";
import type { ErrorCode } from "../../src/domain/error/ohm-error.ts";
import { posted, reactionView, runView } from "../../src/protocol/answers.ts";
import { branchBody, editMessageBody, reactBody, regenerateBody } from "../../src/protocol/messages.ts";
import { ownUuid } from "../../src/protocol/text.ts";
import { route } from "../route.ts";
import { chatParams } from "./chat-params.ts";
import { exampleIds, exampleMessage } from "./examples.ts";
import { roomJson } from "./reply.ts";

const messageParams = chatParams.extend({ mid: ownUuid });

/** What every act on a message may be refused with. */
const refusals: ErrorCode[] = ["unauthenticated", "forbidden", "invalid", "not_found", "conflict", "rate_limited"];
/** One with a body, too. */
const bodyRefusals: ErrorCode[] = [...refusals, "too_large", "unsupported"];

const place = { id: exampleIds.message, sequence: 1 };

/** What people do to messages that are there. */
export const messageActRoutes = [
  route(
    {
      method: "post",
      path: "/api/chats/:id/messages/:mid/edit",
      summary:
        "Changes an own message where it stands. With `rerun` it asks again: alone in the chat on a branch of its own, else beside the first answer.",
      access: "member",
      act: "edit-own",
      once: "client-id",
      params: messageParams,
      body: editMessageBody,
      bodyExample: { content: exampleMessage.content, rerun: true, clientId: exampleIds.client },
      answers: [
        { status: 200, what: "Changed", schema: posted, example: place },
        { status: 202, what: "Asked again; the message that now holds the text", schema: posted, example: place },
      ],
      errors: bodyRefusals,
    },
    async ({ params, body, scope, clientId }) => {
      const edit = { kind: "edit", messageId: params.mid, body: { clientId, ...body } } as const;
      return roomJson(await (await scope()).rooms.ask(params.id, edit), body.rerun ? 202 : 200);
    },
  ),
  route(
    {
      method: "delete",
      path: "/api/chats/:id/messages/:mid",
      summary: "Removes a message: its place stays, its text is gone for everybody and for good.",
      access: "member",
      act: "remove-own",
      params: messageParams,
      answers: [{ status: 200, what: "Removed", schema: posted, example: place }],
      errors: refusals,
    },
    async ({ params, scope }) =>
      roomJson(await (await scope()).rooms.ask(params.id, { kind: "remove", messageId: params.mid })),
  ),
  route(
    {
      method: "post",
      path: "/api/chats/:id/messages/:mid/regenerate",
      summary: "Gives an answer again: alone in the chat on a branch of its own, else at the end, beside the first.",
      access: "member",
      act: "post",
      once: "client-id",
      params: messageParams,
      body: regenerateBody,
      bodyExample: { clientId: exampleIds.client },
      answers: [
        { status: 202, what: "The new run", schema: runView, example: { id: exampleIds.run, status: "running" } },
      ],
      errors: bodyRefusals,
    },
    async ({ params, body, scope, clientId }) => {
      const again = { kind: "regenerate", messageId: params.mid, body: { clientId, ...body } } as const;
      return roomJson(await (await scope()).rooms.ask(params.id, again), 202);
    },
  ),
  route(
    {
      method: "put",
      path: "/api/chats/:id/messages/:mid/reactions",
      summary: "Puts one's own emoji on a message, or takes it away.",
      access: "member",
      act: "post",
      params: messageParams,
      body: reactBody,
      bodyExample: { emoji: "👍", on: true },
      answers: [
        {
          status: 200,
          what: "What is on the message now",
          schema: z.strictObject({ id: z.uuid(), reactions: z.array(reactionView) }),
          example: { id: exampleIds.message, reactions: [{ emoji: "👍", userIds: [exampleIds.user] }] },
        },
      ],
      errors: bodyRefusals,
    },
    async ({ params, body, scope }) =>
      roomJson(await (await scope()).rooms.ask(params.id, { kind: "react", messageId: params.mid, body })),
  ),
  route(
    {
      method: "put",
      path: "/api/chats/:id/branch",
      summary: "Shows everybody the branch through a message, to its newest end. Only while one person is in the chat.",
      access: "member",
      act: "post",
      params: chatParams,
      body: branchBody,
      bodyExample: { messageId: exampleIds.message },
      answers: [
        {
          status: 200,
          what: "The end of the branch",
          schema: z.strictObject({ leafId: z.uuid() }),
          example: { leafId: exampleIds.answer },
        },
      ],
      errors: bodyRefusals,
    },
    async ({ params, body, scope }) =>
      roomJson(await (await scope()).rooms.ask(params.id, { kind: "choose-branch", messageId: body.messageId })),
  ),
];
