import { readSigned } from "./session-cache.ts";

/** How long after a sign-in the guest's chats can be brought along, s. */
export const bringClaimSeconds = 3600;

/** Which account a browser has signed in to, and as which guest it came: proof that both are one person. */
export interface BringClaim {
  guestId: string;
  accountId: string;
  /** ms UTC. */
  expiresAt: number;
}

/** The claim as the text that is signed into a cookie. */
export function bringClaimText({ guestId, accountId, expiresAt }: BringClaim): string {
  return `bring ${guestId} ${accountId} ${expiresAt}`;
}

/** The guest whom this account may bring along; null for a claim that is forged, too old or another account's. */
export async function claimedGuest(
  cookie: string,
  secret: string,
  now: { accountId: string; nowMs: number },
): Promise<string | null> {
  const text = await readSigned(cookie, secret);
  const [, guestId, accountId, expiresAt] = /^bring (\S+) (\S+) (\d+)$/.exec(text ?? "") ?? [];
  const stands = accountId === now.accountId && Number(expiresAt) > now.nowMs;
  return stands && guestId !== undefined ? guestId : null;
}
