import type { ComponentChildren } from "preact";
import type { ChatMessage, Reaction } from "../../../../src/domain/chat/message.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { lazy } from "../../ui/lazy.tsx";
import { useChat } from "./chat-context.ts";
import { onDemand } from "./on-demand.tsx";
import { nameOf, namesOf } from "./who-said.ts";
import { withActs } from "./with-acts.ts";

const removing = lazy(async () => (await import("./removing.tsx")).Removing, onDemand);
const seenBy = lazy(async () => (await import("./company.tsx")).SeenBy, { waiting: null, failed: () => null });

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
      {reader.removing.value === message.id ? <removing.Lazy messageId={message.id} /> : null}
      {notice === null ? null : (
        <p class="sent-state severity-E" role="alert">
          {notice}
        </p>
      )}
      {session.company.value ? <seenBy.Lazy messageId={message.id} /> : null}
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
  const chat = useChat();
  const { session } = chat;
  const selfId = session.selfId.value;
  const mayReact = session.mayPost.value;
  const names = namesOf(reaction.userIds, session.people.value, selfId);
  return (
    <button
      type="button"
      class="reaction"
      aria-pressed={reaction.userIds.includes(selfId ?? "")}
      aria-disabled={!mayReact}
      aria-label={text.talk.emoji.chip(reaction.emoji, reaction.userIds.length, names)}
      title={names}
      onClick={() => mayReact && withActs(chat, message.id, ({ react }) => react(chat, message, reaction.emoji))}
    >
      <span class="emoji">{reaction.emoji}</span> {reaction.userIds.length}
    </button>
  );
}

/** Arrows between the versions of a message, where there are several and one person is in the chat. */
function BranchArrows({ message }: { message: ChatMessage }) {
  const chat = useChat();
  const branching = chat.session.branching.value.get(message.id);
  if (branching === undefined) return null;
  const arrow = (id: string | null, words: string, icon: "back" | "forth") => (
    <button
      type="button"
      class="tool"
      aria-label={words}
      title={words}
      aria-disabled={id === null}
      onClick={() => id !== null && withActs(chat, message.id, (acts) => acts.chooseBranch(chat, message.id, id))}
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
