import * as z from "zod";
import type { Route } from "../route.ts";
import { route } from "../route.ts";

/** The document describes the table that it is part of, so it gets the table as a function. */
export function openApiRoutes(all: () => readonly Route[]): Route[] {
  let document: string | null = null;
  return [
    route(
      {
        method: "get",
        path: "/api/openapi.json",
        summary: "This document.",
        access: "open",
        answers: [
          {
            status: 200,
            what: "OpenAPI 3.1",
            schema: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
            example: { openapi: "3.1.0", paths: {} },
          },
        ],
        errors: [],
      },
      async () => {
        const { openApi } = await import("../openapi.ts");
        document ??= JSON.stringify(openApi(all()));
        return new Response(document, { headers: { "content-type": "application/json" } });
      },
    ),
  ];
}
