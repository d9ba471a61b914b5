import { signal } from "@preact/signals";
import type { BenchStore } from "../bench/bench-store.ts";
import type { ChatSession } from "../chat/chat-session.ts";

/** The chat whose page is open: what the frame around it asks, and does to it from outside. */
export const shownChat = signal<{ session: ChatSession; bench: BenchStore } | null>(null);
