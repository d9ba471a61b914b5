import type { Clock } from "../ports.ts";
import type { RoomSocket } from "./fan-out.ts";
import { fanOutGapMs } from "./fan-out.ts";
import type { Room } from "./room.ts";

interface Incoming {
  socket: RoomSocket;
  data: string | ArrayBuffer;
}

/** What waits is held in memory: with so many frames, or so many UTF-16 units and bytes of them, it is taken before its gap is over. */
const mostWaiting = { frames: 500, length: 1024 * 1024 } as const;

const never = new AbortController().signal;

/**
 * Takes in the frames of the room's sockets: the first at once, those that come within the gap of the broadcasts together. The platform
 * commits once for all that is written in one go, so under load many sends share a commit and a broadcast. Each is still checked and
 * stored by itself, in the order of its coming, and acknowledged after the commit only. Frames that wait are lost with the object, like
 * frames on the wire: nobody was told of them.
 */
export class FrameIntake {
  readonly #room: Pick<Room, "deps" | "frame" | "together">;
  readonly #clock: Clock;
  #waiting: Incoming[] = [];
  #length = 0;
  #inGap = false;

  constructor(room: Pick<Room, "deps" | "frame" | "together">) {
    this.#room = room;
    this.#clock = room.deps.clock;
  }

  /** Takes one frame as it came, now or with the next ones. */
  take(socket: RoomSocket, data: string | ArrayBuffer): void {
    this.#waiting.push({ socket, data });
    this.#length += typeof data === "string" ? data.length : data.byteLength;
    const isFull = this.#waiting.length >= mostWaiting.frames || this.#length >= mostWaiting.length;
    if (!this.#inGap || isFull) this.takeWaiting();
  }

  /** Takes what waits; call it before the room does anything else, so that nothing overtakes a frame. */
  takeWaiting(): void {
    const frames = this.#waiting;
    if (frames.length === 0) return;
    this.#waiting = [];
    this.#length = 0;
    this.#room.together(() => {
      for (const frame of frames) this.#takeOne(frame);
    });
    if (!this.#inGap) this.#pause(fanOutGapMs(this.#room.deps.sockets.all().length));
  }

  /** What goes wrong with one frame must not take the others with it. */
  #takeOne({ socket, data }: Incoming): void {
    try {
      this.#room.frame(socket, data);
    } catch (error) {
      this.#room.deps.report(error);
    }
  }

  #pause(gapMs: number): void {
    this.#inGap = true;
    this.#clock
      .sleep(gapMs, never)
      .then(() => {
        this.#inGap = false;
        this.takeWaiting();
      })
      .catch((error: unknown) => this.#room.deps.report(error));
  }
}
