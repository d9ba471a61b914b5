import * as z from "zod";
import { limits } from "../domain/chat/limits.ts";
import { chatRoles } from "../domain/chat/lists.ts";
import { engineModel } from "../domain/chat/models.ts";
import { ownUuid, personText } from "./text.ts";

/** What turns the writing around: a name would change how the text beside it reads. */
const turnsWriting = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** What nobody sees, joiners of emoji and scripts among it: a name needs more than that. */
const unseen = /[\p{Cf}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;
/** The names under which the engine speaks: its own, and its model's. */
const taken = new Set(["Ohm", engineModel.name].map(seenAs));

function seenAs(name: string): string {
  return name.normalize("NFKC").replaceAll(unseen, "").toLowerCase();
}

/** A person's name: one line of text, at most `limits.nameCharacters`, and not the engine's. Others see it at every message. */
export const personName = personText(4 * limits.nameCharacters)
  .refine((text) => !/[\t\r\n\u2028\u2029]/.test(text), "is more than one line")
  .refine((text) => !turnsWriting.test(text), "turns the direction of writing")
  .refine((text) => seenAs(text).length > 0, "shows nothing")
  .refine((text) => !taken.has(seenAs(text)), "is the engine's own")
  .refine((text) => [...text].length <= limits.nameCharacters, `is over ${limits.nameCharacters} characters`);

/** Address of a person's picture. */
export const personImage = z.url({ protocol: /^https$/ }).max(limits.imageAddressCharacters);

/** Body of `PATCH .../participants/{userId}`. `owner` hands the chat over: the owner becomes an admin. */
export const patchParticipantBody = z.strictObject({ role: z.enum(chatRoles) });

/** Body of `POST .../invitations`. Guests come in as members at most. `expiresAt` in ms UTC; without it the invitation stands until it is revoked. */
export const createInvitationBody = z
  .strictObject({
    role: z.enum(["viewer", "member", "admin"]),
    guests: z.boolean().default(true),
    maxUses: z.int().min(1).max(limits.invitationUsesMax).nullable().default(null),
    expiresAt: z.int().min(0).nullable().default(null),
  })
  .refine((body) => !body.guests || body.role !== "admin", { path: ["guests"], error: "come in as members at most" });

/** Query of a list whose cursor is the id of the last item read. */
const idCursorQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(limits.pageItemsMax).default(limits.pageItems),
  cursor: ownUuid.optional(),
});

/** Query of `GET .../participants`: the cursor is the last user id read. */
export const membersQuery = idCursorQuery;

/** Query of `GET .../invitations`: the cursor is the last invitation id read. */
export const invitationsQuery = idCursorQuery;

const ms = z.int().min(0);

/** An invitation as those see it who may invite. The token is in the link only, computed again each time it is shown; a key that may only read sees neither. */
export const invitationView = z.lazy(() =>
  z.strictObject({
    id: z.uuid(),
    token: z.string().optional(),
    url: z.string().optional(),
    role: z.enum(chatRoles),
    guests: z.boolean(),
    uses: z.int().min(0),
    maxUses: z.int().min(1).nullable(),
    expiresAt: ms.nullable(),
    createdBy: z.string(),
    createdByName: z.string(),
    createdAt: ms,
  }),
);

/** What the holder of a link sees before accepting. */
export const invitationPreview = z.lazy(() =>
  z.strictObject({
    chatId: z.uuid(),
    title: z.string().nullable(),
    invitedBy: z.string(),
    role: z.enum(chatRoles),
    guests: z.boolean(),
    /** The caller is in this chat already. */
    joined: z.boolean(),
  }),
);

/** The answer to an accepted invitation. */
export const joinedView = z.lazy(() => z.strictObject({ chatId: z.uuid(), role: z.enum(chatRoles) }));
