import { useEffect, useState } from "preact/hooks";
import { limits } from "../../../../src/domain/chat/limits.ts";
import { text } from "../../text/text.ts";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { getJson } from "../../wire/http.ts";
import { readSignUpPolicy } from "../../wire/read-me.ts";
import type { SignUp } from "./enter.ts";
import { signUp } from "./enter.ts";
import { PasswordField, passwordProblem } from "./password-field.tsx";
import { fieldOf, refusalWords } from "./refusal-words.ts";

interface SignUpFormProps {
  typed: { name: string; email: string };
  onType: (change: { name?: string; email?: string }) => void;
  invitation: string | undefined;
  /** Whose account it becomes: a guest keeps their chats. */
  isGuest: boolean;
  /** Called with what is to be said. */
  onDone: (words: string) => void;
}

/** An account for who is here. Where the site takes no new accounts it says so instead. */
export function SignUpForm({ isGuest, invitation, ...form }: SignUpFormProps) {
  const [policy, setPolicy] = useState<"open" | "invite" | "closed">("open");
  useEffect(() => {
    void getJson("/api/ready", readSignUpPolicy).then((answer) => answer.ok && setPolicy(answer.value));
  }, []);
  if (policy === "closed") return <p>{text.account.refusals.EMAIL_PASSWORD_SIGN_UP_DISABLED}</p>;
  return (
    <>
      <p>{isGuest ? text.account.guestKeeps : text.account.nobodyKeeps}</p>
      {policy === "invite" && invitation === undefined ? <p class="hint">{text.account.byInvitation}</p> : null}
      <Fields isGuest={isGuest} invitation={invitation} {...form} />
    </>
  );
}

/** What is wrong with each field, in words that say what to do. */
type Wrong = Partial<Record<"name" | "email" | "password", string>>;

/** What can be known to be wrong before the server is asked. */
function wrongFields({ name, email, password }: SignUp): Wrong {
  const badPassword = passwordProblem(password);
  return {
    ...(name === "" ? { name: text.profile.nameWrong } : {}),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? {} : { email: text.account.refusals.INVALID_EMAIL }),
    ...(badPassword === null ? {} : { password: badPassword }),
  };
}

function Fields({ typed, onType, invitation, isGuest, onDone }: SignUpFormProps) {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const send = async () => {
    const wanted = { name: typed.name.trim(), email: typed.email.trim(), password };
    const found = wrongFields(wanted);
    setProblem(null);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const refusal = await signUp(invitation === undefined ? wanted : { ...wanted, invitation });
    if (refusal === null) return onDone((isGuest ? text.account.welcomeGuest : text.account.welcome)(wanted.name));
    const field = fieldOf(refusal);
    if (field === null) setProblem(refusalWords(refusal));
    else setWrong({ [field]: refusalWords(refusal) });
  };
  return (
    <Form action={text.account.signUp} working={text.account.working} tone="primary" problem={problem} onSend={send}>
      <TextField
        label={text.account.name}
        hint={text.account.nameHint}
        problem={wrong.name}
        value={typed.name}
        onInput={(name) => onType({ name })}
        autocomplete="name"
        maxLength={limits.nameCharacters}
        required
      />
      <TextField
        label={text.account.email}
        hint={text.account.emailHint}
        problem={wrong.email}
        type="email"
        value={typed.email}
        onInput={(email) => onType({ email })}
        autocomplete="email"
        required
      />
      <PasswordField
        label={text.account.password}
        problem={wrong.password}
        value={password}
        onInput={setPassword}
        isNew
      />
    </Form>
  );
}
