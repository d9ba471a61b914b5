import { limits } from "../../domain/chat/limits.ts";
import { closeCodes } from "../../domain/chat/lists.ts";
import { TokenBucket } from "../../domain/chat/token-bucket.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { Clock } from "../ports.ts";
import type { RoomSocket } from "./fan-out.ts";

/** Refused frames of a person that are still answered, and how fast that is forgiven; beyond it the socket is closed. */
const patience = { burst: 30, perSecond: 1 } as const;

interface PersonsFrames {
  frames: TokenBucket;
  refusals: TokenBucket;
}

/**
 * Counts the frames of each person in this chat, over all of their sockets: twenty sockets give no more frames than one. The first frame
 * of a socket is free, so that all of them can say hello at once when the room comes back. Lost with the object: a rate, no quota.
 */
export class FrameRates {
  readonly #clock: Clock;
  readonly #people = new Map<string, PersonsFrames>();
  readonly #greeted = new WeakSet<RoomSocket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Throws `rate_limited` with the time to wait over `limits.framesPerSecond`; who goes on and on is closed with 4008. */
  take(socket: RoomSocket): void {
    if (socket.unlimited) return;
    if (!this.#greeted.has(socket)) {
      this.#greeted.add(socket);
      return;
    }
    const nowMs = this.#clock.nowMs();
    const person = this.#people.get(socket.userId) ?? newPerson(nowMs);
    this.#people.set(socket.userId, person);
    const retryAfterMs = person.frames.take(nowMs);
    if (retryAfterMs === 0) return;
    if (person.refusals.take(nowMs) > 0) socket.close(closeCodes.rateLimited, "too many frames");
    throw new OhmError("rate_limited", `At most ${limits.framesPerSecond} frames a second`, { retryAfterMs });
  }
}

function newPerson(nowMs: number): PersonsFrames {
  const perSecond = limits.framesPerSecond;
  return {
    frames: new TokenBucket({ burst: perSecond, perSecond }, nowMs),
    refusals: new TokenBucket(patience, nowMs),
  };
}
