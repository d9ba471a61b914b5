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

/** Stores two rows, as a send does, before it sends the frame back: what the platform takes for being durable. */
export class RowsObject extends EchoObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec("create table if not exists lines (seq integer primary key, text text not null) strict");
    ctx.storage.sql.exec("create table if not exists ids (id text primary key, seq integer) strict, without rowid");
  }

  webSocketMessage(socket, message) {
    const { sql } = this.ctx.storage;
    const { seq } = sql.exec("select coalesce(max(seq), 0) + 1 as seq from lines").one();
    sql.exec("insert into lines values (?, ?)", seq, message);
    sql.exec("insert into ids values (?, ?)", JSON.parse(message).clientId, seq);
    super.webSocketMessage(socket, message);
  }
}

export default {
  fetch(request, env) {
    if (request.headers.get("upgrade") !== "websocket") return new Response("echo");
    const objects = new URL(request.url).pathname === "/rows" ? env.ROWS : env.ECHO;
    return objects.getByName("one").fetch(request);
  },
};
