import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { say } from "../../ui/notice.tsx";
import type { ListedChat } from "../../wire/read-chats.ts";
import { openDialog } from "../shell/open-dialog.ts";
import { deleteForGood, moveChat, renameChat } from "./chats-store.ts";
import type { Shelf } from "./shelves.ts";

/** Asks once more before a chat is deleted for good. */
export function askToDelete(chat: ListedChat): void {
  openDialog.value = { kind: "delete_chat", chat };
}

function titleOf({ head }: ListedChat): string {
  return head.title ?? text.chats.untitled;
}

/** Moves a chat at once, says so, and offers to take it back. */
export async function move(chat: ListedChat, from: Shelf, to: Shelf): Promise<void> {
  const title = titleOf(chat);
  const moving = moveChat(chat.head.id, from, to);
  const act = { label: text.chats.undo, onChoose: () => void moving.then(() => move(chat, to, from)) };
  say({ words: text.chats.moved[to](title), act });
  const problem = await moving;
  if (problem !== null) say({ words: text.chats.notDone(title, problemWords(problem)) });
}

export async function rename({ chatId, title, next }: { chatId: string; title: string; next: string }): Promise<void> {
  const problem = await renameChat(chatId, next);
  if (problem !== null) say({ words: text.chats.notDone(title, problemWords(problem)) });
}

/** Deletes a chat of the trash for good; there is no way back. */
export async function destroy(chat: ListedChat): Promise<void> {
  const title = titleOf(chat);
  const problem = await deleteForGood(chat.head.id);
  say({ words: problem === null ? text.chats.deleted(title) : text.chats.notDone(title, problemWords(problem)) });
}
