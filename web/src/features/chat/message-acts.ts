import type { Problem } from "../../wire/http.ts";
import { change } from "../../wire/http.ts";

/** What a person does with a message that is there. Each answers null when it is done, else why not. */
export interface MessageActs {
  edit(messageId: string, edit: { content: string; rerun: boolean }): Promise<Problem | null>;
  regenerate(messageId: string): Promise<Problem | null>;
  remove(messageId: string): Promise<Problem | null>;
  react(messageId: string, reaction: { emoji: string; on: boolean }): Promise<Problem | null>;
  /** Shows everybody the branch through this message. */
  chooseBranch(messageId: string): Promise<Problem | null>;
}

/**
 * Acts on the messages of a chat. They ask over HTTP, where each gets its own answer, and are never put by for later: what is there may
 * have changed by then. A rerun carries a client id, so that a repeated request runs once.
 */
export function messageActs(chatId: string): MessageActs {
  const chat = `/api/chats/${chatId}`;
  return {
    edit: (id, { content, rerun }) =>
      change("POST", `${chat}/messages/${id}/edit`, { content, rerun, clientId: crypto.randomUUID() }),
    regenerate: (id) => change("POST", `${chat}/messages/${id}/regenerate`, { clientId: crypto.randomUUID() }),
    remove: (id) => change("DELETE", `${chat}/messages/${id}`),
    react: (id, reaction) => change("PUT", `${chat}/messages/${id}/reactions`, reaction),
    chooseBranch: (messageId) => change("PUT", `${chat}/branch`, { messageId }),
  };
}
