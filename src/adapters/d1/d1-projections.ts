import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ProjectionStore, RoomSlice } from "../../application/room/projection.ts";
import { chatParticipants, chats, messages } from "./schema.ts";

type Row = Record<string, string | number | boolean | null>;

interface Projection {
  table: SQLiteTable;
  /** A column that the database fills. */
  made?: string;
  /** Columns that name a row. */
  key: string[];
  /** Rows by column name; a missing column stays null. */
  rows(slice: RoomSlice): Row[];
}

/** One entry per table, parents first; a new table joins the projector by joining this list. */
const projections: readonly Projection[] = [
  {
    table: chats,
    key: ["id"],
    rows: ({ seq, chat, design, members }) => [
      {
        id: chat.id,
        owner_id: chat.ownerId,
        title: chat.title,
        title_automatic: chat.titleAutomatic,
        mode: chat.mode,
        phase: chat.phase,
        project_id: chat.projectId,
        mission_statement: chat.missionStatement,
        model_id: chat.modelId,
        last_sequence: chat.lastSequence,
        last_message_at: chat.lastMessageAt,
        is_public: chat.isPublic,
        archived_at: chat.archivedAt ?? null,
        trashed_at: chat.trashedAt ?? null,
        member_count: members.filter(({ leftAt }) => leftAt === null).length,
        input_tokens: 0,
        output_tokens: 0,
        cost_micro_usd: 0,
        created_at: chat.createdAt,
        updated_at: chat.updatedAt,
        projected_seq: seq,
        verdict: design?.verdict ?? null,
        total_cents: design?.totalCents ?? null,
      },
    ],
  },
  {
    table: chatParticipants,
    key: ["chat_id", "user_id"],
    rows: ({ seq, chat, members }) =>
      members.map((member) => ({
        chat_id: chat.id,
        user_id: member.userId,
        name: member.name,
        role: member.role,
        guest: member.guest ?? false,
        active: member.leftAt === null,
        invited_by: member.invitedBy,
        joined_at: member.joinedAt,
        last_read_sequence: 0,
        chat_updated_at: chat.updatedAt,
        projected_seq: seq,
      })),
  },
  {
    table: messages,
    made: "key",
    key: ["chat_id", "sequence"],
    rows: ({ seq, chat, messages: touched }) =>
      touched.map((message) => ({
        id: message.id,
        chat_id: chat.id,
        owner_id: chat.ownerId,
        sequence: message.sequence,
        run_id: message.runId,
        sender_type: message.senderType,
        sender_id: message.senderId,
        sender_name: message.senderName,
        agent: message.agent,
        model_id: message.modelId,
        intent: message.intent,
        parent_id: message.parentId,
        reply_to_id: message.replyToId,
        is_first_responder: message.isFirstResponder,
        content: message.content,
        status: message.status,
        input_tokens: message.inputTokens,
        output_tokens: message.outputTokens,
        cost_micro_usd: message.costMicroUsd,
        latency_ms: message.latencyMs,
        created_at: message.createdAt,
        edited_at: message.editedAt ?? null,
        removed_at: message.removed?.at ?? null,
        projected_seq: seq,
      })),
  },
];

/** One statement for any number of rows: they travel as one JSON parameter. A row that shows a later place of the log stays. */
function upsert({ table, key, made }: Projection): string {
  const name = getTableName(table);
  const columns = Object.values(getTableColumns(table))
    .map((column) => column.name)
    .filter((column) => column !== made);
  const changed = columns.filter((column) => !key.includes(column));
  return `insert into ${name} (${columns.join(", ")})
    select ${columns.map((column) => `json_extract(value, '$.${column}')`).join(", ")} from json_each(?1) where true
    on conflict (${key.join(", ")}) do update set ${changed.map((column) => `${column} = excluded.${column}`).join(", ")}
    where excluded.projected_seq >= ${name}.projected_seq`;
}

/** The rooms' projections in D1: one statement per table, one batch (a transaction) per slice. */
export class D1Projections implements ProjectionStore {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  async write(slice: RoomSlice): Promise<void> {
    const statements = projections
      .map((projection) => ({ projection, rows: projection.rows(slice) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ projection, rows }) => this.#db.prepare(upsert(projection)).bind(JSON.stringify(rows)));
    await this.#db.batch(statements);
  }
}
