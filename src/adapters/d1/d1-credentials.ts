import type { SQL } from "drizzle-orm";
import { and, desc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { drizzle } from "drizzle-orm/d1";
import type { Credential, EndedCredential, UserActor } from "../../domain/chat/actor.ts";
import { isSuspended, siteRoleOf } from "../../domain/chat/actor.ts";
import { limits } from "../../domain/chat/limits.ts";
import { readKeyScopes } from "./read-key-scopes.ts";
import { apiKeys, session, sessionRooms, user } from "./schema.ts";

/** Whom a credential stands for: nobody, a person, or one who is suspended (until then, ms UTC; null for good). */
export type Found =
  | { kind: "nobody" }
  | { kind: "person"; actor: UserActor }
  | { kind: "suspended"; untilMs: number | null };

const person = {
  userId: user.id,
  name: user.name,
  isAnonymous: user.isAnonymous,
  updatedAt: user.updatedAt,
  role: user.role,
  banned: user.banned,
  banExpires: user.banExpires,
};

/** The row that `person` reads. */
type Person = Pick<
  typeof user.$inferSelect,
  "name" | "isAnonymous" | "updatedAt" | "role" | "banned" | "banExpires"
> & {
  userId: string;
};

/** Sessions and API keys as they are in D1 now. */
export class D1Credentials {
  readonly #d1: D1Database;
  readonly #db: DrizzleD1Database;

  constructor(db: D1Database) {
    this.#d1 = db;
    this.#db = drizzle(db);
  }

  /** Whom the session of this token stands for. */
  async ofSession(token: string, nowMs: number): Promise<Found> {
    const [row] = await this.#db
      .select({ id: session.id, ...person })
      .from(session)
      .innerJoin(user, eq(user.id, session.userId))
      .where(and(eq(session.token, token), gt(session.expiresAt, new Date(nowMs))));
    return row ? found(row, { kind: "session", id: row.id }, nowMs) : { kind: "nobody" };
  }

  /**
   * Whom the key of this hash stands for. Asked for every request with a key, without a cache: a key that was deleted ends at once
   * everywhere, at the cost of one look-up by a unique index. That it was used is noted once in `limits.keyUseNotedMs`.
   */
  async ofKey(hash: string, nowMs: number): Promise<Found> {
    const [row] = await this.#db
      .select({ id: apiKeys.id, scopes: apiKeys.scopes, lastUsedAt: apiKeys.lastUsedAt, ...person })
      .from(apiKeys)
      .innerJoin(user, eq(user.id, apiKeys.userId))
      .where(and(eq(apiKeys.hash, hash), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, nowMs))));
    if (!row) return { kind: "nobody" };
    const who = found(row, { kind: "key", id: row.id, scopes: readKeyScopes(row.scopes) }, nowMs);
    if (who.kind === "person" && isUnnoted(row.lastUsedAt, nowMs)) await this.#noteUse(row.id, nowMs);
    return who;
  }

  /** Remembers that the credential opens a socket in this chat; false when it has ended meanwhile. */
  async noteRoom({ kind, id }: Credential, chatId: string, nowMs: number): Promise<boolean> {
    const { meta } = await this.#d1.prepare(noteRoom[kind]).bind(id, chatId.toLowerCase(), nowMs).run();
    return meta.changes > 0;
  }

  /** Ends a session; answers where it has sockets. One transaction: a socket that is noted later finds its session gone. */
  async endSession(sessionId: string): Promise<EndedCredential> {
    const [rooms] = await this.#db.batch([
      this.#db
        .select({ chatId: sessionRooms.chatId })
        .from(sessionRooms)
        .where(eq(sessionRooms.sessionId, sessionId))
        .orderBy(desc(sessionRooms.createdAt))
        .limit(limits.roomsClosedAtOnce),
      this.#db.delete(session).where(eq(session.id, sessionId)),
    ]);
    return { credentialId: sessionId, rooms: rooms.map(({ chatId }) => chatId) };
  }

  /** Where the sessions and keys of a person have sockets, last opened first. */
  async openOf(userId: string): Promise<EndedCredential[]> {
    const { results } = await this.#d1
      .prepare(
        `select session_id as id, chat_id, created_at from session_rooms join session on session.id = session_id where userId = ?1
        union all select key_id, chat_id, created_at from key_rooms where key_id in (select id from api_keys where user_id = ?1)
        order by created_at desc limit ?2`,
      )
      .bind(userId, limits.roomsClosedAtOnce)
      .all<{ id: string; chat_id: string }>();
    return results.map(({ id, chat_id }) => ({ credentialId: id, rooms: [chat_id] }));
  }

  async #noteUse(id: string, nowMs: number): Promise<void> {
    const due: SQL | undefined = or(isNull(apiKeys.lastUsedAt), lte(apiKeys.lastUsedAt, nowMs - limits.keyUseNotedMs));
    await this.#db
      .update(apiKeys)
      .set({ lastUsedAt: nowMs })
      .where(and(eq(apiKeys.id, id), due));
  }
}

// One statement finds the credential and notes the room, so that none is noted for one that has ended.
const noteRoom: Record<Credential["kind"], string> = {
  session: `insert into session_rooms (session_id, chat_id, created_at)
    select id, ?2, ?3 from session where id = ?1 and expiresAt > ?3
    on conflict (session_id, chat_id) do update set created_at = excluded.created_at`,
  key: `insert into key_rooms (key_id, chat_id, created_at)
    select id, ?2, ?3 from api_keys where id = ?1 and (expires_at is null or expires_at > ?3)
    on conflict (key_id, chat_id) do update set created_at = excluded.created_at`,
};

function found(row: Person, credential: Credential, nowMs: number): Found {
  const { userId, name, isAnonymous, updatedAt, role, banned } = row;
  const banExpires = row.banExpires?.getTime() ?? null;
  if (isSuspended({ banned, banExpires }, nowMs)) return { kind: "suspended", untilMs: banExpires };
  const known = { userId, name, guest: isAnonymous === true, changedAt: updatedAt.getTime() };
  return { kind: "person", actor: { kind: "user", ...known, siteRole: siteRoleOf(role), credential } };
}

function isUnnoted(lastUsedAt: number | null, nowMs: number): boolean {
  return lastUsedAt === null || lastUsedAt <= nowMs - limits.keyUseNotedMs;
}
