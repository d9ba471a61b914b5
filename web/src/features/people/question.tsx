import { useEffect, useRef } from "preact/hooks";
import { text } from "../../text/text.ts";

interface QuestionProps {
  words: string;
  yes: string;
  onAnswer: (yes: boolean) => void;
}

/** One question inside a dialog, which takes the focus and stands until it is answered. */
export function Question({ words, yes, onAnswer }: QuestionProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    box.current?.focus();
  }, []);
  return (
    <div ref={box} class="question" role="alertdialog" aria-label={words} tabIndex={-1}>
      <p>{words}</p>
      <p class="modal-acts">
        <button type="button" class="button" onClick={() => onAnswer(false)}>
          {text.people.keep}
        </button>
        <button type="button" class="button danger" onClick={() => onAnswer(true)}>
          {yes}
        </button>
      </p>
    </div>
  );
}
