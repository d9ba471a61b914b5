import { useRef, useState } from "preact/hooks";
import { Icon } from "../../../src/views/icon/icon.tsx";
import "./form.css";

interface CopyLineProps {
  /** What the line holds, for those who hear it. */
  label: string;
  value: string;
  words: { copy: string; copied: string };
}

/** A text to take away: shown whole, copied by its button, or by hand where the browser forbids that. */
export function CopyLine({ label, value, words }: CopyLineProps) {
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // It is selected: the keys for copying do the rest.
    }
  };
  return (
    <div class="copy-line">
      <input
        ref={field}
        class="field"
        aria-label={label}
        readOnly
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" class="button" onClick={() => void copy()}>
        <Icon name={isCopied ? "check" : "copy"} />
        <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
      </button>
    </div>
  );
}
