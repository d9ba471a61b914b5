import type { ChatRole, ClientFrameType } from "./lists.ts";
import { chatRoles } from "./lists.ts";

/** What a member may do in a chat: the rows of the role table. `people` is to invite, and to remove a viewer or member. */
export type ChatAct =
  | "read"
  | "post"
  | "edit-own"
  | "remove-own"
  | "stop-own"
  | "phase"
  | "change-design"
  | "stop-any"
  | "remove-any"
  | "settings"
  | "people"
  | "leave"
  | "admins"
  | "transfer"
  | "archive"
  | "move"
  | "delete";

const may: Record<ChatAct, readonly ChatRole[]> = {
  read: ["viewer", "member", "admin", "owner"],
  post: ["member", "admin", "owner"],
  "edit-own": ["member", "admin", "owner"],
  "remove-own": ["member", "admin", "owner"],
  "stop-own": ["member", "admin", "owner"],
  phase: ["member", "admin", "owner"],
  "change-design": ["member", "admin", "owner"],
  "stop-any": ["admin", "owner"],
  "remove-any": ["admin", "owner"],
  settings: ["admin", "owner"],
  people: ["admin", "owner"],
  leave: ["viewer", "member", "admin", "owner"],
  admins: ["owner"],
  transfer: ["owner"],
  archive: ["owner"],
  move: ["owner"],
  delete: ["owner"],
};

/** The act of bringing somebody in as this role, of giving it, and of taking it away. */
export function actOver(role: ChatRole): ChatAct {
  if (role === "owner") return "transfer";
  return role === "admin" ? "admins" : "people";
}

/** Whether a guest may have the role: without an account they are members at most. */
export function guestMayBe(role: ChatRole): boolean {
  return role === "viewer" || role === "member";
}

/** The roles that who has this one may bring people in as, give and take away. */
export function rolesUnder(role: ChatRole): ChatRole[] {
  return chatRoles.filter((other) => roleMay(role, actOver(other)));
}

/** Whether the role allows the act. */
export function roleMay(role: ChatRole, act: ChatAct): boolean {
  return may[act].includes(role);
}

/** The least that a member's role must allow for each frame; a rule may ask for more once it has seen whose message or run it is. */
export const frameActs: Record<ClientFrameType, ChatAct> = {
  hello: "read",
  post_message: "post",
  edit_message: "edit-own",
  remove_message: "remove-own",
  regenerate: "post",
  choose_branch: "post",
  stop: "stop-own",
  react: "post",
  typing: "post",
  read: "read",
  ping: "read",
};
