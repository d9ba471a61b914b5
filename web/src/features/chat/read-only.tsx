import "../../ui/on-demand.css";
import type { ComponentChildren } from "preact";
import { roleMay } from "../../../../src/domain/chat/roles.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { say } from "../../ui/notice.tsx";
import { moveChat } from "../chats/chats-store.ts";
import { useChat } from "./chat-context.ts";

/** Stands in the place of the field where one may not write, and says why; who may brings the chat back from the trash. */
export function ReadOnly() {
  const { session } = useChat();
  const role = session.role.value;
  if (session.trashedAt.value === null) return <Said words={text.acts.readOnly} />;
  const restore = async () => {
    const problem = await moveChat(session.id, "trash", "recent");
    if (problem !== null) say({ words: text.chats.notDone(session.title.peek() ?? "", problemWords(problem)) });
  };
  return (
    <Said words={text.acts.trashed}>
      {role !== null && roleMay(role, "delete") ? (
        <button type="button" class="button" onClick={() => void restore()}>
          {text.chats.restore}
        </button>
      ) : null}
    </Said>
  );
}

/** The way of the keyboard to the field ends here. */
function Said({ words, children }: { words: string; children?: ComponentChildren }) {
  return (
    <div class="read-only" id="message" tabIndex={-1}>
      <p>{words}</p>
      {children}
    </div>
  );
}
