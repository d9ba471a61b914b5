import { role } from "better-auth/plugins/access";
import type { SiteRole } from "../../domain/chat/lists.ts";

/**
 * What the admin plugin lets each role of the site do. Nobody acts as somebody else, sets another's password or address, or deletes a
 * person with their chats left behind: an admin reads no chat by becoming its owner.
 */
export const siteAccess: Record<SiteRole, ReturnType<typeof role>> = {
  user: role({ user: [], session: [] }),
  moderator: role({ user: [], session: [] }),
  admin: role({ user: ["create", "list", "get", "set-role", "ban"], session: ["list", "revoke"] }),
};

/** Addresses of the admin plugin that do not exist here, whatever a role allows. */
export const closedAddresses = [
  "/admin/impersonate-user",
  "/admin/stop-impersonating",
  "/admin/set-user-password",
  "/admin/update-user",
  "/admin/remove-user",
];
