import { useEffect, useId, useRef } from "preact/hooks";
import { text } from "../text/text.ts";
import "./ask-first.css";

interface AskFirstProps {
  /** What happens, in words. */
  ask: string;
  /** The button that does it. */
  yes: string;
  onYes: () => void;
  onNo: () => void;
}

/** A question in its place, before something that others feel. The way back has the focus. */
export function AskFirst({ ask, yes, onYes, onNo }: AskFirstProps) {
  const keep = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => keep.current?.focus(), []);
  return (
    <div
      class="ask-first"
      role="alertdialog"
      aria-label={yes}
      aria-describedby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // The dialog around it stays.
        event.preventDefault();
        event.stopPropagation();
        onNo();
      }}
    >
      <p id={id}>{ask}</p>
      <button type="button" class="button" ref={keep} onClick={onNo}>
        {text.chats.cancel}
      </button>
      <button type="button" class="button danger" onClick={onYes}>
        {yes}
      </button>
    </div>
  );
}
