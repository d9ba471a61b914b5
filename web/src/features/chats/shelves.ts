import type { ListedChat } from "../../wire/read-chats.ts";

/** Where a chat stands in the list: among the others, put aside by its owner, or in the trash. */
export const shelves = ["recent", "archived", "trash"] as const;
export type Shelf = (typeof shelves)[number];

/** One shelf as the server told it, newest first. */
interface Stock {
  status: "new" | "loading" | "loaded" | "failed";
  chats: readonly ListedChat[];
  /** Null when nothing is left to fetch. */
  nextCursor: string | null;
}

/** What a person does to a chat of the list. */
export type ChatChange =
  | { kind: "rename"; title: string }
  | { kind: "move"; to: Shelf }
  /** Gone from the list: deleted for good, or left. */
  | { kind: "drop" };

/** A change that is shown already; `settledAt` is when the server agreed (ms), null while it has not answered. */
interface ShownChange {
  id: string;
  chatId: string;
  change: ChatChange;
  settledAt: number | null;
}

/** Everything that the lists of chats show. */
export interface ShelvesState {
  stocks: Readonly<Record<Shelf, Stock>>;
  changes: readonly ShownChange[];
  /** How far this browser has read, by chat: ahead of what the lists know. */
  reads: Readonly<Record<string, number>>;
}

/** What can happen to the lists. */
export type ShelvesAction =
  | { type: "asked"; shelf: Shelf }
  | { type: "loaded"; shelf: Shelf; askedAt: number; chats: readonly ListedChat[]; nextCursor: string | null }
  | { type: "more_loaded"; shelf: Shelf; chats: readonly ListedChat[]; nextCursor: string | null }
  | { type: "failed"; shelf: Shelf }
  | { type: "changed"; id: string; chatId: string; change: ChatChange }
  | { type: "settled"; id: string; at: number }
  | { type: "refused"; id: string }
  | { type: "noted"; chatId: string; news: ChatNews }
  | { type: "cleared" };

/** What an open chat tells of itself before the server's list does. */
export interface ChatNews {
  title?: string | null;
  lastSequence?: number;
  lastReadSequence?: number;
  lastMessageAt?: number;
}

/** The server's lists follow its rooms within seconds: for so long (ms) after a change they may not know it yet. */
export const lagMs = 10_000;

const nothing: Stock = { status: "new", chats: [], nextCursor: null };

/** Nothing has been asked for yet. */
export const emptyShelves: ShelvesState = {
  stocks: { recent: nothing, archived: nothing, trash: nothing },
  changes: [],
  reads: {},
};

/** The next state of the lists. Pure. */
export function reduceShelves(state: ShelvesState, action: ShelvesAction): ShelvesState {
  switch (action.type) {
    case "asked": {
      const stock = state.stocks[action.shelf];
      return withStock(state, action.shelf, { ...stock, status: stock.status === "loaded" ? "loaded" : "loading" });
    }
    case "loaded": {
      const { shelf, chats, nextCursor, askedAt } = action;
      const changes = state.changes.filter(({ settledAt }) => settledAt === null || settledAt > askedAt - lagMs);
      return withStock({ ...state, changes }, shelf, { status: "loaded", chats, nextCursor });
    }
    case "more_loaded": {
      const { shelf, nextCursor } = action;
      const held = state.stocks[shelf].chats;
      const known = new Set(held.map(({ head }) => head.id));
      const chats = [...held, ...action.chats.filter(({ head }) => !known.has(head.id))];
      return withStock(state, shelf, { status: "loaded", chats, nextCursor });
    }
    case "failed": {
      const stock = state.stocks[action.shelf];
      // What is shown stays: a list that could not be refreshed is still the list.
      return withStock(state, action.shelf, { ...stock, status: stock.status === "loaded" ? "loaded" : "failed" });
    }
    case "changed": {
      const { id, chatId, change } = action;
      return { ...state, changes: [...state.changes, { id, chatId, change, settledAt: null }] };
    }
    case "settled": {
      const settle = (shown: ShownChange) => (shown.id === action.id ? { ...shown, settledAt: action.at } : shown);
      return { ...state, changes: state.changes.map(settle) };
    }
    case "refused":
      return { ...state, changes: state.changes.filter(({ id }) => id !== action.id) };
    case "noted":
      return noteNews(state, action.chatId, action.news);
    case "cleared":
      return emptyShelves;
  }
}

function withStock(state: ShelvesState, shelf: Shelf, stock: Stock): ShelvesState {
  return { ...state, stocks: { ...state.stocks, [shelf]: stock } };
}

/** Sequences only grow: news that come late take nothing back. */
function noteNews(state: ShelvesState, chatId: string, news: ChatNews): ShelvesState {
  const note = (chat: ListedChat): ListedChat => {
    if (chat.head.id !== chatId) return chat;
    const lastSequence = Math.max(chat.head.lastSequence, news.lastSequence ?? 0);
    const lastMessageAt = Math.max(chat.head.lastMessageAt ?? 0, news.lastMessageAt ?? 0) || null;
    const title = news.title === undefined ? chat.head.title : news.title;
    return { ...chat, head: { ...chat.head, title, lastSequence, lastMessageAt } };
  };
  const { recent, archived } = state.stocks;
  const read = Math.max(state.reads[chatId] ?? 0, news.lastReadSequence ?? 0);
  return {
    ...state,
    reads: { ...state.reads, [chatId]: read },
    stocks: {
      ...state.stocks,
      recent: { ...recent, chats: recent.chats.map(note) },
      archived: { ...archived, chats: archived.chats.map(note) },
    },
  };
}

/** The chats of a shelf with everything that was changed here, last changed first. */
export function chatsOn(state: ShelvesState, shelf: Shelf): ListedChat[] {
  const placed = new Map<string, { chat: ListedChat; on: Shelf | null }>();
  for (const on of shelves) for (const chat of state.stocks[on].chats) placed.set(chat.head.id, { chat, on });
  for (const { chatId, change } of state.changes) {
    const held = placed.get(chatId);
    if (held !== undefined) placed.set(chatId, changed(held, change));
  }
  return [...placed.values()]
    .filter(({ on }) => on === shelf)
    .map(({ chat }) => ({
      ...chat,
      lastReadSequence: Math.max(chat.lastReadSequence, state.reads[chat.head.id] ?? 0),
    }))
    .sort((one, other) => other.head.updatedAt - one.head.updatedAt || (one.head.id < other.head.id ? 1 : -1));
}

function changed(held: { chat: ListedChat; on: Shelf | null }, change: ChatChange): typeof held {
  if (change.kind === "drop") return { ...held, on: null };
  if (change.kind === "move") return { ...held, on: change.to };
  return { ...held, chat: { ...held.chat, head: { ...held.chat.head, title: change.title } } };
}

/** Whether something was said in the chat that its person has not read. */
export function isUnread({ head, lastReadSequence }: ListedChat): boolean {
  return head.lastSequence > lastReadSequence;
}
