import { useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { askAuth } from "../../wire/auth.ts";
import { PasswordField, passwordLength } from "../account/password-field.tsx";
import { refusalWords } from "../account/refusal-words.ts";

/** A new password, for who knows the present one. */
export function PasswordForm() {
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const [said, setSaid] = useState<{ words: string; isProblem: boolean } | null>(null);
  const send = async () => {
    if (newPassword.length < passwordLength.least) {
      return setSaid({ words: text.account.refusals.PASSWORD_TOO_SHORT, isProblem: true });
    }
    const refusal = await askAuth("/change-password", { currentPassword, newPassword });
    if (refusal !== null) return setSaid({ words: refusalWords(refusal), isProblem: true });
    setCurrent("");
    setNew("");
    setSaid({ words: text.account.passwordChanged, isProblem: false });
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
      <PasswordField label={text.account.currentPassword} value={currentPassword} onInput={setCurrent} isNew={false} />
      <PasswordField label={text.account.newPassword} value={newPassword} onInput={setNew} isNew />
      <p class="hint">{text.account.passwordEnds}</p>
      <p class="form-acts">
        <button type="submit" class="button">
          {text.account.changePassword}
        </button>
        {said === null ? null : (
          <span role={said.isProblem ? "alert" : "status"} class={said.isProblem ? "severity-E" : undefined}>
            {said.words}
          </span>
        )}
      </p>
    </form>
  );
}
