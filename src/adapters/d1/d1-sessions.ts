import type { SessionRows } from "../../application/room/session-watch.ts";

const isFree = "(coalesce(u.banned, 0) = 0 or u.banExpires <= ?2)";

/** The auth library's sessions and our API keys, as a room asks for them. */
export class D1Sessions implements SessionRows {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  async live(credentialIds: string[], nowMs: number): Promise<Set<string>> {
    const { results } = await this.#db
      .prepare(
        `select s.id from session s join user u on u.id = s.userId
          where s.id in (select value from json_each(?1)) and s.expiresAt > ?2 and ${isFree}
        union all select k.id from api_keys k join user u on u.id = k.user_id
          where k.id in (select value from json_each(?1)) and (k.expires_at is null or k.expires_at > ?2) and ${isFree}`,
      )
      .bind(JSON.stringify(credentialIds), nowMs)
      .all<{ id: string }>();
    return new Set(results.map(({ id }) => id));
  }
}
