import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useChat } from "./chat-context.ts";
import type { LogItem } from "./log-items.ts";
import type { FirstDrawn } from "./log-window.ts";
import { firstIndex, grown, reaching, trimmed } from "./log-window.ts";

/** How far before its first drawn item a reader gets more of the conversation, in pixels. */
const aheadPx = 600;

interface Options {
  items: readonly LogItem[];
  scroller: RefObject<HTMLElement>;
  /** Stands above the first drawn item, while there is more. */
  top: RefObject<HTMLElement>;
  isAtEnd: boolean;
}

/**
 * What is drawn of a long conversation: its newest part, and more of it as the reader goes up. What is added above never moves what is
 * before the reader's eyes.
 */
export function useLogWindow({ items, scroller, top, isAtEnd }: Options) {
  const { session } = useChat();
  const [first, setFirst] = useState<FirstDrawn>(null);
  const anchor = useRef<{ element: Element; top: number } | null>(null);
  const from = firstIndex(items, first);
  const firstKey = items[from]?.key ?? null;
  const isWhole = from === 0;

  const hold = useCallback(() => {
    const box = scroller.current;
    const edge = box?.getBoundingClientRect().top ?? 0;
    const rows = [...(box?.querySelectorAll("[data-key]") ?? [])];
    const element = rows.find((row) => row.getBoundingClientRect().bottom > edge);
    anchor.current = element === undefined ? null : { element, top: element.getBoundingClientRect().top };
  }, [scroller]);

  const grow = useCallback(async () => {
    if (isWhole && !(await session.loadEarlier())) return;
    setFirst((now) => {
      const next = grown(session.items.peek(), now);
      // A hold that no draw follows would move what is drawn for another reason.
      if (next !== now) hold();
      return next;
    });
  }, [isWhole, session, hold]);

  useLayoutEffect(() => {
    const held = anchor.current;
    anchor.current = null;
    if (held === null || scroller.current === null || !held.element.isConnected) return;
    scroller.current.scrollTop += held.element.getBoundingClientRect().top - held.top;
  });

  // What is drawn stays drawn while more comes in below it; only a reader at the end lets go of what is far above.
  useEffect(() => {
    setFirst((now) => (isAtEnd ? trimmed(items, now ?? firstKey) : (now ?? firstKey)));
  }, [items, firstKey, isAtEnd]);

  useEffect(() => {
    const box = scroller.current;
    const sentinel = top.current;
    if (box === null || sentinel === null || firstKey === null) return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && void grow(), {
      root: box,
      rootMargin: `${aheadPx}px 0px 0px 0px`,
    });
    seen.observe(sentinel);
    return () => seen.disconnect();
  }, [grow, firstKey, scroller, top]);

  const reach = useCallback(
    (place: number) => setFirst((now) => reaching(session.items.peek(), now, place)),
    [session],
  );
  return { shown: items.slice(from), reach, grow: () => void grow() };
}
