import { useEffect, useState } from "preact/hooks";
import { limits } from "../../../../src/domain/chat/limits.ts";
import { text } from "../../text/text.ts";
import { TextField } from "../../ui/text-field.tsx";
import { getJson } from "../../wire/http.ts";
import { readSignUpPolicy } from "../../wire/read-me.ts";
import { signUp } from "./enter.ts";
import { me } from "./me.ts";
import { PasswordField, passwordLength } from "./password-field.tsx";
import { refusalWords } from "./refusal-words.ts";

interface SignUpFormProps {
  invitation: string | undefined;
  onDone: () => void;
}

/** An account for who is here: a guest stays the same person. Where the site takes no new accounts it says so instead. */
export function SignUpForm({ invitation, onDone }: SignUpFormProps) {
  const [policy, setPolicy] = useState<"open" | "invite" | "closed">("open");
  useEffect(() => {
    void getJson("/api/ready", readSignUpPolicy).then((answer) => answer.ok && setPolicy(answer.value));
  }, []);
  if (policy === "closed") return <p>{text.account.closed}</p>;
  return (
    <>
      <p>{me.value === null ? text.account.nobodyKeeps : text.account.guestKeeps}</p>
      {policy === "invite" && invitation === undefined ? <p class="hint">{text.account.byInvitation}</p> : null}
      <Fields invitation={invitation} onDone={onDone} />
    </>
  );
}

/** What is wrong with each field, in words that say what to do. */
type Wrong = Partial<Record<"name" | "email" | "password", string>>;

/** What can be known to be wrong before the server is asked. */
function wrongFields({ name, email, password }: Record<"name" | "email" | "password", string>): Wrong {
  const { refusals } = text.account;
  return {
    ...(name.trim() === "" ? { name: text.profile.nameWrong } : {}),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? {} : { email: refusals.INVALID_EMAIL }),
    ...(password.length < passwordLength.least ? { password: refusals.PASSWORD_TOO_SHORT } : {}),
    ...(password.length > passwordLength.most ? { password: refusals.PASSWORD_TOO_LONG } : {}),
  };
}

function Fields({ invitation, onDone }: SignUpFormProps) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const send = async () => {
    const found = wrongFields({ name, email, password });
    setWrong(found);
    if (isBusy || Object.keys(found).length > 0) return;
    setBusy(true);
    const wanted = { name: name.trim(), email: email.trim(), password };
    const refusal = await signUp(invitation === undefined ? wanted : { ...wanted, invitation });
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
        label={text.account.name}
        hint={text.account.nameHint}
        problem={wrong.name}
        value={name}
        onInput={setName}
        autocomplete="name"
        maxLength={limits.nameCharacters}
        required
      />
      <TextField
        label={text.account.email}
        hint={text.account.emailHint}
        problem={wrong.email}
        type="email"
        value={email}
        onInput={setEmail}
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
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="button primary" aria-disabled={isBusy}>
        {isBusy ? text.account.working : text.account.signUp}
      </button>
    </form>
  );
}
