import type { ChatEvent, ChatMessage, NewEvent } from "../../domain/chat/message.ts";
import type { Clock } from "../ports.ts";
import type { LogEntry, RoomStorage, StoredEvent } from "./room-storage.ts";

/** Adds to the log inside one transaction. */
export interface LogWriter {
  /** Numbers and stores an event, in the transaction of the change that it tells of. `by` is a user id, an agent or `system`. */
  append(by: string, event: NewEvent): ChatEvent;
  /** The place and the message sequence that the next message takes. */
  next(): { seq: number; sequence: number };
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
  /** The log's end, known after the first commit: nobody else writes here. */
  #end: { seq: number; sequence: number } | null = null;

  /** `told` is called once per commit that wrote events, after it, with them in order. */
  constructor(storage: RoomStorage, clock: Clock, told: (events: ChatEvent[]) => void) {
    this.#storage = storage;
    this.#clock = clock;
    this.#told = told;
  }

  /** Runs `work` in one transaction; when it throws, nothing is stored and nobody is told. */
  commit<T>(work: (writer: LogWriter) => T): T {
    const events: ChatEvent[] = [];
    let { seq, sequence } = this.#end ?? this.#storage.log.last();
    const result = this.#storage.transaction(() => {
      // Events that follow each other are one row, written when the stretch ends.
      let stretch: StoredEvent[] = [];
      const store = () => {
        this.#storage.log.putEvents(stretch);
        stretch = [];
      };
      const done = work({
        next: () => ({ seq: seq + 1, sequence: sequence + 1 }),
        append: (by, event) => {
          seq += 1;
          const numbered: ChatEvent = { seq, at: this.#clock.nowMs(), by, ...event };
          if (numbered.kind === "message_appended") {
            sequence += 1;
            store();
            this.#storage.log.putMessage(numbered.data.message);
          } else {
            stretch.push(this.#withoutText(numbered));
          }
          events.push(numbered);
          return numbered;
        },
      });
      store();
      return done;
    });
    this.#end = { seq, sequence };
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
      log.replaceMessage({ ...message, content: event.data.content });
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
