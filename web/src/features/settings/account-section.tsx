import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../../../src/protocol/accounts.ts";
import { text } from "../../text/text.ts";
import { say } from "../../ui/notice.tsx";
import { BringChats } from "../account/bring-chats.tsx";
import type { Bringing } from "../account/enter.ts";
import { bringable } from "../account/enter.ts";
import { settle } from "../account/settle.ts";
import { openDialog } from "../shell/open-dialog.ts";
import { PasswordForm } from "./password-form.tsx";
import { Section } from "./section.tsx";
import { SessionList } from "./session-list.tsx";

/** Whose settings these are: what a guest is and how to stay, or the account, its password, and where it is signed in. */
export function AccountSection({ person }: { person: Me | null }) {
  return (
    <>
      <Section id="account" title={text.account.section}>
        {person === null || person.guest ? <GuestWords person={person} /> : <Account email={person.email ?? ""} />}
      </Section>
      {person === null || person.guest ? null : <LeftChats />}
    </>
  );
}

function GuestWords({ person }: { person: Me | null }) {
  return (
    <>
      <p>{person === null ? text.account.nobodyKeeps : text.account.guest(person.name)}</p>
      {person === null ? null : <p class="hint">{text.account.guestWhat}</p>}
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

/** The chats of the guest who signed in here, as long as they can be brought along and nobody has said whether they shall. */
function LeftChats() {
  const [bringing, setBringing] = useState<Bringing | null>(null);
  useEffect(() => void bringable().then(setBringing), []);
  if (bringing === null) return null;
  const done = async (words?: string) => {
    await settle();
    if (words !== undefined) say({ words });
  };
  return (
    <Section id="left-chats" title={text.account.bring.title}>
      <BringChats bringing={bringing} onDone={(words) => void done(words)} />
    </Section>
  );
}
