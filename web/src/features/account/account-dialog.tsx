import { useEffect, useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { Modal } from "../../ui/modal.tsx";
import { say } from "../../ui/notice.tsx";
import { BringChats } from "./bring-chats.tsx";
import { bringable, settle } from "./enter.ts";
import { loadMe, me } from "./me.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

interface AccountDialogProps {
  /** Which of the two it begins with. */
  mode: "sign_up" | "sign_in";
  /** Token of the invitation that is being answered, where accounts are made by those alone. */
  invitation?: string | undefined;
  onClose: () => void;
}

type Step = { kind: "sign_up" } | { kind: "sign_in" } | { kind: "bring"; from: string; chats: number };

/** Coming in: an account is made of the guest who is here, or somebody signs in and is asked whether the guest's chats come along. */
export function AccountDialog({ mode, invitation, onClose }: AccountDialogProps) {
  const [step, setStep] = useState<Step>({ kind: mode });
  useEffect(() => {
    if (me.peek() === undefined) void loadMe();
  }, []);
  const signedUp = () => {
    say({ words: text.account.welcome(me.peek()?.name ?? "") });
    onClose();
  };
  const end = async (words?: string) => {
    await settle();
    say({ words: words ?? text.account.welcomeBack(me.peek()?.name ?? "") });
    onClose();
  };
  const signedIn = async () => {
    const found = await bringable();
    if (found === null) await end();
    else setStep({ kind: "bring", ...found });
  };
  if (step.kind === "bring") {
    return (
      // Closed without an answer the chats stay where they are, and are asked after again at the next sign-in.
      <Modal title={text.account.bring.title} onClose={() => void end()}>
        <BringChats from={step.from} chats={step.chats} onDone={(words) => void end(words)} />
      </Modal>
    );
  }
  const isNew = step.kind === "sign_up";
  const other = isNew ? "sign_in" : "sign_up";
  return (
    <Modal title={isNew ? text.account.signUpTitle : text.account.signInTitle} onClose={onClose}>
      {isNew ? <SignUpForm invitation={invitation} onDone={signedUp} /> : <SignInForm onDone={() => void signedIn()} />}
      <p class="modal-foot">
        {isNew ? text.account.haveOne : text.account.haveNone}{" "}
        <button type="button" class="link" onClick={() => setStep({ kind: other })}>
          {isNew ? text.account.signIn : text.account.signUp}
        </button>
      </p>
    </Modal>
  );
}
