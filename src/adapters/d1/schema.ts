import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import {
  chatModes,
  chatPhases,
  chatRoles,
  intents,
  jobKinds,
  jobStates,
  projectStatuses,
  runStatuses,
  senderTypes,
} from "../../domain/chat/lists.ts";
import { partFamilies, verdicts } from "../../domain/circuit/lists.ts";

const moment = (name: string) => integer(name, { mode: "timestamp_ms" });

// The auth library's own tables: it decides the columns (its core schema and those of its anonymous and admin plugins), camelCase as it names them.

export const user = sqliteTable("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("emailVerified", { mode: "boolean" }).notNull(),
  image: text("image"),
  isAnonymous: integer("isAnonymous", { mode: "boolean" }),
  /** Role on the site: `siteRoles`. */
  role: text("role"),
  banned: integer("banned", { mode: "boolean" }),
  banReason: text("banReason"),
  banExpires: moment("banExpires"),
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
    impersonatedBy: text("impersonatedBy"),
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
    archivedAt: integer("archived_at"),
    trashedAt: integer("trashed_at"),
    memberCount: integer("member_count").notNull().default(1),
    /** Sums over this chat's `usage_events`. */
    inputTokens: integer("input_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull().default(0),
    costMicroUsd: integer("cost_micro_usd").notNull().default(0),
    /** The last place of the room's log at which a text was changed or removed: an answer that was made before D1 heard of it is not kept. */
    unsaidSeq: integer("unsaid_seq").notNull().default(0),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
    projectedSeq: integer("projected_seq").notNull(),
    /** Of the design's head revision, null before the first. */
    verdict: text("verdict", { enum: verdicts }),
    totalCents: integer("total_cents"),
  },
  (table) => [
    index("chats_owner").on(table.ownerId),
    index("chats_project").on(table.projectId).where(sql`${table.projectId} is not null`),
    // Only what is in the trash has a row in it: the daily look for what is due.
    index("chats_trash").on(table.trashedAt).where(sql`${table.trashedAt} is not null`),
  ],
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
    guest: integer("guest", { mode: "boolean" }).notNull().default(false),
    /** false for who left or was removed. */
    active: integer("active", { mode: "boolean" }).notNull().default(true),
    invitedBy: text("invited_by"),
    joinedAt: integer("joined_at").notNull(),
    lastReadSequence: integer("last_read_sequence").notNull().default(0),
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
    /** No text key: each index costs one billed row write per message. A message is found by its chat and sequence. */
    key: integer("key").primaryKey(),
    id: text("id").notNull(),
    chatId: text("chat_id")
      .notNull()
      .references(() => chats.id, { onDelete: "cascade" }),
    ownerId: text("owner_id").notNull(),
    sequence: integer("sequence").notNull(),
    runId: text("run_id"),
    senderType: text("sender_type", { enum: senderTypes }).notNull(),
    senderId: text("sender_id"),
    senderName: text("sender_name"),
    agent: text("agent"),
    modelId: text("model_id"),
    intent: text("intent", { enum: intents }),
    parentId: text("parent_id"),
    replyToId: text("reply_to_id"),
    isFirstResponder: integer("is_first_responder", { mode: "boolean" }).notNull().default(false),
    content: text("content").notNull(),
    status: text("status", { enum: runStatuses }).notNull(),
    inputTokens: integer("input_tokens"),
    outputTokens: integer("output_tokens"),
    costMicroUsd: integer("cost_micro_usd"),
    latencyMs: integer("latency_ms"),
    createdAt: integer("created_at").notNull(),
    editedAt: integer("edited_at"),
    removedAt: integer("removed_at"),
    projectedSeq: integer("projected_seq").notNull(),
  },
  (table) => [uniqueIndex("messages_place").on(table.chatId, table.sequence)],
);

/** What a person's `Idempotency-Key` was used for, for `limits.idempotencyHours`. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    /** Digest of method, address and body. */
    requestHash: text("request_hash").notNull(),
    /** Id of what the request makes: chosen once, so that a request which was cut off is taken up again. */
    subject: text("subject").notNull(),
    /** The try that may work, until `lease_until` (ms UTC): one that was cut off leaves its place to the next. */
    holder: text("holder").notNull(),
    leaseUntil: integer("lease_until").notNull(),
    /** HTTP status of the first answer, null until it was given. */
    status: integer("status"),
    /** The first answer, sealed: it may hold secrets that are shown once. Null too where it is not kept, or no more. */
    answer: text("answer"),
    /** The chat whose texts the answer may hold: it goes with the chat, and when a text of the chat is changed or removed. */
    chatId: text("chat_id").references(() => chats.id, { onDelete: "cascade" }),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actor, table.key] }),
    index("idempotency_expired").on(table.expiresAt),
    index("idempotency_chat").on(table.chatId).where(sql`${table.chatId} is not null`),
  ],
);

/** One call of a model on behalf of a person; a projection of the rooms' answers. The totals of `chats` are sums over it. */
export const usageEvents = sqliteTable(
  "usage_events",
  {
    /** No text key: found by what it paid for, and each further index costs one billed row write. */
    key: integer("key").primaryKey(),
    /** Who is billed: who asked. */
    userId: text("user_id").notNull(),
    /** null, as the message is, once the chat is deleted: what was spent stays known. No reference: a row of `chats` that D1 lost takes nothing along. */
    chatId: text("chat_id"),
    messageId: text("message_id"),
    purpose: text("purpose").notNull(),
    provider: text("provider").notNull(),
    model: text("model"),
    agent: text("agent"),
    inputTokens: integer("input_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    costMicroUsd: integer("cost_micro_usd").notNull(),
    createdAt: integer("created_at").notNull(),
    projectedSeq: integer("projected_seq").notNull(),
  },
  (table) => [uniqueIndex("usage_paid_for").on(table.chatId, table.messageId, table.purpose)],
);

/** What a person says of themselves beside the auth library's own row, which has name and picture. */
export const profiles = sqliteTable("profiles", {
  userId: text("user_id")
    .primaryKey()
    .references(() => user.id, { onDelete: "cascade" }),
  username: text("username").unique(),
  preferences: text("preferences").notNull(),
  createdAt: integer("created_at").notNull(),
  updatedAt: integer("updated_at").notNull(),
});

/** API keys: 32 random bytes with the prefix `ohm_`, of which only the SHA-256 is kept. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The key's first characters, to tell keys apart in a list. */
    start: text("start").notNull(),
    hash: text("hash").notNull().unique(),
    /** JSON list of `keyScopes`. */
    scopes: text("scopes").notNull(),
    lastUsedAt: integer("last_used_at"),
    expiresAt: integer("expires_at"),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [index("api_keys_person").on(table.userId)],
);

/** In which chats a session has opened sockets, so that its end closes them at once. */
export const sessionRooms = sqliteTable(
  "session_rooms",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => session.id, { onDelete: "cascade" }),
    chatId: text("chat_id").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.chatId] })],
);

/** In which chats an API key has opened sockets, so that its deletion closes them at once. */
export const keyRooms = sqliteTable(
  "key_rooms",
  {
    keyId: text("key_id")
      .notNull()
      .references(() => apiKeys.id, { onDelete: "cascade" }),
    chatId: text("chat_id").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.keyId, table.chatId] })],
);

/** Invitations to a chat. The token is an HMAC over id and generation; found by its SHA-256. */
export const chatInvitations = sqliteTable(
  "chat_invitations",
  {
    id: text("id").primaryKey(),
    chatId: text("chat_id")
      .notNull()
      .references(() => chats.id, { onDelete: "cascade" }),
    generation: integer("generation").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    role: text("role", { enum: chatRoles }).notNull(),
    guests: integer("guests", { mode: "boolean" }).notNull(),
    maxUses: integer("max_uses"),
    expiresAt: integer("expires_at"),
    revokedAt: integer("revoked_at"),
    createdBy: text("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [index("invitations_chat").on(table.chatId)],
);

/** Who came in by an invitation: once per person, so that a repeated accept uses up nothing. */
export const invitationUses = sqliteTable(
  "invitation_uses",
  {
    invitationId: text("invitation_id")
      .notNull()
      .references(() => chatInvitations.id, { onDelete: "cascade" }),
    userId: text("user_id").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.invitationId, table.userId] })],
);

/** Background jobs. The row is the authority: a queue only wakes a worker, and a cron re-sends what none took. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: text("id").primaryKey(),
    ownerId: text("owner_id").notNull(),
    chatId: text("chat_id"),
    kind: text("kind", { enum: jobKinds }).notNull(),
    /** What it is about, in words that its owner knows, where that is no chat: a chat's title is looked up, for a copy would outlive it. */
    subject: text("subject").notNull(),
    /** JSON of what the kind needs; ids, never content. */
    input: text("input").notNull(),
    state: text("state", { enum: jobStates }).notNull(),
    /** Tries since it last got on. */
    attempts: integer("attempts").notNull(),
    done: integer("done").notNull(),
    total: integer("total"),
    error: text("error"),
    /** When the cron wakes it again, unless a worker has moved this on by then. */
    runAfter: integer("run_after").notNull(),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    index("jobs_owner").on(table.ownerId, table.createdAt),
    index("jobs_due").on(table.runAfter).where(sql`${table.state} in ('queued', 'running')`),
  ],
);

/**
 * Projects. What a person has not said is null and follows the design chat: name and goal are its title and mission, status and steps follow
 * its phase. No text of a chat is copied here.
 */
export const projects = sqliteTable(
  "projects",
  {
    id: text("id").primaryKey(),
    ownerId: text("owner_id").notNull(),
    name: text("name"),
    goal: text("goal"),
    category: text("category"),
    location: text("location"),
    budgetCents: integer("budget_cents"),
    currency: text("currency"),
    status: text("status", { enum: projectStatuses }),
    /** JSON: the steps that a person has set, by id, to done or open. */
    steps: text("steps").notNull().default("{}"),
    /** JSON list of sentences. */
    successMetrics: text("success_metrics").notNull().default("[]"),
    /** The chat whose head is the project's design: the first one unless its owner chose another. */
    designChatId: text("design_chat_id"),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    index("projects_owner").on(table.ownerId, table.updatedAt),
    index("projects_design_chat").on(table.designChatId).where(sql`${table.designChatId} is not null`),
  ],
);

/** The parts of each chat's head revision, by reference designator. JSON columns hold what `contract` names lists. */
export const parts = sqliteTable(
  "parts",
  {
    chatId: text("chat_id")
      .notNull()
      .references(() => chats.id, { onDelete: "cascade" }),
    id: text("id").notNull(),
    deviceId: text("device_id").notNull(),
    catalogId: text("catalog_id"),
    name: text("name").notNull(),
    partNumber: text("part_number"),
    category: text("category", { enum: partFamilies }).notNull(),
    quantity: integer("quantity").notNull(),
    role: text("role").notNull(),
    owned: integer("owned", { mode: "boolean" }).notNull(),
    unitPriceCents: integer("unit_price_cents").notNull(),
    priceLowCents: integer("price_low_cents").notNull(),
    priceHighCents: integer("price_high_cents").notNull(),
    supplier: text("supplier"),
    url: text("url"),
    datasheetUrl: text("datasheet_url"),
    supplyMinVolts: real("supply_min_volts"),
    supplyMaxVolts: real("supply_max_volts"),
    logicVolts: real("logic_volts"),
    typicalMa: real("typical_ma"),
    maxMa: real("max_ma"),
    interface: text("interface"),
    pins: text("pins").notNull(),
    alternatives: text("alternatives").notNull(),
    /** What the check found about this part, and what the catalogue warns of. */
    warnings: text("warnings").notNull(),
    projectedSeq: integer("projected_seq").notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatId, table.id] })],
);

/** The wires of each chat's head revision. `step` counts in build order; ends are `part:pin`. */
export const connections = sqliteTable(
  "connections",
  {
    chatId: text("chat_id")
      .notNull()
      .references(() => chats.id, { onDelete: "cascade" }),
    id: text("id").notNull(),
    deviceId: text("device_id").notNull(),
    step: integer("step").notNull(),
    fromPin: text("from_pin").notNull(),
    toPin: text("to_pin").notNull(),
    net: text("net").notNull(),
    volts: real("volts"),
    colour: text("colour").notNull(),
    note: text("note").notNull(),
    warning: text("warning"),
    projectedSeq: integer("projected_seq").notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatId, table.id] })],
);

/** The firmware of each chat's head revision; its text is the artifact's. */
export const codeFiles = sqliteTable(
  "code_files",
  {
    chatId: text("chat_id")
      .notNull()
      .references(() => chats.id, { onDelete: "cascade" }),
    /** Device and unit. */
    id: text("id").notNull(),
    deviceId: text("device_id").notNull(),
    unitNumber: integer("unit_number").notNull(),
    filename: text("filename").notNull(),
    language: text("language").notNull(),
    platform: text("platform").notNull(),
    libraries: text("libraries").notNull(),
    productionReady: integer("production_ready", { mode: "boolean" }).notNull(),
    projectedSeq: integer("projected_seq").notNull(),
  },
  (table) => [primaryKey({ columns: [table.chatId, table.id] })],
);

/** Parts that a person has at home, by catalogue id. */
export const ownedParts = sqliteTable(
  "owned_parts",
  {
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    catalogId: text("catalog_id").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.catalogId] })],
);
