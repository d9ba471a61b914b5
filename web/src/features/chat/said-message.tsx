import { useMemo } from "preact/hooks";
import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { Markdown } from "../../../../src/views/markdown/markdown.tsx";
import { typedBlocks } from "../../../../src/views/markdown/markdown-blocks.ts";
import { text } from "../../text/text.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { useChat } from "./chat-context.ts";
import type { Said } from "./log-items.ts";
import { MessageFoot } from "./message-foot.tsx";
import { MessageTools } from "./message-tools.tsx";
import { clock, Moment } from "./moment.tsx";
import { onDemand } from "./on-demand.tsx";
import { Quote } from "./quote.tsx";
import { authorName, isNote, shownText } from "./who-said.ts";

const editForm = onDemand(async () => (await import("./edit-form.tsx")).EditForm);

interface SaidMessageProps {
  item: Said;
  /** In its thread a message need not say what it replies to. */
  threadId?: string;
}

/** A person's message. One's own stands on the right. */
export function SaidMessage({ item, threadId }: SaidMessageProps) {
  const { session, reader } = useChat();
  const { message, isQueued } = item;
  const isOwn = message.senderId === session.selfId.value;
  const isEditing = reader.editing.value === message.id;
  const name = authorName(message, session.people.value);
  return (
    <div class={`said${isOwn ? " own" : ""}`} data-message={message.id}>
      <p class="who">
        {isOwn ? <MessageTools message={message} /> : <Avatar userId={message.senderId ?? ""} name={name} />}
        <b>{isOwn ? text.chat.you : name}</b> <Moment at={message.createdAt} />
        <Marks message={message} isOwn={isOwn} />
        {isOwn ? null : <MessageTools message={message} />}
      </p>
      {message.replyToId === null || message.replyToId === threadId ? null : <Quote messageId={message.replyToId} />}
      {isEditing ? <editForm.Lazy message={message} /> : <Bubble message={message} isOwn={isOwn} />}
      <MessageFoot message={message} isQueued={isQueued} />
    </div>
  );
}

function Bubble({ message, isOwn }: { message: ChatMessage; isOwn: boolean }) {
  const blocks = useMemo(() => typedBlocks(shownText(message.content)), [message.content]);
  const { removed } = message;
  if (removed !== undefined) {
    const isMine = isOwn && removed.by === message.senderId;
    return <p class="bubble gone">{isMine ? text.talk.removedOwn : text.talk.removedBy(removed.name)}</p>;
  }
  return (
    <div class={isNote(message.content) ? "bubble to-people" : "bubble"}>
      <Markdown blocks={blocks} />
    </div>
  );
}

/** What is to be known of a message besides its words: that it was changed, is a note, or asked nobody. */
function Marks({ message, isOwn }: { message: ChatMessage; isOwn: boolean }) {
  if (message.removed !== undefined) return null;
  return (
    <>
      {message.editedAt === undefined ? null : (
        <span title={text.talk.editedAt(clock(message.editedAt))}>{text.talk.edited}</span>
      )}
      {isNote(message.content) ? (
        <span class="tag" title={text.talk.noteHint}>
          {text.talk.note}
        </span>
      ) : isOwn ? (
        <NotAsked message={message} />
      ) : null}
    </>
  );
}

/** Among several people a message may ask nobody but them; whoever wrote it sees that. */
function NotAsked({ message }: { message: ChatMessage }) {
  const { session } = useChat();
  if (!session.company.value || message.seq <= session.toldFrom.value) return null;
  if (session.asked.value.has(message.id) || session.queued.value[message.id] === true) return null;
  return (
    <span class="not-asked" title={text.talk.forPeopleHint}>
      {text.talk.forPeople}
    </span>
  );
}
