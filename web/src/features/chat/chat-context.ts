import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { BenchStore } from "../bench/bench-store.ts";
import type { ChatSession } from "./chat-session.ts";

/** The chat that is open and its bench. */
export interface OpenChat {
  session: ChatSession;
  bench: BenchStore;
}

export const ChatContext = createContext<OpenChat | null>(null);

/** The open chat; only inside a chat page. */
export function useChat(): OpenChat {
  const chat = useContext(ChatContext);
  if (chat === null) throw new Error("There is no open chat around this component");
  return chat;
}
