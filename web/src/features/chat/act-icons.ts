import type { IconName } from "../../../../src/views/icon/icon.tsx";
import type { MessageAct } from "./possible-acts.ts";

/** The icon of each act. */
export const actIcons: Record<MessageAct, IconName> = {
  react: "smile",
  reply: "reply",
  edit: "edit",
  regenerate: "again",
  copy: "copy",
  link: "link",
  remove: "trash",
};
