import { useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { TextField } from "../../ui/text-field.tsx";

interface PasswordFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** A new one says its rule before it is written. */
  isNew: boolean;
  problem?: string | null | undefined;
}

/** The least and the most characters that the server takes. */
const length = { least: 8, most: 128 };

/** What is wrong with a new password, null when nothing is. */
export function passwordProblem(password: string): string | null {
  if (password.length < length.least) return text.account.refusals.PASSWORD_TOO_SHORT;
  return password.length > length.most ? text.account.refusals.PASSWORD_TOO_LONG : null;
}

/** A password that can be looked at while it is written. */
export function PasswordField({ label, value, onInput, isNew, problem }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      label={label}
      type={isShown ? "text" : "password"}
      value={value}
      onInput={onInput}
      problem={problem}
      required
      autocomplete={isNew ? "new-password" : "current-password"}
      {...(isNew ? { hint: text.account.passwordHint } : {})}
    >
      <button type="button" class="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        {text.account.show}
        <span class="unseen"> {label}</span>
      </button>
    </TextField>
  );
}
