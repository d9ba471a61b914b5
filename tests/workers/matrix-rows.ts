import { env } from "cloudflare:workers";
import type { ClientFrameType } from "../../src/domain/chat/lists.ts";
import type { ChatAct } from "../../src/domain/chat/roles.ts";
import { account, idOf, makeKey } from "./accounts.ts";
import { Caller } from "./caller.ts";
import type { Asker, World } from "./matrix-people.ts";
import { bring, invite } from "./matrix-people.ts";

/** What one call names: parameters of the path in place of those of the world, a query, a body. */
export interface Call {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
}

/** How the matrix calls a route. Who may is the route's own word; a row says only what stands for its parameters. */
export interface Row {
  /** The call that somebody who may do it makes; it has to succeed. */
  call?(world: World, asker: Asker): Call | Promise<Call>;
  /** The same for who may not; without it the owner's call. */
  refused?: Call;
  /** Where a rule asks for more than the route's declared act, once it has seen what it is about. */
  act?: ChatAct;
  /** Who it belongs to, for what is no chat's; others find nothing. */
  whose?: "owner";
  /** Only for people with an account. */
  needsAccount?: true;
  /** An open route that looks at who asks: who is suspended is told so. */
  looksAtAsker?: true;
  /** Somebody new of the same standing, for an act that the world's people would not survive. */
  standIn?(asker: Asker): Promise<Caller>;
  /** What an allowed call is answered where it cannot succeed, with the reason in the row. */
  answers?(asker: Asker): number | null;
}

const unknownId = "019aac6e-3c00-7000-8000-0000000000ff";
const uuid = () => crypto.randomUUID();
const note = (content = "/note x") => ({ clientId: uuid(), content });

async function said({ caller }: Asker, chat: string, content = "/note own"): Promise<string> {
  const response = await caller.call(`POST /api/chats/${chat}/messages`, note(content));
  return (await response.json<{ id: string }>()).id;
}

/** Waits until nobody is answered in the chat. */
export async function quiet({ caller }: Asker, chat: string): Promise<void> {
  for (;;) {
    const { run } = await (await caller.call(`GET /api/chats/${chat}/snapshot`)).json<{ run: unknown }>();
    if (run === null) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Somebody new in the world's chat. */
async function newcomer({ owner, chat }: World, role: "viewer" | "member" = "viewer"): Promise<string> {
  return idOf(await bring(owner.caller, chat, { caller: new Caller(), role }));
}

/** A link of somebody else's, for who has it. */
async function openHouse(): Promise<Call> {
  const host = await account();
  const { token } = await invite(host, await host.startChat({ title: "Open house" }), "viewer");
  return { params: { token } };
}

async function newGuest(): Promise<Caller> {
  const caller = new Caller();
  await caller.startChat();
  return caller;
}

/** A project of the asker's own. */
async function project({ caller }: Asker): Promise<Call> {
  const id = uuid();
  await env.DB.prepare(
    "insert into projects (id, owner_id, name, created_at, updated_at) values (?1, ?2, 'Shed', 0, 0)",
  )
    .bind(id, await idOf(caller))
    .run();
  return { params: { id } };
}

async function failedJob(asker: Asker): Promise<Call> {
  const id = uuid();
  await env.DB.prepare(
    `insert into jobs (id, owner_id, chat_id, kind, subject, input, state, attempts, done, error, run_after, created_at, updated_at)
     values (?1, ?2, '${unknownId}', 'recount_chat', 'Lamp', '{"chatId":"${unknownId}"}', 'failed', 5, 0, 'no', 0, 0, 0)`,
  )
    .bind(id, await idOf(asker.caller))
    .run();
  return { params: { id } };
}

/** The head of the world's design, as its owner sees it. */
async function designHead({ owner, chat }: World): Promise<{ revision: number; boardId: string }> {
  await quiet(owner, chat);
  const design = await (await owner.caller.call(`GET /api/chats/${chat}/design`)).json<{
    revision: number;
    parts: { id: string; category: string }[];
  }>();
  return { revision: design.revision, boardId: design.parts.find(({ category }) => category === "board")?.id ?? "" };
}

/** Acts on the design. Where the world's design offers nothing to act on, who may is told so by the rule behind the route. */
const designRows: Record<string, Row> = {
  "post /api/chats/:id/design/fix": {
    // A sound design has no finding with a fix.
    answers: () => 400,
    call: async (world) => {
      const { revision } = await designHead(world);
      return { body: { ruleId: "short", fixId: "fix-1", expectedHead: revision } };
    },
    refused: { body: { ruleId: "short", fixId: "fix-1", expectedHead: 1 } },
  },
  "post /api/chats/:id/design/swap": {
    call: async (world) => {
      const { revision, boardId } = await designHead(world);
      const catalogId = revision % 2 === 0 ? "arduino-nano" : "arduino-mega-2560";
      return { body: { partId: boardId, catalogId, expectedHead: revision } };
    },
    refused: { body: { partId: "U1", catalogId: "arduino-nano", expectedHead: 1 } },
  },
  "patch /api/chats/:id/design/parts/:partId": {
    call: async (world) => {
      const { revision, boardId } = await designHead(world);
      return { params: { partId: boardId }, body: { owned: true, expectedHead: revision } };
    },
    refused: { params: { partId: "U1" }, body: { owned: true, expectedHead: 1 } },
  },
  "post /api/chats/:id/design/restore": {
    call: async (world) => ({ body: { revision: 1, expectedHead: (await designHead(world)).revision } }),
    refused: { body: { revision: 1, expectedHead: 1 } },
  },
  "post /api/chats/:id/artifacts/:slug/restore": {
    call: async (world) => {
      await quiet(world.owner, world.chat);
      const path = `GET /api/chats/${world.chat}/artifacts/context/versions`;
      const { items } = await (await world.owner.caller.call(path)).json<{ items: { number: number }[] }>();
      return { params: { slug: "context" }, body: { version: 1, expectedHead: items[0]?.number } };
    },
    refused: { params: { slug: "context" }, body: { version: 1, expectedHead: 1 } },
  },
  "post /api/chats/:id/design/align": {
    // Nothing is out of line, unless the row before this one left something so.
    answers: () => 409,
    call: async (world) => {
      const { revision } = await designHead(world);
      await world.owner.caller.call(`POST /api/chats/${world.chat}/design/restore`, {
        revision: 1,
        expectedHead: revision,
      });
      return { body: { expectedHead: (await designHead(world)).revision } };
    },
    refused: { body: { expectedHead: 1 } },
  },
  "post /api/chats/:id/runs/:runId/apply": {
    // No turn of the world's was overtaken.
    answers: () => 404,
    call: async (world) => ({
      params: { runId: unknownId },
      body: { expectedHead: (await designHead(world)).revision },
    }),
    refused: { params: { runId: unknownId }, body: { expectedHead: 1 } },
  },
  "get /api/chats/:id/design/compare": { call: () => ({ query: "?from=1&to=1" }), refused: { query: "?from=1&to=1" } },
  "get /api/chats/:id/ticks": {},
  "put /api/chats/:id/ticks": { call: () => ({ body: { connections: [] } }), refused: { body: { connections: [] } } },
};

/** By `method path`: a route without a row fails. */
export const rows: Record<string, Row> = {
  "get /api/health": {},
  "get /api/ready": {},
  "get /api/openapi.json": {},
  "get /api/docs": {},
  "post /api/design": { call: () => ({ body: { goal: "blink an LED with an Uno" } }) },
  "post /api/design/check": { call: () => ({ body: { format: "ohm", circuit: { parts: [], nets: [] } } }) },
  "get /api/catalog": {},
  "get /api/catalog/:id": { call: () => ({ params: { id: "bme280" } }) },
  "get /api/models": {},
  "post /api/chats": { call: () => ({ body: {} }) },
  "get /api/chats": {},
  "get /api/chats/:id": {},
  "patch /api/chats/:id": { call: () => ({ body: { phase: "code" } }) },
  "delete /api/chats/:id": {
    call: async (_, { caller }) => ({ params: { id: await caller.startChat() } }),
    refused: {},
  },
  "get /api/chats/:id/snapshot": {},
  "get /api/chats/:id/participants": {},
  "patch /api/chats/:id/participants/:userId": {
    call: async (world) => ({ params: { userId: await newcomer(world) }, body: { role: "member" } }),
  },
  "delete /api/chats/:id/participants/:userId": {
    // Everybody may leave; to take somebody else out needs more.
    act: "people",
    call: async (world) => ({ params: { userId: await newcomer(world, "member") } }),
  },
  "get /api/chats/:id/invitations": {},
  "post /api/chats/:id/invitations": { call: () => ({ body: { role: "viewer" } }) },
  "delete /api/chats/:id/invitations/:iid": {
    call: async ({ owner, chat }) => ({ params: { iid: (await invite(owner.caller, chat, "viewer")).id } }),
  },
  "get /api/invitations/:token": { looksAtAsker: true, call: openHouse },
  "post /api/invitations/:token/accept": { call: openHouse },
  "get /api/chats/:id/messages": {},
  "post /api/chats/:id/messages": { call: () => ({ body: note() }) },
  "post /api/chats/:id/messages/:mid/edit": {
    call: async ({ chat }, asker) => ({ params: { mid: await said(asker, chat) }, body: { content: "/note edited" } }),
  },
  "delete /api/chats/:id/messages/:mid": {
    call: async ({ chat }, asker) => ({ params: { mid: await said(asker, chat) } }),
  },
  "post /api/chats/:id/messages/:mid/regenerate": {
    call: async ({ owner, chat }) => {
      await quiet(owner, chat);
      return { body: {} };
    },
    refused: { body: {} },
  },
  "put /api/chats/:id/messages/:mid/reactions": { call: () => ({ body: { emoji: "👍", on: true } }) },
  "put /api/chats/:id/branch": {
    // Branches are one person's: the owner chooses one in a chat of their own, among several nobody does.
    answers: ({ role }) => (role === "owner" ? null : 409),
    call: async ({ answer }, asker) => {
      if (asker.role !== "owner") return { body: { messageId: answer.id } };
      const chat = await asker.caller.startChat();
      return { params: { id: chat }, body: { messageId: await said(asker, chat) } };
    },
    refused: { body: { messageId: unknownId } },
  },
  "post /api/chats/:id/runs/:runId/stop": {
    call: async ({ owner, chat }, { caller }) => {
      await quiet(owner, chat);
      const response = await caller.call(`POST /api/chats/${chat}/messages`, note("@ohm hello"), { prefer: "wait=45" });
      const { replies } = await response.json<{ replies: { runId: string }[] }>();
      return { params: { runId: replies[0]?.runId ?? "" } };
    },
  },
  "get /api/chats/:id/artifacts": {},
  "get /api/chats/:id/artifacts/:slug/versions": {},
  "get /api/chats/:id/artifacts/:slug/versions/:number": {},
  "get /api/chats/:id/artifacts/:slug/compare": {
    call: () => ({ query: "?from=1&to=1" }),
    refused: { query: "?from=1&to=1" },
  },
  "get /api/chats/:id/design": {},
  ...designRows,
  "get /api/chats/:id/design/revisions": {},
  "get /api/chats/:id/export": { call: () => ({ query: "?format=wokwi" }), refused: { query: "?format=wokwi" } },
  "get /api/chats/:id/socket": {},
  "get /api/me": {},
  "patch /api/me": { call: () => ({ body: { preferences: { theme: "dark" } } }) },
  "delete /api/me": { standIn: ({ guest }) => (guest ? newGuest() : account()) },
  "get /api/me/bring-chats": {},
  // Nobody here was a guest in this browser before.
  "post /api/me/bring-chats": { answers: () => 404 },
  "delete /api/me/bring-chats": {},
  "get /api/me/export": {},
  "get /api/keys": {},
  "post /api/keys": { needsAccount: true, call: () => ({ body: { name: "x" } }) },
  "delete /api/keys/:id": {
    // A guest has none.
    answers: ({ guest }) => (guest ? 404 : null),
    call: async (_, { caller, guest }) => ({ params: { id: guest ? unknownId : (await makeKey(caller)).id } }),
    refused: { params: { id: unknownId } },
  },
  "get /api/me/parts": {},
  "put /api/me/parts": { call: () => ({ body: { items: [{ catalogId: "bme280" }] } }) },
  "get /api/projects": {},
  "post /api/projects": { call: () => ({ body: { name: "Shed" } }) },
  "get /api/projects/:id": {
    whose: "owner",
    call: (_, asker) => project(asker),
    refused: { params: { id: unknownId } },
  },
  "patch /api/projects/:id": {
    whose: "owner",
    call: async (_, asker) => ({ ...(await project(asker)), body: { status: "building" } }),
    refused: { params: { id: unknownId }, body: { status: "building" } },
  },
  "delete /api/projects/:id": {
    whose: "owner",
    call: (_, asker) => project(asker),
    refused: { params: { id: unknownId } },
  },
  "get /api/jobs": {},
  "post /api/chats/:id/recount": {},
  "post /api/jobs/:id/retry": {
    whose: "owner",
    call: (_, asker) => failedJob(asker),
    refused: { params: { id: unknownId } },
  },
};

/** The frame that somebody sends who may; a type without a row does not compile. */
export const frameRows: Record<ClientFrameType, (world: World, asker: Asker) => object | Promise<object>> = {
  hello: () => ({ type: "hello", after: 0 }),
  post_message: () => ({ type: "post_message", ...note() }),
  edit_message: async ({ chat, answer }, asker) => ({
    type: "edit_message",
    messageId: await ownOr(answer.id, chat, asker),
    content: "/note edited",
  }),
  remove_message: async ({ chat, answer }, asker) => ({
    type: "remove_message",
    messageId: await ownOr(answer.id, chat, asker),
  }),
  regenerate: async ({ owner, chat, answer }) => {
    await quiet(owner, chat);
    return { type: "regenerate", messageId: answer.id };
  },
  choose_branch: ({ answer }) => ({ type: "choose_branch", messageId: answer.id }),
  stop: async ({ owner, chat, answer }, { caller, role, standing }) => {
    if (role === "viewer" || standing === "read key") return { type: "stop", runId: answer.runId };
    await quiet(owner, chat);
    const response = await caller.call(`POST /api/chats/${chat}/messages`, note("@ohm hello"), { prefer: "wait=45" });
    const { replies } = await response.json<{ replies: { runId: string }[] }>();
    return { type: "stop", runId: replies[0]?.runId };
  },
  react: ({ answer }) => ({ type: "react", messageId: answer.id, emoji: "👍", on: true }),
  typing: () => ({ type: "typing" }),
  read: () => ({ type: "read", sequence: 1 }),
  ping: () => ({ type: "ping" }),
};

/** A message of the asker's own, where they may say something. */
async function ownOr(otherwise: string, chat: string, asker: Asker): Promise<string> {
  const mayPost = asker.role !== "viewer" && asker.standing === "person";
  return mayPost ? said(asker, chat) : otherwise;
}
