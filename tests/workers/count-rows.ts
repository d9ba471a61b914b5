import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";

/** Counts the rows that a room writes from now on, by table. */
export async function countRows(chat: string): Promise<Map<string, number>> {
  const written = new Map<string, number>();
  const count = (what: string, rows: number) => {
    if (rows > 0) written.set(what, (written.get(what) ?? 0) + rows);
  };
  await runInDurableObject(env.ROOMS.getByName(chat), (_, { storage }) => {
    const { sql } = storage;
    const exec = sql.exec.bind(sql);
    const setAlarm = storage.setAlarm.bind(storage);
    Object.defineProperty(sql, "exec", {
      value: (query: string, ...values: SqlStorageValue[]) => {
        const cursor = exec(query, ...values);
        const [, table = query] = /(?:into|update|from) (\w+)/.exec(query) ?? [];
        count(table === "meta" ? `${values[0] === "chat" ? "settings" : values[0]}` : table, cursor.rowsWritten);
        return cursor;
      },
    });
    Object.defineProperty(storage, "setAlarm", {
      value: (at: number) => {
        count("alarm", 1);
        return setAlarm(at);
      },
    });
  });
  return written;
}
