import * as z from "zod";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { catalogPartView, listOf } from "../../src/protocol/answers.ts";
import { catalogQuery } from "../../src/protocol/design.ts";
import { onDemand } from "../on-demand.ts";
import { route } from "../route.ts";
import { examplePart } from "./example-design.ts";

/** The catalogue's texts are large; the first question loads them. */
const catalogue = onDemand(() => import("../../src/domain/circuit/catalogue/catalogue.ts"));
const search = onDemand(() => import("../../src/domain/circuit/catalogue/search-catalogue.ts"));

export const catalogRoutes = [
  route(
    {
      method: "get",
      path: "/api/catalog",
      summary: "Parts that match every word of `q` by name, part number, function or description, best first.",
      access: "open",
      query: catalogQuery,
      answers: [
        {
          status: 200,
          what: "A page of parts",
          schema: listOf(catalogPartView),
          example: { items: [examplePart], nextCursor: null },
        },
      ],
      errors: ["invalid"],
    },
    async ({ c, query }) => {
      const start = Number(query.cursor ?? 0);
      if (!Number.isSafeInteger(start) || start < 0) {
        const errors = [{ path: "cursor", message: "was not given by this list" }];
        throw new OhmError("invalid", "The cursor is not one of this list", { errors });
      }
      const found = (await search()).searchCatalogue(query.q ?? "");
      const end = start + query.limit;
      return c.json({ items: found.slice(start, end), nextCursor: end < found.length ? String(end) : null });
    },
  ),
  route(
    {
      method: "get",
      path: "/api/catalog/:id",
      summary: "One part of the catalogue.",
      access: "open",
      params: z.strictObject({ id: z.string().min(1).max(120) }),
      answers: [{ status: 200, what: "The part", schema: catalogPartView, example: examplePart }],
      errors: ["invalid", "not_found"],
    },
    async ({ c, params }) => {
      const part = (await catalogue()).partById(params.id);
      if (!part) throw new OhmError("not_found", "The catalogue has no such part");
      return c.json(part);
    },
  ),
];
