import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { SqliteRoomStorage } from "../../src/adapters/do-sqlite/sqlite-room-storage.ts";
import { limits } from "../../src/domain/chat/limits.ts";
import { account } from "./accounts.ts";
import { Caller } from "./caller.ts";

const uuid = () => crypto.randomUUID();

/** Puts strangers into a room. */
function crowd(chat: string, count: number, leftAt: number | null): Promise<void> {
  return runInDurableObject(env.ROOMS.getByName(chat), (_, { storage }) => {
    const { members } = new SqliteRoomStorage(storage);
    const about = { name: "N".repeat(60), role: "member" as const, joinedAt: 5, guest: true, removedBy: null };
    for (let n = 0; n < count; n += 1) members.put({ ...about, userId: uuid(), invitedBy: uuid(), leftAt });
  });
}

async function flush(chat: string): Promise<void> {
  for (let round = 0; round < 20 && (await runDurableObjectAlarm(env.ROOMS.getByName(chat))); round += 1);
}

it("[ROOM-46] a chat that thousands have come to and left is projected, and a flush writes only what differs", async () => {
  const owner = await account();
  const chat = await owner.startChat();
  await crowd(chat, 7000, 9);
  const say = (content: string) => owner.call(`POST /api/chats/${chat}/messages`, { clientId: uuid(), content });
  await say("/note first");
  await flush(chat);
  const first = async () =>
    env.DB.prepare(
      "select max(projected_seq) as seq, count(*) as n from chat_participants where chat_id = ? and not active",
    )
      .bind(chat)
      .first<{ seq: number; n: number }>();
  const before = await first();
  expect(before?.n).toBe(7000);
  await say("/note second");
  await flush(chat);
  expect(await first()).toEqual(before);
  const { results } = await env.DB.prepare("select content from messages where chat_id = ? order by sequence")
    .bind(chat)
    .all();
  expect(results).toEqual([{ content: "/note first" }, { content: "/note second" }]);
});

it("[PEOPLE-29] a full chat takes nobody in, and says so", async () => {
  const owner = await account();
  const chat = await owner.startChat();
  const made = await owner.call(`POST /api/chats/${chat}/invitations`, { role: "member", maxUses: 1 });
  const { token } = await made.json<{ token: string }>();
  await crowd(chat, limits.membersPerChat - 1, null);
  const late = await new Caller().call(`POST /api/invitations/${token}/accept`);
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("full")]);
  const uses = await env.DB.prepare("select count(*) as n from invitation_uses").first<{ n: number }>();
  expect(uses?.n).toBe(0);
});
