import { useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import type { Bringing } from "./enter.ts";
import { bringChats, leaveChats } from "./enter.ts";

interface BringChatsProps {
  bringing: Bringing;
  /** Called with what is to be said about it. */
  onDone: (words?: string) => void;
}

/** The question after a sign-in from a guest's browser. */
export function BringChats({ bringing: { from, chats }, onDone }: BringChatsProps) {
  const [isBusy, setBusy] = useState(false);
  const { bring } = text.account;
  const take = async () => {
    const came = await bringChats();
    onDone(came === "here" ? bring.here(chats) : bring[came]);
  };
  const leave = async () => {
    await leaveChats();
    onDone();
  };
  const once = (act: () => Promise<void>) => () => {
    if (isBusy) return;
    setBusy(true);
    void act();
  };
  return (
    <>
      <p>{bring.ask(from, chats)}</p>
      <p class="hint">{bring.explain}</p>
      <p class="modal-acts">
        <button type="button" class="button" aria-disabled={isBusy} onClick={once(leave)}>
          {bring.no}
        </button>
        <button type="button" class="button primary" aria-disabled={isBusy} onClick={once(take)}>
          {isBusy ? bring.working : bring.yes(chats)}
        </button>
      </p>
    </>
  );
}
