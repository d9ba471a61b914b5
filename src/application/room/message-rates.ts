import { limits } from "../../domain/chat/limits.ts";
import { TokenBucket } from "../../domain/chat/token-bucket.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { RoomActor } from "./require-member.ts";
import type { RoomDeps } from "./room-deps.ts";

/** How long a person who has sent too much elsewhere is refused here, ms: the window in which messages are counted over all chats. */
const refusedMs = 60_000;

/**
 * Counts new messages: per person in this chat (60 a minute, 20 at once), per person over all chats, and for the whole room (200 a
 * second). No message waits for the count over all chats: the one that is too much passes, and those after it are refused. Lost with
 * the object: a rate, no quota.
 */
export class MessageRates {
  readonly #deps: Pick<RoomDeps, "clock" | "countMessage" | "report">;
  readonly #room: TokenBucket;
  readonly #people = new Map<string, TokenBucket>();
  readonly #acts = new Map<string, TokenBucket>();
  readonly #refusedUntil = new Map<string, number>();

  constructor(deps: Pick<RoomDeps, "clock" | "countMessage" | "report">) {
    this.#deps = deps;
    const perSecond = limits.roomMessagesPerSecond;
    this.#room = new TokenBucket({ burst: perSecond, perSecond }, deps.clock.nowMs());
  }

  /** Throws `rate_limited` with the time to wait. */
  take({ userId, unlimited }: RoomActor): void {
    if (unlimited) return;
    const nowMs = this.#deps.clock.nowMs();
    const rate = { burst: limits.messageBurst, perSecond: limits.messagesPerMinute / 60 };
    const person = this.#people.get(userId) ?? new TokenBucket(rate, nowMs);
    this.#people.set(userId, person);
    const elsewhereMs = Math.max(0, (this.#refusedUntil.get(userId) ?? 0) - nowMs);
    const retryAfterMs = elsewhereMs || person.take(nowMs) || this.#room.take(nowMs);
    if (retryAfterMs > 0) throw new OhmError("rate_limited", "Too many messages; wait a moment", { retryAfterMs });
    this.#countOverall(userId).catch((error: unknown) => this.#deps.report(error));
  }

  /** The same for what else a person changes in the chat, messages and people and settings: as many a second as frames may come. */
  takeAct(actor: RoomActor): void {
    const retryAfterMs = this.#actWaitMs(actor);
    if (retryAfterMs === 0) return;
    throw new OhmError("rate_limited", `At most ${limits.actsPerSecond} acts a second`, { retryAfterMs });
  }

  /** Counts an act that can be left out: false when it is one too many. */
  allowsAct(actor: RoomActor): boolean {
    return this.#actWaitMs(actor) === 0;
  }

  #actWaitMs({ userId, unlimited }: RoomActor): number {
    if (unlimited) return 0;
    const nowMs = this.#deps.clock.nowMs();
    const perSecond = limits.actsPerSecond;
    const person = this.#acts.get(userId) ?? new TokenBucket({ burst: perSecond, perSecond }, nowMs);
    this.#acts.set(userId, person);
    return person.take(nowMs);
  }

  async #countOverall(userId: string): Promise<void> {
    if (await this.#deps.countMessage(userId)) return;
    this.#refusedUntil.set(userId, this.#deps.clock.nowMs() + refusedMs);
  }
}
