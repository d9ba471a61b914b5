import { useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { signIn } from "./enter.ts";
import { PasswordField } from "./password-field.tsx";
import { refusalWords } from "./refusal-words.ts";

interface SignInFormProps {
  typed: { email: string };
  onType: (change: { email: string }) => void;
  onDone: () => Promise<void>;
}

/** E-mail and password of an account. */
export function SignInForm({ typed, onType, onDone }: SignInFormProps) {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    setProblem(null);
    const refusal = await signIn(typed.email.trim(), password);
    if (refusal === null) await onDone();
    else setProblem(refusalWords(refusal));
  };
  return (
    <Form action={text.account.signIn} working={text.account.working} tone="primary" problem={problem} onSend={send}>
      <TextField
        label={text.account.email}
        type="email"
        value={typed.email}
        onInput={(email) => onType({ email })}
        autocomplete="username"
        required
      />
      <PasswordField label={text.account.password} value={password} onInput={setPassword} isNew={false} />
    </Form>
  );
}
