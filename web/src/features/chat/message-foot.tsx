import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import { inTime, onDemand } from "./on-demand.tsx";

const hangings = inTime(async () => (await import("./hangings.tsx")).Hangings);
const removing = onDemand(async () => (await import("./removing.tsx")).Removing);
const seenBy = inTime(async () => (await import("./company.tsx")).SeenBy);

/** What hangs on a message: its reactions, its versions, its replies, and what became of an act on it. Most messages have nothing. */
export function MessageFoot({ message, isQueued }: { message: ChatMessage; isQueued?: boolean }) {
  const { session, reader } = useChat();
  const { id, reactions = [] } = message;
  const notice = reader.notice.value?.messageId === id ? reader.notice.value.words : null;
  const branching = session.branching.value.get(id);
  // Inside its thread nothing leads there.
  const replies = reader.thread.value === null ? session.replies.value.get(id) : undefined;
  const hasFoot = reactions.length > 0 || branching !== undefined || replies !== undefined || isQueued === true;
  return (
    <>
      {hasFoot ? (
        <div class="foot">
          <hangings.Lazy message={message} branching={branching} replies={replies} />
          {isQueued === true ? <span class="sent-state">{text.chat.queued}</span> : null}
        </div>
      ) : null}
      {reader.removing.value === id ? <removing.Lazy messageId={id} /> : null}
      {notice === null ? null : (
        <p class="sent-state severity-E" role="alert">
          {notice}
        </p>
      )}
      {session.seenBy.value.has(id) ? <seenBy.Lazy messageId={id} /> : null}
    </>
  );
}
