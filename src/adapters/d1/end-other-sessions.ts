import type { BetterAuthPlugin } from "@better-auth/core";
import { createAuthMiddleware } from "@better-auth/core/api";
import { isAPIError } from "better-auth/api";

/** A new password ends the person's other sessions: who knew the old one is out. The session that set it stays. */
export function endOtherSessions(): BetterAuthPlugin {
  return {
    id: "end-other-sessions",
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === "/change-password",
          handler: createAuthMiddleware(async ({ context }) => {
            const { session: current, internalAdapter, returned } = context;
            if (!current || isAPIError(returned)) return;
            const sessions = await internalAdapter.listSessions(current.user.id);
            // With `revokeOtherSessions` the library has ended all of them and begun a new one.
            const kept = context.newSession?.session.token ?? current.session.token;
            for (const { token } of sessions) if (token !== kept) await internalAdapter.deleteSession(token);
          }),
        },
      ],
    },
  };
}
