import { computed, effect, signal } from "@preact/signals";
import type { Answer, Problem, Write } from "../../wire/http.ts";
import { getJson, change as send } from "../../wire/http.ts";
import type { ChatListPage, ListedChat } from "../../wire/read-chats.ts";
import { readChats } from "../../wire/read-chats.ts";
import { shownChat } from "../shell/shown-chat.ts";
import { mayHaveSession } from "../start/known-session.ts";
import type { ChatChange, ChatNews, Shelf, ShelvesAction } from "./shelves.ts";
import { chatsOn, emptyShelves, isUnread, reduceShelves } from "./shelves.ts";
import { unreadChats } from "./unread.ts";

const state = signal(emptyShelves);

function act(action: ShelvesAction): void {
  state.value = reduceShelves(state.peek(), action);
}

const shown = {
  recent: computed(() => chatsOn(state.value, "recent")),
  archived: computed(() => chatsOn(state.value, "archived")),
  trash: computed(() => chatsOn(state.value, "trash")),
};

/** A shelf as it is shown now. */
export interface ShownShelf {
  status: "new" | "loading" | "loaded" | "failed";
  chats: readonly ListedChat[];
  hasMore: boolean;
}

/** Reading it subscribes to it. */
export function shelfNow(shelf: Shelf): ShownShelf {
  const { status, nextCursor } = state.value.stocks[shelf];
  return { status, chats: shown[shelf].value, hasMore: nextCursor !== null };
}

effect(() => {
  const open = shownChat.value?.session.id;
  unreadChats.value = shown.recent.value.filter((chat) => isUnread(chat) && chat.head.id !== open).length;
});

const queries: Record<Shelf, string> = { recent: "", archived: "&archived=true", trash: "&trashed=true" };

async function fetchShelf(shelf: Shelf, cursor: string | null): Promise<Answer<ChatListPage>> {
  const none: Answer<ChatListPage> = { ok: true, value: { chats: [], nextCursor: null } };
  if (!mayHaveSession()) return none;
  const from = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
  const answer = await getJson(`/api/chats?limit=50${queries[shelf]}${from}`, readChats);
  // Who has no session has no chats, and that is no error.
  return !answer.ok && answer.problem.code === "unauthenticated" ? none : answer;
}

/** When each shelf was last asked for, ms. */
const askedAtOf = new Map<Shelf, number>();
/** Coming back to a page fires several events at once. */
const refreshGapMs = 2000;

/** Asks the server for a shelf anew; what is shown stays until it answers. */
export async function loadShelf(shelf: Shelf): Promise<void> {
  const askedAt = Date.now();
  askedAtOf.set(shelf, askedAt);
  act({ type: "asked", shelf });
  const answer = await fetchShelf(shelf, null);
  act(answer.ok ? { type: "loaded", shelf, askedAt, ...answer.value } : { type: "failed", shelf });
}

/** The next page of a shelf, behind those held. */
export async function loadMore(shelf: Shelf): Promise<void> {
  const cursor = state.peek().stocks[shelf].nextCursor;
  if (cursor === null) return;
  const answer = await fetchShelf(shelf, cursor);
  if (answer.ok) act({ type: "more_loaded", shelf, ...answer.value });
}

/** Every shelf that has been shown is asked for again when somebody comes back to the page. */
export function refreshOnReturn(): () => void {
  const gone = new AbortController();
  const refresh = () => {
    if (document.visibilityState !== "visible") return;
    for (const [shelf, askedAt] of askedAtOf) if (Date.now() - askedAt > refreshGapMs) void loadShelf(shelf);
  };
  document.addEventListener("visibilitychange", refresh, { signal: gone.signal });
  addEventListener("focus", refresh, { signal: gone.signal });
  addEventListener("online", refresh, { signal: gone.signal });
  return () => gone.abort();
}

/** Nothing is known any more: somebody else is here now. */
export function forgetChats(): void {
  act({ type: "cleared" });
  for (const shelf of askedAtOf.keys()) void loadShelf(shelf);
}

/** What an open chat tells of itself. */
export function noteChat(chatId: string, news: ChatNews): void {
  act({ type: "noted", chatId, news });
}

/** Shows a change at once and makes it; answers the problem, after which the list is again as it was. */
async function change(chatId: string, shownAs: ChatChange, write: Write): Promise<Problem | null> {
  const id = crypto.randomUUID();
  act({ type: "changed", id, chatId, change: shownAs });
  const problem = await send(write.method, write.path, write.value);
  act(problem === null ? { type: "settled", id, at: Date.now() } : { type: "refused", id });
  return problem;
}

export function renameChat(chatId: string, title: string): Promise<Problem | null> {
  return change(chatId, { kind: "rename", title }, { method: "PATCH", path: `/api/chats/${chatId}`, value: { title } });
}

/** Moves a chat to another shelf. Out of the trash it comes back to the others. */
export function moveChat(chatId: string, from: Shelf, to: Shelf): Promise<Problem | null> {
  const path = `/api/chats/${chatId}`;
  const write: Write =
    to === "trash"
      ? { method: "DELETE", path }
      : { method: "PATCH", path, value: from === "trash" ? { trashed: false } : { archived: to === "archived" } };
  return change(chatId, { kind: "move", to }, write);
}

/** Deletes a chat of the trash for good. */
export function deleteForGood(chatId: string): Promise<Problem | null> {
  return change(chatId, { kind: "drop" }, { method: "DELETE", path: `/api/chats/${chatId}?permanently=true` });
}

/** Takes a chat that one has left out of the list. */
export function forgetChat(chatId: string): void {
  const id = crypto.randomUUID();
  act({ type: "changed", id, chatId, change: { kind: "drop" } });
  act({ type: "settled", id, at: Date.now() });
}
