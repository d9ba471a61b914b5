import * as z from "zod";
import { exportFormats } from "../../src/application/export-design.ts";
import { checkResult, designView, listOf, revisionView } from "../../src/protocol/answers.ts";
import { numberCursorQuery } from "../../src/protocol/chats.ts";
import { checkBody, designBody, exportedFile, wokwiDiagram } from "../../src/protocol/design.ts";
import type { DeskReply } from "../design-desk.ts";
import { errorOf } from "../middleware/problem.ts";
import { addressPrefix, countDesign } from "../middleware/rates.ts";
import type { Call } from "../route.ts";
import { route } from "../route.ts";
import { chatParams } from "./chat-params.ts";
import { exampleCheck, exampleDesign, exampleDiagram } from "./example-design.ts";
import { exampleRevision } from "./examples.ts";
import { pageOf, roomJson } from "./reply.ts";

const memberErrors = ["unauthenticated", "invalid", "not_found"] as const;
const deskErrors = ["invalid", "too_large", "unsupported", "rate_limited", "unavailable"] as const;
const design = { status: 200, what: "The design", schema: designView, example: exampleDesign };

const revision = z.coerce.number().int().min(1).max(1_000_000).optional();

export const designRoutes = [
  route(
    {
      method: "get",
      path: "/api/chats/:id/design",
      summary: "The chat's design: the current revision, or the one that is asked for.",
      access: "member",
      params: chatParams,
      query: z.strictObject({ revision }),
      answers: [design],
      errors: [...memberErrors],
    },
    async ({ params, query, scope }) => {
      const { rooms } = await scope();
      return roomJson(await rooms.ask(params.id, { kind: "design", revision: query.revision }));
    },
  ),
  route(
    {
      method: "get",
      path: "/api/chats/:id/design/revisions",
      summary: "The revisions of the chat's design, newest first.",
      access: "member",
      params: chatParams,
      query: numberCursorQuery,
      answers: [
        {
          status: 200,
          what: "A page of revisions",
          schema: listOf(revisionView),
          example: { items: [exampleRevision], nextCursor: null },
        },
      ],
      errors: [...memberErrors],
    },
    async ({ params, query, scope }) => {
      const { rooms } = await scope();
      return roomJson(await rooms.ask(params.id, { kind: "revisions", page: pageOf(query) }));
    },
  ),
  route(
    {
      method: "get",
      path: "/api/chats/:id/export",
      summary:
        "The chat's design as a file: `wokwi` is a diagram.json for the simulator, `bom` the parts and `wiring` the wires as CSV, `zip` the firmware with platformio.ini, in the design's language.",
      access: "member",
      params: chatParams,
      query: z.strictObject({ format: z.enum(exportFormats), revision }),
      answers: [
        { status: 200, what: "The file", schema: wokwiDiagram, example: exampleDiagram },
        { status: 200, what: "The file", schema: null, type: "text/csv" },
        { status: 200, what: "The file", schema: null, type: "application/zip" },
      ],
      errors: [...memberErrors],
    },
    async ({ params, query, scope }) => {
      const { rooms } = await scope();
      const { json } = await rooms.ask(params.id, { kind: "export", ...query });
      const { filename, type, content, encoding } = exportedFile.parse(JSON.parse(json));
      const body = encoding === undefined ? content : Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0));
      return new Response(body, {
        headers: { "content-type": type, "content-disposition": `attachment; filename="${filename}"` },
      });
    },
  ),
  route(
    {
      method: "post",
      path: "/api/design",
      summary: "Makes a checked design of a goal. Nothing is stored.",
      access: "open",
      body: designBody,
      bodyExample: { goal: "Battery-powered ESP32 weather station with an OLED, budget $45" },
      answers: [design],
      errors: [...deskErrors],
    },
    async ({ c, body }) => deskJson(await (await desk(c)).design(body)),
  ),
  route(
    {
      method: "post",
      path: "/api/design/check",
      summary: "Checks a circuit by the electrical rules. Part ids in the findings are the caller's own.",
      access: "open",
      body: checkBody,
      bodyExample: { format: "wokwi", circuit: exampleDiagram },
      answers: [{ status: 200, what: "The verdict", schema: checkResult, example: exampleCheck }],
      errors: [...deskErrors],
    },
    async ({ c, body }) => deskJson(await (await desk(c)).check(body)),
  ),
];

/** The desk of the caller's address, after counting the call. */
async function desk(c: Call<undefined, undefined, undefined>["c"]) {
  if (!c.get("unlimited")) await countDesign(c.env, c.req.raw);
  return c.env.DESIGN_DESK.getByName(addressPrefix(c.req.raw));
}

function deskJson(reply: DeskReply): Response {
  if (!reply.ok) throw errorOf(reply.problem);
  return new Response(reply.json, { headers: { "content-type": "application/json" } });
}
