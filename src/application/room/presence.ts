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
  /** Who may be typing, so that a commit looks at no socket while nobody does. */
  readonly #typists = new Set<string>();

  constructor(deps: Pick<RoomDeps, "sockets" | "storage" | "clock" | "report">, fanOut: FanOut) {
    this.#deps = deps;
    this.#fanOut = fanOut;
  }

  /** After a start of the room: typing that began before it still ends. */
  resume(): void {
    for (const { typingAt, userId } of this.#deps.sockets.all()) if (typingAt !== null) this.#typists.add(userId);
    this.#watchTyping();
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
    this.#typists.add(socket.userId);
    this.#watchTyping();
    if (isNew) this.changed();
  }

  /** What has happened in the room: who sends a message types no more, and people come and go. */
  saw(events: readonly ChatEvent[]): void {
    const said = events.filter(({ kind, by }) => kind === "message_appended" && this.#typists.delete(by));
    for (const { by } of said) {
      for (const socket of this.#deps.sockets.all()) if (socket.userId === by) socket.setTyping(null);
    }
    const came = events.some(({ kind }) => kind === "participant_joined" || kind === "participant_left");
    if (said.length > 0 || came) this.changed();
  }

  /** Presence as it is now. */
  frame(): PresenceFrame {
    const { sockets, storage } = this.#deps;
    const members = storage.members.all();
    const isMember = new Set(members.map(({ userId }) => userId));
    const live = sockets.all().filter((socket) => socket.live && socket.isOpen && isMember.has(socket.userId));
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
    if (this.#isWatching || this.#typists.size === 0) return;
    const { sockets, clock } = this.#deps;
    const typed = sockets.all().filter(({ typingAt }) => typingAt !== null);
    const endOf = ({ typingAt }: RoomSocket) => (typingAt ?? 0) + limits.typingMs;
    const ended = typed.filter((socket) => endOf(socket) <= clock.nowMs());
    for (const socket of ended) socket.setTyping(null);
    if (ended.length > 0) this.changed();
    const left = typed.filter((socket) => socket.typingAt !== null);
    this.#typists.clear();
    for (const { userId } of left) this.#typists.add(userId);
    if (left.length === 0) return;
    this.#isWatching = true;
    this.#later(Math.min(...left.map(endOf)) - clock.nowMs(), () => {
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
