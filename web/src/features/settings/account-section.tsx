import type { Me } from "../../../../src/protocol/accounts.ts";
import { text } from "../../text/text.ts";
import { openDialog } from "../shell/open-dialog.ts";
import { PasswordForm } from "./password-form.tsx";
import { SessionList } from "./session-list.tsx";

/** Whose settings these are: what a guest is and how to stay, or the account, its password, and where it is signed in. */
export function AccountSection({ person }: { person: Me | null }) {
  const isGuest = person === null || person.guest;
  return (
    <section class="settings-section" aria-labelledby="account">
      <h2 id="account">{text.account.section}</h2>
      {isGuest ? <GuestWords name={person?.name ?? null} /> : <Account email={person.email ?? ""} />}
    </section>
  );
}

function GuestWords({ name }: { name: string | null }) {
  return (
    <>
      {name === null ? <p>{text.account.nobodyKeeps}</p> : <p>{text.account.guest(name)}</p>}
      {name === null ? null : <p class="hint">{text.account.guestWhat}</p>}
      <p class="form-acts">
        <button
          type="button"
          class="button primary"
          onClick={() => (openDialog.value = { kind: "account", mode: "sign_up" })}
        >
          {text.account.signUp}
        </button>
        <button type="button" class="button" onClick={() => (openDialog.value = { kind: "account", mode: "sign_in" })}>
          {text.account.signIn}
        </button>
      </p>
    </>
  );
}

function Account({ email }: { email: string }) {
  return (
    <>
      <p class="form-acts">
        <span class="grow">{text.account.signedInAs(email)}</span>
        <button type="button" class="button" onClick={() => (openDialog.value = { kind: "sign_out" })}>
          {text.account.out.button}
        </button>
      </p>
      <details class="more-settings">
        <summary>{text.account.passwordSection}</summary>
        <PasswordForm />
      </details>
      <details class="more-settings">
        <summary>{text.account.sessions}</summary>
        <SessionList />
      </details>
    </>
  );
}
