import * as z from "zod";
import { keyScopes, siteRoles } from "../domain/chat/lists.ts";
import { personImage, personName } from "./people.ts";
import { personText } from "./text.ts";

const ms = z.int().min(0);

export const themes = ["system", "light", "dark"] as const;
export const languages = ["en", "de"] as const;

/** What a person set for themselves; kept with the account so that every browser of theirs has it. */
export const preferences = z.strictObject({
  theme: z.enum(themes).optional(),
  language: z.enum(languages).optional(),
  enterSends: z.boolean().optional(),
});
export type Preferences = z.infer<typeof preferences>;

/** A name to be found by: small letters, figures, `-` and `_`, 3 to 30 characters, the first a letter. Unique on the site. */
export const username = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{2,29}$/, "is 3 to 30 of a-z, 0-9, - and _, beginning with a letter");

/** Body of `PATCH /api/me`; null takes a value away, preferences are merged field by field. */
export const patchMeBody = z.strictObject({
  name: personName.optional(),
  username: username.nullable().optional(),
  image: personImage.nullable().optional(),
  preferences: preferences.optional(),
});
export type PatchMeBody = z.infer<typeof patchMeBody>;

/** The person who asks. `email` is null for a guest. */
export const meView = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    name: z.string(),
    guest: z.boolean(),
    email: z.string().nullable(),
    emailVerified: z.boolean(),
    username: z.string().nullable(),
    image: z.string().nullable(),
    role: z.enum(siteRoles),
    preferences,
    createdAt: ms,
  }),
);

export type Me = z.infer<typeof meView>;

/** What a guest has left behind who has signed in to an account; `from` is null where there is nothing to bring along. */
export const bringableView = z.lazy(() => z.strictObject({ from: z.string().nullable(), chats: z.int().min(0) }));

export type Bringable = z.infer<typeof bringableView>;

/** Body of `POST /api/keys`. */
export const createKeyBody = z.strictObject({
  name: personText(200),
  scopes: z.array(z.enum(keyScopes)).min(1).max(2).default(["read", "write"]),
  expiresAt: z.int().min(0).nullable().default(null),
});
export type CreateKeyBody = z.input<typeof createKeyBody>;

/** An API key in the list: never the key itself, only its beginning. */
export const keyView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  start: z.string(),
  scopes: z.array(z.enum(keyScopes)),
  lastUsedAt: ms.nullable(),
  expiresAt: ms.nullable(),
  createdAt: ms,
});

export type KeyView = z.infer<typeof keyView>;

/** A new key: the only answer that ever holds it. */
export const newKeyView = keyView.extend({ key: z.string() });
export type NewKeyView = z.infer<typeof newKeyView>;
