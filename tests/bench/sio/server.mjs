// The baseline of the room's rows: the same chat as one would write it with socket.io and node:sqlite. Library defaults; every message is
// checked, idempotent, numbered and durable (WAL with synchronous=FULL, one transaction each) before its sender hears of it and the room
// does. Told on its command line: the folder of its database. Says its port on stdout.
import { createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Server } from "socket.io";

const secret = randomBytes(32);
const sign = (/** @type {string} */ user) => createHmac("sha256", secret).update(user).digest("base64url");

const db = new DatabaseSync(join(process.argv[2] ?? ".", "chat.sqlite"));
db.exec(`
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table messages (
    sequence integer primary key, id text not null, sender_id text not null, client_id text not null,
    content text not null, created_at integer not null, unique (sender_id, client_id)) strict`);
const known = db.prepare("select sequence, id, content from messages where sender_id = ? and client_id = ?");
const last = db.prepare("select coalesce(max(sequence), 0) as sequence from messages");
const insert = db.prepare("insert into messages values (?, ?, ?, ?, ?, ?)");
const after = db.prepare("select * from messages where sequence > ? order by sequence");

const http = createServer((_, response) => {
  // A session for whoever asks, as the product makes a guest.
  const user = randomUUID();
  response.end(`${user}.${sign(user)}`);
});
const io = new Server(http);

io.use((socket, next) => {
  const [user = "", given = ""] = String(socket.handshake.auth.token ?? "").split(".");
  const right = sign(user);
  if (given.length !== right.length || !timingSafeEqual(Buffer.from(given), Buffer.from(right))) {
    next(new Error("unauthenticated"));
    return;
  }
  socket.data.user = user;
  next();
});

io.on("connection", (socket) => {
  socket.join("room");
  socket.on("post_message", (body, ack) => {
    if (typeof ack !== "function") return;
    const { clientId, content } = body ?? {};
    if (
      typeof clientId !== "string" ||
      clientId.length !== 36 ||
      typeof content !== "string" ||
      content.length > 32_768
    ) {
      ack({ code: "invalid" });
      return;
    }
    const first = known.get(socket.data.user, clientId);
    if (first) {
      ack(first.content === content ? { id: first.id, sequence: first.sequence } : { code: "conflict" });
      return;
    }
    const message = store(socket.data.user, clientId, content);
    ack({ id: message.id, sequence: message.sequence });
    io.to("room").emit("message", message);
  });
  socket.on("catch_up", (sequence) => {
    socket.emit("missed", after.all(Number(sequence)));
  });
});

/** @param {string} senderId @param {string} clientId @param {string} content */
function store(senderId, clientId, content) {
  db.exec("begin immediate");
  const sequence = Number(last.get()?.sequence) + 1;
  const message = { sequence, id: randomUUID(), senderId, clientId, content, createdAt: Date.now() };
  insert.run(sequence, message.id, senderId, clientId, content, message.createdAt);
  db.exec("commit");
  return message;
}

http.listen(0, "127.0.0.1", () => {
  const address = http.address();
  console.log(typeof address === "object" ? address?.port : address);
});
