import * as z from "zod";
import { limits } from "../../src/domain/chat/limits.ts";
import { projectSteps } from "../../src/domain/chat/project-steps.ts";
import type { ErrorCode } from "../../src/domain/error/ohm-error.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { listOf } from "../../src/protocol/answers.ts";
import {
  createProjectBody,
  listedProject,
  ownedPartsBody,
  patchProjectBody,
  projectsQuery,
  projectView,
} from "../../src/protocol/projects.ts";
import { ownUuid } from "../../src/protocol/text.ts";
import { clock } from "../deps.ts";
import { route } from "../route.ts";
import type { Scope } from "../scope.ts";
import { exampleIds, exampleListedChat } from "./examples.ts";
import { placeOf } from "./list-place.ts";

const params = z.strictObject({ id: ownUuid });
const exampleListed = {
  id: exampleIds.project,
  name: "Balcony weather station",
  goal: "Battery-powered ESP32 weather station with an OLED for my balcony",
  ...{ category: null, location: "balcony", budgetCents: 4500, currency: "USD" },
  ...{ status: "ready", phase: "done", verdict: "PASS", totalCents: 4404 },
  ...{
    designChatId: exampleIds.chat,
    chats: 1,
    costMicroUsd: 0,
    createdAt: 1_795_383_600_000,
    updatedAt: 1_795_383_601_000,
  },
};
const exampleProject = {
  ...exampleListed,
  automatic: { name: true, goal: true, status: true },
  steps: projectSteps("done", {}),
  successMetrics: [],
  items: [{ ...exampleListedChat, projectId: exampleIds.project }],
};
const one = { status: 200, what: "The project", schema: projectView, example: exampleProject };
const reads: ErrorCode[] = ["unauthenticated", "invalid", "not_found"];
const writes: ErrorCode[] = [...reads, "too_large", "unsupported"];
const exampleParts = { items: [{ catalogId: "bme280" }] };

export const projectRoutes = [
  route(
    {
      method: "get",
      path: "/api/projects",
      summary: "One's projects, last changed first.",
      access: "session",
      query: projectsQuery,
      answers: [
        {
          status: 200,
          what: "A page of projects",
          schema: listOf(listedProject),
          example: { items: [exampleListed], nextCursor: null },
        },
      ],
      errors: ["unauthenticated", "invalid"],
    },
    async ({ c, query: { limit, cursor }, scope }) => {
      const found = await (await scope()).projects.list({ limit: limit + 1, after: placeOf(cursor) });
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return c.json({ items, nextCursor: found.length > limit && last ? `${last.updatedAt}.${last.id}` : null });
    },
  ),
  route(
    {
      method: "post",
      path: "/api/projects",
      summary: "Makes a project. A chat without one gets its own with its first design.",
      access: "session",
      once: "subject",
      body: createProjectBody,
      bodyExample: { name: "Balcony weather station" },
      answers: [{ ...one, status: 201, example: { ...exampleProject, items: [], chats: 0 } }],
      errors: ["unauthenticated", "invalid", "too_large", "unsupported"],
    },
    async ({ c, body, scope, subject }) => {
      const own = await scope();
      await own.projects.create(subject, body, clock.nowMs());
      return c.json(await whole(own, subject), 201, { location: `/api/projects/${subject}` });
    },
  ),
  route(
    {
      method: "get",
      path: "/api/projects/:id",
      summary: `A project with its steps and its chats, at most ${limits.pageItemsMax}, last changed first.`,
      access: "session",
      params,
      answers: [one],
      errors: reads,
    },
    async ({ c, params: { id }, scope }) => c.json(await whole(await scope(), id)),
  ),
  route(
    {
      method: "patch",
      path: "/api/projects/:id",
      summary:
        "Says something of a project; null gives it back to the design chat. A step that a person has set stays set.",
      access: "session",
      params,
      body: patchProjectBody,
      bodyExample: { status: "building", steps: { build: "done" } },
      answers: [one],
      errors: writes,
    },
    async ({ c, params: { id }, body, scope }) => {
      const own = await scope();
      await own.projects.change(id, body, clock.nowMs());
      return c.json(await whole(own, id));
    },
  ),
  route(
    {
      method: "delete",
      path: "/api/projects/:id",
      summary: "Deletes a project. Its chats stay, without it.",
      access: "session",
      params,
      answers: [{ status: 204, what: "It is gone", schema: null }],
      errors: reads,
    },
    async ({ params: { id }, scope }) => {
      const { actor, projects, jobs } = await scope();
      const gone = await projects.remove(id);
      if (!gone) throw new OhmError("not_found", "There is no such project");
      const subject = gone.name ?? "";
      await jobs.add({
        ownerId: actor.userId,
        chatId: null,
        kind: "unlink_project",
        subject,
        input: { projectId: id },
      });
      return new Response(null, { status: 204 });
    },
  ),
  route(
    {
      method: "get",
      path: "/api/me/parts",
      summary: "Parts that one has at home.",
      access: "session",
      answers: [{ status: 200, what: "Catalogue ids", schema: ownedPartsBody, example: exampleParts }],
      errors: ["unauthenticated"],
    },
    async ({ c, scope }) => c.json({ items: await (await scope()).ownedParts.list() }),
  ),
  route(
    {
      method: "put",
      path: "/api/me/parts",
      summary:
        "Keeps which parts one has at home: they cost nothing in the designs of chats that are started from now on.",
      access: "session",
      body: ownedPartsBody,
      bodyExample: exampleParts,
      answers: [{ status: 200, what: "Catalogue ids", schema: ownedPartsBody, example: exampleParts }],
      errors: ["unauthenticated", "invalid", "too_large", "unsupported"],
    },
    async ({ c, body, scope }) => {
      const { ownedParts } = await scope();
      const ids = body.items.map(({ catalogId }) => catalogId);
      await requireCatalogued(ids);
      await ownedParts.put(ids, clock.nowMs());
      return c.json({ items: await ownedParts.list() });
    },
  ),
];

async function whole({ projects, chats }: Scope, id: string) {
  const [project, items] = await Promise.all([
    projects.read(id),
    chats.list({ limit: limits.pageItemsMax, after: null, archived: null, trashed: false, projectId: id }),
  ]);
  if (!project) throw new OhmError("not_found", "There is no such project");
  return { ...project, items };
}

/** The catalogue comes with the first who asks. */
async function requireCatalogued(ids: readonly string[]): Promise<void> {
  const { partById } = await import("../../src/domain/circuit/catalogue/catalogue.ts");
  const errors = ids.flatMap((id, at) =>
    partById(id) ? [] : [{ path: `items.${at}.catalogId`, message: "names no part of the catalogue" }],
  );
  if (errors.length > 0) throw new OhmError("invalid", "Not all of it is in the catalogue", { errors });
}
