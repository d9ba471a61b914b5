import { limits } from "../../src/domain/chat/limits.ts";
import { answered, listOf, messageView, posted, runView } from "../../src/protocol/answers.ts";
import { messagesQuery, postMessageBody } from "../../src/protocol/messages.ts";
import { ownUuid } from "../../src/protocol/text.ts";
import { route } from "../route.ts";
import { chatParams } from "./chat-params.ts";
import { exampleAnswer, exampleIds, exampleMessage } from "./examples.ts";
import { roomJson } from "./reply.ts";

const runParams = chatParams.extend({ runId: ownUuid });

export const messageRoutes = [
  route(
    {
      method: "get",
      path: "/api/chats/:id/messages",
      summary: "Messages by sequence (`before` and `after` exclusive), ascending; without either the last ones.",
      access: "member",
      params: chatParams,
      query: messagesQuery,
      answers: [
        {
          status: 200,
          what: "A page of messages",
          schema: listOf(messageView),
          example: { items: [exampleMessage, exampleAnswer], nextCursor: null },
        },
      ],
      errors: ["unauthenticated", "invalid", "not_found"],
    },
    async ({ params, query, scope }) =>
      roomJson(await (await scope()).rooms.ask(params.id, { kind: "messages", query })),
  ),
  route(
    {
      method: "post",
      path: "/api/chats/:id/messages",
      summary:
        "Posts a message, once per client id. With `Prefer: wait=N` answers when its turn has ended, within N seconds.",
      access: "member",
      act: "post",
      params: chatParams,
      body: postMessageBody,
      bodyExample: { clientId: exampleIds.client, content: exampleMessage.content },
      once: "client-id",
      headers: { prefer: `wait=N, N seconds up to ${limits.waitSecondsMax}` },
      answers: [
        {
          status: 200,
          what: "Its turn has ended, or none starts",
          schema: answered,
          example: { message: exampleMessage, replies: [exampleAnswer] },
        },
        { status: 202, what: "Stored", schema: posted, example: { id: exampleIds.message, sequence: 1 } },
      ],
      errors: [
        "unauthenticated",
        "forbidden",
        "invalid",
        "not_found",
        "conflict",
        "too_large",
        "unsupported",
        "rate_limited",
      ],
    },
    async ({ c, params, body, scope }) => {
      const waitMs = waitOf(c.req.header("prefer"));
      const reply = await (await scope()).rooms.ask(params.id, { kind: "post", body, waitMs });
      return roomJson(reply, waitMs > 0 && reply.settled ? 200 : 202);
    },
  ),
  route(
    {
      method: "post",
      path: "/api/chats/:id/runs/:runId/stop",
      summary: "Stops a run at once; its text is kept. One that has ended stays as it ended.",
      access: "member",
      act: "stop-own",
      params: runParams,
      answers: [{ status: 200, what: "The run", schema: runView, example: { id: exampleIds.run, status: "stopped" } }],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found"],
    },
    async ({ params, scope }) =>
      roomJson(await (await scope()).rooms.ask(params.id, { kind: "stop", runId: params.runId })),
  ),
];

/** Milliseconds of `Prefer: wait=N` (RFC 7240), 0 without one. */
function waitOf(prefer: string | undefined): number {
  const seconds = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})"?/i.exec(prefer ?? "")?.[1];
  return Math.min(Number(seconds ?? 0), limits.waitSecondsMax) * 1000;
}
