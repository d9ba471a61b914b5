import type { DesignRevision } from "../../domain/chat/artifact.ts";
import { limits } from "../../domain/chat/limits.ts";
import type { ChatEvent, ChatHead, ChatMessage } from "../../domain/chat/message.ts";
import type { Design } from "../../domain/circuit/design.ts";
import { isClosed } from "./close-for-good.ts";
import type { Room } from "./room.ts";
import type { MemberRow, RoomStorage } from "./room-storage.ts";
import type { UsageEvent } from "./usage-of.ts";
import { usageOf } from "./usage-of.ts";

/** A stretch of a room's log and the rows that it touched, as they are now. */
export interface RoomSlice {
  /** The last place of the stretch. */
  seq: number;
  /** The log's end when the rows were read: the place that they show. */
  asOf: number;
  chat: ChatHead & { ownerId: string; titleAutomatic: boolean };
  /** What lists show of the design's head revision, null before the first. */
  design: Pick<DesignRevision, "verdict" | "totalCents"> | null;
  /** The head's design where the stretch changed it, else null: its parts, wires and files take the place of those that were there. */
  head: Design | null;
  /** Whether the stretch holds the chat's first design. */
  isFirstDesign: boolean;
  /** Whether that gave the chat its project: one that a person has made, or deleted meanwhile, is not made again. */
  makesProject: boolean;
  /** Those who are gone, too. */
  members: MemberRow[];
  /** How far people have read, by user id; 0 for who is not here. */
  reads: Record<string, number>;
  messages: ChatMessage[];
  /** The last place of the stretch that changed or removed a text, 0 for none: what is kept of the chat elsewhere may hold it, and has to go. */
  unsaidSeq: number;
  /** Of those of the messages that are finished answers. */
  usage: UsageEvent[];
}

/** All that a room has, as far as rows are named by it. */
export interface RoomExtent {
  chatId: string;
  /** Message sequences are 1..n. */
  lastSequence: number;
  memberIds: string[];
}

/** Where projections go. */
export interface ProjectionStore {
  /** Writing the same slice twice, or an older one after a newer one, changes nothing. */
  write(slice: RoomSlice): Promise<void>;
  /** Writes a slice over whatever is there. */
  overwrite(slice: RoomSlice): Promise<void>;
  /** Deletes what a chat has beyond this, and takes its totals from what is left. */
  trim(extent: RoomExtent): Promise<void>;
}

/** The most events of one flush, and the most text of it: a parameter of D1 holds 2 MB. */
export const flushLimits = { events: limits.flushEvents, units: 400_000 } as const;

/** The stretch after `after`, null when there is none, or nobody is in the chat (`isClosed`): of what is deleted nothing comes back. */
export function sliceAfter(room: Room, after: number): RoomSlice | null {
  const { storage } = room.deps;
  const events = isClosed(room) ? [] : room.log.after(after, flushLimits.events);
  const touched = new Map<string, ChatMessage>();
  let units = 0;
  let seq = 0;
  let unsaidSeq = 0;
  for (const event of events) {
    const message = touchedBy(room, event);
    if (message) {
      units += touched.has(message.id) ? 0 : message.content.length;
      if (seq > 0 && units > flushLimits.units) break;
      touched.set(message.id, message);
    }
    seq = event.seq;
    if (event.kind === "message_edited" || event.kind === "message_removed") unsaidSeq = seq;
  }
  if (seq === 0) return null;
  const figures = figuresOf(storage, [...touched.values()]);
  const now = present(room);
  const design = designIn(
    events.filter((event) => event.seq <= seq),
    now.chat.projectId,
  );
  // A text that went may have gone from the design, too.
  const head = design.head || unsaidSeq > 0 ? headDesign(storage) : null;
  return { ...now, seq, unsaidSeq, ...figures, ...design, head };
}

/** What a stretch says of the design: whether it changed (`head`), and whether it was the first one and brought the chat's project. */
function designIn(events: readonly ChatEvent[], projectId: string | null) {
  const revisions = events.flatMap((event) => (event.kind === "design_changed" ? [event.data.revision] : []));
  const given = events.flatMap((event) =>
    event.kind === "chat_updated" && event.by === "system" ? [event.data.chat.projectId] : [],
  );
  const makesProject = projectId !== null && given.includes(projectId);
  return { head: revisions.length > 0, isFirstDesign: revisions.includes(1), makesProject };
}

function headDesign({ artifacts }: RoomStorage): Design | null {
  return artifacts.revision(artifacts.headRevision())?.design ?? null;
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

function figuresOf(storage: RoomStorage, messages: ChatMessage[]): Pick<RoomSlice, "messages" | "usage"> {
  return { messages, usage: messages.flatMap((message) => usageOf(storage, message) ?? []) };
}

/** What every slice says of the chat. */
function present(
  room: Room,
): Omit<RoomSlice, "seq" | "unsaidSeq" | "messages" | "usage" | "head" | "isFirstDesign" | "makesProject"> {
  const { storage } = room.deps;
  const settings = storage.meta.chat();
  if (!settings) throw new RangeError("A room without a chat has nothing to project");
  const { ownerId, titleAutomatic } = settings;
  return {
    asOf: storage.log.last().seq,
    chat: { ...room.head(), ownerId, titleAutomatic },
    design: storage.artifacts.revisions({ limit: 1 })[0] ?? null,
    members: storage.members.rows(),
    reads: storage.reads.all(),
  };
}

/** How long after a change the projections learn of it, ms. */
const flushAfterMs = 1000;

/**
 * The waits after a failed flush, ms; the last one is for ever. Short enough that all is there within 10 s after a fault has ended, and
 * long enough that an hour without D1 costs a room 500 tries.
 */
const retryWaitsMs = [1000, 2000, 4000, 7000] as const;

/** Hands the log over to the projections, in order and at least once: the cursor moves only after the write. */
export class Projector {
  readonly #room: Room;
  readonly #store: ProjectionStore;
  #failures = 0;
  #pending = 0;
  #retryAtMs = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(room: Room, store: ProjectionStore) {
    this.#room = room;
    this.#store = store;
  }

  /**
   * Learns of events that the projections lack. Answers when to flush (ms UTC): soon, at once when much has gathered, and never before
   * the next try while the projections are away.
   */
  grew(events: number): number {
    this.#pending += events;
    const nowMs = this.#room.deps.clock.nowMs();
    const dueMs = this.#pending >= limits.flushEvents ? nowMs : nowMs + flushAfterMs;
    return Math.max(dueMs, this.#retryAtMs);
  }

  /** When to flush what an earlier life of the room has left (ms UTC), null when it has left nothing. */
  left(): number | null {
    const { meta, log } = this.#room.deps.storage;
    const isBehind = meta.flushedSeq() < log.last().seq || meta.readsPending();
    return meta.chat() && isBehind ? this.grew(0) : null;
  }

  /** Flushes all that is pending. Answers when to try again (ms UTC), null when nothing is left. */
  async flush(): Promise<number | null> {
    this.#pending = 0;
    try {
      await this.#alone(async () => {
        for (let slice = this.#next(); slice; slice = this.#next()) {
          await this.#store.write(slice);
          this.#written(slice);
        }
      });
      this.#failures = 0;
      this.#retryAtMs = 0;
      return null;
    } catch (error) {
      this.#room.deps.report(error);
      const wait = retryWaitsMs[Math.min(this.#failures, retryWaitsMs.length - 1)] ?? retryWaitsMs[0];
      this.#failures += 1;
      this.#retryAtMs = this.#room.deps.clock.nowMs() + wait;
      return this.#retryAtMs;
    }
  }

  /**
   * Projects the stretch after `after` once more, over whatever is there. Answers where it ended, and where the log ends: both the same
   * when that was the last one. Rejects when the projections cannot be written.
   */
  again(after: number): Promise<{ seq: number; end: number }> {
    return this.#alone(async () => {
      const end = this.#room.deps.storage.log.last().seq;
      const slice = sliceAfter(this.#room, after);
      if (!slice) return { seq: end, end };
      await this.#store.overwrite(slice);
      return { seq: slice.seq, end };
    });
  }

  /** Deletes the rows that the room does not have, and takes the chat's totals from the rows that are left; of a closed chat none. */
  trim(): Promise<void> {
    return this.#alone(async () => {
      if (isClosed(this.#room)) return;
      const { log, members } = this.#room.deps.storage;
      const { id: chatId } = this.#room.head();
      const memberIds = members.rows().map(({ userId }) => userId);
      await this.#store.trim({ chatId, lastSequence: log.last().sequence, memberIds });
    });
  }

  /** Resolves when no write is under way. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** What is not flushed: a stretch of the log, or read marks alone, which are no events. */
  #next(): RoomSlice | null {
    const { meta } = this.#room.deps.storage;
    const seq = meta.flushedSeq();
    const slice = sliceAfter(this.#room, seq);
    if (slice || !meta.readsPending() || isClosed(this.#room)) return slice;
    return {
      ...present(this.#room),
      seq,
      unsaidSeq: 0,
      messages: [],
      usage: [],
      head: null,
      isFirstDesign: false,
      makesProject: false,
    };
  }

  #written({ seq, reads }: RoomSlice): void {
    const { storage } = this.#room.deps;
    const { meta } = storage;
    // One that was set while this was written is not in it.
    const allRead = meta.readsPending() && JSON.stringify(storage.reads.all()) === JSON.stringify(reads);
    storage.transaction(() => {
      if (seq > meta.flushedSeq()) meta.putFlushedSeq(seq);
      if (allRead) meta.putReadsPending(false);
    });
  }

  /** One write at a time: of two that overtake each other the older one could be the last. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
