import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { limits } from "../../../src/domain/chat/limits.ts";

it("[LIMIT-2] the platform's counters count what `limits` says, a minute each", () => {
  const blocks = readFileSync("wrangler.toml", "utf8").split("[[ratelimits]]").slice(1);
  const bound = blocks.map((block) => [
    /name = "(\w+)"/.exec(block)?.[1],
    /limit = (\d+), period = 60/.exec(block)?.[1],
  ]);
  expect(Object.fromEntries(bound)).toEqual({
    RATE_DESIGN: String(limits.designsPerMinute),
    RATE_MESSAGES: String(limits.messagesPerMinute),
    RATE_CHATS: String(limits.chatsPerMinute),
    RATE_UPGRADES: String(limits.upgradesPerMinute),
    RATE_SIGN_INS: String(limits.signInsPerMinute),
    RATE_INVITATIONS: String(limits.invitationsPerMinute),
    RATE_TOKENS: String(limits.failedTokensPerMinute),
    RATE_RECOUNTS: String(limits.recountsPerMinute),
    RATE_PROFILES: String(limits.profileChangesPerMinute),
  });
});
