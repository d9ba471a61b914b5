import type { NumberPage, RoomReply } from "../../src/application/room/room-request.ts";

/** Sends what a room answered: its JSON text goes to the caller as it is. */
export function roomJson(reply: Extract<RoomReply, { ok: true }>, status = 200): Response {
  return new Response(reply.json, { status, headers: { "content-type": "application/json" } });
}

/** A page of a numbered list, newest first; its cursor is the last number that was read. */
export function pageOf(query: { limit: number; cursor?: number | undefined }): NumberPage {
  return { before: query.cursor, limit: query.limit };
}
