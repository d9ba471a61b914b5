import { limits } from "../../domain/chat/limits.ts";
import type { ChatEvent } from "../../domain/chat/message.ts";
import type { PresenceFrame } from "../../protocol/frames.ts";
import type { FanOut, RoomSocket } from "./fan-out.ts";
import type { RoomDeps } from "./room-deps.ts";

const never = new AbortController().signal;

/**
 * Who is here, who types and how far people have read. It is told when it changes, once in `limits.presenceMs` at most, and kept nowhere
 * but in the sockets' attachments and the read marks: a room that was evicted knows it all again.
 */
export class Presence {
  readonly #deps: Pick<RoomDeps, "sockets" | "storage" | "clock" | "report">;
  readonly #fanOut: FanOut;
  #toldAtMs = Number.NEGATIVE_INFINITY;
  #told = "";
  #isWaiting = false;
  #isWatching = false;

  constructor(deps: Pick<RoomDeps, "sockets" | "storage" | "clock" | "report">, fanOut: FanOut) {
    this.#deps = deps;
    this.#fanOut = fanOut;
  }

  /** After a start of the room: typing that began before it still ends. */
  resume(): void {
    if (this.#deps.sockets.all().some(({ typingAt }) => typingAt !== null)) this.#watchTyping();
  }

  /** A socket has come: it has to hear who is here, though nothing may have changed for the others. */
  greet(): void {
    this.#told = "";
    this.changed();
  }

  /** Something that presence shows may have changed: it is told now, or when its second is over. */
  changed(): void {
    if (this.#isWaiting) return;
    const waitMs = this.#toldAtMs + limits.presenceMs - this.#deps.clock.nowMs();
    if (waitMs <= 0) {
      this.#tell();
      return;
    }
    this.#isWaiting = true;
    this.#later(waitMs, () => {
      this.#isWaiting = false;
      this.#tell();
    });
  }

  /** The person at this socket types; it ends with their next message, or after `limits.typingMs`. */
  typing(socket: RoomSocket): void {
    const isNew = socket.typingAt === null;
    socket.setTyping(this.#deps.clock.nowMs());
    this.#watchTyping();
    if (isNew) this.changed();
  }

  /** What has happened in the room: who sends a message types no more, and people come and go. */
  saw(events: readonly ChatEvent[]): void {
    const said = new Set(events.filter(({ kind }) => kind === "message_appended").map(({ by }) => by));
    const typed = this.#deps.sockets.all().filter((one) => one.typingAt !== null && said.has(one.userId));
    for (const socket of typed) socket.setTyping(null);
    const came = events.some(({ kind }) => kind === "participant_joined" || kind === "participant_left");
    if (typed.length > 0 || came) this.changed();
  }

  /** Presence as it is now. */
  frame(): PresenceFrame {
    const { sockets, storage } = this.#deps;
    const members = storage.members.all();
    const isMember = new Set(members.map(({ userId }) => userId));
    const live = sockets.all().filter((socket) => socket.live && isMember.has(socket.userId));
    const online = [...new Set(live.map(({ userId }) => userId))];
    const areNamed = online.length <= limits.presenceNames;
    const typing = live.filter(({ typingAt }) => typingAt !== null).map(({ userId }) => userId);
    const marks = members.length <= limits.presenceNames ? storage.reads.all() : {};
    return {
      type: "presence",
      count: online.length,
      online: areNamed ? online : [],
      typing: areNamed ? [...new Set(typing)] : [],
      reads: Object.fromEntries(Object.entries(marks).filter(([userId]) => isMember.has(userId))),
    };
  }

  #tell(): void {
    const frame = this.frame();
    const text = JSON.stringify(frame);
    if (frame.count === 0 || text === this.#told) return;
    this.#told = text;
    this.#toldAtMs = this.#deps.clock.nowMs();
    this.#fanOut.pushAside(frame);
  }

  /** Until nobody types any more. */
  #watchTyping(): void {
    if (this.#isWatching) return;
    const { sockets, clock } = this.#deps;
    const typed = sockets.all().filter(({ typingAt }) => typingAt !== null);
    const endOf = ({ typingAt }: RoomSocket) => (typingAt ?? 0) + limits.typingMs;
    const ended = typed.filter((socket) => endOf(socket) <= clock.nowMs());
    for (const socket of ended) socket.setTyping(null);
    if (ended.length > 0) this.changed();
    const next = typed.filter((socket) => socket.typingAt !== null).map(endOf);
    if (next.length === 0) return;
    this.#isWatching = true;
    this.#later(Math.min(...next) - clock.nowMs(), () => {
      this.#isWatching = false;
      this.#watchTyping();
    });
  }

  #later(ms: number, work: () => void): void {
    this.#deps.clock
      .sleep(ms, never)
      .then(work)
      .catch((error: unknown) => this.#deps.report(error));
  }
}
