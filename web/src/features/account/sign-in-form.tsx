import { useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { TextField } from "../../ui/text-field.tsx";
import { signIn } from "./enter.ts";
import { PasswordField } from "./password-field.tsx";
import { refusalWords } from "./refusal-words.ts";

/** E-mail and password of an account. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    if (isBusy) return;
    setBusy(true);
    const refusal = await signIn(email.trim(), password);
    setBusy(false);
    if (refusal === null) onDone();
    else setProblem(refusalWords(refusal));
  };
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={text.account.email}
        type="email"
        value={email}
        onInput={setEmail}
        autocomplete="username"
        required
      />
      <PasswordField label={text.account.password} value={password} onInput={setPassword} isNew={false} />
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="button primary" aria-disabled={isBusy}>
        {isBusy ? text.account.working : text.account.signIn}
      </button>
    </form>
  );
}
