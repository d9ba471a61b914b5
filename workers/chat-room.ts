import { DurableObject } from "cloudflare:workers";
import type { Env } from "./env.ts";

/** One chat: its log and its sockets. */
export class ChatRoom extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('{"type":"ping"}', '{"type":"pong"}'));
  }
}
