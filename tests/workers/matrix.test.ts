import { beforeAll, describe, expect, it } from "vitest";
import { clientFrameTypes } from "../../src/domain/chat/lists.ts";
import { frameActs, roleMay } from "../../src/domain/chat/roles.ts";
import { problem } from "../../src/protocol/answers.ts";
import type { Route, RouteDescription } from "../../workers/route.ts";
import { errorsOf } from "../../workers/route.ts";
import { allRoutes } from "../../workers/route-table.ts";
import { idOf } from "./accounts.ts";
import { Caller } from "./caller.ts";
import type { Asker, AskerName, World } from "./matrix-people.ts";
import { askerNames, bring, canary, makeWorld } from "./matrix-people.ts";
import type { Call, Row } from "./matrix-rows.ts";
import { frameRows, quiet, rows } from "./matrix-rows.ts";

const routes = await allRoutes();

const unknownId = "019aac6e-3c00-7000-8000-0000000000ff";
const upgrade = { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" };

/** Frames are answered in order. In this form the platform does not answer for the room, so what came before is answered before it. */
const wakingPing = '{ "type": "ping" }';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);

function asker(name: AskerName): Asker {
  const found = world.askers.find((one) => one.name === name);
  if (!found) throw new Error(`Nobody is ${name}`);
  // Who is nobody may become a guest by a call: the next one comes as nobody again.
  return found.standing === "nobody" ? { ...found, caller: found.caller.copy() } : found;
}

const keyOf = ({ description }: Route) => `${description.method} ${description.path}`;

/** Why somebody is refused by what the route declares, null where they may: the only place where it is said. */
function refusal(description: RouteDescription, row: Row, who: Asker): number | null {
  const { access, method } = description;
  if (who.standing === "suspended") return access !== "open" || row.looksAtAsker ? 401 : null;
  if (access === "open") return null;
  if (who.standing === "nobody") return access === "guest" ? null : 401;
  if (who.standing === "read key" && method !== "get") return 403;
  if (access === "member") return refusalOfOwner(description, row, who);
  return row.needsAccount && who.guest ? 403 : null;
}

/** The same where it belongs to somebody: to a chat, whose room decides, or to a person. */
function refusalOfOwner({ path, act = "read" }: RouteDescription, row: Row, { name, role }: Asker): number | null {
  if (!path.startsWith("/api/chats/:id")) return name === row.whose ? null : 404;
  if (role === null) return 404;
  return roleMay(role, row.act ?? act) ? null : 403;
}

function addressOf({ description }: Route, call: Call): string {
  const params: Record<string, string> = {
    id: world.chat,
    mid: world.answer.id,
    runId: world.answer.runId,
    userId: unknownId,
    iid: unknownId,
    token: world.token,
    slug: "bom",
    number: "1",
    ...call.params,
  };
  const path = description.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "");
  return `${description.method.toUpperCase()} ${path}${call.query ?? ""}`;
}

/** What is asked for: by who may, what the row makes for them; by who may not, what the owner could have asked for. */
async function callOf(row: Row, who: Asker, isRefused: boolean): Promise<Call> {
  if (isRefused && row.refused) return row.refused;
  return (await row.call?.(world, isRefused ? world.owner : who)) ?? {};
}

async function ask(route: Route, who: Asker, call: Call): Promise<{ response: Response; text: string }> {
  const headers = route.description.path.endsWith("/socket") ? upgrade : {};
  const response = await who.caller.call(addressOf(route, call), call.body, headers);
  response.webSocket?.accept();
  response.webSocket?.close(1000);
  return { response, text: await response.text() };
}

/** Where the log of the world's chat stands, once nobody is answered in it any more. */
async function seqOf(): Promise<number> {
  await quiet(world.owner, world.chat);
  const response = await world.owner.caller.call(`GET /api/chats/${world.chat}/snapshot`);
  return (await response.json<{ seq: number }>()).seq;
}

function expectDeclared({ description }: Route, status: number, text: string): void {
  const declared = description.answers.find((answer) => answer.status === status);
  expect(declared, `${status} is not among the answers`).toBeDefined();
  if (declared?.schema && (declared.type ?? "application/json") === "application/json")
    expect(declared.schema.safeParse(JSON.parse(text)).error?.issues).toBeUndefined();
}

describe("every route for everybody", { timeout: 120_000 }, () => {
  it("[AUTH-2] has a row in the matrix", () => {
    expect(Object.keys(rows).sort()).toEqual(routes.map(keyOf).sort());
  });

  const cells = routes.flatMap((route) => askerNames.map((name) => ({ key: keyOf(route), name, route })));
  it.each(cells)("[AUTH-2] $key for $name", async ({ route, key, name }) => {
    const { description } = route;
    const row = rows[key] ?? {};
    const who = asker(name);
    const refused = refusal(description, row, who);
    const call = await callOf(row, who, refused !== null);
    const before = refused === null ? 0 : await seqOf();
    const acting = refused === null && row.standIn ? { ...who, caller: await row.standIn(who) } : who;
    const { response, text } = await ask(route, acting, call);
    const expected = refused ?? row.answers?.(who) ?? null;
    if (expected === null) expectDeclared(route, response.status, text);
    else {
      const { code, status } = problem.parse(JSON.parse(text));
      expect([response.status, status]).toEqual([expected, expected]);
      expect(errorsOf(description)).toContain(code);
    }
    if (refused !== null) expect(await seqOf()).toBe(before);
    if (who.role === null || refused !== null)
      for (const secret of [canary, world.token]) expect(text).not.toContain(secret);
    if (refused === 404) await expectNothingThere(route, who, { call, response, text });
  });
});

/** What may not be read is answered as what is not there, to the last byte but the request's id. */
async function expectNothingThere(route: Route, who: Asker, seen: { call: Call; response: Response; text: string }) {
  const call = { ...seen.call, params: { ...seen.call.params, id: unknownId } };
  const { response, text } = await ask(route, who, call);
  const bare = (answer: Response, body: string) => {
    const headers = [...answer.headers].filter(([name]) => name !== "x-request-id" && name !== "set-cookie");
    const id = answer.headers.get("x-request-id") ?? "none";
    return [answer.status, headers, body.replace(id, "")];
  };
  expect(bare(seen.response, seen.text)).toEqual(bare(response, text));
}

describe("every frame for everybody with a socket", { timeout: 120_000 }, () => {
  const members = askerNames.filter((name) =>
    ["viewer", "guest", "member", "admin", "read key", "owner"].includes(name),
  );
  const cells = clientFrameTypes.flatMap((type) => members.map((name) => ({ type, name })));
  it.each(cells)("[AUTH-2] $type by $name", async ({ type, name }) => {
    const who = asker(name);
    const frame = await frameRows[type](world, who);
    const socket = await who.caller.open(world.chat);
    const readsOnly = type === "hello" || type === "ping";
    const may = who.role !== null && roleMay(who.role, frameActs[type]) && (who.standing !== "read key" || readsOnly);
    const before = may ? 0 : await seqOf();
    socket.send(frame);
    socket.send(wakingPing);
    await socket.until((one) => one.type === "pong");
    const nack = socket.frames.find((one) => one.type === "nack");
    if (!may) expect(nack).toMatchObject({ code: "forbidden" });
    // Among several people there are no branches.
    else if (type === "choose_branch") expect(nack).toMatchObject({ code: "conflict" });
    else expect(nack).toBeUndefined();
    if (!may) expect(await seqOf()).toBe(before);
    socket.close();
  });

  it("[AUTH-2] [ROOM-9] by somebody who is removed meanwhile is answered by the close of the socket", async () => {
    const leaver = await bring(world.owner.caller, world.chat, { caller: new Caller(), role: "member" });
    const socket = await leaver.open(world.chat);
    socket.send({ type: "hello", after: 0 });
    await socket.until((one) => one.type === "welcome");
    await world.owner.caller.call(`DELETE /api/chats/${world.chat}/participants/${await idOf(leaver)}`);
    await expect(socket.until(() => false)).rejects.toThrow("4003");
    const seen = socket.frames.length;
    await world.owner.caller.call(`POST /api/chats/${world.chat}/messages`, {
      clientId: crypto.randomUUID(),
      content: `/note ${canary} after`,
    });
    expect(socket.frames.length).toBe(seen);
    expect(JSON.stringify(socket.frames)).not.toContain(`${canary} after`);
  });
});

describe("ids of a stranger's chat", { timeout: 120_000 }, () => {
  /** The parameters that name something inside of a chat. */
  const inner = ["mid", "runId", "iid", "userId"] as const;
  const cells = routes.flatMap((route) =>
    inner
      .filter((name) => route.description.path.includes(`:${name}`))
      .map((name) => ({ key: keyOf(route), name, route })),
  );

  it.each(cells)("[AUTH-1] $key finds nothing by a foreign $name", async ({ route, key, name }) => {
    const stranger = asker("stranger");
    const own = await stranger.caller.startChat();
    const row = rows[key] ?? {};
    const foreign = (await row.call?.(world, world.owner)) ?? {};
    const before = await seqOf();
    const call = { ...foreign, params: { ...foreign.params, id: own } };
    const seen = await ask(route, stranger, call);
    expect(seen.response.status).toBe(404);
    for (const secret of [canary, world.token]) expect(seen.text).not.toContain(secret);
    const unknown = { ...call, params: { ...call.params, [name]: unknownId } };
    const { response, text } = await ask(route, stranger, unknown);
    const id = (answer: Response) => answer.headers.get("x-request-id") ?? "none";
    expect(seen.text.replace(id(seen.response), "")).toBe(text.replace(id(response), ""));
    expect(await seqOf()).toBe(before);
  });

  it("[AUTH-1] in frames change nothing and tell nothing", async () => {
    const stranger = asker("stranger");
    const own = await stranger.caller.startChat();
    const socket = await stranger.caller.open(own);
    const before = await seqOf();
    const { answer } = world;
    const frames = [
      { type: "edit_message", messageId: answer.id, content: "x" },
      { type: "remove_message", messageId: answer.id },
      { type: "regenerate", messageId: answer.id },
      { type: "choose_branch", messageId: answer.id },
      { type: "react", messageId: answer.id, emoji: "👍", on: true },
      { type: "stop", runId: answer.runId },
    ];
    for (const frame of frames) socket.send(frame);
    socket.send({ type: "post_message", clientId: crypto.randomUUID(), content: "x", replyToId: answer.id });
    socket.send({ type: "hello", after: 0, have: [{ messageId: answer.id, offset: 0 }] });
    socket.send(wakingPing);
    await socket.until((one) => one.type === "pong");
    const codes = socket.frames.filter((one) => one.type === "nack").map((one) => one.code);
    expect(codes).toEqual([...frames.map(() => "not_found"), "invalid"]);
    expect(JSON.stringify(socket.frames)).not.toContain(canary);
    expect(await seqOf()).toBe(before);
    socket.close();
  });
});

it("[AUTH-1] no canary has reached what strangers are listed", async () => {
  const stranger = asker("stranger");
  for (const path of ["/api/chats", "/api/jobs", "/api/me/export", "/api/keys"]) {
    expect(await (await stranger.caller.call(`GET ${path}`)).text()).not.toContain(canary);
  }
});
