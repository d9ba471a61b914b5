import { env } from "cloudflare:workers";
import type { ChatRole } from "../../src/domain/chat/lists.ts";
import { account, idOf, library, makeKey, Script, suspend, withRole } from "./accounts.ts";
import { Caller, site } from "./caller.ts";

/** What is in everything that is private here: no stranger may ever read it. */
export const canary = "canary-5f0c6a52";

/** How somebody came in: with nothing that counts, suspended, with a session, or with a key that may only read. */
type Standing = "nobody" | "suspended" | "person" | "read key";

/** Somebody who asks. `role` is theirs in the world's chat, null outside of it. */
export interface Asker {
  name: string;
  caller: Caller;
  standing: Standing;
  role: ChatRole | null;
  guest: boolean;
}

/** A chat full of canaries, and everybody who may ask for it. */
export interface World {
  chat: string;
  /** An answer in it, with the run that it is of. */
  answer: { id: string; runId: string };
  /** The link of an invitation to it. */
  token: string;
  owner: Asker;
  askers: Asker[];
}

/** The names of everybody in a world, so that cells can be listed before there is one. */
export const askerNames = [
  "anonymous",
  "forged",
  "signed by another",
  "expired",
  "stranger",
  "site admin",
  "removed",
  "banned",
  "viewer",
  "guest",
  "member",
  "admin",
  "read key",
  "owner",
] as const;
export type AskerName = (typeof askerNames)[number];

/** An invitation's link, made by the chat's owner. */
export async function invite(owner: Caller, chat: string, role: ChatRole): Promise<{ id: string; token: string }> {
  const response = await owner.call(`POST /api/chats/${chat}/invitations`, { role, guests: role !== "admin" });
  if (response.status !== 201) throw new Error(`No invitation: ${response.status} ${await response.text()}`);
  return response.json<{ id: string; token: string }>();
}

/** Brings somebody into a chat as the product does: by a link. */
export async function bring(owner: Caller, chat: string, came: { caller: Caller; role: ChatRole }): Promise<Caller> {
  const { token } = await invite(owner, chat, came.role);
  const response = await came.caller.call(`POST /api/invitations/${token}/accept`);
  if (response.status !== 200) throw new Error(`Not in: ${response.status} ${await response.text()}`);
  return came.caller;
}

/** Somebody with an account whose name is a canary, too: of those who stay in the chat. */
async function named(name: string): Promise<Caller> {
  const caller = await account();
  if (name === "removed") return caller;
  await caller.call("PATCH /api/me", { name: `${canary} ${name}` });
  return caller;
}

/** The chat: its title, mission, names, messages and artifacts have canaries in them. */
async function privateChat(owner: Caller): Promise<Pick<World, "chat" | "answer">> {
  const chat = await owner.startChat({ title: `${canary} title` });
  await owner.call(`PATCH /api/chats/${chat}`, { missionStatement: `${canary} mission` });
  await owner.call(`POST /api/chats/${chat}/messages`, {
    clientId: crypto.randomUUID(),
    content: `/note ${canary} text`,
  });
  const question = { clientId: crypto.randomUUID(), content: "blink an LED with an Uno" };
  const response = await owner.call(`POST /api/chats/${chat}/messages`, question, { prefer: "wait=45" });
  const { replies } = await response.json<{ replies: { id: string; runId: string }[] }>();
  const [answer] = replies;
  if (!answer) throw new Error("The chat got no answer");
  return { chat, answer };
}

/** Makes the world: members by the real invitations, one really removed, one really suspended. */
export async function makeWorld(): Promise<World> {
  const owner = await named("owner");
  const { chat, answer } = await privateChat(owner);
  const comes = async (name: string, role: ChatRole) => bring(owner, chat, { caller: await named(name), role });
  const removed = await comes("removed", "member");
  await owner.call(`DELETE /api/chats/${chat}/participants/${await idOf(removed)}`);
  const banned = await comes("banned", "member");
  await suspend(await idOf(banned));
  // The session's cache would be believed for a minute.
  banned.setCookie("ohm.data", "");
  const guest = await bring(owner, chat, { caller: new Caller(), role: "member" });
  const { key } = await makeKey(owner, { scopes: ["read"] });
  const nobody = { standing: "nobody", role: null, guest: false } as const;
  const outside = { standing: "person", role: null, guest: false } as const;
  const inside = { standing: "person", guest: false } as const;
  const ownerHere: Asker = { name: "owner", caller: owner, role: "owner", ...inside };
  const askers: (Asker & { name: AskerName })[] = [
    { name: "anonymous", caller: new Caller(), ...nobody },
    { name: "forged", caller: forged(owner), ...nobody },
    { name: "signed by another", caller: await signedByAnother(), ...nobody },
    { name: "expired", caller: await expired(), ...nobody },
    { name: "stranger", caller: await account(), ...outside },
    { name: "site admin", caller: await withRole("admin"), ...outside },
    { name: "removed", caller: removed, ...outside },
    { name: "banned", caller: banned, standing: "suspended", role: null, guest: false },
    { name: "viewer", caller: await comes("viewer", "viewer"), role: "viewer", ...inside },
    { name: "guest", caller: guest, standing: "person", role: "member", guest: true },
    { name: "member", caller: await comes("member", "member"), role: "member", ...inside },
    { name: "admin", caller: await comes("admin", "admin"), role: "admin", ...inside },
    { name: "read key", caller: new Script(key), standing: "read key", role: "owner", guest: false },
    { ...ownerHere, name: "owner" },
  ];
  const { token } = await invite(owner, chat, "viewer");
  return { chat, answer, token, owner: ownerHere, askers };
}

/** A caller whose cookies look like this one's but are not. */
function forged(of: Caller): Caller {
  const caller = new Caller();
  for (const [name, value] of of.cookies) caller.setCookie(name, `${value.slice(0, -6)}AAAAAA`);
  return caller;
}

/** Cookies as the library makes them, signed with another secret. */
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
  const caller = await account();
  const userId = await idOf(caller);
  await env.DB.prepare("update session set expiresAt = 1 where userId = ?").bind(userId).run();
  caller.setCookie("ohm.data", "");
  return caller;
}
