import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Design } from "../../src/domain/circuit/design.ts";
import { account, idOf } from "./accounts.ts";
import { Caller } from "./caller.ts";
import { bring } from "./matrix-people.ts";

const goal = "ESP32 weather station with an OLED, budget $45";
const uuid = () => crypto.randomUUID();
/** The first answer loads the engine. */
const patienceMs = 120_000;

async function flush(chat: string): Promise<void> {
  for (let round = 0; round < 20 && (await runDurableObjectAlarm(env.ROOMS.getByName(chat))); round += 1);
}

async function say(caller: Caller, chat: string, content: string): Promise<void> {
  const body = { clientId: uuid(), content };
  expect((await caller.call(`POST /api/chats/${chat}/messages`, body, { prefer: "wait=45" })).status).toBe(200);
  await flush(chat);
}

async function json<T>(caller: Caller, what: string, body?: unknown): Promise<T> {
  const response = await caller.call(what, body);
  expect(response.status, what).toBeLessThan(300);
  return response.json<T>();
}

interface Project {
  id: string;
  name: string | null;
  goal: string | null;
  status: string;
  verdict: string | null;
  designChatId: string | null;
  chats: number;
  steps: { id: string; state: string; own: boolean }[];
  automatic: object;
  items: { id: string }[];
}

const listed = async (caller: Caller) => (await json<{ items: Project[] }>(caller, "GET /api/projects")).items;
const chatOf = (caller: Caller, id: string) => json<{ projectId: string | null }>(caller, `GET /api/chats/${id}`);

async function rows(table: string, chat: string) {
  const { results } = await env.DB.prepare(`select * from ${table} where chat_id = ? order by id`).bind(chat).all();
  return results;
}

describe("a chat's first design", { timeout: patienceMs }, () => {
  it("[PROJ-1] [PROJ-2] makes a project, named by the chat's title and following its phase", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    await say(caller, chat, "hello");
    expect(await listed(caller)).toEqual([]);
    await say(caller, chat, goal);
    const [project, ...others] = await listed(caller);
    expect(others).toEqual([]);
    expect(project).toMatchObject({ goal, status: "ready", verdict: "PASS", designChatId: chat, chats: 1 });
    const { title, projectId } = await json<{ title: string; projectId: string }>(caller, `GET /api/chats/${chat}`);
    expect([project?.name, project?.id]).toEqual([title, projectId]);
    const whole = await json<Project>(caller, `GET /api/projects/${projectId}`);
    expect(whole.items.map(({ id }) => id)).toEqual([chat]);
    expect(whole.steps.map(({ state }) => state)).toEqual(["done", "done", "done", "done", "done", "current"]);
    expect(whole.automatic).toEqual({ name: true, goal: true, status: true });
  });

  it("[PROJ-3] is kept as rows that equal the head revision, also after an edit and a restore", async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    await say(caller, chat, goal);
    const equalsHead = async () => {
      await flush(chat);
      const design = await json<Design>(caller, `GET /api/chats/${chat}/design`);
      const parts = await rows("parts", chat);
      expect(parts.map(({ id, catalog_id, quantity }) => [id, catalog_id, quantity])).toEqual(
        design.parts.map(({ id, catalogId, quantity }) => [id, catalogId, quantity]).sort(),
      );
      const connections = await rows("connections", chat);
      const wires = [...design.connections].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(connections.map(({ id, step, net, colour }) => [id, step, net, colour])).toEqual(
        wires.map(({ id, step, net, colour }) => [id, step, net, colour]),
      );
      expect((await rows("code_files", chat)).map(({ filename }) => filename)).toEqual(
        design.codeFiles.map(({ filename }) => filename),
      );
      return design;
    };
    const first = await equalsHead();
    await say(caller, chat, "use a DHT22 instead and add a buzzer");
    const second = await equalsHead();
    expect(second.parts.length).not.toBe(first.parts.length);
    await json(caller, `POST /api/chats/${chat}/design/restore`, { revision: 1, expectedHead: 2 });
    await equalsHead();
  });
});

describe("a project", { timeout: patienceMs }, () => {
  it("[PROJ-4] is made, said something of, and given back to its design chat", async () => {
    const caller = await account();
    const { id } = await json<Project>(caller, "POST /api/projects", { name: "Shed", location: "garden" });
    const { id: chat } = await json<{ id: string }>(caller, "POST /api/chats", { projectId: id });
    await say(caller, chat, goal);
    const project = await json<Project>(caller, `GET /api/projects/${id}`);
    expect(project).toMatchObject({ name: "Shed", location: "garden", designChatId: chat, chats: 1, status: "ready" });
    expect(await listed(caller)).toHaveLength(1);
    const said = { status: "building", steps: { build: "done", code: "open" }, successMetrics: ["runs a week"] };
    const changed = await json<Project>(caller, `PATCH /api/projects/${id}`, said);
    expect(changed).toMatchObject({ status: "building", successMetrics: ["runs a week"] });
    expect(changed.steps.filter(({ own }) => own)).toEqual([
      { id: "code", state: "current", own: true },
      { id: "build", state: "done", own: true },
    ]);
    const back = await json<Project>(caller, `PATCH /api/projects/${id}`, {
      ...{ name: null, status: null, steps: { build: null, code: null } },
    });
    expect(back.steps.some(({ own }) => own)).toBe(false);
    const { title } = await json<{ title: string }>(caller, `GET /api/chats/${chat}`);
    expect([back.name, back.status]).toEqual([title, "ready"]);
  });

  it("[PROJ-4] keeps steps that are set at the same time", async () => {
    const caller = await account();
    const { id } = await json<Project>(caller, "POST /api/projects", { name: "Shed" });
    const ids = ["discovery", "bom", "wiring", "code", "build"];
    await Promise.all(ids.map((step) => json(caller, `PATCH /api/projects/${id}`, { steps: { [step]: "done" } })));
    const { steps } = await json<Project>(caller, `GET /api/projects/${id}`);
    expect(steps.filter(({ own }) => own).map((step) => step.id)).toEqual(ids);
  });

  it("[PROJ-5] takes chats of its owner only, and its design chat is one of them", async () => {
    const [caller, other] = [await account(), await account()];
    const { id } = await json<Project>(caller, "POST /api/projects", { name: "Shed" });
    const chat = await caller.startChat({ title: "Own" });
    expect((await other.call("POST /api/chats", { projectId: id })).status).toBe(400);
    const foreign = await other.startChat({ title: "Foreign" });
    expect((await other.call(`PATCH /api/chats/${foreign}`, { projectId: id })).status).toBe(400);
    expect((await caller.call(`PATCH /api/projects/${id}`, { designChatId: chat })).status).toBe(400);
    await json(caller, `PATCH /api/chats/${chat}`, { projectId: id });
    expect(await json<Project>(caller, `PATCH /api/projects/${id}`, { designChatId: chat })).toMatchObject({
      designChatId: chat,
    });
    expect((await other.call(`GET /api/projects/${id}`)).status).toBe(404);
    await json(caller, `PATCH /api/chats/${chat}`, { projectId: null });
    expect((await chatOf(caller, chat)).projectId).toBeNull();
  });

  it("[PROJ-5] is left by a chat that is handed to somebody else", async () => {
    const caller = await account();
    const { id } = await json<Project>(caller, "POST /api/projects", { name: "Shed" });
    const { id: chat } = await json<{ id: string }>(caller, "POST /api/chats", { projectId: id });
    const heir = await bring(caller, chat, { caller: await account(), role: "member" });
    await json(caller, `PATCH /api/chats/${chat}/participants/${await idOf(heir)}`, { role: "owner" });
    expect((await chatOf(caller, chat)).projectId).toBeNull();
    await flush(chat);
    expect(await json<Project>(caller, `GET /api/projects/${id}`)).toMatchObject({ chats: 0, items: [] });
  });

  it("[PROJ-6] goes at once, and its chats stay without it", async () => {
    const caller = await account();
    const { id } = await json<Project>(caller, "POST /api/projects", { name: "Shed" });
    const { id: chat } = await json<{ id: string }>(caller, "POST /api/chats", { projectId: id });
    await flush(chat);
    expect((await caller.call(`DELETE /api/projects/${id}`)).status).toBe(204);
    expect((await caller.call(`GET /api/projects/${id}`)).status).toBe(404);
    for (;;) {
      const { items } = await json<{ items: { kind: string; state: string }[] }>(caller, "GET /api/jobs");
      if (items.every(({ state }) => state === "done")) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await chatOf(caller, chat)).projectId).toBeNull();
  });

  it("[PROJ-7] parts at home cost nothing in chats that are started after", async () => {
    const caller = new Caller();
    const early = await caller.startChat();
    expect((await caller.call("PUT /api/me/parts", { items: [{ catalogId: "flux" }] })).status).toBe(400);
    const items = [{ catalogId: "bme280" }, { catalogId: "esp32-devkitc" }];
    expect(await json(caller, "PUT /api/me/parts", { items: [...items, ...items] })).toEqual({ items });
    const late = await caller.startChat();
    await say(caller, early, goal);
    await say(caller, late, goal);
    const owned = async (chat: string) =>
      (await json<Design>(caller, `GET /api/chats/${chat}/design`)).parts.flatMap((part) =>
        part.owned ? [part.catalogId] : [],
      );
    expect(await owned(early)).toEqual([]);
    expect((await owned(late)).sort()).toEqual(["bme280", "esp32-devkitc"]);
    expect(await json(caller, "PUT /api/me/parts", { items: [] })).toEqual({ items: [] });
  });
});
