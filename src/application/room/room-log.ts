import type { ChatEvent, ChatMessage, NewEvent } from "../../domain/chat/message.ts";
import type { Clock } from "../ports.ts";
import type { LogEntry, RoomStorage, StoredEvent } from "./room-storage.ts";

/** The end of the branch that everybody sees: a message and its place in the log. */
export type Leaf = Pick<ChatMessage, "id" | "seq">;

/** Where the log stands. */
interface LogEnd {
  seq: number;
  sequence: number;
  /** null in an empty chat. */
  leaf: Leaf | null;
}

/** Adds to the log inside one transaction. */
export interface LogWriter {
  /** Numbers and stores an event, in the transaction of the change that it tells of. `by` is a user id, an agent or `system`. */
  append(by: string, event: NewEvent): ChatEvent;
  /** The place and the message sequence that the next message takes, and the leaf, which it follows. */
  next(): { seq: number; sequence: number; parentId: string | null };
}

/** Who an event of this message is by. */
export function authorOf(message: Pick<ChatMessage, "senderId" | "agent">): string {
  return message.senderId ?? message.agent ?? "system";
}

/** The room's ordered log: check, persist and tell, as one serialized step. */
export class RoomLog {
  readonly #storage: RoomStorage;
  readonly #clock: Clock;
  readonly #told: (events: ChatEvent[]) => void;
  /** Known after the first look: nobody else writes here. */
  #known: LogEnd | null = null;

  /** `told` is called once per commit that wrote events, after it, with them in order. */
  constructor(storage: RoomStorage, clock: Clock, told: (events: ChatEvent[]) => void) {
    this.#storage = storage;
    this.#clock = clock;
    this.#told = told;
  }

  /** The end of the branch that everybody sees, null in an empty chat. */
  get leaf(): Leaf | null {
    return this.#end().leaf;
  }

  /** Runs `work` in one transaction; when it throws, nothing is stored and nobody is told. */
  commit<T>(work: (writer: LogWriter) => T): T {
    const events: ChatEvent[] = [];
    const end = { ...this.#end() };
    const result = this.#storage.transaction(() => {
      // Events that follow each other are one row, written when the stretch ends.
      let stretch: StoredEvent[] = [];
      const store = () => {
        this.#storage.log.putEvents(stretch);
        stretch = [];
      };
      const done = work({
        next: () => ({ seq: end.seq + 1, sequence: end.sequence + 1, parentId: end.leaf?.id ?? null }),
        append: (by, event) => {
          end.seq += 1;
          const numbered: ChatEvent = { seq: end.seq, at: this.#clock.nowMs(), by, ...event };
          if (numbered.kind === "message_appended") {
            const { message } = numbered.data;
            end.sequence += 1;
            end.leaf = message;
            store();
            this.#storage.log.putMessage(message);
          } else {
            if (numbered.kind === "leaf_changed") end.leaf = this.#chooseLeaf(numbered);
            stretch.push(this.#withoutText(numbered));
          }
          events.push(numbered);
          return numbered;
        },
      });
      store();
      return done;
    });
    const leaf = end.leaf && { id: end.leaf.id, seq: end.leaf.seq };
    this.#known = { seq: end.seq, sequence: end.sequence, leaf };
    if (events.length > 0) this.#told(events);
    return result;
  }

  /** Who holds the log up to an earlier place than this holds rows that are others now. */
  get rewrittenSeq(): number {
    return this.#storage.meta.rewrittenSeq();
  }

  /** At most `limit` events after `seq`, in order; a message comes with its present text. */
  after(seq: number, limit: number): ChatEvent[] {
    return this.#storage.log.after(seq, limit).map((entry) => this.#asEvent(entry));
  }

  #end(): LogEnd {
    this.#known ??= { ...this.#storage.log.last(), leaf: this.#storedLeaf() };
    return this.#known;
  }

  /** The newest message, unless somebody chose another branch after it. */
  #storedLeaf(): Leaf | null {
    const { log, meta } = this.#storage;
    const [newest] = log.messagesBefore(Number.MAX_SAFE_INTEGER, 1);
    if (!newest) return null;
    const chosen = meta.leaf();
    const { id, seq } = (chosen && chosen.seq > newest.seq && log.message(chosen.messageId)) || newest;
    return { id, seq };
  }

  #chooseLeaf({ seq, data: { messageId } }: Extract<ChatEvent, { kind: "leaf_changed" }>): Leaf {
    const chosen = this.#storage.log.message(messageId);
    if (!chosen) throw new RangeError("The leaf names no message");
    this.#storage.meta.putLeaf({ messageId, seq });
    return chosen;
  }

  /** The event as it is stored; a text that it tells of goes into its message's row. */
  #withoutText(event: Exclude<ChatEvent, { kind: "message_appended" }>): StoredEvent {
    const { log } = this.#storage;
    if (event.kind === "message_completed") {
      log.replaceMessage(event.data.message);
      return { ...event, data: { messageSeq: event.data.message.seq } };
    }
    if (event.kind === "message_edited") {
      const message = log.message(event.data.messageId);
      if (!message) throw new RangeError("An edit names no message");
      log.replaceMessage({ ...message, content: event.data.content, editedAt: event.at });
      return { ...event, data: { messageSeq: message.seq } };
    }
    return event;
  }

  #asEvent(entry: LogEntry): ChatEvent {
    if (entry.kind === "event") return this.#withText(entry.event);
    const { message } = entry;
    return {
      seq: message.seq,
      at: message.createdAt,
      by: authorOf(message),
      kind: "message_appended",
      data: { message },
    };
  }

  #withText(event: StoredEvent): ChatEvent {
    if (event.kind !== "message_completed" && event.kind !== "message_edited") return event;
    const message = this.#storage.log.messageAt(event.data.messageSeq);
    if (!message) throw new RangeError(`The log names a message at ${event.data.messageSeq} that is not there`);
    if (event.kind === "message_completed") return { ...event, data: { message } };
    return { ...event, data: { messageId: message.id, content: message.content } };
  }
}
