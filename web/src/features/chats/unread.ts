import { signal } from "@preact/signals";

/** How many chats have something new, as far as their list is known here. */
export const unreadChats = signal(0);
