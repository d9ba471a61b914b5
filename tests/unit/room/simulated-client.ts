import type { Ack } from "../../../src/application/room/post-message.ts";
import type { ServerFrame } from "../../../src/protocol/frames.ts";
import type { PostMessageBody } from "../../../src/protocol/messages.ts";
import type { Seeded } from "./seeded.ts";
import type { TestSocket } from "./test-room.ts";

/** A client as the contract describes it: an outbox until acked, events in order, deltas by offset. It notes every broken promise. */
export class SimulatedClient {
  socket: TestSocket | null = null;
  /** The seq of the last event that it holds. */
  seq = 0;
  readonly #outbox = new Map<string, PostMessageBody>();
  readonly acks = new Map<string, { id: string; sequence: number; content: string }>();
  readonly #contents = new Map<string, string>();
  /** Message id -> text, as events and deltas built it. */
  readonly texts = new Map<string, string>();
  readonly sequences: number[] = [];
  readonly broken: string[] = [];
  #read = 0;

  compose(content: string, clientId: string): PostMessageBody {
    const body = { clientId, content };
    this.#outbox.set(clientId, body);
    this.#contents.set(clientId, content);
    return body;
  }

  outbox(): PostMessageBody[] {
    return [...this.#outbox.values()];
  }

  unacked(random: Seeded): PostMessageBody | undefined {
    return random.pick(this.outbox());
  }

  connect(socket: TestSocket): void {
    this.socket = socket;
    this.#read = 0;
  }

  /** The line breaks: what was under way is lost. */
  cut(): void {
    this.socket?.close(1006);
    this.socket = null;
  }

  hello(): object {
    const have = [...this.texts].slice(-5).map(([messageId, text]) => ({ messageId, offset: text.length }));
    return { type: "hello", after: this.seq, have };
  }

  /** Takes the next frames that have arrived. */
  receive(frames: number): void {
    const arrived = this.socket?.frames ?? [];
    const end = Math.min(arrived.length, this.#read + frames);
    for (const frame of arrived.slice(this.#read, end)) this.#take(frame);
    this.#read = Math.max(this.#read, end);
  }

  acked(ack: Ack): void {
    const before = this.acks.get(ack.clientId);
    if (before && (before.id !== ack.id || before.sequence !== ack.sequence)) {
      this.broken.push(`G3 ${ack.clientId} was acked as ${before.sequence} and as ${ack.sequence}`);
    }
    this.#outbox.delete(ack.clientId);
    this.acks.set(ack.clientId, {
      id: ack.id,
      sequence: ack.sequence,
      content: this.#contents.get(ack.clientId) ?? "",
    });
  }

  #take(frame: ServerFrame): void {
    if (frame.type === "ack") this.acked(frame);
    else if (frame.type === "event") this.#event(frame);
    else if (frame.type === "delta") this.#delta(frame);
    else if (frame.type === "reset") this.broken.push(`reset ${frame.why} within 2,000 events`);
  }

  #event(event: Extract<ServerFrame, { type: "event" }>): void {
    if (event.seq !== this.seq + 1) this.broken.push(`G2 event ${event.seq} came after ${this.seq}`);
    this.seq = event.seq;
    if (event.kind === "message_appended") {
      this.sequences.push(event.data.message.sequence);
      this.texts.set(event.data.message.id, event.data.message.content);
    } else if (event.kind === "message_completed") {
      const { id, content, status } = event.data.message;
      const built = this.texts.get(id) ?? "";
      // What people have seen of an answer stays; a stop right after a restart may end it within what was seen.
      if (!content.startsWith(built) && !(status !== "complete" && built.startsWith(content))) {
        this.broken.push(`G5 "${built}" turned into "${content}"`);
      }
      this.texts.set(id, content);
    }
  }

  #delta({ messageId, offset, text }: Extract<ServerFrame, { type: "delta" }>): void {
    const held = this.texts.get(messageId);
    if (held === undefined) this.broken.push(`a delta for a message that is not there: ${messageId}`);
    else if (offset > held.length) this.broken.push(`a hole: ${offset} after ${held.length}`);
    else {
      const overlap = held.slice(offset);
      const known = text.slice(0, overlap.length);
      if (!overlap.startsWith(known)) this.broken.push(`other words at ${offset}: "${overlap}" and "${known}"`);
      this.texts.set(messageId, held + text.slice(overlap.length));
    }
  }
}
