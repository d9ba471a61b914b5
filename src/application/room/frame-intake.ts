import type { Clock } from "../ports.ts";
import type { RoomSocket } from "./fan-out.ts";
import { fanOutGapMs } from "./fan-out.ts";
import type { Room } from "./room.ts";

interface Incoming {
  socket: RoomSocket;
  data: string | ArrayBuffer;
}

const never = new AbortController().signal;

/**
 * Takes in the frames of the room's sockets: the first at once, those that come within the gap of the broadcasts together. The platform
 * commits once for all that is written in one go, so under load many sends share a commit and a broadcast. Each is still checked and
 * stored by itself, in the order of its coming, and acknowledged after the commit only.
 */
export class FrameIntake {
  readonly #room: Room;
  readonly #clock: Clock;
  #waiting: Incoming[] = [];
  #inGap = false;

  constructor(room: Room) {
    this.#room = room;
    this.#clock = room.deps.clock;
  }

  /** Takes one frame as it came, now or with the next ones. */
  take(socket: RoomSocket, data: string | ArrayBuffer): void {
    this.#waiting.push({ socket, data });
    if (!this.#inGap) this.#takeAll();
  }

  #takeAll(): void {
    const frames = this.#waiting;
    if (frames.length === 0) return;
    this.#waiting = [];
    this.#room.together(() => {
      for (const { socket, data } of frames) this.#room.frame(socket, data);
    });
    this.#inGap = true;
    const gapMs = fanOutGapMs(this.#room.deps.sockets.all().length);
    void this.#clock.sleep(gapMs, never).then(() => {
      this.#inGap = false;
      this.#takeAll();
    });
  }
}
