import { Hono } from "hono";
import type { Env } from "./env.ts";

/** The HTTP surface; every route that is not an asset passes here. */
export const app = new Hono<{ Bindings: Env }>();

app.get("/api/health", (c) => c.json({ ok: true }, 200, { "cache-control": "no-store" }));

app.notFound((c) =>
  c.body(
    JSON.stringify({
      type: "about:blank",
      title: "Not found",
      status: 404,
      code: "not_found",
      detail: "There is nothing at this address.",
      requestId: crypto.randomUUID(),
    }),
    404,
    { "content-type": "application/problem+json", "cache-control": "no-store" },
  ),
);
