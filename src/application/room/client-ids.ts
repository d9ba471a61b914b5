import { OhmError } from "../../domain/error/ohm-error.ts";
import type { RoomDeps } from "./room-deps.ts";

/** Where what was asked for stands, for ever: a message's, or a run's with the sequence of what it answers. */
export interface Place {
  seq: number;
  id: string;
  sequence: number;
}

/** An act that a client may send again under the same id. `body` is all that makes it this act and no other. */
export interface NamedAct {
  userId: string;
  /** undefined: every time is a new one. */
  clientId: string | undefined;
  body: readonly unknown[];
}

type Deps = Pick<RoomDeps, "storage" | "digest">;

/** The place of the log that this act was given before, null where it is new. Throws `conflict` for an id used for another act. */
export function placeBefore({ storage, digest }: Deps, { userId, clientId, body }: NamedAct): number | null {
  const known = clientId === undefined ? null : storage.log.clientId(userId, clientId.toLowerCase());
  if (!known) return null;
  if (known.bodyHash !== digest(JSON.stringify(body))) {
    throw new OhmError("conflict", "This client id was used for something else");
  }
  return known.seq;
}

/** In the transaction of the act: remembers its place. */
export function keepPlace({ storage, digest }: Deps, { userId, clientId, body }: NamedAct, seq: number): void {
  if (clientId === undefined) return;
  storage.log.putClientId(userId, clientId.toLowerCase(), { seq, bodyHash: digest(JSON.stringify(body)) });
}
