import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { text } from "../../text/text.ts";
import { ActIcon } from "./act-icon.tsx";
import { actsOn, beginAct } from "./acts.ts";
import { useChat } from "./chat-context.ts";
import { placeOf } from "./place-of.ts";
import type { MessageAct } from "./possible-acts.ts";

const quickActs: readonly MessageAct[] = ["react", "reply", "edit", "regenerate"];

/** The usual acts on a message, beside the button that opens all of them. Arrow keys come to them from there. */
export function QuickTools({ message }: { message: ChatMessage }) {
  const chat = useChat();
  return (
    <>
      {actsOn(chat, message)
        .filter((act) => quickActs.includes(act))
        .map((act) => (
          <button
            key={act}
            type="button"
            class="tool"
            tabIndex={-1}
            title={text.acts.names[act]}
            aria-label={text.acts.names[act]}
            onClick={({ currentTarget }) => beginAct(chat, act, { message, at: placeOf(currentTarget) })}
          >
            <ActIcon act={act} />
          </button>
        ))}
    </>
  );
}
