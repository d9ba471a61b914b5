/** Parts that a person has at home, by catalogue id. */
export class D1OwnedParts {
  readonly #db: D1Database;
  readonly #userId: string;

  constructor(db: D1Database, userId: string) {
    this.#db = db;
    this.#userId = userId;
  }

  /** In the order of their ids. */
  async list(): Promise<{ catalogId: string }[]> {
    const { results } = await this.#db
      .prepare("select catalog_id as catalogId from owned_parts where user_id = ?1 order by catalog_id")
      .bind(this.#userId)
      .all<{ catalogId: string }>();
    return results;
  }

  /** All of them; those that are not among these are had no more. */
  async put(catalogIds: readonly string[], nowMs: number): Promise<void> {
    const ids = JSON.stringify(catalogIds);
    await this.#db.batch([
      this.#db
        .prepare("delete from owned_parts where user_id = ?1 and catalog_id not in (select value from json_each(?2))")
        .bind(this.#userId, ids),
      this.#db
        .prepare("insert or ignore into owned_parts select ?1, value, ?3 from json_each(?2)")
        .bind(this.#userId, ids, nowMs),
    ]);
  }
}
