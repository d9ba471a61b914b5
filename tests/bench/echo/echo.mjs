import { DurableObject } from "cloudflare:workers";

/** Sends every frame back at once. No storage, no checks: the least that a round trip through an object can cost. */
export class EchoObject extends DurableObject {
  fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(socket, message) {
    socket.send(message);
  }
}

export default {
  fetch(request, env) {
    if (request.headers.get("upgrade") !== "websocket") return new Response("echo");
    return env.ECHO.get(env.ECHO.idFromName("echo")).fetch(request);
  },
};
