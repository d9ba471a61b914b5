import type { ChatMessage, Reaction } from "../../../../src/domain/chat/message.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { chooseBranch, react } from "./acts.ts";
import type { Branching } from "./branches.ts";
import { useChat } from "./chat-context.ts";
import { nameOf, namesOf } from "./who-said.ts";

interface HangingsProps {
  message: ChatMessage;
  branching: Branching | undefined;
  replies: readonly ChatMessage[] | undefined;
}

/** Reactions of a message, the arrows between its versions, and the way to its replies. */
export function Hangings({ message, branching, replies }: HangingsProps) {
  const { id, reactions = [] } = message;
  return (
    <>
      {reactions.length > 0 ? <Reactions message={message} reactions={reactions} /> : null}
      {branching === undefined ? null : <BranchArrows messageId={id} branching={branching} />}
      {replies === undefined ? null : <ThreadLink messageId={id} replies={replies} />}
    </>
  );
}

function Reactions({ message, reactions }: { message: ChatMessage; reactions: readonly Reaction[] }) {
  return (
    <ul class="reactions">
      {reactions.map((reaction) => (
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
      aria-label={text.acts.emoji.chip(reaction.emoji, reaction.userIds.length, names)}
      title={names}
      onClick={() => mayReact && void react(chat, message, reaction.emoji)}
    >
      <span class="emoji">{reaction.emoji}</span> {reaction.userIds.length}
    </button>
  );
}

/** Arrows between the versions of a message, where there are several and one person is in the chat. */
function BranchArrows({ messageId, branching }: { messageId: string; branching: Branching }) {
  const chat = useChat();
  const arrow = (id: string | null, words: string, icon: "back" | "forth") => (
    <button
      type="button"
      class="tool"
      aria-label={words}
      title={words}
      aria-disabled={id === null}
      onClick={() => id !== null && void chooseBranch(chat, messageId, id)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <fieldset class="branches">
      <legend class="unseen">{text.acts.branch.label}</legend>
      {arrow(branching.previousId, text.acts.branch.previous, "back")}
      <span class="figure">{text.acts.branch.of(branching.place, branching.of)}</span>
      {arrow(branching.nextId, text.acts.branch.next, "forth")}
    </fieldset>
  );
}

/** How many replied, and the way to them. */
function ThreadLink({ messageId, replies }: { messageId: string; replies: readonly ChatMessage[] }) {
  const { session, reader } = useChat();
  const people = [...new Set(replies.flatMap(({ senderId }) => senderId ?? []))].slice(0, 3);
  return (
    <button type="button" class="thread-link" onClick={() => (reader.thread.value = messageId)}>
      {people.map((userId) => (
        <Avatar key={userId} userId={userId} name={nameOf(userId, session.people.value) ?? "?"} isTiny />
      ))}
      {text.acts.thread.replies(replies.length)}
    </button>
  );
}
