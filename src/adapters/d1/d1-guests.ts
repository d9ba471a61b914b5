/** A guest as somebody sees them who may bring their chats along. */
export interface GuestChats {
  name: string;
  chats: number;
}

/** Guests in D1, for those who have proved that they were one. */
export class D1Guests {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** The guest's name and how many chats they are in; null for who is no guest, or none any more. */
  async chatsOf(guestId: string): Promise<GuestChats | null> {
    return this.#db
      .prepare(
        `select name, (select count(*) from chat_participants where user_id = user.id and active = 1) as chats
        from user where id = ?1 and isAnonymous = 1`,
      )
      .bind(guestId)
      .first<{ name: string; chats: number }>();
  }
}
