import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { Frame } from "./guest.ts";
import { Guest } from "./guest.ts";
import { Line } from "./line.ts";
import type { OhmProcess } from "./ohm-process.ts";
import { forget, startOhm } from "./ohm-process.ts";

const goal = "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45";
/** Kills of the whole machine, and acknowledged messages before each. */
const crashes = 5;
const acksPerRound = 40;

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

  it("[G1] [G2] [G4] five times under four sending sockets keeps every acknowledged message once, at its sequence", async () => {
    if (!server) throw new Error("the first test leaves a server");
    let guest = new Guest(server.origin);
    const chatId = await guest.chat();
    const acked = new Map<string, number>();
    for (let round = 1; round <= crashes; round++) {
      const notes = new Notes(guest, chatId, `round ${round}`);
      await notes.sendUntil(acksPerRound, server);
      server = await startOhm({ statePath: server.statePath });
      guest = guest.movedTo(server.origin);

      const told = await placesOf(guest, chatId);
      for (const [text, sequence] of [...acked, ...notes.acked])
        expect([text, told.get(text)]).toEqual([text, [sequence]]);
      // An outbox sends all of it again: what was acknowledged has its place, and what was not gets one.
      const again = await notes.sendAgain(guest);
      for (const [text, sequence] of notes.acked) expect(again.get(text)).toBe(sequence);
      for (const [text, sequence] of again) acked.set(text, sequence);
    }
    const told = await placesOf(guest, chatId);
    for (const [text, sequence] of acked) expect([text, told.get(text)]).toEqual([text, [sequence]]);
    expect(acked.size).toBeGreaterThanOrEqual(crashes * acksPerRound);
  });
});

/** Sequences by text, all that there are; together they must be 1..n. */
async function placesOf(guest: Guest, chatId: string): Promise<Map<string, number[]>> {
  const messages = await guest.messages(chatId);
  expect(messages.map((message) => message.sequence)).toEqual(messages.map((_, index) => index + 1));
  const places = new Map<string, number[]>();
  for (const { content, sequence } of messages) places.set(content, [...(places.get(content) ?? []), sequence]);
  return places;
}

/** Notes that four sockets of one person send, three ahead each; every text is sent once. */
class Notes {
  /** Sequence by text. */
  readonly acked = new Map<string, number>();
  readonly #texts = new Map<string, string>();
  readonly #guest: Guest;
  readonly #chatId: string;
  readonly #name: string;

  constructor(guest: Guest, chatId: string, name: string) {
    this.#guest = guest;
    this.#chatId = chatId;
    this.#name = name;
  }

  /** Sends until so many are acknowledged, then kills the server in the middle of it. */
  async sendUntil(enough: number, server: OhmProcess): Promise<void> {
    const reached = Promise.withResolvers<void>();
    const lines = await Promise.all(Array.from({ length: 4 }, () => Line.open(this.#guest, this.#chatId)));
    const sending = lines.map(async (line) => {
      line.send({ type: "hello", after: 0 });
      const post = () => {
        const clientId = randomUUID();
        const content = `${this.#name}, note ${this.#texts.size + 1}`;
        this.#texts.set(clientId, content);
        line.send({ type: "post_message", clientId, content });
      };
      for (let ahead = 0; ahead < 3; ahead++) post();
      for (let frames = await line.next(); frames; frames = await line.next()) {
        for (const ack of this.#acks(frames)) {
          this.acked.set(ack.text, ack.sequence);
          if (this.acked.size >= enough) reached.resolve();
          post();
        }
      }
    });
    await reached.promise;
    await server.kill();
    await Promise.all(sending);
  }

  /** Sends all of them once more. Answers the sequence by text. */
  async sendAgain(guest: Guest): Promise<Map<string, number>> {
    const again = new Map<string, number>();
    const line = await Line.open(guest, this.#chatId);
    for (const [clientId, content] of this.#texts) line.send({ type: "post_message", clientId, content });
    while (again.size < this.#texts.size) {
      const frames = await line.next();
      if (!frames) throw new Error("the room ended the line");
      for (const { text, sequence } of this.#acks(frames)) again.set(text, sequence);
    }
    line.cut();
    return again;
  }

  #acks(frames: readonly Frame[]): { text: string; sequence: number }[] {
    return frames
      .filter(({ type }) => type === "ack")
      .map(({ clientId, sequence }) => ({ text: this.#texts.get(clientId) ?? "", sequence }));
  }
}
