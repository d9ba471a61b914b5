import { and, desc, eq } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { drizzle } from "drizzle-orm/d1";
import { limits } from "../../domain/chat/limits.ts";
import type { KeyScope } from "../../domain/chat/lists.ts";
import { readKeyScopes } from "./read-key-scopes.ts";
import { apiKeys, keyRooms } from "./schema.ts";

/** An API key as its owner sees it in the list. */
export interface ListedKey {
  id: string;
  name: string;
  start: string;
  scopes: KeyScope[];
  lastUsedAt: number | null;
  expiresAt: number | null;
  createdAt: number;
}

/** A key before it is stored, with the SHA-256 by which it is found. */
export type NewKey = Omit<ListedKey, "lastUsedAt"> & { hash: string };

/** The API keys of one person. Of a key only its hash and its beginning are kept. */
export class D1ApiKeys {
  readonly #d1: D1Database;
  readonly #db: DrizzleD1Database;
  readonly #userId: string;

  constructor(db: D1Database, userId: string) {
    this.#d1 = db;
    this.#db = drizzle(db);
    this.#userId = userId;
  }

  /** The newest first. */
  async list(): Promise<ListedKey[]> {
    const rows = await this.#db
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.userId, this.#userId))
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
    return rows.map(({ userId: _, hash: __, ...row }) => ({ ...row, scopes: readKeyScopes(row.scopes) }));
  }

  /** Stores a key; false when the person has `limits.keysPerPerson` already. Counted and stored in one statement. */
  async add({ id, name, start, hash, scopes, expiresAt, createdAt }: NewKey): Promise<boolean> {
    const { meta } = await this.#d1
      .prepare(
        `insert into api_keys (id, user_id, name, start, hash, scopes, expires_at, created_at)
        select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 where (select count(*) from api_keys where user_id = ?2) < ?9`,
      )
      .bind(id, this.#userId, name, start, hash, JSON.stringify(scopes), expiresAt, createdAt, limits.keysPerPerson)
      .run();
    return meta.changes > 0;
  }

  /** Deletes a key of this person; answers the chats in which it has opened sockets, last opened first, null when there is no such key. */
  async remove(id: string): Promise<string[] | null> {
    const own = and(eq(apiKeys.id, id), eq(apiKeys.userId, this.#userId));
    const [rooms, deleted] = await this.#db.batch([
      this.#db
        .select({ chatId: keyRooms.chatId })
        .from(keyRooms)
        .innerJoin(apiKeys, and(eq(apiKeys.id, keyRooms.keyId), own))
        .orderBy(desc(keyRooms.createdAt))
        .limit(limits.roomsClosedAtOnce),
      this.#db.delete(apiKeys).where(own),
    ]);
    return deleted.meta.changes > 0 ? rooms.map(({ chatId }) => chatId) : null;
  }
}
