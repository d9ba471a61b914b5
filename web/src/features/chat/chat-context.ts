import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { BenchStore } from "../bench/bench-store.ts";
import type { ChatSession } from "./chat-session.ts";
import type { Reader } from "./reader.ts";

/** The chat that is open, its bench, and what its reader is doing. */
export interface OpenChat {
  session: ChatSession;
  bench: BenchStore;
  reader: Reader;
}

export const ChatContext = createContext<OpenChat | null>(null);

/** The open chat; only inside a chat page. */
export function useChat(): OpenChat {
  const chat = useContext(ChatContext);
  if (chat === null) throw new Error("There is no open chat around this component");
  return chat;
}
