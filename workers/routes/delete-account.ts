import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { endSockets } from "../end-sockets.ts";
import { forgetCookie } from "../middleware/session.ts";
import { route } from "../route.ts";

export const deleteAccountRoutes = [
  route(
    {
      method: "delete",
      path: "/api/me",
      summary:
        "Deletes one's account for good: signed out everywhere at once, own chats deleted, in others' chats a former member. Refused while other people are in chats of one's own. By a session, not by a key.",
      access: "session",
      sensitive: true,
      answers: [{ status: 204, what: "The account is gone; its chats follow by a background job", schema: null }],
      errors: ["unauthenticated", "forbidden", "conflict"],
    },
    async ({ c, scope }) => {
      const { actor, departure, jobs } = await scope();
      const { userId, credential } = actor;
      if (credential.kind === "key") throw new OhmError("forbidden", "A key deletes no account: sign in to do it");
      const shared = await departure.sharedChats();
      if (shared.length > 0) {
        // Without their titles: a refusal may be kept for longer than a title is.
        const errors = shared.map((path) => ({ path, message: "has others in it" }));
        const words = "Other people are in chats of yours: hand those over, or put them into the trash, first";
        throw new OhmError("conflict", words, { errors });
      }
      // The job first: whatever is cut off after it, it ends what was begun.
      await jobs.add({ ownerId: userId, chatId: null, kind: "delete_account", input: { userId } });
      await endSockets(c.env, await departure.signOutForEver());
      for (const cookie of ["token", "data", "bring"] as const)
        c.get("setCookies").push(forgetCookie(c.req.raw, cookie));
      return c.body(null, 204);
    },
  ),
];
