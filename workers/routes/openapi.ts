import * as z from "zod";
import type { Route } from "../route.ts";
import { route } from "../route.ts";

/** The document describes the table that it is part of, so it gets the table as a function. Both forms are made at the first question. */
export function openApiRoutes(all: () => Promise<readonly Route[]>): Route[] {
  let json: Promise<string> | null = null;
  let page: Promise<string> | null = null;
  const document = async () => (await import("../openapi.ts")).openApi(await all());
  return [
    route(
      {
        method: "get",
        path: "/api/openapi.json",
        summary: "This document. `/api/docs` is the same for people.",
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
        json ??= document().then((made) => JSON.stringify(made));
        return new Response(await json, { headers: { "content-type": "application/json" } });
      },
    ),
    route(
      {
        method: "get",
        path: "/api/docs",
        summary: "This document as a page, without script.",
        access: "open",
        answers: [{ status: 200, what: "The page", schema: null, type: "text/html" }],
        errors: [],
      },
      async () => {
        page ??= Promise.all([document(), import("../pages/docs-page.tsx")]).then(([made, { docsPage }]) =>
          docsPage(made),
        );
        return new Response(await page, { headers: { "content-type": "text/html; charset=utf-8" } });
      },
    ),
  ];
}
