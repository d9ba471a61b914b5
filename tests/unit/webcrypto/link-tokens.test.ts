import { createHmac, hkdfSync } from "node:crypto";
import { expect, it } from "vitest";
import { LinkTokens, tokenHash } from "../../../src/adapters/webcrypto/link-tokens.ts";

const secret = "a secret of at least thirty-two characters";
const subject = { id: "019aac6e-3c00-7000-8000-000000000001", generation: 1 };

it("[PEOPLE-21] a token is 128 bits of HMAC-SHA-256 under a key of HKDF, the same each time", async () => {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "ohm invitation", 32));
  const expected = createHmac("sha256", key).update(`${subject.id} 1`).digest().subarray(0, 16).toString("base64url");
  const tokens = new LinkTokens(secret, "invitation");
  expect([await tokens.token(subject), await tokens.token(subject)]).toEqual([expected, expected]);
  expect(await new LinkTokens(secret, "invitation").token(subject)).toBe(expected);
});

it("[PEOPLE-21] another id, generation, purpose or secret has another token", async () => {
  const tokens = new LinkTokens(secret, "invitation");
  const made = await Promise.all([
    tokens.token(subject),
    tokens.token({ ...subject, generation: 2 }),
    tokens.token({ ...subject, id: "019aac6e-3c00-7000-8000-000000000002" }),
    new LinkTokens(secret, "share").token(subject),
    new LinkTokens(`${secret}.`, "invitation").token(subject),
  ]);
  expect(new Set(made).size).toBe(made.length);
  for (const token of made) expect(await tokenHash(token)).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

it.each(["", "x", "a".repeat(21), "a".repeat(23), `${"a".repeat(21)}=`, `${"a".repeat(21)}ä`, `${"a".repeat(22)}\n`])(
  "[PEOPLE-22] %j is no token",
  async (text) => expect(await tokenHash(text)).toBeNull(),
);
