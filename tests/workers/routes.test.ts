import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { SqliteRoomStorage } from "../../src/adapters/do-sqlite/sqlite-room-storage.ts";
import { eventKinds } from "../../src/domain/chat/lists.ts";
import { problem } from "../../src/protocol/answers.ts";
import { openApi } from "../../workers/openapi.ts";
import { allRoutes, routesAt } from "../../workers/route-table.ts";
import { Caller, site } from "./caller.ts";

const routes = await allRoutes();

const secret = "canary-5f0c6a52 the owner's words";
const unknownId = "019aac6e-3c00-7000-8000-0000000000ff";

const owner = new Caller();
let chat = "";
beforeAll(async () => {
  chat = await owner.startChat({ title: secret });
  await owner.call(`POST /api/chats/${chat}/messages`, {
    clientId: crypto.randomUUID(),
    content: `/note ${secret}`,
  });
});

const keyOf = ({ description }: (typeof routes)[number]) => `${description.method} ${description.path}`;

const upgrade = { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" };

describe("the table of addresses", () => {
  it("[AUTH-3] says for each address where its routes are, and loads none that is mounted nowhere", async () => {
    const loaded = new Map(routes.map((route) => [keyOf(route), route.description.path]));
    for (const [path, groups] of Object.entries(routesAt)) {
      for (const group of groups) {
        const here = (await group()).filter(({ description }) => description.path === path);
        expect(here, path).not.toEqual([]);
        for (const route of here) loaded.delete(keyOf(route));
      }
    }
    expect([...loaded.keys()]).toEqual([]);
  });
});

describe("the OpenAPI document", () => {
  it.each(routes.map((route) => ({ name: keyOf(route), route })))("[AUTH-3] describes $name wholly", ({ route }) => {
    const { body, bodyExample, answers, summary, access, errors } = route.description;
    expect(summary.length).toBeGreaterThan(10);
    if (body) expect(issues(body, bodyExample)).toEqual([]);
    for (const answer of answers) {
      if (answer.schema) expect(issues(answer.schema, answer.example)).toEqual([]);
    }
    if (access === "session" || access === "member") expect(errors).toContain("unauthenticated");
    if (access === "member") expect(errors).toContain("not_found");
    if (body) expect(errors).toContain("too_large");
    if (route.description.params ?? route.description.query ?? body) expect(errors).toContain("invalid");
  });

  it("[AUTH-3] holds exactly what is mounted, and every kind of event", () => {
    const document = openApi(routes);
    const described = Object.entries(document.paths as object).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(routes.map((route) => keyOf(route).replace(/:(\w+)/g, "{$1}")).sort());
    expect(Object.keys(document["x-events"] as object).sort()).toEqual([...eventKinds].sort());
    expect(JSON.stringify(document)).not.toContain("undefined");
  });
});

function issues(schema: z.ZodType, value: unknown): unknown[] {
  return schema.safeParse(value).error?.issues ?? [];
}

describe("bad input", () => {
  const body = (more: object) => ({ clientId: crypto.randomUUID(), content: "/note x", ...more });
  const raw = (text: string) => `{"clientId":"${crypto.randomUUID()}",${text}}`;
  it.each<[string, string, string, unknown, number, string]>([
    ["malformed JSON", "POST", "/messages", "{", 400, "invalid"],
    ["no body", "POST", "/messages", "", 400, "invalid"],
    ["an array", "POST", "/messages", [], 400, "invalid"],
    ["no client id", "POST", "/messages", { content: "x" }, 400, "invalid"],
    ["a client id that is none", "POST", "/messages", body({ clientId: "1" }), 400, "invalid"],
    ["an empty message", "POST", "/messages", body({ content: "" }), 400, "invalid"],
    ["only spaces", "POST", "/messages", body({ content: " \n " }), 400, "invalid"],
    ["a huge message", "POST", "/messages", body({ content: "é".repeat(20_000) }), 413, "too_large"],
    ["a huge body", "POST", "/messages", body({ content: "x".repeat(1_200_000) }), 413, "too_large"],
    ["control characters", "POST", "/messages", body({ content: "a\u0000b" }), 400, "invalid"],
    ["half a surrogate pair", "POST", "/messages", raw('"content":"\\ud800"'), 400, "invalid"],
    ["an unknown field", "POST", "/messages", body({ nonsense: 1 }), 400, "invalid"],
    ["__proto__", "POST", "/messages", raw('"content":"/note x","__proto__":{"role":"owner"}'), 400, "invalid"],
    ["a number for text", "POST", "/messages", body({ content: 7 }), 400, "invalid"],
    ["a reply to nothing", "POST", "/messages", body({ replyToId: unknownId }), 400, "invalid"],
    ["a limit of 0", "GET", "/messages?limit=0", undefined, 400, "invalid"],
    ["a limit of text", "GET", "/messages?limit=x", undefined, 400, "invalid"],
    ["an unknown query", "GET", "/messages?nonsense=1", undefined, 400, "invalid"],
    ["a version of text", "GET", "/artifacts/bom/versions/x", undefined, 400, "invalid"],
    ["a strange slug", "GET", "/artifacts/..%2f..%2f/versions", undefined, 404, "not_found"],
    ["a title too long", "PATCH", "", { title: "x".repeat(121) }, 400, "invalid"],
    ["a message to nobody of the chat", "POST", "/messages", body({ content: "x", to: ["x"] }), 400, "invalid"],
    ["a wrong method", "DELETE", "/messages", undefined, 405, "unsupported"],
    ["a role that is none", "PATCH", `/participants/${unknownId}`, { role: "king" }, 400, "invalid"],
    ["a person who is none", "DELETE", "/participants/x", undefined, 400, "invalid"],
    ["a page of people after nobody", "GET", "/participants?cursor=x", undefined, 400, "invalid"],
    ["an invitation to be owner", "POST", "/invitations", { role: "owner" }, 400, "invalid"],
    ["guests as admins", "POST", "/invitations", { role: "admin", guests: true }, 400, "invalid"],
    ["an invitation for nobody", "POST", "/invitations", { role: "viewer", maxUses: 0 }, 400, "invalid"],
    ["an invitation of the past", "POST", "/invitations", { role: "viewer", expiresAt: 1 }, 400, "invalid"],
    ["an invitation without a body", "POST", "/invitations", undefined, 415, "unsupported"],
    ["an invitation that is none", "DELETE", "/invitations/x", undefined, 400, "invalid"],
    ["trash and a title at once", "PATCH", "", { trashed: false, title: "x" }, 400, "invalid"],
    ["archived as text", "PATCH", "", { archived: "yes" }, 400, "invalid"],
    ["deletion that may be", "DELETE", "?permanently=perhaps", undefined, 400, "invalid"],
    ["a run that is none", "POST", "/runs/x/stop", undefined, 400, "invalid"],
    ["a socket without upgrade", "GET", "/socket", undefined, 400, "invalid"],
  ])("[AUTH-4] %s", async (...[_name, method, path, sent, status, code]) => {
    const response = await owner.call(`${method} /api/chats/${chat}${path}`, sent);
    const answer = problem.parse(await response.json());
    expect([response.status, answer.code]).toEqual([status, code]);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.requestId).toBe(response.headers.get("x-request-id"));
    if (answer.code === "invalid" && sent && typeof sent === "object" && !Array.isArray(sent)) {
      expect(answer.errors?.length).toBeGreaterThan(0);
    }
  });

  it("[AUTH-4] a body of another type is 415, and bytes that are no UTF-8 are invalid", async () => {
    const form = await owner.call(`POST /api/chats/${chat}/messages`, "a=b", { "content-type": "text/plain" });
    expect([form.status, problem.parse(await form.json()).code]).toEqual([415, "unsupported"]);
  });

  it("[AUTH-4] ids in capitals are the same ids", async () => {
    const [first] = (await (await owner.call(`GET /api/chats/${chat}/messages`)).json<{ items: { id: string }[] }>())
      .items;
    const reply = body({ replyToId: first?.id.toUpperCase() });
    expect((await owner.call(`POST /api/chats/${chat.toUpperCase()}/messages`, reply)).status).toBe(202);
    const caller = new Caller();
    const id = await caller.startChat({ message: { clientId: crypto.randomUUID(), content: "ESP32 thermometer" } });
    const { run } = await (await caller.call(`GET /api/chats/${id}/snapshot`)).json<{ run: { id: string } }>();
    const stopped = await caller.call(`POST /api/chats/${id}/runs/${run.id.toUpperCase()}/stop`);
    expect(await stopped.json()).toEqual({ id: run.id, status: "stopped" });
  });

  it("[AUTH-4] a wrong method is told the right ones", async () => {
    const response = await owner.call(`DELETE /api/chats/${chat}/messages`);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });

  it("[AUTH-4] a chat id that is no UUID, an unknown chat and a chat of nobody", async () => {
    expect((await owner.call("GET /api/chats/x")).status).toBe(400);
    expect((await owner.call(`GET /api/chats/${unknownId}`)).status).toBe(404);
    expect((await owner.call("GET /api/nothing-here")).status).toBe(404);
  });
});

describe("Origin", () => {
  it("[AUTH-5] of another site is refused, with a cookie and without", async () => {
    for (const caller of [owner, new Caller()]) {
      const response = await caller.call("POST /api/chats", {}, { origin: "https://evil.example" });
      expect([response.status, problem.parse(await response.json()).code]).toEqual([403, "forbidden"]);
    }
    const socket = await owner.call(`GET /api/chats/${chat}/socket`, undefined, { ...upgrade, origin: "null" });
    expect(socket.status).toBe(403);
  });

  it("[AUTH-5] may be missing where no cookie acts, and not where one does", async () => {
    const { exports } = await import("cloudflare:workers");
    const send = (headers: Record<string, string>, method = "POST") =>
      exports.default.fetch(`${site}/api/chats`, {
        method,
        headers: { "content-type": "application/json", ...headers },
        ...(method === "POST" ? { body: "{}" } : {}),
      });
    expect((await send({})).status).toBe(201);
    expect((await send({ cookie: owner.cookie })).status).toBe(403);
    expect((await send({ cookie: owner.cookie }, "GET")).status).toBe(200);
  });
});

describe("every answer", () => {
  it("[AUTH-6] carries the security headers and is not stored", async () => {
    for (const path of ["/api/health", "/api/nothing-here", `/api/chats/${chat}`]) {
      const { headers } = await owner.call(`GET ${path}`);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("[AUTH-6] a snapshot is answered once per state", async () => {
    const first = await owner.call(`GET /api/chats/${chat}/snapshot`);
    const etag = first.headers.get("etag") ?? "";
    const again = await owner.call(`GET /api/chats/${chat}/snapshot`, undefined, { "if-none-match": etag });
    expect(again.status).toBe(304);
    await owner.call(`POST /api/chats/${chat}/messages`, { clientId: crypto.randomUUID(), content: "/note y" });
    const changed = await owner.call(`GET /api/chats/${chat}/snapshot`, undefined, { "if-none-match": etag });
    expect(changed.status).toBe(200);
  });

  it("[AUTH-6] a snapshot that one person holds is nobody else's, and changes with their own read mark", async () => {
    const shared = await owner.startChat();
    await owner.call(`POST /api/chats/${shared}/messages`, { clientId: crypto.randomUUID(), content: "/note x" });
    const ben = await owner.invite(shared);
    const path = `GET /api/chats/${shared}/snapshot`;
    const { headers } = await owner.call(path);
    const held = { "if-none-match": headers.get("etag") ?? "" };
    expect(headers.get("cache-control")).toBe("no-store");
    expect([(await ben.call(path, undefined, held)).status, (await owner.call(path, undefined, held)).status]).toEqual([
      200, 304,
    ]);
    const { id } = await (await owner.call("GET /api/me")).json<{ id: string }>();
    await runInDurableObject(env.ROOMS.getByName(shared), (_, { storage }) =>
      new SqliteRoomStorage(storage).reads.put(id, 1),
    );
    expect((await owner.call(path, undefined, held)).status).toBe(200);
  });
});
