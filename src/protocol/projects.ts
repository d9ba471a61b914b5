import * as z from "zod";
import { limits } from "../domain/chat/limits.ts";
import { chatPhases, projectStatuses } from "../domain/chat/lists.ts";
import { projectStepIds, stepStates } from "../domain/chat/project-steps.ts";
import { verdicts } from "../domain/circuit/lists.ts";
import { listedChat } from "./answers.ts";
import { ownUuid, personText } from "./text.ts";

const count = z.int().min(0);
const ms = z.int().min(0);

function line(characters: number) {
  return personText(4 * characters).refine((text) => [...text].length <= characters, {
    error: `is over ${characters} characters`,
  });
}

const name = line(limits.titleCharacters);
const steps = z.partialRecord(z.enum(projectStepIds), z.enum(["done", "open"]).nullable());

/** What a person may say of a project; null takes it back, so that it follows the design chat again. */
const said = {
  goal: line(1000).nullable().optional(),
  category: line(80).nullable().optional(),
  location: line(200).nullable().optional(),
  budgetCents: z.number().int().min(1).max(100_000_000).nullable().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "is no ISO 4217 code")
    .nullable()
    .optional(),
  status: z.enum(projectStatuses).nullable().optional(),
  steps: steps.optional(),
  successMetrics: z.array(line(200)).max(20).optional(),
};

/** Body of `POST /api/projects`. */
export const createProjectBody = z.strictObject({ name, ...said });
export type CreateProjectBody = z.infer<typeof createProjectBody>;

/** Body of `PATCH /api/projects/{id}`. `designChatId` names a chat of the project. */
export const patchProjectBody = z.strictObject({
  name: name.nullable().optional(),
  ...said,
  designChatId: ownUuid.optional(),
});
export type PatchProjectBody = z.infer<typeof patchProjectBody>;

/** Query of `GET /api/projects`, last changed first. */
export const projectsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(limits.pageItemsMax).default(limits.pageItems),
  cursor: z.string().max(200).optional(),
});

/** A project in a list. `name` and `goal` are the design chat's title and mission where nobody said others. */
export const listedProject = z.strictObject({
  id: z.uuid(),
  name: z.string().nullable(),
  goal: z.string().nullable(),
  category: z.string().nullable(),
  location: z.string().nullable(),
  budgetCents: count.nullable(),
  currency: z.string().nullable(),
  status: z.enum(projectStatuses),
  phase: z.enum(chatPhases).nullable(),
  verdict: z.enum(verdicts).nullable(),
  totalCents: count.nullable(),
  designChatId: z.uuid().nullable(),
  chats: count,
  costMicroUsd: count,
  createdAt: ms,
  updatedAt: ms,
});

/** A project whole: its steps, and its chats, last changed first. */
export const projectView = z.lazy(() =>
  listedProject.extend({
    automatic: z.strictObject({ name: z.boolean(), goal: z.boolean(), status: z.boolean() }),
    steps: z.array(z.strictObject({ id: z.enum(projectStepIds), state: z.enum(stepStates), own: z.boolean() })),
    successMetrics: z.array(z.string()),
    items: z.array(listedChat),
  }),
);

/** Body of `PUT /api/me/parts`, and the parts that a person has at home. */
export const ownedPartsBody = z.strictObject({
  items: z.array(z.strictObject({ catalogId: z.string().min(1).max(80) })).max(500),
});
