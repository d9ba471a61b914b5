import { useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { bringChats, leaveChats } from "./enter.ts";

interface BringChatsProps {
  /** The guest's name. */
  from: string;
  chats: number;
  /** Called with what is to be said. */
  onDone: (words?: string) => void;
}

/** The question after a sign-in from a guest's browser. */
export function BringChats({ from, chats, onDone }: BringChatsProps) {
  const [isBusy, setBusy] = useState(false);
  const { bring } = text.account;
  const take = async () => {
    if (isBusy) return;
    setBusy(true);
    const came = await bringChats();
    onDone(came === "here" ? bring.here(chats) : bring[came]);
  };
  const leave = async () => {
    await leaveChats();
    onDone();
  };
  return (
    <>
      <p>{bring.ask(from, chats)}</p>
      <p class="hint">{bring.explain}</p>
      <p class="modal-acts">
        <button type="button" class="button" disabled={isBusy} onClick={() => void leave()}>
          {bring.no}
        </button>
        <button type="button" class="button primary" aria-disabled={isBusy} onClick={() => void take()}>
          {isBusy ? bring.working : bring.yes(chats)}
        </button>
      </p>
    </>
  );
}
