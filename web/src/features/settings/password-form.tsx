import { useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { Form } from "../../ui/form.tsx";
import { askAuth } from "../../wire/auth.ts";
import { PasswordField, passwordProblem } from "../account/password-field.tsx";
import { refusalWords } from "../account/refusal-words.ts";

/** What is wrong: with a field, or as a whole. */
interface Wrong {
  current?: string;
  new?: string;
  whole?: string;
}

/** A new password, for who knows the present one. */
export function PasswordForm() {
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const [wrong, setWrong] = useState<Wrong>({});
  const [isDone, setDone] = useState(false);
  const send = async () => {
    setDone(false);
    const bad = passwordProblem(newPassword);
    if (currentPassword === "") return setWrong({ current: text.account.refusals.INVALID_PASSWORD });
    if (bad !== null) return setWrong({ new: bad });
    const refusal = await askAuth("/change-password", { currentPassword, newPassword });
    if (refusal?.code === "INVALID_PASSWORD") return setWrong({ current: refusalWords(refusal) });
    if (refusal !== null) return setWrong({ whole: refusalWords(refusal) });
    setWrong({});
    setCurrent("");
    setNew("");
    setDone(true);
  };
  return (
    <Form
      action={text.account.changePassword}
      working={text.account.working}
      problem={wrong.whole ?? null}
      done={isDone ? text.account.passwordChanged : ""}
      onSend={send}
    >
      <PasswordField
        label={text.account.currentPassword}
        value={currentPassword}
        onInput={setCurrent}
        problem={wrong.current}
        isNew={false}
      />
      <PasswordField label={text.account.newPassword} value={newPassword} onInput={setNew} problem={wrong.new} isNew />
      <p class="hint">{text.account.passwordEnds}</p>
    </Form>
  );
}
