import type { D1Credentials } from "../../src/adapters/d1/d1-credentials.ts";
import type { UserActor } from "../../src/domain/chat/actor.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { clock } from "../deps.ts";
import { endSockets } from "../end-sockets.ts";
import type { Env } from "../env.ts";
import { countUpgrade } from "../middleware/rates.ts";
import { route } from "../route.ts";
import { chatParams } from "./chat-params.ts";

export const socketRoutes = [
  route(
    {
      method: "get",
      path: "/api/chats/:id/socket",
      summary: "The chat's socket (subprotocol `ohm.v1`): frames under `x-frames`, events under `x-events`.",
      access: "member",
      params: chatParams,
      headers: { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" },
      answers: [{ status: 101, what: "The socket is open", schema: null }],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found", "rate_limited", "unavailable"],
    },
    async ({ c, params, scope }) => {
      const { actor, rooms, credentials } = await scope();
      const protocols = (c.req.header("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
      if (c.req.header("upgrade")?.toLowerCase() !== "websocket" || !protocols.includes("ohm.v1")) {
        throw new OhmError("invalid", "This address takes a WebSocket upgrade with the subprotocol ohm.v1");
      }
      if (!c.get("unlimited")) await countUpgrade(c.env, actor);
      const response = await rooms.upgrade(params.id, c.get("requestId"));
      if (response.status === 101) c.executionCtx.waitUntil(noteRoom(c.env, credentials, { actor, chatId: params.id }));
      return response;
    },
  ),
];

/**
 * Notes where the credential has a socket now, without letting the upgrade wait. An end of the session that came between the check and
 * this note found nothing to close: then the socket is closed here.
 */
async function noteRoom(
  env: Env,
  credentials: D1Credentials,
  { actor, chatId }: { actor: UserActor; chatId: string },
): Promise<void> {
  const { credential } = actor;
  const stands = await credentials.noteRoom(credential, chatId, clock.nowMs()).catch(reported);
  if (!stands) await endSockets(env, [{ credentialId: credential.id, rooms: [chatId] }]);
}

/** While D1 is away nobody is closed: the room asks by itself later. */
function reported(error: unknown): true {
  console.error(error);
  return true;
}
