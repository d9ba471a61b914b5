import type { RefObject } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

interface StickToEnd {
  scroller: RefObject<HTMLDivElement>;
  content: RefObject<HTMLOListElement>;
  isAtEnd: boolean;
  toEnd: () => void;
}

/** Pixels from the end that still count as being there. */
const nearPx = 32;

/**
 * Keeps a scroller at its end while its content grows, but only as long as the reader has not moved away from it. Whenever
 * `posts`, the number of own messages on their way, grows, the reader is taken to the end.
 */
export function useStickToEnd(posts: number): StickToEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLOListElement>(null);
  const sticks = useRef(true);
  const postsBefore = useRef(posts);
  const [isAtEnd, setAtEnd] = useState(true);
  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    sticks.current = true;
    box.scrollTop = box.scrollHeight;
  }, []);
  useEffect(() => {
    if (posts > postsBefore.current) toEnd();
    postsBefore.current = posts;
  }, [posts, toEnd]);
  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (box === null || inner === null) return;
    let top = box.scrollTop;
    let height = box.scrollHeight;
    const onScroll = () => {
      // Growing content also fires scroll events; only a reader moves up while nothing shrinks.
      const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx;
      const isMovedUp = box.scrollTop < top && box.scrollHeight >= height;
      if (isNear) sticks.current = true;
      else if (isMovedUp) sticks.current = false;
      top = box.scrollTop;
      height = box.scrollHeight;
      setAtEnd(sticks.current);
    };
    const grown = new ResizeObserver(() => {
      if (sticks.current) box.scrollTop = box.scrollHeight;
      else setAtEnd(false);
    });
    box.addEventListener("scroll", onScroll, { passive: true });
    grown.observe(inner);
    grown.observe(box);
    return () => {
      box.removeEventListener("scroll", onScroll);
      grown.disconnect();
    };
  }, []);
  return { scroller, content, isAtEnd, toEnd };
}
