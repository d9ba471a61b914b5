import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ChatMessage, Reaction } from "../../../../src/domain/chat/message.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { useChat } from "./chat-context.ts";
import { useActs } from "./use-acts.ts";
import { nameOf, namesOf } from "./who-said.ts";

/** What hangs on a message: its reactions, its versions, its replies, and what became of an act on it. */
export function MessageFoot({ message, children }: { message: ChatMessage; children?: ComponentChildren }) {
  const { session, reader } = useChat();
  const notice = reader.notice.value?.messageId === message.id ? reader.notice.value.words : null;
  return (
    <>
      <div class="foot">
        <Reactions message={message} />
        <BranchArrows message={message} />
        <ThreadLink message={message} />
        {children}
      </div>
      {reader.removing.value === message.id ? <Removing message={message} /> : null}
      {notice === null ? null : (
        <p class="sent-state severity-E" role="alert">
          {notice}
        </p>
      )}
      {session.company.value ? <SeenBy messageId={message.id} /> : null}
    </>
  );
}

function Reactions({ message }: { message: ChatMessage }) {
  if (message.reactions === undefined || message.reactions.length === 0) return null;
  return (
    <ul class="reactions">
      {message.reactions.map((reaction) => (
        <li key={reaction.emoji}>
          <ReactionChip message={message} reaction={reaction} />
        </li>
      ))}
    </ul>
  );
}

function ReactionChip({ message, reaction }: { message: ChatMessage; reaction: Reaction }) {
  const { session } = useChat();
  const { can, react } = useActs();
  const selfId = session.selfId.value;
  const names = namesOf(reaction.userIds, session.people.value, selfId);
  return (
    <button
      type="button"
      class="reaction"
      aria-pressed={reaction.userIds.includes(selfId ?? "")}
      aria-disabled={!can(message).includes("react")}
      aria-label={text.talk.emoji.chip(reaction.emoji, reaction.userIds.length, names)}
      title={names}
      onClick={() => can(message).includes("react") && void react(message, reaction.emoji)}
    >
      <span class="emoji">{reaction.emoji}</span> {reaction.userIds.length}
    </button>
  );
}

/** Arrows between the versions of a message, where there are several and one person is in the chat. */
function BranchArrows({ message }: { message: ChatMessage }) {
  const { session } = useChat();
  const { perform } = useActs();
  const branching = session.branching.value.get(message.id);
  if (branching === undefined) return null;
  const arrow = (id: string | null, words: string, icon: "back" | "forth") => (
    <button
      type="button"
      class="tool"
      aria-label={words}
      title={words}
      aria-disabled={id === null}
      onClick={() => id !== null && void perform(message.id, () => session.acts.chooseBranch(id))}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <fieldset class="branches">
      <legend class="unseen">{text.talk.branch.label}</legend>
      {arrow(branching.previousId, text.talk.branch.previous, "back")}
      <span class="figure">{text.talk.branch.of(branching.place, branching.of)}</span>
      {arrow(branching.nextId, text.talk.branch.next, "forth")}
    </fieldset>
  );
}

/** How many replied, and the way to them. Inside the thread itself nothing leads there. */
function ThreadLink({ message }: { message: ChatMessage }) {
  const { session, reader } = useChat();
  const replies = session.replies.value.get(message.id);
  if (replies === undefined || reader.thread.value !== null) return null;
  const people = [...new Set(replies.flatMap(({ senderId }) => senderId ?? []))].slice(0, 3);
  return (
    <button type="button" class="thread-link" onClick={() => (reader.thread.value = message.id)}>
      {people.map((userId) => (
        <Avatar key={userId} userId={userId} name={nameOf(userId, session.people.value) ?? "?"} isTiny />
      ))}
      {text.talk.thread.replies(replies.length)}
    </button>
  );
}

/** Removing is for good, so it says that and asks. */
function Removing({ message }: { message: ChatMessage }) {
  const { session, reader } = useChat();
  const { perform } = useActs();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const stay = () => {
    reader.removing.value = null;
  };
  const remove = () => {
    stay();
    void perform(message.id, () => session.acts.remove(message.id));
  };
  return (
    <div class="removing" role="alertdialog" aria-label={text.talk.remove.ask}>
      <p>{text.talk.remove.ask}</p>
      <button type="button" class="button danger" onClick={remove}>
        {text.talk.remove.yes}
      </button>
      <button
        type="button"
        class="button"
        ref={keep}
        onClick={stay}
        onKeyDown={(event) => event.key === "Escape" && stay()}
      >
        {text.talk.remove.no}
      </button>
    </div>
  );
}

/** Small marks of those who have read as far as here. They take no room of their own. */
function SeenBy({ messageId }: { messageId: string }) {
  const { session } = useChat();
  const readers = session.seenBy.value.get(messageId);
  if (readers === undefined) return null;
  const names = namesOf(readers, session.people.value, session.selfId.value);
  return (
    <span class="seen" role="img" aria-label={text.talk.seenBy(names)} title={text.talk.seenBy(names)}>
      {readers.slice(0, 5).map((userId) => (
        <Avatar key={userId} userId={userId} name={nameOf(userId, session.people.value) ?? "?"} isTiny />
      ))}
    </span>
  );
}
