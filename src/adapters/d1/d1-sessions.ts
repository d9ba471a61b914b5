import type { SessionRows } from "../../application/room/session-watch.ts";

/** The auth library's sessions, as a room asks for them. */
export class D1Sessions implements SessionRows {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  async live(sessionIds: string[], nowMs: number): Promise<Set<string>> {
    const { results } = await this.#db
      .prepare("select id from session where id in (select value from json_each(?1)) and expiresAt > ?2")
      .bind(JSON.stringify(sessionIds), nowMs)
      .all<{ id: string }>();
    return new Set(results.map(({ id }) => id));
  }
}
