import type { EndedCredential } from "../src/domain/chat/actor.ts";
import { limits } from "../src/domain/chat/limits.ts";
import type { Env } from "./env.ts";

/** Closes the sockets of ended sessions and keys now. A room that cannot be told finds out by itself within `limits.sessionCheckMs`. */
export async function endSockets(env: Env, ended: readonly EndedCredential[]): Promise<void> {
  const byRoom = new Map<string, string[]>();
  for (const { credentialId, rooms } of ended) {
    for (const room of rooms) byRoom.set(room, [...(byRoom.get(room) ?? []), credentialId]);
  }
  const told = [...byRoom].slice(0, limits.roomsClosedAtOnce);
  await Promise.all(told.map(([room, ids]) => tell(env, room, ids)));
}

async function tell(env: Env, room: string, credentialIds: string[]): Promise<void> {
  try {
    await env.ROOMS.getByName(room).end(credentialIds);
  } catch (error) {
    console.error(error);
  }
}
