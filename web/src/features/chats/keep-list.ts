import { computed, effect } from "@preact/signals";
import { loadMe, me } from "../account/me.ts";
import { followOtherTabs } from "../account/settle.ts";
import { shownChat } from "../shell/shown-chat.ts";
import { loadShelf, noteChat, refreshOnReturn } from "./chats-store.ts";

/** Asks for the list, keeps it fresh, and lets it know what the open chat does. Answers how to stop that. */
export function keepList(): () => void {
  void loadShelf("recent");
  if (me.peek() === undefined) void loadMe();
  const stops = [refreshOnReturn(), followOtherTabs(), followOpenChat(), followSignOut()];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A session that was ended from elsewhere is noticed by the line of the open chat. */
function followSignOut(): () => void {
  return effect(() => {
    const status = shownChat.value?.session.status.value;
    if (status?.kind === "refused" && status.why === "signedOut") void loadMe();
  });
}

/** The list knows at once what the open chat does: its title, its newest message, and that its person has seen it. */
function followOpenChat(): () => void {
  const state = computed(() => shownChat.value?.session.state.value ?? null);
  const title = computed(() => state.value?.chat.title);
  const last = computed(() => state.value?.messages.at(-1) ?? null);
  return effect(() => {
    const chat = shownChat.value;
    if (chat === null) return;
    const news = title.value === undefined ? {} : { title: title.value };
    const message = last.value;
    if (message === null) return noteChat(chat.session.id, news);
    const { sequence, createdAt } = message;
    const read = document.visibilityState === "visible" ? { lastReadSequence: sequence } : {};
    noteChat(chat.session.id, { ...news, ...read, lastSequence: sequence, lastMessageAt: createdAt });
  });
}
