import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { clientFrameTypes, eventKinds, serverFrameTypes } from "../../src/domain/chat/lists.ts";
import { problem } from "../../src/protocol/answers.ts";
import { clientFrameDescriptions } from "../../src/protocol/frame-descriptions.ts";
import { eventExamples, serverFrameExamples } from "../../src/protocol/frame-examples.ts";
import { clientFrame } from "../../src/protocol/frames.ts";
import { eventData, serverFrames } from "../../src/protocol/server-frames.ts";
import { openApi } from "../../workers/openapi.ts";
import { tagOf } from "../../workers/openapi-tags.ts";
import { docsPage } from "../../workers/pages/docs-page.tsx";
import { allRoutes } from "../../workers/route-table.ts";
import { Caller } from "./caller.ts";

const routes = await allRoutes();

const document = openApi(routes);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
);

function issues(schema: z.ZodType, value: unknown): unknown[] {
  return schema.safeParse(value).error?.issues ?? [];
}

describe("the OpenAPI document", () => {
  it("[AUTH-45] gives every route a group, a name of its own, who may, and how it fails", () => {
    for (const { name, operation } of operations) {
      expect(operation.tags, name).toEqual([expect.any(String)]);
      expect(operation.responses.default, name).toBeDefined();
      expect(operation["x-access"].who, name).toMatch(/\w/);
    }
    for (const { description } of routes) expect(tagOf(description.path), description.path).toBeDefined();
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    expect(Object.keys(document.components.securitySchemes)).toEqual(["session", "key"]);
  });

  it("[AUTH-45] shows a problem that the schema takes for every error, and the key of every write", () => {
    for (const { name, operation } of operations) {
      const refusals = Object.entries(operation.responses).filter(([status]) => /^[45d]/.test(status));
      for (const [, { content }] of refusals) {
        // A route may answer a refusal in a shape of its own: whether the site is ready.
        const refused = content?.["application/problem+json"];
        expect(refused ? issues(problem, refused.example) : Object.keys(content ?? {}), name).toEqual(
          refused ? [] : ["application/json"],
        );
      }
      const takesKey = operation.parameters?.some((parameter) => parameter.name === "idempotency-key") ?? false;
      expect(takesKey, name).toBe(!name.startsWith("get ") && operation["x-access"].access !== "open");
    }
  });

  it("[AUTH-45] describes every frame and event, with a schema that its example fits", () => {
    const { client, server } = document["x-frames"];
    expect([Object.keys(client), Object.keys(server)]).toEqual([clientFrameTypes, serverFrameTypes]);
    expect(Object.keys(document["x-events"])).toEqual(eventKinds);
    const told = [client, server, document["x-events"]].flatMap((list) => Object.values(list));
    for (const frame of told) {
      expect(frame.description.length).toBeGreaterThan(10);
      expect(frame.schema.type).toBe("object");
      expect(frame.example).toBeDefined();
    }
    for (const type of clientFrameTypes) expect(issues(clientFrame, clientFrameDescriptions[type].example)).toEqual([]);
    for (const type of serverFrameTypes) expect(issues(serverFrames[type], serverFrameExamples[type])).toEqual([]);
    for (const kind of eventKinds) expect(issues(eventData[kind], eventExamples[kind])).toEqual([]);
  });

  it("[AUTH-45] has no reference to nowhere", () => {
    const references = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g);
    const names = [...references].map(([, reference = ""]) => reference.replace("#/components/schemas/", ""));
    expect(names.length).toBeGreaterThan(20);
    expect([...new Set(names)].filter((name) => document.components.schemas[name]?.type === undefined)).toEqual([]);
  });
});

describe("the page of the document", () => {
  const page = docsPage(document);

  it("[AUTH-46] shows every route, frame, event and shape", () => {
    for (const { operation } of operations) expect(page).toContain(`<h3 id="${operation.operationId}">`);
    for (const type of clientFrameTypes) expect(page).toContain(`id="frames-client-${type}"`);
    for (const type of serverFrameTypes) expect(page).toContain(`id="frames-server-${type}"`);
    for (const kind of eventKinds) expect(page).toContain(`id="events-${kind}"`);
    for (const name of Object.keys(document.components.schemas)) expect(page).toContain(`id="shape-${name}"`);
  });

  it("[AUTH-46] links only to what is there, once", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect([...new Set(links)].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("[AUTH-46] needs no script and no style of its own, and is served under the strict policy", async () => {
    expect(page).not.toMatch(/<script|<style| style=| on\w+=/);
    const answer = await new Caller().call("GET /api/docs");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await answer.text()).toBe(page);
  });
});
