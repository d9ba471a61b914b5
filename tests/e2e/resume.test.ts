import { randomUUID } from "node:crypto";
import { describe, expect, inject, it } from "vitest";
import type { Frame } from "./guest.ts";
import { Guest } from "./guest.ts";
import { Line } from "./line.ts";

const goal = "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45";

/** More than an answer has frames: 56 pieces of text and some twenty events. */
const readers = 110;

/** What a client holds of the chat: the place in the log, and the answer's text as it grew by deltas. */
class Reader {
  seq = 0;
  text = "";
  answerId: string | null = null;
  /** As the answer's last event says it. */
  content: string | null = null;
  ended = false;
  /** Messages of the wire so far. */
  heard = 0;
  /** Whether all of the text had to come as deltas, because the answer was still growing when the line came back. */
  inTime = true;
  #line: Line | undefined;

  async open(guest: Guest, chatId: string): Promise<void> {
    this.#line = await Line.open(guest, chatId);
    const growing = this.answerId !== null && this.content === null;
    const have = growing ? [{ messageId: this.answerId, offset: this.text.length }] : [];
    this.#line.send({ type: "hello", after: this.seq, have });
    const welcome = await this.#hear();
    this.inTime = !welcome.some(({ kind }) => kind === "message_completed");
  }

  /** Reads until the run has ended, or cuts the line after its message number `cutAfter`. */
  async readTo(cutAfter: number): Promise<void> {
    while (!this.ended && this.heard < cutAfter) await this.#hear();
    this.#line?.cut();
  }

  async #hear(): Promise<Frame[]> {
    const frames = await this.#line?.next();
    if (!frames) throw new Error("the room ended the line");
    this.heard += 1;
    for (const frame of frames) {
      if (frame.type === "event") this.#event(frame);
      if (frame.type === "delta") this.#delta(frame);
    }
    return frames;
  }

  #delta({ messageId, offset, text }: Frame): void {
    if (offset > this.text.length) throw new Error(`a hole between ${this.text.length} and ${offset}`);
    this.answerId = messageId;
    this.text = this.text.slice(0, offset) + text;
  }

  #event({ seq, kind, data }: Frame): void {
    if (seq !== this.seq + 1) throw new Error(`event ${seq} came after ${this.seq}`);
    this.seq = seq;
    if (kind === "message_completed") this.content = data.message.content;
    if (kind === "run_ended") this.ended = true;
  }
}

describe("a streamed answer", { timeout: 120_000 }, () => {
  it("[G5] [WEB-4] is the same, byte for byte, for a socket cut at any of its frames and resumed", async () => {
    const guest = new Guest(inject("address"));
    const chatId = await guest.chat();
    const [witness, ...others] = Array.from({ length: 1 + readers }, () => new Reader());
    if (!witness) throw new Error("there is a first");
    await Promise.all([witness, ...others].map((reader) => reader.open(guest, chatId)));
    await guest.call(`POST /api/chats/${chatId}/messages`, { clientId: randomUUID(), content: goal });
    const cut = others.map(async (reader, index) => {
      await reader.readTo(index + 1);
      if (reader.ended) return;
      await reader.open(guest, chatId);
      await reader.readTo(Number.POSITIVE_INFINITY);
    });
    await Promise.all([...cut, witness.readTo(Number.POSITIVE_INFINITY)]);

    const answer = (await guest.messages(chatId)).at(-1);
    expect([answer?.status, witness.text]).toEqual(["complete", answer?.content]);
    // Every message of the wire was some reader's last.
    expect(witness.heard).toBeLessThan(readers);
    for (const reader of others) {
      expect([reader.content, reader.seq]).toEqual([witness.content, witness.seq]);
      expect(reader.text).toBe(reader.inTime ? witness.text : witness.text.slice(0, reader.text.length));
    }
  });
});
