import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { chatModes, chatPhases, chatRoles, intents, runStatuses, senderTypes } from "../../domain/chat/lists.ts";
import { verdicts } from "../../domain/circuit/lists.ts";

const moment = (name: string) => integer(name, { mode: "timestamp_ms" });

// The auth library's own tables: it decides the columns (its core schema and its anonymous plugin's), camelCase as it names them.

export const user = sqliteTable("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("emailVerified", { mode: "boolean" }).notNull(),
  image: text("image"),
  isAnonymous: integer("isAnonymous", { mode: "boolean" }),
  createdAt: moment("createdAt").notNull(),
  updatedAt: moment("updatedAt").notNull(),
});

export const session = sqliteTable(
  "session",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: text("userId")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    expiresAt: moment("expiresAt").notNull(),
    ipAddress: text("ipAddress"),
    userAgent: text("userAgent"),
    createdAt: moment("createdAt").notNull(),
    updatedAt: moment("updatedAt").notNull(),
  },
  (table) => [index("session_user").on(table.userId)],
);

export const account = sqliteTable(
  "account",
  {
    id: text("id").primaryKey(),
    accountId: text("accountId").notNull(),
    providerId: text("providerId").notNull(),
    userId: text("userId")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    accessToken: text("accessToken"),
    refreshToken: text("refreshToken"),
    idToken: text("idToken"),
    accessTokenExpiresAt: moment("accessTokenExpiresAt"),
    refreshTokenExpiresAt: moment("refreshTokenExpiresAt"),
    scope: text("scope"),
    password: text("password"),
    createdAt: moment("createdAt").notNull(),
    updatedAt: moment("updatedAt").notNull(),
  },
  (table) => [index("account_user").on(table.userId)],
);

export const verification = sqliteTable(
  "verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: moment("expiresAt").notNull(),
    createdAt: moment("createdAt").notNull(),
    updatedAt: moment("updatedAt").notNull(),
  },
  (table) => [index("verification_identifier").on(table.identifier)],
);

// Projections of the rooms. `owner_id` is the shard key; `projected_seq` is the place of the room's log that the row shows, so that a
// flush that arrives late never overwrites a later one. Times are integer ms UTC.

export const chats = sqliteTable(
  "chats",
  {
    id: text("id").primaryKey(),
    ownerId: text("owner_id").notNull(),
    title: text("title"),
    titleAutomatic: integer("title_automatic", { mode: "boolean" }).notNull(),
    mode: text("mode", { enum: chatModes }).notNull(),
    phase: text("phase", { enum: chatPhases }).notNull(),
    projectId: text("project_id"),
    missionStatement: text("mission_statement"),
    modelId: text("model_id"),
    lastSequence: integer("last_sequence").notNull(),
    lastMessageAt: integer("last_message_at"),
    isPublic: integer("is_public", { mode: "boolean" }).notNull(),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
    projectedSeq: integer("projected_seq").notNull(),
    /** Of the design's head revision, null before the first. */
    verdict: text("verdict", { enum: verdicts }),
    totalCents: integer("total_cents"),
  },
  (table) => [index("chats_owner").on(table.ownerId)],
);

export const chatParticipants = sqliteTable(
  "chat_participants",
  {
    chatId: text("chat_id")
      .notNull()
      .references(() => chats.id, { onDelete: "cascade" }),
    userId: text("user_id").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: chatRoles }).notNull(),
    joinedAt: integer("joined_at").notNull(),
    /** Copy of the chat's `updated_at`, so that a person's newest chats are one walk of one index. */
    chatUpdatedAt: integer("chat_updated_at").notNull(),
    projectedSeq: integer("projected_seq").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chatId, table.userId] }),
    index("participants_newest").on(table.userId, table.chatUpdatedAt, table.chatId),
  ],
);

export const messages = sqliteTable(
  "messages",
  {
    id: text("id").primaryKey(),
    chatId: text("chat_id")
      .notNull()
      .references(() => chats.id, { onDelete: "cascade" }),
    ownerId: text("owner_id").notNull(),
    sequence: integer("sequence").notNull(),
    senderType: text("sender_type", { enum: senderTypes }).notNull(),
    senderId: text("sender_id"),
    senderName: text("sender_name"),
    agent: text("agent"),
    modelId: text("model_id"),
    intent: text("intent", { enum: intents }),
    content: text("content").notNull(),
    status: text("status", { enum: runStatuses }).notNull(),
    inputTokens: integer("input_tokens"),
    outputTokens: integer("output_tokens"),
    costMicroUsd: integer("cost_micro_usd"),
    latencyMs: integer("latency_ms"),
    createdAt: integer("created_at").notNull(),
    projectedSeq: integer("projected_seq").notNull(),
  },
  (table) => [uniqueIndex("messages_place").on(table.chatId, table.sequence)],
);

/** What a person's `Idempotency-Key` was used for. Keys of one person stand together, so that old ones go with the next use. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    bodyHash: text("body_hash").notNull(),
    /** Id of what the request makes: chosen once, so that a request which was cut off is taken up again. */
    subject: text("subject").notNull(),
    /** JSON of the first answer, null until it was given. */
    answer: text("answer"),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] })],
);
