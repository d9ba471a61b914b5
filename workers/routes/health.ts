import * as z from "zod";
import { route } from "../route.ts";

export const healthRoutes = [
  route(
    {
      method: "get",
      path: "/api/health",
      summary: "Whether the Worker runs.",
      access: "open",
      answers: [
        { status: 200, what: "It runs", schema: z.strictObject({ ok: z.literal(true) }), example: { ok: true } },
      ],
      errors: [],
    },
    ({ c }) => c.json({ ok: true }),
  ),
];
