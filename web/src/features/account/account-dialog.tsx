import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { Modal } from "../../ui/modal.tsx";
import { say } from "../../ui/notice.tsx";
import { known } from "../start/known-session.ts";
import { BringChats } from "./bring-chats.tsx";
import type { Bringing } from "./enter.ts";
import { bringable } from "./enter.ts";
import { loadMe, me } from "./me.ts";
import { settle } from "./settle.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

interface AccountDialogProps {
  /** Which of the two it begins with. */
  mode: "sign_up" | "sign_in";
  /** Token of the invitation that is being answered. */
  invitation?: string | undefined;
  onClose: () => void;
}

/** What was written into the forms and not sent: a dialog that is closed by mistake, or one for the other, loses none of it. */
const typed = signal({ name: "", email: "" });

type Step = { kind: "sign_up" } | { kind: "sign_in" } | { kind: "bring"; bringing: Bringing };

/** Coming in: an account is made of the guest who is here, or somebody signs in and is asked whether the guest's chats come along. */
export function AccountDialog({ mode, invitation, onClose }: AccountDialogProps) {
  const [step, setStep] = useState<Step>({ kind: mode });
  useEffect(() => {
    if (me.peek() === undefined) void loadMe();
  }, []);
  const end = (words: string) => {
    typed.value = { name: "", email: "" };
    say({ words });
    onClose();
  };
  const settled = async (words?: string) => {
    await settle();
    end(words ?? text.account.welcomeBack(me.peek()?.name ?? ""));
  };
  const signedIn = async () => {
    const bringing = await bringable();
    if (bringing === null) await settled();
    else setStep({ kind: "bring", bringing });
  };
  if (step.kind === "bring") {
    return (
      // Closed without an answer the chats stay where they are, and the settings ask after them for an hour.
      <Modal title={text.account.bring.title} onClose={() => void settled(text.account.bring.later)}>
        <BringChats bringing={step.bringing} onDone={(words) => void settled(words)} />
      </Modal>
    );
  }
  const isNew = step.kind === "sign_up";
  const form = {
    typed: typed.value,
    onType: (change: Partial<typeof typed.value>) => {
      typed.value = { ...typed.peek(), ...change };
    },
  };
  return (
    <Modal title={isNew ? text.account.signUpTitle : text.account.signInTitle} onClose={onClose}>
      {isNew ? (
        <SignUpForm {...form} invitation={invitation} isGuest={known.value === "guest"} onDone={end} />
      ) : (
        <SignInForm {...form} onDone={signedIn} />
      )}
      <p class="modal-foot">
        {isNew ? text.account.haveOne : text.account.haveNone}{" "}
        <button type="button" class="link" onClick={() => setStep({ kind: isNew ? "sign_in" : "sign_up" })}>
          {isNew ? text.account.signIn : text.account.signUp}
        </button>
      </p>
    </Modal>
  );
}
