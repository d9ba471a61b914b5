/** Who asks, made once per request from verified credentials and from nothing else. */
export type Actor = { kind: "anonymous" } | UserActor;

/** A person with a session. A guest has one without an account. */
export interface UserActor {
  kind: "user";
  userId: string;
  name: string;
  guest: boolean;
  /** The session, where D1 was asked for it: on a socket's upgrade. */
  sessionId?: string;
}
