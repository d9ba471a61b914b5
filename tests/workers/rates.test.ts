import { describe, expect, it } from "vitest";
import { limits } from "../../src/domain/chat/limits.ts";
import type { JobView } from "../../src/protocol/jobs.ts";
import { Caller, site } from "./caller.ts";

// Not loopback: here the limits are in force. The platform's windows begin with the minute, so a test may meet two of them.
const remote = "http://ohm.test";

/** Asks at most `count` times; answers the first refusal. */
async function refusal(count: number, ask: (n: number) => Promise<Response>): Promise<Response | null> {
  for (let n = 0; n < count; n += 1) {
    const response = await ask(n);
    if (response.status === 429) return response;
  }
  return null;
}

const note = () => ({ clientId: crypto.randomUUID(), content: "/note x" });

describe("limits that are in force", { timeout: 60_000 }, () => {
  it("[CHAT-18] hold for a person over all chats, none of which is at its own limit", async () => {
    const caller = new Caller(remote);
    const chats: string[] = [];
    for (let n = 0; n < 8; n += 1) chats.push(await caller.startChat());
    const send = (n: number) => caller.call(`POST /api/chats/${chats[n % 8]}/messages`, note());
    const refused = await refusal(8 * (limits.messageBurst - 1), send);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(1);
    expect(await refused?.json()).toMatchObject({ code: "rate_limited" });
    const other = new Caller(remote);
    expect((await other.call(`POST /api/chats/${await other.startChat()}/messages`, note())).status).toBe(202);
  });

  it("[LIMIT-2] a person's new chats are bounded, with a message and without", async () => {
    const caller = new Caller(remote);
    await caller.startChat();
    const start = (n: number) => caller.call("POST /api/chats", n % 2 ? {} : { message: note() });
    const refused = await refusal(2 * limits.chatsPerMinute, start);
    expect(await refused?.json()).toMatchObject({ code: "rate_limited", retryAfterMs: 60_000 });
  });

  it("[LIMIT-2] a person's upgrades are bounded over all chats", async () => {
    const caller = new Caller(remote);
    const chat = await caller.startChat();
    const upgrade = { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" };
    const open = async () => {
      const response = await caller.call(`GET /api/chats/${chat}/socket`, undefined, upgrade);
      response.webSocket?.accept();
      response.webSocket?.close(1000);
      return response;
    };
    expect(await refusal(2 * limits.upgradesPerMinute + 1, open)).not.toBeNull();
  });

  it("[LIMIT-4] a member's changes of the chat and its people are bounded", async () => {
    const owner = new Caller(remote);
    const chat = await owner.startChat();
    const ben = await owner.invite(chat);
    const { id } = await (await ben.call("GET /api/me")).json<{ id: string }>();
    // Together, so that a slow machine does not spread them out.
    const allow = async (act: (n: number) => Promise<Response>) => {
      const all = await Promise.all(Array.from({ length: 4 * limits.actsPerSecond }, (_, n) => act(n)));
      return all.map(({ status }) => status).includes(429);
    };
    const phases = (n: number) => owner.call(`PATCH /api/chats/${chat}`, { phase: n % 2 ? "bom" : "wiring" });
    const roles = (n: number) =>
      owner.call(`PATCH /api/chats/${chat}/participants/${id}`, { role: n % 2 ? "viewer" : "member" });
    expect([await allow(phases), await allow(roles)]).toEqual([true, true]);
  });

  it("[LIMIT-4] recounts and changes of the profile are bounded per person", async () => {
    const caller = new Caller(remote);
    const chat = await caller.startChat();
    const recount = () => caller.call(`POST /api/chats/${chat}/recount`);
    const rename = (n: number) => caller.call("PATCH /api/me", { name: `Ada ${n}` });
    const slow = { code: "rate_limited", retryAfterMs: 60_000 };
    expect(await (await refusal(2 * limits.recountsPerMinute + 1, recount))?.json()).toMatchObject(slow);
    expect(await (await refusal(2 * limits.profileChangesPerMinute + 1, rename))?.json()).toMatchObject(slow);
    // The recounts go on behind the answers; what works on when the storage is emptied fails wherever it happens to be.
    const atWork = async () => {
      const { items } = await (await caller.call("GET /api/jobs")).json<{ items: JobView[] }>();
      return items.filter(({ state }) => state !== "done").length;
    };
    await expect.poll(atWork, { timeout: 30_000 }).toBe(0);
  });

  it("[LIMIT-2] are what the site says", async () => {
    const ready = await (await new Caller(remote).call("GET /api/ready")).json();
    expect(ready).toMatchObject({ limits: { messagesPerMinute: 60, chatsPerMinute: 30, upgradesPerMinute: 120 } });
  });

  it("[LIMIT-2] are lifted on loopback", async () => {
    const caller = new Caller(site);
    expect(await refusal(limits.chatsPerMinute + 1, () => caller.call("POST /api/chats", {}))).toBeNull();
  });
});
