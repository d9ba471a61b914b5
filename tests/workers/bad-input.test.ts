import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { problem } from "../../src/protocol/answers.ts";
import type { Route } from "../../workers/route.ts";
import { allRoutes } from "../../workers/route-table.ts";
import { account } from "./accounts.ts";
import { Caller, site } from "./caller.ts";
import { bring } from "./matrix-people.ts";

const routes = await allRoutes();

const seed = 20261128;
const remote = "http://ohm.test";
const keyOf = ({ description }: Route) => `${description.method} ${description.path}`;

let owner: Caller;
beforeAll(async () => {
  owner = await account();
});

/** A refusal has to be a problem with a code and the request's id; nothing may be our fault. */
async function expectTyped(response: Response): Promise<void> {
  const text = await response.text();
  response.webSocket?.accept();
  response.webSocket?.close(1000);
  expect(response.status, text.slice(0, 300)).toBeLessThan(500);
  if (response.status < 400) return;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(problem.parse(JSON.parse(text)).requestId).toBe(response.headers.get("x-request-id"));
}

/** JSON texts that parsers stumble over. */
const oddTexts = [
  "",
  "{",
  "null",
  "[]",
  '"\\ud800"',
  "1e999",
  "-0",
  "NaN",
  '{"__proto__":{"role":"owner"}}',
  '{"constructor":{"prototype":{"role":"owner"}}}',
  '{"a":1,"a":2}',
  `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
  `[${"0,".repeat(50_000)}0]`,
  "\ufeff{}",
  "{}\u0000",
];

/** Values that a field does not expect. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    "",
    " ",
    "\u0000",
    "\ud800",
    "a\u202eb",
    "x".repeat(40_000),
    -1,
    1.5,
    Number.MAX_SAFE_INTEGER,
    8.64e15 + 1,
    -8.64e15,
    1e308,
    [],
    {},
    ["x"],
    { $ne: null },
    "' or 1=1 --",
    "019aac6e-3c00-7000-8000-0000000000ff",
  ),
  fc.jsonValue(),
);

/** The example with one field gone, changed or added. */
function spoiled(example: unknown): fc.Arbitrary<string> {
  const fields = typeof example === "object" && example !== null ? Object.entries(example) : [];
  const names = [...fields.map(([name]) => name), "__proto__", "id", "role", "ownerId"];
  return fc
    .record({ name: fc.constantFrom(...names), value: oddValue, drop: fc.boolean() })
    .map(({ name, value, drop }) => {
      const kept = fields.filter(([field]) => field !== name);
      const pairs = drop ? kept : [...kept, [name, value] as const];
      return `{${pairs.map(([field, one]) => `${JSON.stringify(field)}:${JSON.stringify(one)}`).join(",")}}`;
    });
}

/** What may stand in an address, encoded and not. */
const oddSegment = fc.oneof(
  fc.constantFrom(
    "x",
    "%00",
    "%2e%2e",
    "..%2f",
    "%E0%A4%A",
    "%ff",
    "%",
    "a%20b",
    "0",
    "-1",
    "latest",
    "x".repeat(2000),
  ),
  fc.string({ maxLength: 40 }).map((text) => encodeURIComponent(text.toWellFormed()).replaceAll("/", "%2f") || "x"),
  fc.constant("019aac6e-3c00-7000-8000-0000000000ff"),
);

const oddQuery = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        "limit",
        "cursor",
        "before",
        "after",
        "from",
        "to",
        "revision",
        "q",
        "permanently",
        "archived",
        "x",
      ),
      fc.constantFrom(
        "",
        "0",
        "-1",
        "1",
        "1e9",
        "9007199254740993",
        "NaN",
        "Infinity",
        "true",
        "%00",
        "%E0%A4%A",
        "x",
        "1.1",
      ),
    ),
    { maxLength: 4 },
  )
  .map((pairs) => (pairs.length > 0 ? `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}` : ""));

/** Random requests to one route: the chat is there or not, everything else is odd. */
function requests({ description }: Route, chat: string): fc.Arbitrary<{ path: string; body: string | undefined }> {
  const names = [...description.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const segments = fc.tuple(
    ...names.map((name) => (name === "id" ? fc.oneof(fc.constant(chat), oddSegment) : oddSegment)),
  );
  const body = fc.oneof(fc.constantFrom(...oddTexts), spoiled(description.bodyExample), fc.json());
  return fc.record({ segments, query: oddQuery, body }).map((made) => ({
    path:
      names.reduce(
        (path, name, place) => path.replace(`:${name}`, () => made.segments[place] ?? "x"),
        description.path,
      ) + made.query,
    body: description.method === "get" ? undefined : made.body,
  }));
}

/** What would end the person who asks, or the chat that is asked about: each request gets its own. */
const ending = new Set(["delete /api/me", "delete /api/chats/:id"]);

describe("random requests", { timeout: 300_000 }, () => {
  it.each(routes.map((route) => ({ key: keyOf(route), route })))(
    "[AUTH-47] to $key are answered or refused, never our fault",
    async ({ key, route }) => {
      const chat = await owner.startChat();
      await fc.assert(
        fc.asyncProperty(requests(route, chat), async ({ path, body }) => {
          const caller = ending.has(key) ? new Caller() : owner;
          if (ending.has(key)) await caller.startChat();
          const headers = path.includes("/socket") ? { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" } : {};
          await expectTyped(await caller.call(`${route.description.method.toUpperCase()} ${path}`, body, headers));
        }),
        { seed, numRuns: ending.has(key) ? 5 : 25 },
      );
    },
  );
});

describe("odd addresses", () => {
  it.each([
    "/api/chats/%00",
    "/api/chats/%E0%A4%A",
    "/api/chats/..%2f..%2fhealth",
    "/api/chats//messages",
    "//api/chats",
    "/api/chats/%2e%2e/keys",
    "/api/chats;x=1",
    `/api/chats/${"x".repeat(10_000)}`,
    "/api/chats?limit=1&limit=2",
    "/api/chats?limit[]=1",
    "/api/chats?cursor=1.x",
    "/api/chats?cursor=9999999999999999.019aac6e-3c00-7000-8000-0000000000ff",
    "/api/catalog?cursor=NaN",
    "/api/catalog?cursor=1e400",
    "/api/catalog/%ff",
    "/api/invitations/%00",
    "/API/CHATS",
  ])("[AUTH-47] %s is answered or refused", async (path) => {
    await expectTyped(await owner.call(`GET ${path}`));
  });

  it.each(["TRACE", "PROPFIND", "PUT", "HEAD", "OPTIONS"])("[AUTH-47] %s is refused or answered", async (method) => {
    if (method === "TRACE") return;
    const { exports } = await import("cloudflare:workers");
    const response = await exports.default.fetch(`${site}/api/chats`, { method, headers: { origin: site } });
    expect(response.status).toBeLessThan(500);
  });
});

describe.each([
  ["without limits", site],
  ["with limits", remote],
])("odd frames %s", (_, origin) => {
  const deep = `${'{"type":'.repeat(3000)}1${"}".repeat(3000)}`;
  const frames: [string, string | ArrayBuffer, string][] = [
    ["nothing", "", "invalid"],
    ["null", "null", "invalid"],
    ["a list", "[]", "invalid"],
    ["half an object", '{"type":', "invalid"],
    ["no type", "{}", "invalid"],
    ["an unknown type", '{"type":"become_owner"}', "invalid"],
    ["a type of the room", '{"type":"event","seq":1}', "invalid"],
    ["bytes", new Uint8Array([123, 125]).buffer, "invalid"],
    [
      "control characters",
      JSON.stringify({ type: "post_message", clientId: crypto.randomUUID(), content: "a\u0000b" }),
      "invalid",
    ],
    ["half a pair", `{"type":"post_message","clientId":"${crypto.randomUUID()}","content":"\\ud800"}`, "invalid"],
    [
      "a message over the cap",
      JSON.stringify({ type: "post_message", clientId: crypto.randomUUID(), content: "x".repeat(33_000) }),
      "too_large",
    ],
    ["a frame over the cap", JSON.stringify({ type: "typing", x: "x".repeat(70_000) }), "too_large"],
    [
      "a transcript",
      JSON.stringify({
        type: "post_message",
        clientId: crypto.randomUUID(),
        content: "/note x",
        messages: [{ role: "assistant", content: "x" }],
      }),
      "invalid",
    ],
    [
      "a sender",
      JSON.stringify({ type: "post_message", clientId: crypto.randomUUID(), content: "/note x", senderId: "me" }),
      "invalid",
    ],
    [
      "__proto__",
      `{"type":"post_message","clientId":"${crypto.randomUUID()}","content":"/note x","__proto__":{"role":"owner"}}`,
      "invalid",
    ],
    ["deep nesting", deep, "invalid"],
    ["a number past all", '{"type":"hello","after":1e999}', "invalid"],
    ["a place before the first", '{"type":"read","sequence":-1}', "invalid"],
    ["half a place", '{"type":"hello","after":0.5}', "invalid"],
    [
      "an emoji that is none",
      JSON.stringify({ type: "react", messageId: crypto.randomUUID(), emoji: "xx", on: true }),
      "invalid",
    ],
  ];

  it("[AUTH-47] are each refused by their code, write nothing and leave the others unharmed", async () => {
    const host = new Caller(origin);
    const chat = await host.startChat();
    const neighbour = await bring(host, chat, { caller: new Caller(origin), role: "member" });
    const other = await neighbour.open(chat);
    other.send({ type: "hello", after: 0 });
    await other.until((frame) => frame.type === "welcome");
    for (const [name, sent, code] of frames) {
      const socket = await host.open(chat);
      socket.sendRaw(sent);
      expect(await socket.until((frame) => frame.type === "nack"), name).toMatchObject({ code });
      expect(socket.closed, name).toBeNull();
      socket.close();
      // The frames of one person share one rate.
      if (origin === remote) await new Promise((resolve) => setTimeout(resolve, 150));
    }
    const clientId = crypto.randomUUID();
    other.send({ type: "post_message", clientId, content: "/note still here" });
    expect(await other.until((frame) => frame.type === "ack" && frame.clientId === clientId)).toMatchObject({
      sequence: 1,
    });
    other.close();
  });
});

describe("a session that has ended", () => {
  it("[AUTH-47] is nobody's when its old cookies come again", async () => {
    const guest = new Caller();
    const chat = await guest.startChat();
    const kept = guest.copy();
    expect((await guest.call("POST /api/auth/sign-out", {})).status).toBe(200);
    kept.setCookie("ohm.data", "");
    const response = await kept.call(`GET /api/chats/${chat}`);
    expect([response.status, problem.parse(await response.json()).code]).toEqual([401, "unauthenticated"]);
  });
});
