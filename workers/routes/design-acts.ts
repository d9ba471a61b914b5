import * as z from "zod";
import type { RoomRequest } from "../../src/application/room/room-request.ts";
import type { ErrorCode } from "../../src/domain/error/ohm-error.ts";
import {
  actedView,
  designChangeView,
  fixBody,
  headBody,
  markPartBody,
  restoreArtifactBody,
  restoreDesignBody,
  restoredView,
  swapBody,
  ticksBody,
  ticksView,
  twoRevisionsQuery,
} from "../../src/protocol/design-acts.ts";
import { ownUuid } from "../../src/protocol/text.ts";
import { route } from "../route.ts";
import type { Scope } from "../scope.ts";
import { chatParams } from "./chat-params.ts";
import { roomJson } from "./reply.ts";

const reads: ErrorCode[] = ["unauthenticated", "invalid", "not_found"];
/** What an act on the design may be refused with. */
const refusals: ErrorCode[] = [
  ...reads,
  "forbidden",
  "conflict",
  "head_moved",
  "rate_limited",
  "too_large",
  "unsupported",
];
const act = { access: "member", act: "change-design" } as const;
const acted = { status: 201, what: "The revision that holds it", schema: actedView, example: { revision: 5 } };
const exampleTicks = { connections: ["U1:21-U2:SDA"] };

async function written(scope: () => Promise<Scope>, chatId: string, request: RoomRequest): Promise<Response> {
  return roomJson(await (await scope()).rooms.ask(chatId, request), 201);
}

/** What people do to a design without words. Each act starts from the revision that it names, and writes one revision or nothing. */
export const designActRoutes = [
  route(
    {
      method: "post",
      path: "/api/chats/:id/design/fix",
      summary: "Makes the fix of a finding: a new revision without that finding.",
      ...act,
      params: chatParams,
      body: fixBody,
      bodyExample: { ruleId: "led-resistor", fixId: "fix-1", expectedHead: 4 },
      answers: [acted],
      errors: refusals,
    },
    ({ params, body: { expectedHead, ...fix }, scope }) =>
      written(scope, params.id, { kind: "by-hand", act: { kind: "fix", ...fix }, expectedHead }),
  ),
  route(
    {
      method: "post",
      path: "/api/chats/:id/design/swap",
      summary: "Puts another part of the catalogue where one stands. From then on it counts as named.",
      ...act,
      params: chatParams,
      body: swapBody,
      bodyExample: { partId: "U2", catalogId: "dht22", expectedHead: 4 },
      answers: [acted],
      errors: refusals,
    },
    ({ params, body: { expectedHead, ...swap }, scope }) =>
      written(scope, params.id, { kind: "by-hand", act: { kind: "swap", ...swap }, expectedHead }),
  ),
  route(
    {
      method: "patch",
      path: "/api/chats/:id/design/parts/:partId",
      summary: "Marks a part: owned ones cost nothing in the total, pinned ones are changed by no improvement.",
      ...act,
      params: chatParams.extend({ partId: z.string().min(1).max(64) }),
      body: markPartBody,
      bodyExample: { owned: true, expectedHead: 4 },
      answers: [{ ...acted, status: 200 }],
      errors: refusals,
    },
    async ({ params, body: { expectedHead, ...marks }, scope }) => {
      const mark = { kind: "mark", partId: params.partId, ...marks } as const;
      return roomJson(await (await scope()).rooms.ask(params.id, { kind: "by-hand", act: mark, expectedHead }));
    },
  ),
  route(
    {
      method: "post",
      path: "/api/chats/:id/design/restore",
      summary: "Makes an earlier revision the head again, as a new one.",
      ...act,
      params: chatParams,
      body: restoreDesignBody,
      bodyExample: { revision: 2, expectedHead: 4 },
      answers: [acted],
      errors: refusals,
    },
    ({ params, body, scope }) => written(scope, params.id, { kind: "restore-design", ...body }),
  ),
  route(
    {
      method: "post",
      path: "/api/chats/:id/artifacts/:slug/restore",
      summary:
        "Makes an earlier version of one artifact the current one. The design is checked; what no longer agrees is marked stale.",
      ...act,
      params: chatParams.extend({ slug: z.string().min(1).max(80) }),
      body: restoreArtifactBody,
      bodyExample: { version: 1, expectedHead: 2 },
      answers: [{ ...acted, schema: restoredView, example: { version: 3, revision: 5 } }],
      errors: refusals,
    },
    ({ params, body, scope }) => written(scope, params.id, { kind: "restore-artifact", slug: params.slug, ...body }),
  ),
  route(
    {
      method: "post",
      path: "/api/chats/:id/design/align",
      summary: "Brings stale artifacts in line with what was restored.",
      ...act,
      params: chatParams,
      body: headBody,
      bodyExample: { expectedHead: 5 },
      answers: [acted],
      errors: refusals,
    },
    ({ params, body, scope }) => written(scope, params.id, { kind: "align-design", ...body }),
  ),
  route(
    {
      method: "post",
      path: "/api/chats/:id/runs/:runId/apply",
      summary: "Applies what a turn wanted that ended `head_moved` to the design as it is now.",
      ...act,
      params: chatParams.extend({ runId: ownUuid }),
      body: headBody,
      bodyExample: { expectedHead: 5 },
      answers: [acted],
      errors: refusals,
    },
    ({ params, body, scope }) => written(scope, params.id, { kind: "apply-proposal", runId: params.runId, ...body }),
  ),
  route(
    {
      method: "get",
      path: "/api/chats/:id/design/compare",
      summary: "What changed from one revision of the design to another, either way round.",
      access: "member",
      params: chatParams,
      query: twoRevisionsQuery,
      answers: [
        {
          status: 200,
          what: "The changes",
          schema: designChangeView,
          example: {
            ...{ from: 1, to: 2, text: "+DHT22 −BME280, 1 wire fewer, −$1.45", wires: -1, deltaCents: -145 },
            added: [{ catalogId: "dht22", name: "DHT22", count: 1 }],
            removed: [{ catalogId: "bme280", name: "BME280", count: 1 }],
            lostFunctions: ["air pressure"],
            newFunctions: [],
            parts: { added: [], removed: [], changed: [] },
            nets: { added: [], removed: [], changed: [] },
            ...{ rails: [], findings: { added: [], removed: [] }, files: [] },
          },
        },
      ],
      errors: reads,
    },
    async ({ params, query, scope }) => {
      return roomJson(await (await scope()).rooms.ask(params.id, { kind: "compare-designs", ...query }));
    },
  ),
  route(
    {
      method: "get",
      path: "/api/chats/:id/ticks",
      summary: "Which wires the caller has ticked off.",
      access: "member",
      params: chatParams,
      answers: [{ status: 200, what: "Ids of connections", schema: ticksView, example: exampleTicks }],
      errors: reads,
    },
    async ({ params, scope }) => roomJson(await (await scope()).rooms.ask(params.id, { kind: "ticks" })),
  ),
  route(
    {
      method: "put",
      path: "/api/chats/:id/ticks",
      summary: "Keeps which wires the caller has ticked off; nobody else sees it.",
      access: "member",
      params: chatParams,
      body: ticksBody,
      bodyExample: exampleTicks,
      answers: [{ status: 200, what: "Ids of connections", schema: ticksView, example: exampleTicks }],
      errors: [...reads, "rate_limited", "too_large", "unsupported"],
    },
    async ({ params, body, scope }) => roomJson(await (await scope()).rooms.ask(params.id, { kind: "tick", ...body })),
  ),
];
