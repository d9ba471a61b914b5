import { hasRoom, migrateRoom } from "./room-migrations.ts";

/** What a statement came to. */
export interface Rows<T> {
  toArray(): T[];
  readonly rowsWritten: number;
}

const nothing = { toArray: () => [], rowsWritten: 0 };
const reads = /^\s*(select|with)\b/i;

/**
 * The SQL of one room. A room that nobody has created has no tables and reads as an empty one; its first write makes them. So whoever asks
 * for a chat that is not there leaves nothing behind. What is there is brought to the newest version at once.
 */
export class RoomSql {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  #isThere: boolean;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#isThere = hasRoom(storage.sql);
    if (this.#isThere) migrateRoom(storage);
  }

  exec<T extends Record<string, SqlStorageValue>>(statement: string, ...values: SqlStorageValue[]): Rows<T> {
    if (!this.#isThere) {
      if (reads.test(statement)) return nothing;
      this.#create();
    }
    return this.#sql.exec<T>(statement, ...values);
  }

  /** Runs `work` in one transaction; the tables are made before it, so that one which throws does not take them away again. */
  transaction<T>(work: () => T): T {
    if (!this.#isThere) this.#create();
    return this.#storage.transactionSync(work);
  }

  #create(): void {
    migrateRoom(this.#storage);
    this.#isThere = true;
  }
}
