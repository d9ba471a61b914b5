import { limits } from "../../domain/chat/limits.ts";
import { closeCodes } from "../../domain/chat/lists.ts";
import type { Clock } from "../ports.ts";
import type { RoomSockets } from "./fan-out.ts";

/** Where sessions are kept. */
export interface SessionRows {
  /** Those of these sessions that have neither ended nor expired. */
  live(sessionIds: string[], nowMs: number): Promise<Set<string>>;
}

/**
 * Closes the sockets of sessions that have ended. Asked for after every change of a room, it asks the sessions once in
 * `limits.sessionCheckMs` at most: a room where nothing happens sends nothing, and is not woken for it.
 */
export class SessionWatch {
  readonly #sockets: RoomSockets;
  readonly #sessions: SessionRows;
  readonly #clock: Clock;
  #checkedAtMs = Number.NEGATIVE_INFINITY;

  constructor(sockets: RoomSockets, sessions: SessionRows, clock: Clock) {
    this.#sockets = sockets;
    this.#sessions = sessions;
    this.#clock = clock;
  }

  /** Rejects when the sessions cannot be read; nobody is closed then, and the next call asks again. */
  async check(): Promise<void> {
    const nowMs = this.#clock.nowMs();
    if (nowMs - this.#checkedAtMs < limits.sessionCheckMs) return;
    const known = this.#sockets.all().flatMap(({ sessionId }) => sessionId ?? []);
    const live = known.length === 0 ? new Set<string>() : await this.#sessions.live([...new Set(known)], nowMs);
    this.#checkedAtMs = nowMs;
    for (const socket of this.#sockets.all()) {
      const { sessionId } = socket;
      // One that was opened while the sessions were read has just been asked for.
      if (sessionId === null || !known.includes(sessionId) || live.has(sessionId)) continue;
      socket.close(closeCodes.signedOut, "signed out");
    }
  }
}
