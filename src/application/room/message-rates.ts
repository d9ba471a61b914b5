import { limits } from "../../domain/chat/limits.ts";
import { TokenBucket } from "../../domain/chat/token-bucket.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { Clock } from "../ports.ts";
import type { RoomActor } from "./require-member.ts";

/** Counts new messages: per person (60 a minute, 20 at once) and for the whole room (200 a second). Lost with the object: a rate, no quota. */
export class MessageRates {
  readonly #clock: Clock;
  readonly #room: TokenBucket;
  readonly #people = new Map<string, TokenBucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
    const perSecond = limits.roomMessagesPerSecond;
    this.#room = new TokenBucket({ burst: perSecond, perSecond }, clock.nowMs());
  }

  /** Throws `rate_limited` with the time to wait. */
  take(actor: RoomActor): void {
    if (actor.unlimited) return;
    const nowMs = this.#clock.nowMs();
    const rate = { burst: limits.messageBurst, perSecond: limits.messagesPerMinute / 60 };
    const person = this.#people.get(actor.userId) ?? new TokenBucket(rate, nowMs);
    this.#people.set(actor.userId, person);
    const retryAfterMs = person.take(nowMs) || this.#room.take(nowMs);
    if (retryAfterMs > 0) throw new OhmError("rate_limited", "Too many messages; wait a moment", { retryAfterMs });
  }
}
