import { designTables } from "./design-rows.ts";
import type { Projection } from "./projection-table.ts";
import { chatParticipants, chats, messages, usageEvents } from "./schema.ts";

/** The sums over a chat's `usage_events` that its row shows. */
export const chatTotals = ["input_tokens", "output_tokens", "cost_micro_usd"] as const;

/** One entry per table, the chat itself last: its totals are sums over rows of the others. A new table joins by joining this list. */
export const projections: readonly Projection[] = [
  {
    table: chatParticipants,
    key: ["chat_id", "user_id"],
    whole: true,
    rows: ({ asOf, chat, members, reads }) =>
      members.map((member) => ({
        chat_id: chat.id,
        user_id: member.userId,
        name: member.name,
        role: member.role,
        guest: member.guest ?? false,
        active: member.leftAt === null,
        invited_by: member.invitedBy,
        joined_at: member.joinedAt,
        last_read_sequence: reads[member.userId] ?? 0,
        // Who is not in the chat lists it no more: their row stays as it is.
        chat_updated_at: member.leftAt ?? chat.updatedAt,
        projected_seq: asOf,
      })),
  },
  {
    table: messages,
    made: ["key"],
    key: ["chat_id", "sequence"],
    rows: ({ asOf, chat, messages: touched }) =>
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
        projected_seq: asOf,
      })),
  },
  {
    table: usageEvents,
    made: ["key"],
    key: ["chat_id", "message_id", "purpose"],
    rows: ({ asOf, chat, usage }) =>
      usage.map((event) => ({
        user_id: event.userId,
        chat_id: chat.id,
        message_id: event.messageId,
        purpose: event.purpose,
        provider: event.provider,
        model: event.model,
        agent: event.agent,
        input_tokens: event.inputTokens,
        output_tokens: event.outputTokens,
        cost_micro_usd: event.costMicroUsd,
        created_at: event.createdAt,
        projected_seq: asOf,
      })),
  },
  ...designTables,
  {
    table: chats,
    made: [...chatTotals, "unsaid_seq"],
    key: ["id"],
    rows: ({ asOf, chat, design, members }) => [
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
        created_at: chat.createdAt,
        updated_at: chat.updatedAt,
        projected_seq: asOf,
        verdict: design?.verdict ?? null,
        total_cents: design?.totalCents ?? null,
      },
    ],
  },
];
