import type { ChatRole } from "../../../../src/domain/chat/lists.ts";
import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { roleMay } from "../../../../src/domain/chat/roles.ts";

/** What can be done with a message, in the order in which it is offered. */
export const messageActNames = ["react", "reply", "edit", "regenerate", "copy", "link", "remove"] as const;
export type MessageAct = (typeof messageActNames)[number];

/** Who looks at a message. */
export interface Onlooker {
  selfId: string | null;
  role: ChatRole | null;
  /** The chat takes nothing at the moment: it lies in the trash. */
  isReadOnly: boolean;
}

/** Who looks at a message while the chat goes on. */
interface Reader extends Onlooker {
  /** An answer is being written. */
  isAnswering: boolean;
}

/** What this person may do with the message as it is now. The server decides; this only offers nothing that it would refuse. */
export function possibleActs(message: ChatMessage, { selfId, role, isReadOnly, isAnswering }: Reader): MessageAct[] {
  if (message.removed !== undefined || message.senderType === "system") return ["link"];
  const isOwn = message.senderType === "user" && message.senderId === selfId;
  const isEnded = message.status !== "running";
  const may = (act: Parameters<typeof roleMay>[1]) => role !== null && !isReadOnly && roleMay(role, act);
  const can: Record<MessageAct, boolean> = {
    react: may("post"),
    reply: may("post"),
    edit: isOwn && may("edit-own"),
    regenerate: message.senderType === "ai" && isEnded && !isAnswering && message.runId !== null && may("post"),
    copy: true,
    link: true,
    remove: isEnded && (may("remove-any") || (isOwn && may("remove-own"))),
  };
  return messageActNames.filter((act) => can[act]);
}
