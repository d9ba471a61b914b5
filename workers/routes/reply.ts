import type { RoomReply } from "../../src/application/room/room-request.ts";

/** Sends what a room answered: its JSON text goes to the caller as it is. */
export function roomJson(reply: Extract<RoomReply, { ok: true }>, status = 200): Response {
  return new Response(reply.json, { status, headers: { "content-type": "application/json" } });
}
