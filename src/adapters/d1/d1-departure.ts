import type { EndedCredential } from "../../domain/chat/actor.ts";
import { D1Credentials } from "./d1-credentials.ts";

/** A person's going, as far as it is done at once. The rest is a job's. */
export class D1Departure {
  readonly #db: D1Database;
  readonly #userId: string;

  constructor(db: D1Database, userId: string) {
    this.#db = db;
    this.#userId = userId;
  }

  /** Ids of chats of theirs, not in the trash, in which other people are: the person hands them over first. At most 20. */
  async sharedChats(): Promise<string[]> {
    const { results } = await this.#db
      .prepare(
        `select id from chats where owner_id = ?1 and trashed_at is null and exists (
          select 1 from chat_participants where chat_id = chats.id and user_id <> ?1 and active = 1) limit 20`,
      )
      .bind(this.#userId)
      .all<{ id: string }>();
    return results.map(({ id }) => id);
  }

  /** Deletes the account with its sessions, keys, password and profile. Answers what had sockets open. */
  async signOutForEver(): Promise<EndedCredential[]> {
    const ended = await new D1Credentials(this.#db).openOf(this.#userId);
    await this.#db.prepare("delete from user where id = ?1").bind(this.#userId).run();
    return ended;
  }
}
