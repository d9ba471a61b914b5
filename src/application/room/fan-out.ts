import type { ServerFrame } from "../../protocol/frames.ts";
import type { Clock } from "../ports.ts";
import type { RoomDeps } from "./room-deps.ts";

/** One member's socket. `live` turns true with the first answered `hello`, and survives hibernation. */
export interface RoomSocket {
  readonly userId: string;
  /** Rates do not count here: a suite or a bench on loopback. */
  readonly unlimited: boolean;
  /** The session or API key that it was opened with. */
  readonly credentialId: string;
  /** Opened with a key that may only read. */
  readonly readOnly: boolean;
  readonly live: boolean;
  /** false while it closes: its person has gone, though the platform may still list it. */
  readonly isOpen: boolean;
  /** When its person last said that they type, ms; null while they do not. Survives hibernation too. */
  readonly typingAt: number | null;
  goLive(): void;
  setTyping(atMs: number | null): void;
  send(text: string): void;
  close(code: number, reason: string): void;
}

/** All open sockets of the room. */
export interface RoomSockets {
  all(): readonly RoomSocket[];
}

const never = new AbortController().signal;

/** The least ms between two broadcasts: nothing for a few sockets, 16 at 1,600 and more. */
export function fanOutGapMs(sockets: number): number {
  return Math.min(16, sockets / 100);
}

/** Sends frames to every live socket: the first at once, those that follow within the gap together, as one array. */
export class FanOut {
  readonly #sockets: RoomSockets;
  readonly #clock: Clock;
  readonly #report: (error: unknown) => void;
  #waiting: ServerFrame[] = [];
  #inGap = false;
  #held = false;

  constructor({ sockets, clock, report }: Pick<RoomDeps, "sockets" | "clock" | "report">) {
    this.#sockets = sockets;
    this.#clock = clock;
    this.#report = report;
  }

  push(frames: readonly ServerFrame[]): void {
    this.#waiting.push(...frames);
    if (!this.#inGap && !this.#held) this.flush();
  }

  /** Sends a frame that comes once a second at most: in order with the others, but it makes none that follow wait. */
  pushAside(frame: ServerFrame): void {
    if (this.#inGap || this.#held) this.#waiting.push(frame);
    else this.#send([frame]);
  }

  /** Sends what `work` pushes only after it: who asked hears the answer first. Inside another one it waits for that one's end. */
  after(work: () => void): void {
    if (this.#held) {
      work();
      return;
    }
    this.#held = true;
    try {
      work();
    } finally {
      this.#held = false;
      if (!this.#inGap) this.flush();
    }
  }

  /** Sends what waits now; call it before a socket is told where the log stands. */
  flush(): void {
    const frames = this.#waiting;
    if (frames.length === 0) return;
    this.#waiting = [];
    const sockets = this.#send(frames);
    if (!this.#inGap && sockets > 0) this.#pause(fanOutGapMs(sockets));
  }

  /** Answers to how many sockets. */
  #send(frames: readonly ServerFrame[]): number {
    const live = this.#sockets.all().filter((socket) => socket.live);
    if (live.length === 0) return 0;
    const text = JSON.stringify(frames.length === 1 ? frames[0] : frames);
    for (const socket of live) this.#sendTo(socket, text);
    return live.length;
  }

  /** One socket that fails keeps the frame from nobody else, and what is stored is stored: its person comes back for what they missed. */
  #sendTo(socket: RoomSocket, text: string): void {
    try {
      socket.send(text);
    } catch (error) {
      this.#report(error);
    }
  }

  #pause(gapMs: number): void {
    this.#inGap = true;
    void this.#clock.sleep(gapMs, never).then(() => {
      this.#inGap = false;
      this.flush();
    });
  }
}
