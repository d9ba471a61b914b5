import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { unseal } from "../../src/adapters/webcrypto/sealed-text.ts";

type Row = Record<string, unknown>;

/** Tables of the schema: a new one is among them. The platform's own are not for us to read. */
const tables =
  "select name from sqlite_master where type = 'table' and name not like '_cf%' and name not like 'sqlite_%'";

/** Every row of every table of a room, as one text per table. */
export function textOfRoom(chat: string): Promise<string> {
  return runInDurableObject(env.ROOMS.getByName(chat), (_, { storage: { sql } }) =>
    sql
      .exec<{ name: string }>(tables)
      .toArray()
      .map(({ name }) => `${name}: ${JSON.stringify(sql.exec(`select * from "${name}"`).toArray())}`)
      .join("\n"),
  );
}

/** Every row of every table of D1, as one text per table. What is kept sealed is opened. */
export async function textOfD1(): Promise<string> {
  const { results } = await env.DB.prepare(tables).all<{ name: string }>();
  const texts = results.map(async ({ name }) => {
    const { results: rows } = await env.DB.prepare(`select * from "${name}"`).all<Row>();
    const opened = await Promise.all(rows.map((row) => (name === "idempotency_keys" ? withAnswer(row) : row)));
    return `${name}: ${JSON.stringify(opened)}`;
  });
  return (await Promise.all(texts)).join("\n");
}

async function withAnswer(row: Row): Promise<Row> {
  if (typeof row.answer !== "string") return row;
  const sealed = { secret: env.BETTER_AUTH_SECRET ?? "", purpose: "idempotency", place: `${row.actor} ${row.key}` };
  const answer = await unseal(row.answer, sealed);
  if (answer === null) throw new Error("An answer that is kept does not open");
  return { ...row, answer };
}
