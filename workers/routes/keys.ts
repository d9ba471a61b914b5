import { uuidv7 } from "uuidv7";
import * as z from "zod";
import { keyBytes, keyStartCharacters } from "../../src/domain/chat/api-key.ts";
import { limits } from "../../src/domain/chat/limits.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { createKeyBody, keyView, newKeyView } from "../../src/protocol/accounts.ts";
import { listOf } from "../../src/protocol/answers.ts";
import { ownUuid } from "../../src/protocol/text.ts";
import { clock, digest } from "../deps.ts";
import { endSockets } from "../end-sockets.ts";
import { route } from "../route.ts";
import { exampleKey } from "./example-account.ts";
import { requireAccount } from "./me.ts";

export const keyRoutes = [
  route(
    {
      method: "get",
      path: "/api/keys",
      summary: "One's API keys, newest first, each with its beginning only.",
      access: "session",
      answers: [
        { status: 200, what: "The keys", schema: listOf(keyView), example: { items: [exampleKey], nextCursor: null } },
      ],
      errors: ["unauthenticated"],
    },
    async ({ c, scope }) => c.json({ items: await (await scope()).apiKeys.list(), nextCursor: null }),
  ),
  route(
    {
      method: "post",
      path: "/api/keys",
      summary: `Makes an API key for \`Authorization: Bearer\`. Only this answer ever holds it. At most ${limits.keysPerPerson}; by a session, not by a key.`,
      access: "session",
      sensitive: true,
      body: createKeyBody,
      bodyExample: { name: "Bench script", scopes: ["read"] },
      answers: [
        {
          status: 201,
          what: "The key",
          schema: newKeyView,
          example: { ...exampleKey, key: `${exampleKey.start}${"A".repeat(39)}` },
        },
      ],
      errors: ["unauthenticated", "forbidden", "invalid", "conflict", "too_large", "unsupported"],
    },
    async ({ c, body, scope }) => {
      const { actor, apiKeys } = await scope();
      requireAccount(actor, "have API keys");
      // A key that got into wrong hands must not outlive its deletion by keys that it made.
      if (actor.credential.kind === "key") throw new OhmError("forbidden", "A key makes no keys: sign in to make one");
      const nowMs = clock.nowMs();
      if (body.expiresAt !== null && body.expiresAt <= nowMs) {
        const errors = [{ path: "expiresAt", message: "is in the past" }];
        throw new OhmError("invalid", "The body is not right", { errors });
      }
      const key = `ohm_${randomText(keyBytes)}`;
      const start = key.slice(0, keyStartCharacters);
      const row = { id: uuidv7(), start, ...body, scopes: [...new Set(body.scopes)], createdAt: nowMs };
      if (!(await apiKeys.add({ ...row, hash: digest(key) }))) {
        throw new OhmError("conflict", `You have ${limits.keysPerPerson} keys already: delete one first`);
      }
      return c.json({ ...row, lastUsedAt: null, key }, 201);
    },
  ),
  route(
    {
      method: "delete",
      path: "/api/keys/:id",
      summary: "Deletes an API key: it opens nothing from now on, and its sockets are closed.",
      access: "session",
      sensitive: true,
      params: z.strictObject({ id: ownUuid }),
      answers: [{ status: 204, what: "It is gone", schema: null }],
      errors: ["unauthenticated", "forbidden", "invalid", "not_found"],
    },
    async ({ c, params, scope }) => {
      const rooms = await (await scope()).apiKeys.remove(params.id);
      if (!rooms) throw new OhmError("not_found", "You have no such key");
      await endSockets(c.env, [{ credentialId: params.id, rooms }]);
      return c.body(null, 204);
    },
  ),
];

/** Random bytes in base64url, which have no other letters than those of the key's form. */
function randomText(bytes: number): string {
  const binary = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes)));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
