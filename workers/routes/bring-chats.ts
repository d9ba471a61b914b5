import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { bringableView } from "../../src/protocol/accounts.ts";
import { jobView } from "../../src/protocol/jobs.ts";
import { bringableGuest, forgetCookie } from "../middleware/session.ts";
import type { CallContext } from "../route.ts";
import { route } from "../route.ts";
import type { Scope } from "../scope.ts";
import { exampleJob } from "./examples.ts";
import { viewOf } from "./job-view.ts";

const path = "/api/me/bring-chats";

export const bringChatsRoutes = [
  route(
    {
      method: "get",
      path,
      summary: "Whether this browser was a guest's before it signed in, under which name and with how many chats.",
      access: "session",
      answers: [
        {
          status: 200,
          what: "What can be brought along, for an hour after the sign-in",
          schema: bringableView,
          example: { from: "Guest 4821", chats: 3 },
        },
      ],
      errors: ["unauthenticated"],
    },
    async ({ c, scope }) => {
      const found = await bringable(c, await scope());
      return c.json({ from: found?.name ?? null, chats: found?.chats ?? 0 });
    },
  ),
  route(
    {
      method: "post",
      path,
      summary:
        "Brings the chats of that guest into the account, by a background job. The guest goes when all are there.",
      access: "session",
      sensitive: true,
      answers: [
        {
          status: 202,
          what: "The job",
          schema: jobView,
          example: {
            ...exampleJob,
            kind: "bring_chats",
            chatId: null,
            subject: "Guest 4821",
            state: "queued",
            error: null,
          },
        },
      ],
      errors: ["unauthenticated", "forbidden", "not_found"],
    },
    async ({ c, scope }) => {
      const own = await scope();
      const found = await bringable(c, own);
      if (!found) throw new OhmError("not_found", "There are no chats to bring along");
      const { guestId: fromUserId, name: subject } = found;
      const ownerId = own.actor.userId;
      const job = await own.jobs.add({ ownerId, chatId: null, kind: "bring_chats", subject, input: { fromUserId } });
      c.get("setCookies").push(forgetCookie(c.req.raw, "bring"));
      return c.json(viewOf(job), 202);
    },
  ),
  route(
    {
      method: "delete",
      path,
      summary: "Leaves the chats where they are, and does not ask again.",
      access: "session",
      answers: [{ status: 204, what: "The guest's chats are as they were", schema: null }],
      errors: ["unauthenticated", "forbidden"],
    },
    async ({ c, scope }) => {
      await scope();
      c.get("setCookies").push(forgetCookie(c.req.raw, "bring"));
      return c.body(null, 204);
    },
  ),
];

/** The guest of the browser's proof, while they are one and have chats. */
async function bringable(c: CallContext, { actor, guests }: Scope) {
  const guestId = await bringableGuest(c.env, c.req.raw, actor.userId);
  const found = guestId === null ? null : await guests.chatsOf(guestId);
  return guestId !== null && found !== null && found.chats > 0 ? { guestId, ...found } : null;
}
