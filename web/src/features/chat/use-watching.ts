import { useEffect, useState } from "preact/hooks";
import { useChat } from "./chat-context.ts";

/** Says whether the reader sees the end of the conversation: it is scrolled there, on this page of the phone, in this window. */
export function useWatching(isAtEnd: boolean): void {
  const { session, bench, reader } = useChat();
  const [isVisible, setVisible] = useState(() => document.visibilityState === "visible");
  const [isPhone, setPhone] = useState(() => matchMedia("(max-width: 720px)").matches);
  useEffect(() => {
    const gone = new AbortController();
    const on = { signal: gone.signal };
    document.addEventListener("visibilitychange", () => setVisible(document.visibilityState === "visible"), on);
    matchMedia("(max-width: 720px)").addEventListener("change", ({ matches }) => setPhone(matches), on);
    return () => gone.abort();
  }, []);
  const isShown = !isPhone || bench.state.value.page === "chat";
  const isWatching = isAtEnd && isVisible && isShown && reader.thread.value === null;
  useEffect(() => session.watch(isWatching), [session, isWatching]);
}
