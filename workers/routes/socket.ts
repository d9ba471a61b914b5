import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { countUpgrade } from "../middleware/rates.ts";
import { route } from "../route.ts";
import { chatParams } from "./chats.ts";

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
      const { actor, rooms } = await scope();
      const protocols = (c.req.header("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
      if (c.req.header("upgrade")?.toLowerCase() !== "websocket" || !protocols.includes("ohm.v1")) {
        throw new OhmError("invalid", "This address takes a WebSocket upgrade with the subprotocol ohm.v1");
      }
      if (!c.get("unlimited")) await countUpgrade(c.env, actor);
      return rooms.upgrade(params.id, c.get("requestId"));
    },
  ),
];
