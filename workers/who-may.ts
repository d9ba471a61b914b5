import { chatRoles } from "../src/domain/chat/lists.ts";
import type { ChatAct } from "../src/domain/chat/roles.ts";
import { roleMay } from "../src/domain/chat/roles.ts";
import type { RouteDescription } from "./route.ts";

/** Who may call a route, in words. */
export function whoMay({ access, act = "read", path }: RouteDescription): string {
  if (access === "open") return "Anybody, without credentials.";
  if (access === "guest") return "Anybody; a caller without a session becomes a guest.";
  if (access === "session") return "Anybody with a session or a key, guests too.";
  return path.startsWith("/api/chats/:id") ? `In the chat: ${rolesOf(act)}.` : "Whose it is.";
}

/** The roles of a chat that allow the act, weakest first. */
export function rolesOf(act: ChatAct): string {
  return chatRoles.filter((role) => roleMay(role, act)).join(", ");
}
