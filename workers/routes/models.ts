import * as z from "zod";
import { engineModel, languageModels, perspectiveModels } from "../../src/domain/chat/models.ts";
import { listOf } from "../../src/protocol/answers.ts";
import { roomModel } from "../deps.ts";
import { route } from "../route.ts";

/** A model in the list; `reason` says why one does not answer here. */
const modelView = z.strictObject({
  id: z.string(),
  name: z.string(),
  provider: z.string(),
  available: z.boolean(),
  reason: z.string().nullable(),
});

const unserved = "No provider that serves it is connected";

export const modelRoutes = [
  route(
    {
      method: "get",
      path: "/api/models",
      summary: "The models that are known by name, and which of them answer here.",
      access: "open",
      answers: [
        {
          status: 200,
          what: "All models",
          schema: listOf(modelView),
          example: { items: [{ ...engineModel, available: true, reason: null }], nextCursor: null },
        },
      ],
      errors: [],
    },
    ({ c }) => {
      const answering = new Set([...roomModel(c.env).models, ...perspectiveModels].map(({ id }) => id));
      const items = [engineModel, ...perspectiveModels, ...languageModels].map((model) => {
        const available = answering.has(model.id);
        return { ...model, available, reason: available ? null : unserved };
      });
      return c.json({ items, nextCursor: null });
    },
  ),
];
