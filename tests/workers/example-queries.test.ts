import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import document from "../../docs/data.md?raw";

/** The queries of docs/data.md by the title above each. */
const queries = [...document.matchAll(/^### (.+)\n[^`]*```sql\n([\s\S]*?)```/gm)].map(([, title = "", sql = ""]) => ({
  title,
  sql,
}));

const day = 86_400_000;

async function store(table: string, rows: Record<string, unknown>[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row);
    await env.DB.prepare(`insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`)
      .bind(...Object.values(row))
      .run();
  }
}

const chat = (id: string, title: string) => ({
  id,
  owner_id: "mara",
  title,
  title_automatic: false,
  mode: "group",
  phase: "bom",
  last_sequence: 9,
  is_public: false,
  created_at: 0,
  updated_at: day,
  projected_seq: 9,
});

const usage = (messageId: string, more: object) => ({
  message_id: messageId,
  user_id: "mara",
  chat_id: "c1",
  purpose: "answer",
  provider: "embedded",
  model: "ohm/engine",
  agent: "bom",
  input_tokens: 10,
  output_tokens: 20,
  cost_micro_usd: 100,
  created_at: 0,
  projected_seq: 1,
  ...more,
});

const member = (chatId: string, more: object) => ({
  chat_id: chatId,
  user_id: "mara",
  name: "Mara",
  role: "owner",
  joined_at: 0,
  last_read_sequence: 4,
  chat_updated_at: day,
  projected_seq: 1,
  ...more,
});

const part = (id: string, more: object) => ({
  ...{ chat_id: "c1", id, device_id: "main", name: id, category: "sensor", quantity: 1, role: "", owned: false },
  ...{ unit_price_cents: 0, price_low_cents: 0, price_high_cents: 0 },
  ...{ pins: "[]", alternatives: "[]", warnings: "[]", projected_seq: 1 },
  ...more,
});

const wire = (id: string, step: number) => ({
  ...{ chat_id: "c1", id, device_id: "main", step, from_pin: "U1:3V3", to_pin: "U2:VIN", net: "3V3" },
  ...{ colour: "orange", note: "", projected_seq: 1 },
});

const message = (sequence: number, content: string) => ({
  ...{ id: `m${sequence}`, chat_id: "c1", owner_id: "mara", sequence, sender_type: "user", content },
  ...{ status: "complete", created_at: sequence, projected_seq: 1 },
});

it("[DATA-2] the example queries of docs/data.md answer what they say", async () => {
  await store("chats", [chat("c1", "Weather station"), chat("c2", "Robot")]);
  await store("chat_participants", [
    member("c1", {}),
    member("c2", { last_read_sequence: 9 }),
    member("c1", { user_id: "jonas", name: "Jonas", role: "member" }),
  ]);
  await store("usage_events", [
    usage("u1", {}),
    usage("u2", { agent: "code", cost_micro_usd: 300 }),
    usage("u3", { chat_id: "c2", cost_micro_usd: 50, created_at: 40 * day }),
    usage("u4", { user_id: "jonas", cost_micro_usd: 7 }),
  ]);
  await store("projects", [
    { id: "p1", owner_id: "mara", name: "Balcony", design_chat_id: "c1", created_at: 0, updated_at: 0 },
  ]);
  await env.DB.prepare("update chats set project_id = 'p1' where id = 'c1'").run();
  await store("parts", [
    part("U2", { catalog_id: "bme280", unit_price_cents: 500, warnings: '["3.3 V only"]' }),
    part("R1", { quantity: 4, unit_price_cents: 5 }),
  ]);
  await store("connections", [wire("b", 2), wire("a", 1)]);
  await store("messages", [message(1, "Which battery?"), message(2, "Thanks")]);
  const answered: Record<string, unknown> = {};
  for (const { title, sql } of queries) {
    const named = sql.includes("?1") ? env.DB.prepare(sql).bind("mara") : env.DB.prepare(sql);
    answered[title] = (await named.all()).results;
  }
  expect(answered).toMatchObject({
    "Cost per chat": [
      { title: "Weather station", cost_micro_usd: 400 },
      { title: "Robot", cost_micro_usd: 50 },
    ],
    "Cost per agent": [
      { agent: "code", cost_micro_usd: 300 },
      { agent: "bom", cost_micro_usd: 150 },
    ],
    "Cost per month": [
      { month: "1970-01", cost_micro_usd: 400 },
      { month: "1970-02", cost_micro_usd: 50 },
    ],
    "Chats with something unread": [{ title: "Weather station", unread: 5, people: 2 }],
    "Parts by price, with their warnings": [
      { title: "Weather station", id: "U2", line_cents: 500, warnings: 1 },
      { id: "R1", line_cents: 20, warnings: 0 },
    ],
    "Wiring by step": [
      { step: 1, from_pin: "U1:3V3" },
      { step: 2, to_pin: "U2:VIN" },
    ],
    "Projects by part": [{ project: "Balcony", pieces: 1 }],
    "Messages with their project": [{ project: "Balcony", sequence: 1 }],
  });
});
