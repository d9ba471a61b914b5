import * as z from "zod";
import { artifactView, comparison, listOf, versionSummary, versionView } from "../../src/protocol/answers.ts";
import { numberCursorQuery } from "../../src/protocol/chats.ts";
import { route } from "../route.ts";
import { chatParams } from "./chat-params.ts";
import { exampleArtifact, exampleVersion, exampleVersionSummary } from "./examples.ts";
import { pageOf, roomJson } from "./reply.ts";

const number = z.coerce.number().int().min(1).max(1_000_000);
const slugParams = chatParams.extend({ slug: z.string().min(1).max(80) });
const versionParams = slugParams.extend({ number: z.union([z.literal("latest"), number]) });
const errors = ["unauthenticated", "invalid", "not_found"] as const;

export const artifactRoutes = [
  route(
    {
      method: "get",
      path: "/api/chats/:id/artifacts",
      summary: "The chat's artifacts with their current versions.",
      access: "member",
      params: chatParams,
      answers: [
        {
          status: 200,
          what: "All artifacts",
          schema: listOf(artifactView),
          example: { items: [exampleArtifact], nextCursor: null },
        },
      ],
      errors: [...errors],
    },
    async ({ params, scope }) => roomJson(await (await scope()).rooms.ask(params.id, { kind: "artifacts" })),
  ),
  route(
    {
      method: "get",
      path: "/api/chats/:id/artifacts/:slug/versions",
      summary: "The versions of an artifact, newest first, without their content.",
      access: "member",
      params: slugParams,
      query: numberCursorQuery,
      answers: [
        {
          status: 200,
          what: "A page of versions",
          schema: listOf(versionSummary),
          example: { items: [exampleVersionSummary], nextCursor: null },
        },
      ],
      errors: [...errors],
    },
    async ({ params, query, scope }) => {
      const { rooms } = await scope();
      return roomJson(await rooms.ask(params.id, { kind: "versions", slug: params.slug, page: pageOf(query) }));
    },
  ),
  route(
    {
      method: "get",
      path: "/api/chats/:id/artifacts/:slug/versions/:number",
      summary: "One version with its content; `latest` is the current one.",
      access: "member",
      params: versionParams,
      answers: [{ status: 200, what: "The version", schema: versionView, example: exampleVersion }],
      errors: [...errors],
    },
    async ({ params, scope }) => {
      const { rooms } = await scope();
      return roomJson(await rooms.ask(params.id, { kind: "version", slug: params.slug, number: params.number }));
    },
  ),
  route(
    {
      method: "get",
      path: "/api/chats/:id/artifacts/:slug/compare",
      summary: "Two versions and their texts compared by line.",
      access: "member",
      params: slugParams,
      query: z.strictObject({ from: number, to: number }),
      answers: [
        {
          status: 200,
          what: "The comparison",
          schema: comparison,
          example: {
            slug: "bom",
            from: exampleVersion,
            to: { ...exampleVersion, number: 2, parentNumber: 1, content: "U1 Uno R3" },
            lines: [
              { op: "removed", text: "U1 ESP32 DevKitC" },
              { op: "added", text: "U1 Uno R3" },
            ],
          },
        },
      ],
      errors: [...errors],
    },
    async ({ params, query, scope }) => {
      const { rooms } = await scope();
      return roomJson(await rooms.ask(params.id, { kind: "compare", slug: params.slug, ...query }));
    },
  ),
];
