import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { Caller } from "./caller.ts";

interface Said {
  id: string;
  sequence: number;
  runId: string | null;
  parentId: string | null;
  modelId: string | null;
  isFirstResponder: boolean;
  content: string;
  status: string;
  silent?: string[];
}

describe("perspectives in a room", () => {
  it("[TURN-60] [CHAT-1] follow the lead in messages of the same run, in order, and stay after the room was away", async () => {
    const caller = new Caller();
    const made = await caller.call("POST /api/chats", { mode: "group" });
    const { id: chat } = await made.json<{ id: string }>();
    const posted = await caller.call(
      `POST /api/chats/${chat}/messages`,
      { clientId: crypto.randomUUID(), content: "ESP32 weather station with an OLED, 18650 battery" },
      { Prefer: "wait=30" },
    );
    expect(posted.status).toBe(200);
    const read = async () => {
      const { items } = await (await caller.call(`GET /api/chats/${chat}/messages`)).json<{ items: Said[] }>();
      return items;
    };
    const items = await read();
    const [, lead, ...followers] = items;
    expect(lead).toMatchObject({ modelId: "ohm/engine", isFirstResponder: true, status: "complete" });
    expect(followers.length).toBeGreaterThanOrEqual(3);
    expect([...followers.map(({ modelId }) => modelId), ...(lead?.silent ?? [])].sort()).toEqual([
      "ohm/cost",
      "ohm/firmware",
      "ohm/power",
      "ohm/safety",
      "ohm/sourcing",
    ]);
    for (const [at, one] of followers.entries()) {
      expect(one).toMatchObject({ runId: lead?.runId, isFirstResponder: false, status: "complete" });
      expect(one.parentId).toBe((at === 0 ? lead : followers[at - 1])?.id);
    }
    expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, at) => at + 1));
    await evictDurableObject(env.ROOMS.getByName(chat));
    expect(await read()).toEqual(items);
  });

  it("[TURN-60] are listed as models that answer, and switched off again", async () => {
    const caller = new Caller();
    const { items } = await (await caller.call("GET /api/models")).json<{
      items: { id: string; available: boolean }[];
    }>();
    expect(items.filter(({ id }) => id.startsWith("ohm/")).map(({ available }) => available)).toEqual(
      Array(6).fill(true),
    );
    const { id: chat } = await (await caller.call("POST /api/chats", { mode: "group" })).json<{ id: string }>();
    await caller.call(`PATCH /api/chats/${chat}`, { mode: "workbench" });
    const posted = await caller.call(
      `POST /api/chats/${chat}/messages`,
      { clientId: crypto.randomUUID(), content: "ESP32 thermometer with an OLED" },
      { Prefer: "wait=30" },
    );
    const { replies } = await posted.json<{ replies: Said[] }>();
    expect(replies.map(({ modelId }) => modelId)).toEqual(["ohm/engine"]);
  });
});
