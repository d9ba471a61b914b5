import type { NamedActor } from "../../../src/application/room/require-member.ts";
import type { ChatEvent } from "../../../src/domain/chat/message.ts";
import type { ClientFrame, ServerFrame } from "../../../src/protocol/frames.ts";
import type { Seeded } from "./seeded.ts";
import type { TestSocket } from "./test-room.ts";

/** A frame that is acked under its client id. */
export type ActFrame = Extract<ClientFrame, { clientId?: string | undefined }> & { clientId: string };

interface Ack {
  clientId: string;
  id: string;
  /** Absent in an answer over HTTP that has none. */
  sequence?: number;
}

/** A client as the contract describes it: an outbox until acked, events in order, deltas by offset. It notes every broken promise. */
export class SimulatedClient {
  readonly actor: NamedActor;
  socket: TestSocket | null = null;
  /** The seq of the last event that it holds. */
  seq = 0;
  readonly #outbox = new Map<string, ActFrame>();
  readonly acks = new Map<string, Ack & { frame: ActFrame | undefined }>();
  readonly #frames = new Map<string, ActFrame>();
  /** Message id -> text, as events and deltas built it. */
  readonly texts = new Map<string, string>();
  /** Who said what, answers by nobody. */
  readonly senders = new Map<string, string | null>();
  readonly removed = new Set<string>();
  /** "message person emoji" of what stands. */
  readonly reactions = new Set<string>();
  leafId: string | null = null;
  readonly sequences: number[] = [];
  readonly broken: string[] = [];
  #read = 0;

  constructor(actor: NamedActor) {
    this.actor = actor;
  }

  compose<F extends ActFrame>(frame: F): F {
    this.#outbox.set(frame.clientId, frame);
    this.#frames.set(frame.clientId, frame);
    return frame;
  }

  outbox(): ActFrame[] {
    return [...this.#outbox.values()];
  }

  /** What it ever asked for under this client id. */
  sent(clientId: string | null): ActFrame | undefined {
    return this.#frames.get(clientId ?? "");
  }

  unacked(random: Seeded): ActFrame | undefined {
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

  acked({ clientId, id, sequence }: Ack): void {
    const before = this.acks.get(clientId);
    if (
      before &&
      isRemembered(before.frame) &&
      (before.id !== id || (before.sequence ?? sequence) !== (sequence ?? before.sequence))
    ) {
      this.broken.push(`G3 ${clientId} was acked as ${before.sequence} and as ${sequence}`);
    }
    this.#outbox.delete(clientId);
    const place = sequence === undefined ? {} : { sequence };
    this.acks.set(clientId, { clientId, id, ...place, frame: this.#frames.get(clientId) });
  }

  /** What is refused is not sent again. */
  refused(clientId: string | null): void {
    this.#outbox.delete(clientId ?? "");
  }

  #take(frame: ServerFrame): void {
    if (frame.type === "ack") this.acked(frame);
    else if (frame.type === "nack") this.refused(frame.clientId);
    else if (frame.type === "event") this.#event(frame);
    else if (frame.type === "delta") this.#delta(frame);
    else if (frame.type === "reset") this.broken.push(`reset ${frame.why} within 2,000 events`);
  }

  #event(event: ChatEvent): void {
    if (event.seq !== this.seq + 1) this.broken.push(`G2 event ${event.seq} came after ${this.seq}`);
    this.seq = event.seq;
    switch (event.kind) {
      case "message_appended": {
        const { id, sequence, content, senderId, removed } = event.data.message;
        this.sequences.push(sequence);
        this.texts.set(id, content);
        this.leafId = id;
        this.senders.set(id, senderId);
        if (removed) this.removed.add(id);
        break;
      }
      case "message_completed":
        this.#complete(event.data.message);
        break;
      case "message_edited":
        this.texts.set(event.data.messageId, event.data.content);
        break;
      case "message_removed":
        this.#remove(event.data.messageId);
        break;
      case "leaf_changed":
        this.leafId = event.data.messageId;
        break;
      case "reaction_changed": {
        const { messageId, userId, emoji, on } = event.data;
        const reaction = `${messageId} ${userId} ${emoji}`;
        if (on) this.reactions.add(reaction);
        else this.reactions.delete(reaction);
        break;
      }
      default:
    }
  }

  #complete({ id, content, status, removed }: { id: string; content: string; status: string; removed?: object }): void {
    const built = this.texts.get(id) ?? "";
    // What people have seen of an answer stays; a stop right after a restart may end it within what was seen.
    if (!removed && !content.startsWith(built) && !(status !== "complete" && built.startsWith(content))) {
      this.broken.push(`G5 "${built}" turned into "${content}"`);
    }
    this.texts.set(id, content);
  }

  #remove(id: string): void {
    this.texts.set(id, "");
    this.removed.add(id);
    for (const reaction of this.reactions) if (reaction.startsWith(`${id} `)) this.reactions.delete(reaction);
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

/** Whether the room does it once per client id. The other acts are judged anew each time that they come. */
export function isRemembered(frame: ActFrame | undefined): boolean {
  return frame?.type === "post_message" || frame?.type === "edit_message" || frame?.type === "regenerate";
}
