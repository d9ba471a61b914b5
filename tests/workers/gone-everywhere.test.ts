import { createExecutionContext, runDurableObjectAlarm, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { JobView } from "../../src/protocol/jobs.ts";
import { app } from "../../workers/app.ts";
import { account } from "./accounts.ts";
import { textOfD1, textOfRoom } from "./all-text.ts";
import { Caller } from "./caller.ts";
import { d1With } from "./faulty-d1.ts";

const uuid = () => crypto.randomUUID();
/** The first answer loads the engine. */
const patienceMs = 120_000;

interface Message {
  id: string;
  content: string;
  senderType: string;
}

async function flush(chat: string): Promise<void> {
  for (let round = 0; round < 20 && (await runDurableObjectAlarm(env.ROOMS.getByName(chat))); round += 1);
}

async function jobsEnded(caller: Caller): Promise<JobView[]> {
  for (;;) {
    const { items } = await (await caller.call("GET /api/jobs")).json<{ items: JobView[] }>();
    if (items.every(({ state }) => state === "done" || state === "failed")) return items;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Says something and waits for what is answered. */
async function say(caller: Caller, chat: string, content: string): Promise<void> {
  const response = await caller.call(
    `POST /api/chats/${chat}/messages`,
    { clientId: uuid(), content },
    { prefer: "wait=45" },
  );
  expect(response.status, content).toBe(200);
}

async function messagesOf(caller: Caller, chat: string): Promise<Message[]> {
  const { items } = await (await caller.call(`GET /api/chats/${chat}/messages?limit=200`)).json<{ items: Message[] }>();
  return items;
}

/** Removes every message: what an answer quotes goes with the answer. */
async function removeAll(caller: Caller, chat: string): Promise<void> {
  for (const { id } of await messagesOf(caller, chat)) {
    expect((await caller.call(`DELETE /api/chats/${chat}/messages/${id}`)).status).toBe(200);
  }
}

/** A word that nothing else says; which of them is found tells where it came from. */
function words(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, place) => [name, `zq${place}x${uuid().slice(0, 8)}`]));
}

/** Where a word is found, with what is around it. */
function findings(text: string, gone: Record<string, string>): string[] {
  return text.split("\n").flatMap((line) =>
    Object.entries(gone)
      .map(([name, word]) => ({ name, at: line.indexOf(word) }))
      .filter(({ at }) => at >= 0)
      .map(({ name, at }) => `${name} in ${line.split(":", 1)}: ${line.slice(Math.max(0, at - 150), at + 60)}`),
  );
}

/** A browser whose Worker, before one statement of its next request, waits for what somebody else does. */
class Overtaken extends Caller {
  readonly #statement: number;
  readonly #meanwhile: () => Promise<void>;
  statements = 0;

  constructor(of: Caller, statement: number, meanwhile: () => Promise<void>) {
    super();
    for (const [name, value] of of.cookies) this.setCookie(name, value);
    this.#statement = statement;
    this.#meanwhile = meanwhile;
  }

  protected override async send(request: Request): Promise<Response> {
    const DB = d1With(env.DB, async () => {
      if (this.statements === this.#statement) await this.#meanwhile();
      this.statements += 1;
    });
    const context = createExecutionContext();
    const response = await app.fetch(request, { ...env, DB }, context);
    await waitOnExecutionContext(context);
    return response;
  }
}

describe("a removed text", () => {
  it(
    "[CHAT-22] is in no column of any table, nor is what was made of it: titles, jobs, kept answers, designs",
    async () => {
      const said = words(["first", "goal", "swap", "added", "board", "quoted", "note", "edited"]);
      const caller = await account();
      const keyed = (route: string, body?: object) => caller.call(route, body, { "idempotency-key": uuid() });
      const started = await keyed("POST /api/chats", {
        message: { clientId: uuid(), content: `what is a ${said.first}` },
      });
      const { id: chat } = await started.json<{ id: string }>();
      await say(caller, chat, "hello");
      await flush(chat);
      const recount = await keyed(`POST /api/chats/${chat}/recount`);
      expect((await recount.json<JobView>()).subject).toContain(said.first);
      await keyed(`PATCH /api/chats/${chat}`, { phase: "code" });
      for (const content of [
        `an ESP32 weather station with an OLED and a ${said.goal}, under $45`,
        `replace the OLED with a ${said.swap}`,
        `add a ${said.added} sensor and a buzzer`,
        `use a ${said.board} board instead`,
        `call it "${said.quoted}" and add a red LED`,
        `/note ${said.note}`,
      ]) {
        await say(caller, chat, content);
      }
      const note = (await messagesOf(caller, chat)).at(-1);
      await caller.call(`POST /api/chats/${chat}/messages/${note?.id}/edit`, { content: `/note ${said.edited}` });
      await flush(chat);
      await jobsEnded(caller);
      const before = (await textOfRoom(chat)) + (await textOfD1());
      for (const [name, word] of Object.entries(said)) expect(before.includes(word), name).toBe(name !== "note");
      await removeAll(caller, chat);
      await flush(chat);
      await jobsEnded(caller);
      expect(findings(await textOfRoom(chat), said)).toEqual([]);
      expect(findings(await textOfD1(), said)).toEqual([]);
      expect((await caller.call("GET /api/jobs").then((response) => response.text())).includes(said.first ?? "-")).toBe(
        false,
      );
      const exported = await (await caller.call("GET /api/me/export")).text();
      for (const word of Object.values(said)) expect(exported).not.toContain(word);
    },
    patienceMs,
  );

  it.each([
    ["PATCH", "", { phase: "code" }],
    ["POST", "/recount", undefined],
    ["DELETE", "", undefined],
  ])(
    "[AUTH-43] is in no kept answer of %s /api/chats/{id}%s that it overtakes, at whichever statement",
    async (method, path, body) => {
      const owner = await account();
      for (let statement = 0; ; statement += 1) {
        const said = words(["title"]);
        const chat = await owner.startChat();
        await say(owner, chat, `what is a ${said.title}`);
        await flush(chat);
        const overtaken = new Overtaken(owner, statement, async () => {
          await owner.call(`PATCH /api/chats/${chat}`, { trashed: false });
          await removeAll(owner, chat);
          await flush(chat);
        });
        const headers = { "idempotency-key": uuid() };
        expect((await overtaken.call(`${method} /api/chats/${chat}${path}`, body, headers)).ok).toBe(true);
        if (statement >= overtaken.statements) return;
        await flush(chat);
        await jobsEnded(owner);
        expect(findings(await textOfD1(), said)).toEqual([]);
      }
    },
    patienceMs,
  );

  it("[AUTH-43] is in no kept refusal to delete the account", async () => {
    const owner = await account();
    const said = words(["title"]);
    const chat = await owner.startChat();
    await say(owner, chat, `what is a ${said.title}`);
    await flush(chat);
    await owner.invite(chat);
    expect((await owner.call("DELETE /api/me", undefined, { "idempotency-key": uuid() })).status).toBe(409);
    await removeAll(owner, chat);
    await flush(chat);
    expect(findings(await textOfD1(), said)).toEqual([]);
  });
});
