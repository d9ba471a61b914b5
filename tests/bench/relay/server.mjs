// The baseline of the streamed answer: a relay with `ws` that stores a question and the begun answer (WAL with synchronous=FULL), then
// passes a model's text on to every socket as it comes: the first piece at once, the others 17 ms apart, as the product's own model speaks.
// Told on its command line: the folder of its database. Says its port on stdout.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { WebSocketServer } from "ws";

const db = new DatabaseSync(join(process.argv[2] ?? ".", "relay.sqlite"));
db.exec(`
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table messages (id text primary key, content text not null, status text not null) strict`);
const insert = db.prepare("insert into messages values (?, ?, ?)");
const complete = db.prepare("update messages set content = ?, status = 'complete' where id = ?");

const pieces = "Hello! Tell me what you want to build, and I will choose parts, wire them up and check the result. "
  .repeat(3)
  .match(/\S+\s*/g);

const server = new WebSocketServer({ port: 0, host: "127.0.0.1" }, () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : address);
});
const tell = (/** @type {object} */ frame) => {
  const text = JSON.stringify(frame);
  for (const socket of server.clients) socket.send(text);
};

server.on("connection", (socket) => {
  socket.on("message", async (data) => {
    const frame = JSON.parse(data.toString());
    if (frame.type !== "post_message") {
      socket.send('{"type":"welcome"}');
      return;
    }
    insert.run(frame.clientId, frame.content, "complete");
    socket.send(JSON.stringify({ type: "ack", clientId: frame.clientId }));
    tell({ type: "message", id: frame.clientId, content: frame.content });
    const id = randomUUID();
    insert.run(id, "", "running");
    tell({ type: "answer", id });
    let text = "";
    for (const [index, piece] of (pieces ?? []).entries()) {
      if (index > 0) await new Promise((soon) => setTimeout(soon, 17));
      tell({ type: "delta", messageId: id, offset: text.length, text: piece });
      text += piece;
    }
    complete.run(text, id);
    tell({ type: "event", kind: "run_ended" });
  });
});
