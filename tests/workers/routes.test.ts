import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { eventKinds } from "../../src/domain/chat/lists.ts";
import { problem } from "../../src/protocol/answers.ts";
import { openApi } from "../../workers/openapi.ts";
import { routes } from "../../workers/route-table.ts";
import { library } from "./accounts.ts";
import { Caller, site } from "./caller.ts";

const secret = "canary-5f0c6a52 the owner's words";
const unknownId = "019aac6e-3c00-7000-8000-0000000000ff";

const owner = new Caller();
let chat = "";
/** Of an invitation to another chat of the owner's, for whoever has the link. */
let token = "";

beforeAll(async () => {
  const openHouse = await owner.startChat({ title: "Open house" });
  const invited = await owner.call(`POST /api/chats/${openHouse}/invitations`, { role: "viewer" });
  token = (await invited.json<{ token: string }>()).token;
  // With somebody in a chat of theirs they cannot delete their account, and so stay for all rows.
  await (await stranger()).call(`POST /api/invitations/${token}/accept`);
  chat = await owner.startChat({ title: secret });
  await owner.call(`POST /api/chats/${chat}/messages`, {
    clientId: crypto.randomUUID(),
    content: `/note ${secret}`,
  });
});

/** A caller whose cookies look like the owner's but are not. */
function forged(): Caller {
  const caller = new Caller();
  for (const [name, value] of owner.cookies) caller.setCookie(name, `${value.slice(0, -6)}AAAAAA`);
  return caller;
}

/** The owner's cache cookie with the owner in it, signed with another key. */
async function signedByAnother(): Promise<Caller> {
  const auth = library(site, "another-secret-another-secret-another");
  const { headers } = await auth.api.signInAnonymous({ headers: new Headers(), returnHeaders: true });
  const caller = new Caller();
  for (const cookie of headers.getSetCookie()) {
    const [pair = ""] = cookie.split(";");
    caller.setCookie(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
  }
  return caller;
}

/** A session that has ended: its row is past its time and its cache is gone. */
async function expired(): Promise<Caller> {
  const caller = new Caller();
  await caller.startChat();
  const { results } = await env.DB.prepare("select id, token from session").all<{ id: string; token: string }>();
  const token = caller.cookies.get("ohm.token") ?? "";
  const row = results.find((one) => token.startsWith(one.token));
  await env.DB.prepare("update session set expiresAt = 1 where id = ?")
    .bind(row?.id ?? "")
    .run();
  const late = new Caller();
  late.setCookie("ohm.token", token);
  return late;
}

async function stranger(): Promise<Caller> {
  const caller = new Caller();
  await caller.startChat();
  return caller;
}

const actors = {
  anonymous: async () => new Caller(),
  stranger,
  forged: async () => forged(),
  "signed by another": signedByAnother,
  expired,
  owner: async () => owner,
} satisfies Record<string, () => Promise<Caller>>;
type ActorName = keyof typeof actors;

/** What each kind of access answers to each actor; the owner's own statuses are the routes' own. */
const expected: Record<
  (typeof routes)[number]["description"]["access"],
  Record<Exclude<ActorName, "owner">, number>
> = {
  open: { anonymous: 200, stranger: 200, forged: 200, "signed by another": 200, expired: 200 },
  session: { anonymous: 401, stranger: 200, forged: 401, "signed by another": 401, expired: 401 },
  member: { anonymous: 401, stranger: 404, forged: 401, "signed by another": 401, expired: 401 },
  guest: { anonymous: 201, stranger: 201, forged: 201, "signed by another": 201, expired: 201 },
};

/** How the matrix calls each route: what stands for its parameters, and what the owner is answered. A route without a row fails. */
const rows: Record<string, { path?: string; body?: unknown; owner: number; stranger?: number; others?: number }> = {
  "get /api/health": { owner: 200 },
  "get /api/ready": { owner: 200 },
  "get /api/openapi.json": { owner: 200 },
  "get /api/docs": { owner: 200 },
  "post /api/design": { body: { goal: "blink an LED with an Uno" }, owner: 200 },
  "post /api/design/check": { body: { format: "ohm", circuit: { parts: [], nets: [] } }, owner: 200 },
  "get /api/catalog": { owner: 200 },
  "get /api/catalog/:id": { path: "/api/catalog/bme280", owner: 200 },
  "post /api/chats": { body: {}, owner: 201 },
  "get /api/chats": { owner: 200 },
  "get /api/chats/:id": { owner: 200 },
  "patch /api/chats/:id": { body: { title: secret }, owner: 200 },
  "delete /api/chats/:id": { path: "/api/chats/:id?permanently=true", owner: 409 },
  "get /api/chats/:id/snapshot": { owner: 200 },
  "get /api/chats/:id/participants": { owner: 200 },
  "patch /api/chats/:id/participants/:userId": { body: { role: "viewer" }, owner: 404 },
  "delete /api/chats/:id/participants/:userId": { owner: 404 },
  "get /api/chats/:id/invitations": { owner: 200 },
  "post /api/chats/:id/invitations": { body: { role: "member" }, owner: 201 },
  "delete /api/chats/:id/invitations/:iid": { owner: 404 },
  "get /api/invitations/:token": { owner: 200 },
  "post /api/invitations/:token/accept": { owner: 200, others: 200 },
  "get /api/chats/:id/messages": { owner: 200 },
  "post /api/chats/:id/messages": { body: { clientId: unknownId, content: "/note x" }, owner: 202 },
  "post /api/chats/:id/messages/:mid/edit": { body: { content: "x" }, owner: 404 },
  "delete /api/chats/:id/messages/:mid": { owner: 404 },
  "post /api/chats/:id/messages/:mid/regenerate": { body: {}, owner: 404 },
  "put /api/chats/:id/messages/:mid/reactions": { body: { emoji: "👍", on: true }, owner: 404 },
  "put /api/chats/:id/branch": { body: { messageId: unknownId }, owner: 404 },
  "post /api/chats/:id/runs/:runId/stop": { owner: 404 },
  "get /api/chats/:id/artifacts": { owner: 200 },
  "get /api/chats/:id/artifacts/:slug/versions": { owner: 404 },
  "get /api/chats/:id/artifacts/:slug/versions/:number": { owner: 404 },
  "get /api/chats/:id/artifacts/:slug/compare": {
    path: "/api/chats/:id/artifacts/bom/compare?from=1&to=2",
    owner: 404,
  },
  "get /api/chats/:id/design": { owner: 404 },
  "get /api/chats/:id/design/revisions": { owner: 200 },
  "get /api/chats/:id/socket": { owner: 101 },
  "get /api/me": { owner: 200 },
  "patch /api/me": { body: { preferences: {} }, owner: 200 },
  "delete /api/me": { owner: 409, stranger: 204 },
  "get /api/me/bring-chats": { owner: 200 },
  "post /api/me/bring-chats": { owner: 404, stranger: 404 },
  "delete /api/me/bring-chats": { owner: 204, stranger: 204 },
  "get /api/me/export": { owner: 200 },
  "get /api/keys": { owner: 200 },
  "post /api/keys": { body: { name: "x" }, owner: 403, stranger: 403 },
  "delete /api/keys/:id": { path: `/api/keys/${unknownId}`, owner: 404, stranger: 404 },
  "get /api/jobs": { owner: 200 },
  "post /api/chats/:id/recount": { owner: 202 },
  "post /api/jobs/:id/retry": { owner: 404 },
};

const keyOf = ({ description }: (typeof routes)[number]) => `${description.method} ${description.path}`;

function addressOf(route: (typeof routes)[number]): string {
  return (rows[keyOf(route)]?.path ?? route.description.path)
    .replace(":id", chat)
    .replace(":runId", unknownId)
    .replace(":mid", unknownId)
    .replace(":userId", unknownId)
    .replace(":iid", unknownId)
    .replace(":token", token)
    .replace(":slug", "bom")
    .replace(":number", "1");
}

const upgrade = { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" };

describe("every route for every actor", () => {
  it("[AUTH-2] has a row in the matrix", () => {
    expect(Object.keys(rows).sort()).toEqual(routes.map(keyOf).sort());
  });

  const cells = routes.flatMap((route) =>
    Object.keys(actors).map((actor) => ({ name: keyOf(route), actor: actor as ActorName, route })),
  );
  it.each(cells)("[AUTH-2] $name for $actor", async ({ actor, route }) => {
    const row = rows[keyOf(route)];
    const { method, path, access } = route.description;
    const caller = await actors[actor]();
    const headers = path.endsWith("/socket") ? upgrade : {};
    const response = await caller.call(`${method.toUpperCase()} ${addressOf(route)}`, row?.body, headers);
    const strangers = actor === "stranger" ? row?.stranger : undefined;
    const others = strangers ?? row?.others ?? expected[access][actor === "owner" ? "stranger" : actor];
    expect(response.status).toBe(actor === "owner" ? row?.owner : others);
    const text = await response.text();
    if (actor !== "owner") expect(text).not.toContain("canary");
    if (response.status >= 400) expect(problem.safeParse(JSON.parse(text)).success).toBe(true);
    else if (text !== "") expectDeclared(route, response.status, text);
  });
});

/** What is answered has to be what the OpenAPI document says. */
function expectDeclared(route: (typeof routes)[number], status: number, text: string): void {
  const declared = route.description.answers.find((answer) => answer.status === status);
  if (declared?.type !== undefined) return;
  expect(declared?.schema?.safeParse(JSON.parse(text)).error?.issues).toBeUndefined();
}

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
});
