import * as z from "zod";
import type { D1ChatDirectory } from "../src/adapters/d1/d1-chat-directory.ts";
import type { ChatInvitation, Joined } from "../src/application/accept-invitation.ts";
import type { NamedActor } from "../src/application/room/require-member.ts";
import type { RoomReply, RoomRequest } from "../src/application/room/room-request.ts";
import type { ChatRole } from "../src/domain/chat/lists.ts";
import { chatRoles } from "../src/domain/chat/lists.ts";
import { OhmError } from "../src/domain/error/ohm-error.ts";
import type { ChatRoom } from "./chat-room.ts";
import { errorOf } from "./middleware/problem.ts";

/** A person with the session or API key that a socket is opened with. `readOnly`: the key may only read. */
export interface Visitor extends NamedActor {
  credentialId: string;
  readOnly: boolean;
}

const names = {
  userId: "x-ohm-user",
  name: "x-ohm-name",
  guest: "x-ohm-guest",
  changedAt: "x-ohm-changed-at",
  unlimited: "x-ohm-unlimited",
  credentialId: "x-ohm-credential",
  readOnly: "x-ohm-read-only",
} as const;

/** The actor on the way to the room's upgrade. Only requests that the Worker makes itself carry them. */
export const actorHeaders = {
  write: ({ userId, name, guest, changedAt, unlimited, credentialId, readOnly }: Visitor): Record<string, string> => ({
    [names.userId]: userId,
    // A header is bytes, a name is text of any script.
    [names.name]: encodeURIComponent(name),
    [names.guest]: String(guest),
    [names.changedAt]: String(changedAt),
    [names.unlimited]: String(unlimited),
    [names.credentialId]: credentialId,
    [names.readOnly]: String(readOnly),
  }),
  read: (headers: Headers): Visitor => {
    const userId = headers.get(names.userId);
    const credentialId = headers.get(names.credentialId);
    if (!userId || !credentialId) throw new OhmError("unauthenticated", "The upgrade carries no actor");
    const name = decodeURIComponent(headers.get(names.name) ?? "");
    const is = (header: string) => headers.get(header) === "true";
    const [guest, unlimited, readOnly] = [is(names.guest), is(names.unlimited), is(names.readOnly)];
    const changedAt = Number(headers.get(names.changedAt));
    return { userId, name, guest, changedAt, unlimited, credentialId, readOnly };
  },
};

/** What a room answers to who asks about invitations. */
const ownRole = z.looseObject({ role: z.enum(chatRoles) });
const invitableRoles = z.strictObject({ roles: z.array(z.enum(chatRoles)) });

type Answered = Extract<RoomReply, { ok: true }>;

/** The rooms as one person reaches them: the actor goes with every request, and the room decides. */
export class RoomClient {
  readonly #rooms: DurableObjectNamespace<ChatRoom>;
  readonly #chats: D1ChatDirectory;
  readonly #actor: Visitor;

  constructor(rooms: DurableObjectNamespace<ChatRoom>, chats: D1ChatDirectory, actor: Visitor) {
    this.#rooms = rooms;
    this.#chats = chats;
    this.#actor = actor;
  }

  /** Asks the chat's room. Throws the `OhmError` that it answered. */
  async ask(chatId: string, request: RoomRequest): Promise<Answered> {
    const room = this.#room(chatId);
    const first = await room.ask(this.#actor, request);
    const reply =
      !first.ok && first.uninitialised && (await this.#finish(chatId)) ? await room.ask(this.#actor, request) : first;
    if (reply.ok) return reply;
    throw errorOf(reply.problem);
  }

  /** Comes into a chat by an invitation. Throws the `OhmError` that the room answered. */
  async join(chatId: string, invitation: ChatInvitation): Promise<Joined> {
    const { id, role, invitedBy, createdAt } = invitation;
    const reply = await this.#room(chatId).join(this.#actor, { id, role, invitedBy, createdAt });
    if (reply.ok) return reply;
    throw errorOf(reply.problem);
  }

  /** Whether the person is in this chat, or would be let in by the invitation. */
  async welcomes(chatId: string, { id, role, invitedBy, createdAt }: ChatInvitation): Promise<boolean> {
    return this.#room(chatId).welcomes(this.#actor.userId, { id, role, invitedBy, createdAt });
  }

  /** The roles to which the person may invite into this chat: now, or to look only. Throws the `OhmError` that the room answered. */
  async invitable(chatId: string, request: Extract<RoomRequest, { kind: "revoke-invitation" | "invitations" }>) {
    return invitableRoles.parse(JSON.parse((await this.ask(chatId, request)).json)).roles;
  }

  /** The person's role in this chat, null for who is not in it. */
  async roleIn(chatId: string): Promise<ChatRole | null> {
    const reply = await this.#room(chatId).ask(this.#actor, { kind: "chat" });
    return reply.ok ? ownRole.parse(JSON.parse(reply.json)).role : null;
  }

  /** Opens a socket to the chat's room; answers its 101, or the problem of its refusal. */
  async upgrade(chatId: string, requestId: string): Promise<Response> {
    const headers = { ...actorHeaders.write(this.#actor), upgrade: "websocket", "x-request-id": requestId };
    const open = () => this.#room(chatId).fetch("https://room/socket", { headers });
    const first = await open();
    if (!first.headers.has("x-ohm-uninitialised")) return first;
    if (await this.#finish(chatId)) return open();
    // Whether there is such a chat is between the room and the Worker.
    const refused = new Response(first.body, first);
    refused.headers.delete("x-ohm-uninitialised");
    return refused;
  }

  /** Creates a chat: its rows in D1 first, then its room. */
  async create(chat: Parameters<ChatRoom["init"]>[0]): Promise<void> {
    await this.#chats.create(chat);
    await this.#room(chat.chat.id).init(chat);
  }

  /** Finishes a creation that stopped half-way; false when D1 knows no such chat of this person. */
  async #finish(chatId: string): Promise<boolean> {
    const created = await this.#chats.created(chatId.toLowerCase());
    if (created) await this.#room(chatId).init(created);
    return created !== null;
  }

  #room(chatId: string) {
    return this.#rooms.getByName(chatId.toLowerCase());
  }
}
