import type { InvitationDesk, LinkHolder, StandingInvitation } from "../../application/accept-invitation.ts";
import type { ChatRole } from "../../domain/chat/lists.ts";

/** An invitation as those of its chat see it who may invite; the token is made from `id` and `generation`. */
export interface InvitationRow {
  id: string;
  chatId: string;
  generation: number;
  role: ChatRole;
  guests: boolean;
  uses: number;
  maxUses: number | null;
  expiresAt: number | null;
  createdBy: string;
  createdByName: string;
  createdAt: number;
}

/** A page of invitations, newest first: ids below `before`. */
export interface InvitationPage {
  before: string | undefined;
  limit: number;
  nowMs: number;
  /** Only those to these roles. */
  roles: readonly ChatRole[];
}

/** An invitation that is to end. */
interface RevokedInvitation {
  chatId: string;
  id: string;
  roles: readonly ChatRole[];
}

type StoredInvitation = {
  id: string;
  chat_id: string;
  generation: number;
  role: ChatRole;
  guests: number;
  uses: number;
  max_uses: number | null;
  expires_at: number | null;
  created_by: string;
  created_by_name: string;
  created_at: number;
};

type StoredStanding = StoredInvitation & { title: string | null; joined: number; known: number };

const uses = "(select count(*) from invitation_uses where invitation_id = i.id)";
/** Its maker has to be somebody who may still invite to its role; the room asks the same when somebody comes. */
const stands = `i.revoked_at is null and (i.expires_at is null or i.expires_at > ?1) and exists (
  select 1 from chat_participants maker
  where maker.chat_id = i.chat_id and maker.user_id = i.created_by and maker.active
    and (maker.role = 'owner' or (maker.role = 'admin' and i.role <> 'admin')))`;
const isUsedUp = `(i.max_uses is not null and ${uses} >= i.max_uses)`;
/** `?2` is the token's hash. What is in the trash takes nobody in. */
const byToken = `chat_invitations i join chats c on c.id = i.chat_id and c.trashed_at is null
  where i.token_hash = ?2 and ${stands}`;
/** `?3` is the person, or null. */
const hasPlace = "exists (select 1 from invitation_uses where invitation_id = i.id and user_id = ?3)";
const isKnown = "exists (select 1 from chat_participants where chat_id = i.chat_id and user_id = ?3)";
const isInChat = "exists (select 1 from chat_participants where chat_id = i.chat_id and user_id = ?3 and active)";

/** Invitations in D1. Whether one stands is asked in the statement that uses it. */
export class D1Invitations implements InvitationDesk {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  async standing({ tokenHash, userId }: LinkHolder, nowMs: number): Promise<StandingInvitation | null> {
    const row = await this.#db
      .prepare(
        `select i.*, ${uses} as uses, c.title, ${isInChat} as joined, ${isKnown} as known
         from ${byToken} and (${hasPlace} or not ${isUsedUp})`,
      )
      .bind(nowMs, tokenHash, userId)
      .first<StoredStanding>();
    return row ? standingOf(row) : null;
  }

  /** Whether this person has come into a chat by an invitation. */
  async hasUsed(userId: string): Promise<boolean> {
    const row = await this.#db.prepare("select 1 from invitation_uses where user_id = ?1 limit 1").bind(userId).first();
    return row !== null;
  }

  async claim(
    { tokenHash, userId }: { tokenHash: string; userId: string },
    nowMs: number,
  ): ReturnType<InvitationDesk["claim"]> {
    const [taken, held] = await this.#db.batch([
      this.#db
        .prepare(
          `insert into invitation_uses (invitation_id, user_id, created_at)
           select i.id, ?3, ?1 from ${byToken} and not ${isUsedUp}
           on conflict do nothing`,
        )
        .bind(nowMs, tokenHash, userId),
      this.#db.prepare(`select i.id from ${byToken} and ${hasPlace}`).bind(nowMs, tokenHash, userId),
    ]);
    if ((taken?.meta.changes ?? 0) > 0) return "taken";
    return (held?.results.length ?? 0) > 0 ? "held" : "none";
  }

  async release({ invitationId, userId }: { invitationId: string; userId: string }): Promise<void> {
    await this.#db
      .prepare("delete from invitation_uses where invitation_id = ?1 and user_id = ?2")
      .bind(invitationId, userId)
      .run();
  }

  /** Those of a chat that stand, used up or not. */
  async list(chatId: string, { before, limit, nowMs, roles }: InvitationPage): Promise<InvitationRow[]> {
    const { results } = await this.#db
      .prepare(
        `select i.*, ${uses} as uses from chat_invitations i
         where i.chat_id = ?2 and ${stands} and (?3 is null or i.id < ?3)
           and i.role in (select value from json_each(?5))
         order by i.id desc limit ?4`,
      )
      .bind(nowMs, chatId, before ?? null, limit, JSON.stringify(roles))
      .all<StoredInvitation>();
    return results.map(rowOf);
  }

  /** A second time under the same id changes nothing. */
  async create(row: Omit<InvitationRow, "uses">, tokenHash: string): Promise<void> {
    await this.#db
      .prepare(
        `insert into chat_invitations (id, chat_id, generation, token_hash, role, guests, max_uses, expires_at,
           created_by, created_by_name, created_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) on conflict (id) do nothing`,
      )
      .bind(
        row.id,
        row.chatId,
        row.generation,
        tokenHash,
        row.role,
        Number(row.guests),
        row.maxUses,
        row.expiresAt,
        row.createdBy,
        row.createdByName,
        row.createdAt,
      )
      .run();
  }

  /** Ends an invitation of this chat; again changes nothing. false when the chat has none of this id to one of these roles. */
  async revoke({ chatId, id, roles }: RevokedInvitation, nowMs: number): Promise<boolean> {
    const { meta } = await this.#db
      .prepare(
        `update chat_invitations set revoked_at = coalesce(revoked_at, ?1)
         where chat_id = ?2 and id = ?3 and role in (select value from json_each(?4))`,
      )
      .bind(nowMs, chatId, id, JSON.stringify(roles))
      .run();
    return meta.changes > 0;
  }
}

function rowOf(row: StoredInvitation): InvitationRow {
  return {
    id: row.id,
    chatId: row.chat_id,
    generation: row.generation,
    role: row.role,
    guests: row.guests === 1,
    uses: row.uses,
    maxUses: row.max_uses,
    expiresAt: row.expires_at,
    createdBy: row.created_by,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
  };
}

function standingOf(row: StoredStanding): StandingInvitation {
  const { id, chatId, role, guests, createdBy, createdByName, createdAt } = rowOf(row);
  const maker = { invitedBy: createdBy, invitedByName: createdByName };
  const asker = { joined: row.joined === 1, isKnown: row.known === 1 };
  return { id, chatId, title: row.title, role, guests, createdAt, ...maker, ...asker };
}
