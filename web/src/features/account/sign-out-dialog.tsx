import { useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { Modal } from "../../ui/modal.tsx";
import { say } from "../../ui/notice.tsx";
import { signOut } from "./enter.ts";
import { refusalWords } from "./refusal-words.ts";

/** Says what happens to this browser before it is signed out. */
export function SignOutDialog({ onClose }: { onClose: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const leave = async () => {
    const refusal = await signOut();
    if (refusal !== null) return setProblem(refusalWords(refusal));
    onClose();
    say({ words: text.account.out.done });
  };
  return (
    <Modal title={text.account.out.title} onClose={onClose}>
      <p>{text.account.out.explain}</p>
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="modal-acts">
        <button type="button" class="button" onClick={onClose}>
          {text.chats.cancel}
        </button>
        <button type="button" class="button primary" onClick={() => void leave()}>
          {text.account.out.button}
        </button>
      </p>
    </Modal>
  );
}
