import { limits } from "../../domain/chat/limits.ts";
import { closeCodes } from "../../domain/chat/lists.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { Clock } from "../ports.ts";
import type { RoomSockets } from "./fan-out.ts";

/** Where sessions and API keys are kept. */
export interface SessionRows {
  /** Those of these credentials that have neither ended nor expired, and whose person is not suspended. */
  live(credentialIds: string[], nowMs: number): Promise<Set<string>>;
}

/** How long an end is remembered: an upgrade that was verified before it arrives within this time. */
const rememberedMs = 60_000;

/**
 * Closes the sockets of sessions and API keys that have ended: at once when it is told so, and for an end that it was not told of it asks.
 * Asked for after every change of a room, it asks the sessions once in `limits.sessionCheckMs` at most: a room where nothing happens
 * sends nothing, and is not woken for it.
 */
export class SessionWatch {
  readonly #sockets: RoomSockets;
  readonly #sessions: SessionRows;
  readonly #clock: Clock;
  readonly #endedAtMs = new Map<string, number>();
  #checkedAtMs = Number.NEGATIVE_INFINITY;

  constructor(sockets: RoomSockets, sessions: SessionRows, clock: Clock) {
    this.#sockets = sockets;
    this.#sessions = sessions;
    this.#clock = clock;
  }

  /** Closes the sockets of these credentials, and admits none with them that was verified a moment before. */
  end(credentialIds: readonly string[]): void {
    const nowMs = this.#clock.nowMs();
    for (const [id, atMs] of this.#endedAtMs) if (atMs <= nowMs - rememberedMs) this.#endedAtMs.delete(id);
    for (const id of credentialIds) this.#endedAtMs.set(id, nowMs);
    this.#close((id) => credentialIds.includes(id));
  }

  /** Throws `unauthenticated` for a credential that has just ended. */
  admit(credentialId: string): void {
    if (this.#endedAtMs.has(credentialId)) throw new OhmError("unauthenticated", "This session has ended");
  }

  /** Rejects when the sessions cannot be read; nobody is closed then, and the next call asks again. */
  async check(): Promise<void> {
    const nowMs = this.#clock.nowMs();
    if (nowMs - this.#checkedAtMs < limits.sessionCheckMs) return;
    const known = this.#sockets.all().map(({ credentialId }) => credentialId);
    const live = known.length === 0 ? new Set<string>() : await this.#sessions.live([...new Set(known)], nowMs);
    this.#checkedAtMs = nowMs;
    // One that was opened while the sessions were read has just been asked for.
    this.#close((id) => known.includes(id) && !live.has(id));
  }

  #close(hasEnded: (credentialId: string) => boolean): void {
    for (const socket of this.#sockets.all()) {
      if (hasEnded(socket.credentialId)) socket.close(closeCodes.signedOut, "signed out");
    }
  }
}
