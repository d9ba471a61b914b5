import { and, desc, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { drizzle } from "drizzle-orm/d1";
import type { NewChat } from "../../application/room/room.ts";
import type { UserActor } from "../../domain/chat/actor.ts";
import type { ChatRole } from "../../domain/chat/lists.ts";
import type { ChatHead } from "../../domain/chat/message.ts";
import type { Verdict } from "../../domain/circuit/lists.ts";
import { chatParticipants, chats } from "./schema.ts";

/** Where a page of the chat list starts: after the chat of this id and time. */
export interface ListPlace {
  updatedAt: number;
  id: string;
}

/** A page of the chat list: what is archived or in the trash only where it is asked for. */
export interface ChatListPage {
  limit: number;
  after: ListPlace | null;
  /** null: archived or not. */
  archived: boolean | null;
  trashed: boolean;
  /** Only chats of one's own in this project. */
  projectId?: string;
}

/** A chat as its member sees it in a list, with the head revision of its design: null where there is none. */
export interface ChatListItem extends ChatHead {
  role: ChatRole;
  verdict: Verdict | null;
  totalCents: number | null;
  lastReadSequence: number;
  memberCount: number;
}

/** The chats of one person in D1. Membership is in the same statement as the data. */
export class D1ChatDirectory {
  readonly #db: DrizzleD1Database;
  readonly #actor: UserActor;

  constructor(db: D1Database, actor: UserActor) {
    this.#db = drizzle(db);
    this.#actor = actor;
  }

  /** The chats that the person is in, last changed first. */
  async list({ limit, after, archived, trashed, projectId }: ChatListPage): Promise<ChatListItem[]> {
    const rows = await this.#db
      .select()
      .from(chatParticipants)
      .innerJoin(chats, eq(chats.id, chatParticipants.chatId))
      .where(
        and(
          eq(chatParticipants.userId, this.#actor.userId),
          eq(chatParticipants.active, true),
          trashed ? isNotNull(chats.trashedAt) : isNull(chats.trashedAt),
          archived ? isNotNull(chats.archivedAt) : trashed || archived === null ? undefined : isNull(chats.archivedAt),
          projectId === undefined
            ? undefined
            : and(eq(chats.projectId, projectId), eq(chats.ownerId, this.#actor.userId)),
          after
            ? or(
                lt(chatParticipants.chatUpdatedAt, after.updatedAt),
                and(eq(chatParticipants.chatUpdatedAt, after.updatedAt), lt(chatParticipants.chatId, after.id)),
              )
            : undefined,
        ),
      )
      .orderBy(desc(chatParticipants.chatUpdatedAt), desc(chatParticipants.chatId))
      .limit(limit);
    return rows.map(({ chats: row, chat_participants: { role, lastReadSequence } }) => {
      const { verdict, totalCents, memberCount } = row;
      return { ...headOf(row), role, verdict, totalCents, lastReadSequence, memberCount };
    });
  }

  /** Writes the chat and its owner's membership in one batch; a second time changes nothing. */
  async create({ chat, owner }: NewChat): Promise<void> {
    const counters = { lastSequence: 0, lastMessageAt: null, projectedSeq: 0 };
    await this.#db.batch([
      this.#db
        .insert(chats)
        .values({ ...chat, ...counters })
        .onConflictDoNothing(),
      this.#db
        .insert(chatParticipants)
        .values({ chatId: chat.id, ...owner, chatUpdatedAt: chat.updatedAt, projectedSeq: 0 })
        .onConflictDoNothing(),
    ]);
  }

  /**
   * What `create` wrote for a chat that this person owns, to finish a creation that stopped half-way; null when there is none. Of a row
   * that a room has projected there was a room: whatever became of it, it is not begun anew.
   */
  async created(chatId: string): Promise<NewChat | null> {
    const [row] = await this.#db
      .select()
      .from(chats)
      .innerJoin(
        chatParticipants,
        and(eq(chatParticipants.chatId, chats.id), eq(chatParticipants.userId, this.#actor.userId)),
      )
      .where(and(eq(chats.id, chatId), eq(chats.ownerId, this.#actor.userId), eq(chats.projectedSeq, 0)))
      .limit(1);
    if (!row) return null;
    const { lastSequence: _, lastMessageAt: __, ...settings } = headOf(row.chats);
    const { ownerId, titleAutomatic } = row.chats;
    const { userId, name, role, joinedAt, guest } = row.chat_participants;
    return { chat: { ...settings, ownerId, titleAutomatic }, owner: { userId, name, role, joinedAt, guest } };
  }
}

function headOf(row: typeof chats.$inferSelect): ChatHead {
  const { id, title, mode, phase, projectId, missionStatement, modelId, lastSequence, lastMessageAt } = row;
  const { isPublic, archivedAt, trashedAt, createdAt, updatedAt } = row;
  const settings = { id, title, mode, phase, projectId, missionStatement, modelId, isPublic, archivedAt, trashedAt };
  return { ...settings, lastSequence, lastMessageAt, createdAt, updatedAt };
}
