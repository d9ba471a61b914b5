import { randomUUID } from "node:crypto";
import { describe, expect, inject, it } from "vitest";
import { Guest } from "./guest.ts";
import { Line } from "./line.ts";

const senders = 50;
const each = 40;
/** Messages that a sender has on the way at once. */
const ahead = 4;

interface Sender {
  /** Sequence by text, as acknowledged. */
  acked: Map<string, number>;
  /** Texts in the order in which the room told of them. */
  told: string[];
  sequences: number[];
}

/** Sends its messages, a few at a time, and listens until it has heard of everybody's. */
async function takePart(guest: Guest, chatId: string, name: string): Promise<Sender> {
  const sender: Sender = { acked: new Map(), told: [], sequences: [] };
  const line = await Line.open(guest, chatId);
  const texts = new Map<string, string>();
  const send = () => {
    if (texts.size === each) return;
    const clientId = randomUUID();
    const content = `/note ${texts.size + 1} of ${name}`;
    texts.set(clientId, content);
    line.send({ type: "post_message", clientId, content });
  };
  line.send({ type: "hello", after: 0 });
  for (let sent = 0; sent < ahead; sent += 1) send();
  while (sender.told.length < senders * each || sender.acked.size < each) {
    const frames = await line.next();
    if (!frames) throw new Error("the room ended the line");
    for (const frame of frames) {
      if (frame.type === "nack") throw new Error(frame.detail);
      if (frame.type === "ack") {
        sender.acked.set(texts.get(frame.clientId) ?? "", frame.sequence);
        send();
      }
      if (frame.kind !== "message_appended") continue;
      sender.told.push(frame.data.message.content);
      sender.sequences.push(frame.data.message.sequence);
    }
  }
  line.cut();
  return sender;
}

describe("a crowd", { timeout: 120_000 }, () => {
  it("[G1] [G2] of 50 senders of 40 messages gets 2,000 acks and sees one order", async () => {
    const guest = new Guest(inject("address"));
    const chatId = await guest.chat();
    const names = Array.from({ length: senders }, (_, place) => `sender ${place}`);
    const all = await Promise.all(names.map((name) => takePart(guest, chatId, name)));

    const [first] = all;
    expect(first?.sequences).toEqual(Array.from({ length: senders * each }, (_, index) => index + 1));
    for (const sender of all) {
      expect(sender.told).toEqual(first?.told);
      expect(sender.sequences).toEqual(first?.sequences);
      expect(sender.acked.size).toBe(each);
      for (const [text, sequence] of sender.acked) expect(first?.told[sequence - 1]).toBe(text);
    }
    expect(new Set(first?.told).size).toBe(senders * each);
  });
});
