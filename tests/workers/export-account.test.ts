import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { exportLine } from "../../src/protocol/account-export.ts";
import { account, idOf, makeKey } from "./accounts.ts";
import type { Caller } from "./caller.ts";

const note = (content: string) => ({ clientId: crypto.randomUUID(), content: `/note ${content}` });

async function linesOf(caller: Caller) {
  const response = await caller.call("GET /api/me/export");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/x-ndjson"]);
  const lines = (await response.text()).trimEnd().split("\n");
  return lines.map((line) => exportLine.parse(JSON.parse(line)));
}

it("[AUTH-32] an export holds all that is one's own, line by line, and of others' chats one's own words only", async () => {
  const [ada, eve] = [await account(), await account()];
  const { key } = await makeKey(ada, { name: "Bench" });
  const own = await ada.startChat({ title: "Own" });
  const shelved = await ada.startChat({ title: "Archived" });
  await ada.call(`PATCH /api/chats/${shelved}`, { archived: true });
  const trashed = await ada.startChat({ title: "Trashed" });
  await ada.call(`DELETE /api/chats/${trashed}`);
  for (let n = 0; n < 201; n += 1) await ada.call(`POST /api/chats/${own}/messages`, note(`${n}`));
  const eves = await eve.startChat({ title: "Eve's" });
  const invited = await eve.call(`POST /api/chats/${eves}/invitations`, { role: "member" });
  const { token } = await invited.json<{ token: string }>();
  await ada.call(`POST /api/invitations/${token}/accept`);
  await eve.call(`POST /api/chats/${eves}/messages`, note("secret of Eve"));
  await ada.call(`POST /api/chats/${eves}/messages`, note("word of Ada"));
  for (const chat of [own, shelved, trashed, eves]) await runDurableObjectAlarm(env.ROOMS.getByName(chat));
  const lines = await linesOf(ada);
  const adaId = await idOf(ada);
  expect(lines[0]).toMatchObject({ kind: "profile", profile: { id: adaId, name: "Ada" } });
  expect(lines[1]).toMatchObject({ kind: "key", key: { name: "Bench" } });
  expect(lines.at(-1)).toEqual({ kind: "end", complete: true });
  const chats = lines.flatMap((line) => (line.kind === "chat" ? [[line.chat.id, line.chat.role]] : []));
  expect(chats.sort()).toEqual(
    [
      [own, "owner"],
      [shelved, "owner"],
      [trashed, "owner"],
      [eves, "member"],
    ].sort(),
  );
  const said = lines.flatMap((line) => (line.kind === "message" && line.chatId === own ? [line.message.content] : []));
  expect(said).toEqual(Array.from({ length: 201 }, (_, n) => `/note ${n}`));
  const text = JSON.stringify(lines);
  expect(text).toContain("word of Ada");
  for (const never of ["secret of Eve", key, "hash", "password"]) expect(text).not.toContain(never);
});

it("[AUTH-32] an export says which chat could not be read, and goes on", async () => {
  const ada = await account();
  const whole = await ada.startChat({ title: "Whole" });
  await ada.call(`POST /api/chats/${whole}/messages`, note("still there"));
  // D1 says that Ada is in this chat; its room does not.
  await env.DB.prepare(
    `insert into chats (id, owner_id, title_automatic, mode, phase, last_sequence, is_public, created_at, updated_at, projected_seq)
     values (?1, 'x', 1, 'workbench', 'discovery', 0, 0, 0, 0, 0)`,
  )
    .bind("019aac6e-3c00-7000-8000-0000000000aa")
    .run();
  await env.DB.prepare(
    `insert into chat_participants (chat_id, user_id, name, role, joined_at, chat_updated_at, projected_seq)
     values (?1, ?2, 'Ada', 'member', 0, 0, 0)`,
  )
    .bind("019aac6e-3c00-7000-8000-0000000000aa", await idOf(ada))
    .run();
  const lines = await linesOf(ada);
  expect(lines).toContainEqual({ kind: "incomplete", chatId: "019aac6e-3c00-7000-8000-0000000000aa" });
  expect(JSON.stringify(lines)).toContain("still there");
  expect(lines.at(-1)).toEqual({ kind: "end", complete: false });
});
