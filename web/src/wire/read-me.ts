import { keyScopes, siteRoles } from "../../../src/domain/chat/lists.ts";
import type { Bringable, KeyView, Me, NewKeyView } from "../../../src/protocol/accounts.ts";
import { readPreferences } from "./read-preferences.ts";
import type { Checks } from "./shape.ts";
import { hasShape, isFlag, isNumber, isObject, isText, listOf, oneOf, orNull } from "./shape.ts";

/** The person of `GET /api/me`, or null. */
export function readMe(value: unknown): Me | null {
  const known = hasShape<Me>(value, {
    id: isText,
    name: isText,
    guest: isFlag,
    email: orNull(isText),
    emailVerified: isFlag,
    username: orNull(isText),
    image: orNull(isText),
    role: oneOf(siteRoles),
    preferences: isObject,
    createdAt: isNumber,
  });
  return known ? { ...value, preferences: readPreferences(value.preferences) } : null;
}

/** What can be brought along, or null. */
export function readBringable(value: unknown): Bringable | null {
  return hasShape<Bringable>(value, { from: orNull(isText), chats: isNumber }) ? value : null;
}

const keyChecks: Checks<KeyView> = {
  id: isText,
  name: isText,
  start: isText,
  scopes: listOf(oneOf(keyScopes)),
  lastUsedAt: orNull(isNumber),
  expiresAt: orNull(isNumber),
  createdAt: isNumber,
};

/** The keys of `GET /api/keys`, or null. */
export function readKeys(value: unknown): KeyView[] | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  const items: unknown[] = value.items;
  return items.filter((item): item is KeyView => hasShape<KeyView>(item, keyChecks));
}

/** The answer that holds a new key, or null. */
export function readNewKey(value: unknown): NewKeyView | null {
  return hasShape<NewKeyView>(value, { ...keyChecks, key: isText }) ? value : null;
}

/** A browser in which somebody is signed in. */
export interface SessionRow {
  token: string;
  userAgent: string;
  /** When it was last renewed, ms UTC. */
  updatedAt: number;
}

/** The auth library's list of sessions, whose times are ISO texts; or null. */
export function readSessions(value: unknown): SessionRow[] | null {
  if (!Array.isArray(value)) return null;
  const rows: unknown[] = value;
  return rows.flatMap((row) => {
    if (!isObject(row) || typeof row.token !== "string") return [];
    const userAgent = typeof row.userAgent === "string" ? row.userAgent : "";
    const updatedAt = typeof row.updatedAt === "string" ? Date.parse(row.updatedAt) : Number.NaN;
    return [{ token: row.token, userAgent, updatedAt: Number.isFinite(updatedAt) ? updatedAt : 0 }];
  });
}

/** The token of the session that asks, of the auth library's own answer; null without one. */
export function readOwnSession(value: unknown): { token: string } | null {
  if (!isObject(value) || !isObject(value.session)) return null;
  const { token } = value.session;
  return typeof token === "string" ? { token } : null;
}

/** Who may sign up, of `GET /api/ready`; open where it does not say. */
export function readSignUpPolicy(value: unknown): "open" | "invite" | "closed" | null {
  if (!isObject(value) || !isObject(value.adapters)) return null;
  const { signUp } = value.adapters;
  return signUp === "closed" || signUp === "invite" ? signUp : "open";
}
