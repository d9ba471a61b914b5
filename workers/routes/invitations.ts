import * as z from "zod";
import type { InvitationRow } from "../../src/adapters/d1/d1-invitations.ts";
import { tokenHash } from "../../src/adapters/webcrypto/link-tokens.ts";
import type { Invitee } from "../../src/application/accept-invitation.ts";
import { acceptInvitation, deadInvitation, previewInvitation } from "../../src/application/accept-invitation.ts";
import { mayWrite } from "../../src/domain/chat/actor.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { listOf } from "../../src/protocol/answers.ts";
import {
  createInvitationBody,
  invitationPreview,
  invitationsQuery,
  invitationView,
  joinedView,
} from "../../src/protocol/people.ts";
import { ownUuid } from "../../src/protocol/text.ts";
import { clock } from "../deps.ts";
import { countFailedToken, countInvitation } from "../middleware/rates.ts";
import type { CallContext } from "../route.ts";
import { route } from "../route.ts";
import type { Scope } from "../scope.ts";
import { invitationsOf, invitationTokens } from "../scope.ts";
import { chatParams } from "./chat-params.ts";
import { exampleIds, exampleInvitation } from "./examples.ts";

/** Any text: what is no token is answered like a token that opens nothing. */
const tokenParams = z.strictObject({ token: z.string() });
const joinedExample = { chatId: exampleIds.chat, role: "member" };

export const invitationRoutes = [
  route(
    {
      method: "get",
      path: "/api/chats/:id/invitations",
      summary:
        "A chat's invitations that stand, newest first: for those who may invite, to the roles that they may invite to. With their links, but for a key that may only read.",
      access: "member",
      act: "people",
      params: chatParams,
      query: invitationsQuery,
      answers: [
        {
          status: 200,
          what: "A page of invitations",
          schema: listOf(invitationView),
          example: { items: [exampleInvitation], nextCursor: null },
        },
      ],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found"],
    },
    async ({ c, params, query, scope }) => {
      const { actor, rooms, invitations } = await scope();
      const roles = await rooms.invitable(params.id, { kind: "invitations" });
      const page = { before: query.cursor, limit: query.limit + 1, nowMs: clock.nowMs(), roles };
      const found = await invitations.list(params.id, page);
      const isShared = mayWrite(actor.credential);
      const items = await Promise.all(
        found.slice(0, query.limit).map(async (row) => ({ ...viewOf(row), ...(isShared ? await linkOf(c, row) : {}) })),
      );
      return c.json({ items, nextCursor: found.length > query.limit ? (items.at(-1)?.id ?? null) : null });
    },
  ),
  route(
    {
      method: "post",
      path: "/api/chats/:id/invitations",
      summary:
        "Makes a link by which people come into the chat, guests too unless `guests` is false. Only the owner invites admins.",
      access: "member",
      act: "people",
      once: "subject",
      params: chatParams,
      body: createInvitationBody,
      bodyExample: { role: "member", guests: true, maxUses: 10 },
      answers: [{ status: 201, what: "The invitation", schema: invitationView, example: exampleInvitation }],
      errors: [
        "unauthenticated",
        "forbidden",
        "invalid",
        "not_found",
        "conflict",
        "too_large",
        "unsupported",
        "rate_limited",
        "unavailable",
      ],
    },
    async ({ c, params, body, scope, subject }) => {
      const { actor, rooms, invitations } = await scope();
      await rooms.ask(params.id, { kind: "invite", role: body.role });
      const nowMs = clock.nowMs();
      if (body.expiresAt !== null && body.expiresAt <= nowMs) {
        const errors = [{ path: "expiresAt", message: "is over already" }];
        throw new OhmError("invalid", "The invitation would never stand", { errors });
      }
      if (!c.get("unlimited")) await countInvitation(c.env, actor);
      const by = { createdBy: actor.userId, createdByName: actor.name };
      const row = { id: subject, chatId: params.id, generation: 1, uses: 0, ...body, ...by, createdAt: nowMs };
      const link = await linkOf(c, row);
      await invitations.create(row, (await tokenHash(link.token)) ?? "");
      return c.json({ ...viewOf(row), ...link }, 201);
    },
  ),
  route(
    {
      method: "delete",
      path: "/api/chats/:id/invitations/:iid",
      summary: "Ends an invitation: its link opens nothing from now on. Who came by it stays.",
      access: "member",
      act: "people",
      params: chatParams.extend({ iid: ownUuid }),
      answers: [{ status: 204, what: "It has ended", schema: null }],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found", "conflict"],
    },
    async ({ params, scope }) => {
      const { rooms, invitations } = await scope();
      const roles = await rooms.invitable(params.id, { kind: "revoke-invitation" });
      const isThere = await invitations.revoke({ chatId: params.id, id: params.iid, roles }, clock.nowMs());
      if (!isThere) throw new OhmError("not_found", "There is no such invitation in this chat");
      return new Response(null, { status: 204 });
    },
  ),
  route(
    {
      method: "get",
      path: "/api/invitations/:token",
      summary:
        "What an invitation is for, before it is accepted. A link that opens nothing is the same 404 whatever the reason.",
      access: "open",
      params: tokenParams,
      answers: [
        {
          status: 200,
          what: "The invitation",
          schema: invitationPreview,
          example: { ...joinedExample, title: "ESP32 weather station", invitedBy: "Ada", guests: true, joined: false },
        },
      ],
      errors: ["unauthenticated", "invalid", "not_found", "rate_limited", "unavailable"],
    },
    ({ c, params, actor, scope }) =>
      counted(c, async () => {
        const hash = await hashOf(params.token);
        const visitor = async () => ((await actor()).kind === "user" ? inviteeOf(await scope()) : null);
        const invitation = await previewInvitation({ desk: invitationsOf(c.env), clock, visitor }, hash);
        const { chatId, title, role, guests, joined, invitedByName: invitedBy } = invitation;
        return c.json({ chatId, title, invitedBy, role, guests, joined });
      }),
  ),
  route(
    {
      method: "post",
      path: "/api/invitations/:token/accept",
      summary:
        "Comes into the chat of an invitation, once. A caller without a session becomes a guest, where guests are taken.",
      access: "guest",
      sensitive: true,
      params: tokenParams,
      answers: [{ status: 200, what: "In the chat", schema: joinedView, example: joinedExample }],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found", "conflict", "rate_limited", "unavailable"],
    },
    ({ c, params, actor, scope }) =>
      counted(c, async () => {
        const hash = await hashOf(params.token);
        const newGuest = async () => inviteeOf(await scope());
        const visitor = async () => ((await actor()).kind === "user" ? newGuest() : null);
        return c.json(await acceptInvitation({ desk: invitationsOf(c.env), clock, visitor, newGuest }, hash));
      }),
  ),
];

/** An invitation without its link. */
function viewOf(row: InvitationRow): z.infer<typeof invitationView> {
  const { id, role, guests, uses, maxUses, expiresAt, createdBy, createdByName, createdAt } = row;
  return { id, role, guests, uses, maxUses, expiresAt, createdBy, createdByName, createdAt };
}

/** The link of an invitation, which is made anew each time. */
async function linkOf(c: CallContext, row: InvitationRow): Promise<{ token: string; url: string }> {
  const token = await invitationTokens(c.env).token(row);
  const site = c.env.PUBLIC_URL && URL.canParse(c.env.PUBLIC_URL) ? c.env.PUBLIC_URL : c.req.url;
  return { token, url: new URL(`/invite/${token}`, site).href };
}

function inviteeOf({ actor, rooms }: Scope): Invitee {
  return {
    userId: actor.userId,
    guest: actor.guest,
    roleIn: (chatId) => rooms.roleIn(chatId),
    isWelcome: (chatId, invitation) => rooms.welcomes(chatId, invitation),
    join: (chatId, invitation) => rooms.join(chatId, invitation),
  };
}

async function hashOf(token: string): Promise<string> {
  const hash = await tokenHash(token);
  if (hash === null) throw deadInvitation();
  return hash;
}

/** Counts the links of an address that open nothing: a 404 each, then 429. */
async function counted(c: CallContext, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const isDead = error instanceof OhmError && error.code === "not_found";
    if (isDead && !c.get("unlimited")) await countFailedToken(c.env, c.req.raw);
    throw error;
  }
}
