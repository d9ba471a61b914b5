import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Frame } from "./guest.ts";
import { Guest } from "./guest.ts";
import type { OhmProcess } from "./ohm-process.ts";
import { forget, startOhm } from "./ohm-process.ts";

const goal = "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45";
const terminal = ["complete", "stopped", "failed", "limited", "interrupted"];

let server: OhmProcess | undefined;
afterAll(async () => {
  await server?.stop();
  if (server) forget(server);
});

/** The chat's messages once no answer is running any more. */
async function settled(guest: Guest, chatId: string) {
  for (;;) {
    const messages = await guest.messages(chatId);
    const answers = messages.filter((message) => message.senderType === "ai");
    if (answers.length > 0 && answers.every((answer) => terminal.includes(answer.status))) return messages;
    await new Promise((soon) => setTimeout(soon, 100));
  }
}

describe("a crash of the whole machine", { timeout: 240_000 }, () => {
  it("[G1] [G5] in mid-answer leaves the question, and the answer is finished as if nothing had been", async () => {
    server = await startOhm();
    const before = new Guest(server.origin);
    const undisturbed = await before.chat();
    await before.call(
      `POST /api/chats/${undisturbed}/messages`,
      { clientId: randomUUID(), content: goal },
      { prefer: "wait=30" },
    );
    const expected = (await settled(before, undisturbed)).at(-1);

    const chatId = await before.chat();
    const clientId = randomUUID();
    let ack: Frame | undefined;
    const deltas: Frame[] = [];
    const firstDeltas = Promise.withResolvers<void>();
    const socket = await before.socket(chatId, (frame) => {
      if (frame.type === "ack") ack = frame;
      if (frame.type === "delta" && deltas.push(frame) === 5) firstDeltas.resolve();
    });
    socket.send(JSON.stringify({ type: "hello", after: 0 }));
    socket.send(JSON.stringify({ type: "post_message", clientId, content: goal }));
    await firstDeltas.promise;
    await server.kill();

    server = await startOhm({ statePath: server.statePath });
    const after = before.movedTo(server.origin);
    const messages = await settled(after, chatId);
    expect(messages.map((message) => message.sequence)).toEqual([1, 2]);
    expect(messages[0]).toMatchObject({ id: ack?.id, sequence: ack?.sequence, content: goal });
    expect(messages[1]).toMatchObject({ status: "complete", content: expected?.content, revision: 1 });
    const revisions = await after.call(`GET /api/chats/${chatId}/design/revisions`);
    expect(revisions.json.items).toHaveLength(1);
  });

  it("[G1] [G2] under four sending sockets keeps every acknowledged message once, at its sequence", async () => {
    if (!server) throw new Error("the first test leaves a server");
    const guest = new Guest(server.origin);
    const chatId = await guest.chat();
    const acks = new Map<string, number>();
    const sent = new Map<string, string>();
    const enough = Promise.withResolvers<void>();
    for (let sender = 0; sender < 4; sender++) {
      const socket = await guest.socket(chatId, (frame) => {
        if (frame.type !== "ack") return;
        acks.set(frame.clientId, frame.sequence);
        if (acks.size === 40) enough.resolve();
        post(socket);
      });
      const post = (through: WebSocket) => {
        const clientId = randomUUID();
        sent.set(clientId, `note ${sent.size} of sender ${sender}`);
        through.send(JSON.stringify({ type: "post_message", clientId, content: sent.get(clientId) }));
      };
      socket.send(JSON.stringify({ type: "hello", after: 0 }));
      for (let ahead = 0; ahead < 3; ahead++) post(socket);
    }
    await enough.promise;
    await server.kill();
    const acknowledged = new Map(acks);

    server = await startOhm({ statePath: server.statePath });
    const again = guest.movedTo(server.origin);
    const messages = await again.messages(chatId);
    expect(messages.map((message) => message.sequence)).toEqual(messages.map((_, index) => index + 1));
    expect(acknowledged.size).toBeGreaterThanOrEqual(40);
    for (const [clientId, sequence] of acknowledged) {
      const found = messages.filter((message) => message.content === sent.get(clientId));
      expect(found.map((message) => message.sequence)).toEqual([sequence]);
    }

    const [clientId = "", sequence] = [...acknowledged][0] ?? [];
    const resent = await again.call(`POST /api/chats/${chatId}/messages`, { clientId, content: sent.get(clientId) });
    expect(resent.json.sequence ?? resent.json.message?.sequence).toBe(sequence);
  });
});
