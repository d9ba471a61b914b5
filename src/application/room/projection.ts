import type { DesignRevision } from "../../domain/chat/artifact.ts";
import { limits } from "../../domain/chat/limits.ts";
import type { ChatEvent, ChatHead, ChatMessage } from "../../domain/chat/message.ts";
import type { Room } from "./room.ts";
import type { MemberRow } from "./room-storage.ts";

/** A stretch of a room's log and the rows that it touched, as they are at `seq`. */
export interface RoomSlice {
  seq: number;
  chat: ChatHead & { ownerId: string; titleAutomatic: boolean };
  /** What lists show of the design's head revision, null before the first. */
  design: Pick<DesignRevision, "verdict" | "totalCents"> | null;
  /** Those who are gone, too. */
  members: MemberRow[];
  messages: ChatMessage[];
}

/** Where projections go. Writing the same slice twice, or an older one after a newer one, changes nothing. */
export interface ProjectionStore {
  write(slice: RoomSlice): Promise<void>;
}

/** The most events of one flush, and the most text of it: a parameter of D1 holds 2 MB. */
export const flushLimits = { events: limits.flushEvents, units: 400_000 } as const;

/** The next stretch that is not flushed, null when there is none or the room was never initialised. */
export function nextSlice(room: Room): RoomSlice | null {
  const { storage } = room.deps;
  const settings = storage.meta.chat();
  const events = settings ? room.log.after(storage.meta.flushedSeq(), flushLimits.events) : [];
  const touched = new Map<string, ChatMessage>();
  let units = 0;
  let seq = 0;
  for (const event of events) {
    const message = touchedBy(room, event);
    if (message) {
      units += touched.has(message.id) ? 0 : message.content.length;
      if (seq > 0 && units > flushLimits.units) break;
      touched.set(message.id, message);
    }
    seq = event.seq;
  }
  if (!settings || seq === 0) return null;
  const { ownerId, titleAutomatic } = settings;
  const chat = { ...room.head(), ownerId, titleAutomatic };
  const [design = null] = storage.artifacts.revisions({ limit: 1 });
  return { seq, chat, design, members: storage.members.rows(), messages: [...touched.values()] };
}

/** The message whose row an event changes, as it is now. */
function touchedBy({ deps: { storage } }: Room, event: ChatEvent): ChatMessage | null {
  switch (event.kind) {
    case "message_appended":
    case "message_completed":
      return event.data.message;
    case "message_edited":
      return storage.log.message(event.data.messageId);
    case "message_removed":
      return storage.log.page({ after: event.data.sequence - 1, limit: 1 })[0] ?? null;
    default:
      return null;
  }
}

/** The waits after a failed flush, ms; the last one is for ever. */
const retryWaitsMs = [1000, 2000, 5000, 15_000, 60_000] as const;

/** Hands the log over to the projections, in order and at least once: the cursor moves only after the write. */
export class Projector {
  readonly #room: Room;
  readonly #store: ProjectionStore;
  #failures = 0;
  #pending = 0;
  #flushing = false;

  constructor(room: Room, store: ProjectionStore) {
    this.#room = room;
    this.#store = store;
  }

  /** Events told of since the last flush began; not those of an earlier life of the room, which its first alarm flushes. */
  get pending(): number {
    return this.#pending;
  }

  /** Learns of events that the projections lack. */
  grew(events: number): void {
    this.#pending += events;
  }

  /** Flushes all that is pending. Answers the ms after which to try again, null when nothing is left. */
  async flush(): Promise<number | null> {
    if (this.#flushing) return retryWaitsMs[0];
    this.#flushing = true;
    this.#pending = 0;
    try {
      for (let slice = nextSlice(this.#room); slice; slice = nextSlice(this.#room)) {
        await this.#store.write(slice);
        const { storage } = this.#room.deps;
        const { seq } = slice;
        storage.transaction(() => storage.meta.putFlushedSeq(seq));
      }
      this.#failures = 0;
      return null;
    } catch (error) {
      this.#room.deps.report(error);
      const wait = retryWaitsMs[Math.min(this.#failures, retryWaitsMs.length - 1)] ?? retryWaitsMs[0];
      this.#failures += 1;
      return wait;
    } finally {
      this.#flushing = false;
    }
  }
}
