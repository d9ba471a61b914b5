import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import "./form.css";

interface FormProps {
  /** Its button, and what that says while it works. */
  action: string;
  working?: string;
  /** The one thing to do where it stands, or one that cannot be taken back. */
  tone?: "primary" | "danger";
  /** What went wrong as a whole, in words that say what to do. */
  problem?: string | null;
  /** What was done, beside the button. */
  done?: string;
  onSend: () => Promise<void>;
  children: ComponentChildren;
}

/** A form that is sent once at a time and keeps what is in it; after a refusal the first field that is not right has the focus. */
export function Form({ action, working = action, tone, problem, done, onSend, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const isSending = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);
  const send = async () => {
    // State is read anew only when the form is drawn again; a second press may come before.
    if (isSending.current) return;
    isSending.current = true;
    setBusy(true);
    await onSend();
    isSending.current = false;
    setBusy(false);
    setTries((before) => before + 1);
  };
  return (
    <form
      ref={form}
      class="form"
      // What is missing is said in the language of the page.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {children}
      {problem === null || problem === undefined ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="form-acts">
        <button type="submit" class={tone === undefined ? "button" : `button ${tone}`} aria-disabled={isBusy}>
          {isBusy ? working : action}
        </button>
        {tone === undefined ? <span role="status">{done}</span> : null}
      </p>
    </form>
  );
}
