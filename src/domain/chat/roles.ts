import type { ChatRole } from "./lists.ts";

/** What a member may do in a chat; the rows of the role table that exist so far. */
export type ChatAct = "read" | "post" | "stop-own" | "stop-any" | "settings" | "phase";

const may: Record<ChatAct, readonly ChatRole[]> = {
  read: ["viewer", "member", "admin", "owner"],
  post: ["member", "admin", "owner"],
  "stop-own": ["member", "admin", "owner"],
  "stop-any": ["admin", "owner"],
  phase: ["member", "admin", "owner"],
  settings: ["admin", "owner"],
};

/** Whether the role allows the act. */
export function roleMay(role: ChatRole, act: ChatAct): boolean {
  return may[act].includes(role);
}
