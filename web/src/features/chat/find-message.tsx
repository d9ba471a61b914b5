import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import type { LogItem } from "./log-items.ts";
import type { Target } from "./reader.ts";

/** Pages that are fetched at most to find a message. */
const mostPages = 40;
const foundMs = 1600;

interface FindMessageProps {
  scroller: RefObject<HTMLElement>;
  /** Draws the item at this place. */
  reach: (place: number) => void;
  /** Lets go of the end. */
  letGo: () => void;
}

/** Brings the message that the reader, or the address, asks for before the reader's eyes; what is not held is fetched first. */
export function FindMessage({ scroller, reach, letGo }: FindMessageProps) {
  const { session, reader } = useChat();
  const target = reader.target.value;
  const [, redraw] = useState(0);
  useAddress();
  useEffect(() => {
    if (target === null) return;
    let isOff = false;
    const find = async () => {
      for (let pages = 0; pages < mostPages && !isOff; pages++) {
        if (session.messages.peek().some(isMeant(target))) break;
        if (!(await session.loadEarlier())) break;
      }
      if (isOff) return;
      const place = session.items.peek().findIndex((item) => messagesOf(item).some(isMeant(target)));
      if (place === -1) {
        reader.saying.value = text.acts.notHere;
        reader.target.value = null;
        return;
      }
      reach(place);
      // What is drawn around this changes nothing of it, and it has to look again once that is done.
      redraw((times) => times + 1);
    };
    void find();
    return () => {
      isOff = true;
    };
  }, [target, session, reader, reach]);

  // After every draw, until the item is there.
  useEffect(() => {
    if (target === null) return;
    const message = session.branch.peek().find(isMeant(target));
    const element = message && scroller.current?.querySelector(`[data-message="${CSS.escape(message.id)}"]`);
    if (!element) return;
    reader.target.value = null;
    letGo();
    element.scrollIntoView({ block: "center" });
    element.classList.add("found");
    setTimeout(() => element.classList.remove("found"), foundMs);
    element.querySelector<HTMLElement>(".tool.more")?.focus({ preventScroll: true });
  });
  return null;
}

/** An address may name a message: `#m42`. It is looked for once all that is held has come, and when it changes; not after a lost line. */
function useAddress(): void {
  const { session, reader } = useChat();
  const isThere = useRef(false);
  const isLive = session.isLive.value;
  useEffect(() => {
    if (!isLive) return;
    const gone = new AbortController();
    const look = () => {
      const sequence = Number(/^#m(\d+)$/.exec(location.hash)?.[1]);
      if (sequence > 0) reader.target.value = { sequence };
    };
    if (!isThere.current) look();
    isThere.current = true;
    addEventListener("hashchange", look, { signal: gone.signal });
    return () => gone.abort();
  }, [isLive, reader]);
}

function isMeant(target: Target): (message: ChatMessage) => boolean {
  return (message) => ("id" in target ? message.id === target.id : message.sequence === target.sequence);
}

function messagesOf(item: LogItem): readonly ChatMessage[] {
  if (item.kind !== "answered") return item.kind === "said" ? [item.message] : [];
  return [...item.messages, ...item.alternatives.flatMap(({ messages }) => messages)];
}
