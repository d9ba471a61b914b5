import type { UserActor } from "../../src/domain/chat/actor.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { meView, patchMeBody } from "../../src/protocol/accounts.ts";
import { clock } from "../deps.ts";
import { countProfileChange } from "../middleware/rates.ts";
import { forgetCookie } from "../middleware/session.ts";
import { route } from "../route.ts";
import { exampleMe } from "./example-account.ts";

const me = { status: 200, what: "The person who asks", schema: meView, example: exampleMe };

export const meRoutes = [
  route(
    {
      method: "get",
      path: "/api/me",
      summary: "Who asks: name, role on the site, preferences; `email` is null for a guest.",
      access: "session",
      answers: [me],
      errors: ["unauthenticated"],
    },
    async ({ c, scope }) => c.json(await (await scope()).profile.read()),
  ),
  route(
    {
      method: "patch",
      path: "/api/me",
      summary:
        "Changes one's own name, username, picture or preferences; null takes a value away, preferences are merged.",
      access: "session",
      sensitive: true,
      body: patchMeBody,
      bodyExample: { name: "Ada", preferences: { theme: "dark" } },
      answers: [me],
      errors: ["unauthenticated", "forbidden", "invalid", "conflict", "too_large", "unsupported"],
    },
    async ({ c, body, scope }) => {
      const { actor, profile } = await scope();
      if (!c.get("unlimited")) await countProfileChange(c.env, actor);
      if (typeof body.username === "string") requireAccount(actor, "have a username");
      await profile.change(body, clock.nowMs());
      // The cache of the session holds the name.
      c.get("setCookies").push(forgetCookie(c.req.raw, "data"));
      return c.json(await profile.read());
    },
  ),
];

/** Throws `forbidden` for a guest, who has to sign up to do this. */
export function requireAccount({ guest }: UserActor, act: string): void {
  if (guest) throw new OhmError("forbidden", `Guests cannot ${act}: sign up first, your chats stay yours`);
}
