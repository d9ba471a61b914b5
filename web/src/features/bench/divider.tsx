import { useEffect, useRef, useState } from "preact/hooks";
import { text } from "../../text/text.ts";

const leastPx = 320;
const mostPx = 720;
const usualPx = 448;
const key = "ohm.chat-width";

/** The line between conversation and bench; drag it, or move it with the arrow keys. The width is kept in this browser. */
export function Divider() {
  const line = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(() => within(Number(localStorage.getItem(key)) || usualPx));
  useEffect(() => {
    line.current?.parentElement?.style.setProperty("--chat-width", `${width}px`);
    localStorage.setItem(key, String(width));
  }, [width]);
  const onPointerMove = (event: PointerEvent) => {
    const page = line.current?.parentElement;
    if (page === null || page === undefined || !line.current?.hasPointerCapture(event.pointerId)) return;
    setWidth(within(event.clientX - page.getBoundingClientRect().left));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setWidth((now) => within(now + step));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves has no element of its own
    <div
      ref={line}
      class="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={text.bench.resize}
      aria-valuenow={width}
      aria-valuemin={leastPx}
      aria-valuemax={mostPx}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}

function within(width: number): number {
  return Math.round(Math.min(mostPx, Math.max(leastPx, width)));
}
