import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface StickToEnd {
  scroller: RefObject<HTMLDivElement>;
  content: RefObject<HTMLOListElement>;
  isAtEnd: boolean;
  toEnd: () => void;
}

/** Pixels from the end that still count as being there. */
const nearPx = 32;

/** Keeps a scroller at its end while its content grows, but only as long as the reader has not moved away from it. */
export function useStickToEnd(): StickToEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLOListElement>(null);
  const sticks = useRef(true);
  const [isAtEnd, setAtEnd] = useState(true);
  const toEnd = () => {
    const box = scroller.current;
    if (box === null) return;
    sticks.current = true;
    box.scrollTop = box.scrollHeight;
  };
  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (box === null || inner === null) return;
    const onScroll = () => {
      sticks.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx;
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
