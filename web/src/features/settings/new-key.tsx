import { useEffect, useRef, useState } from "preact/hooks";
import type { NewKeyView } from "../../../../src/protocol/accounts.ts";
import { text } from "../../text/text.ts";

/** The only time that a key can be seen: whole, copied by its button, or by hand where the browser forbids that. */
export function NewKey({ made, onDone }: { made: NewKeyView; onDone: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const copy = async () => {
    field.current?.select();
    // Where it is not allowed the key is selected: the keys for copying do the rest.
    await navigator.clipboard.writeText(made.key).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div class="new-key">
      <p>{text.apiKeys.made}</p>
      <div class="form-line">
        <input
          ref={field}
          class="field mono"
          aria-label={text.apiKeys.key(made.name)}
          readOnly
          value={made.key}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button type="button" class="button primary" onClick={() => void copy()}>
          <span aria-live="polite">{isCopied ? text.apiKeys.copied : text.apiKeys.copy}</span>
        </button>
      </div>
      <button type="button" class="button" onClick={onDone}>
        {text.apiKeys.done}
      </button>
    </div>
  );
}
