import type { RefObject } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Scrolled, Stick } from "./stick-to-end.ts";
import { isNearEnd, laidOut, letGo, scrolled } from "./stick-to-end.ts";

interface StickToEnd {
  scroller: RefObject<HTMLDivElement>;
  content: RefObject<HTMLOListElement>;
  isAtEnd: boolean;
  toEnd: () => void;
  /** Stays where the reader is, whatever comes in. */
  letGo: () => void;
}

const keysUp = ["ArrowUp", "PageUp", "Home"];

/**
 * Keeps a scroller at its end while its content or its window changes, but only as long as the reader has not moved away
 * from it. Whenever `posts`, the number of own messages on their way, grows, the reader is taken to the end.
 */
export function useStickToEnd(posts: number): StickToEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLOListElement>(null);
  const stick = useRef<Stick>({ follows: true, last: { top: 0, height: 0, window: 0 } });
  const postsBefore = useRef(posts);
  const [isAtEnd, setAtEnd] = useState(true);
  const become = useCallback((next: Stick) => {
    stick.current = next;
    setAtEnd(next.follows || isNearEnd(next.last));
  }, []);
  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    box.scrollTop = box.scrollHeight;
    become({ follows: true, last: measured(box) });
  }, [become]);
  const stay = useCallback(
    () => become(letGo({ ...stick.current, last: { ...stick.current.last, top: 1 } })),
    [become],
  );
  useEffect(() => {
    if (posts > postsBefore.current) toEnd();
    postsBefore.current = posts;
  }, [posts, toEnd]);
  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (box === null || inner === null) return;
    const gone = new AbortController();
    const listening = { passive: true, signal: gone.signal };
    box.addEventListener("scroll", () => become(scrolled(stick.current, measured(box))), listening);
    onWayUp(box, gone.signal, () => become(letGo(stick.current)));
    const changed = new ResizeObserver(() => {
      if (stick.current.follows) box.scrollTop = box.scrollHeight;
      become(laidOut(stick.current, measured(box)));
    });
    changed.observe(inner);
    changed.observe(box);
    return () => {
      gone.abort();
      changed.disconnect();
    };
  }, [become]);
  return { scroller, content, isAtEnd, toEnd, letGo: stay };
}

function measured(box: HTMLElement): Scrolled {
  return { top: box.scrollTop, height: box.scrollHeight, window: box.clientHeight };
}

/** Calls back when wheel, finger or a key asks to see what is above. */
function onWayUp(box: HTMLElement, signal: AbortSignal, callback: () => void): void {
  const listening = { passive: true, signal };
  let fingerY = 0;
  const noteFinger = (event: TouchEvent) => {
    fingerY = event.touches[0]?.clientY ?? 0;
  };
  box.addEventListener("touchstart", noteFinger, listening);
  box.addEventListener(
    "touchmove",
    (event) => {
      // A finger that goes down pulls what is above into view.
      if ((event.touches[0]?.clientY ?? 0) > fingerY) callback();
      noteFinger(event);
    },
    listening,
  );
  box.addEventListener(
    "wheel",
    (event) => {
      if (event.deltaY < 0 && !event.ctrlKey) callback();
    },
    listening,
  );
  box.addEventListener(
    "keydown",
    (event) => {
      if (keysUp.includes(event.key)) callback();
    },
    listening,
  );
}
