import type { ChatMessage, Reaction } from "../../../../src/domain/chat/message.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { Avatar } from "../../ui/avatar.tsx";
import type { Branching } from "./branches.ts";
import { useChat } from "./chat-context.ts";
import { inTime, onDemand } from "./on-demand.tsx";
import { nameOf, namesOf } from "./who-said.ts";
import { withActs } from "./with-acts.ts";

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
          {reactions.length > 0 ? <Reactions message={message} reactions={reactions} /> : null}
          {branching === undefined ? null : <BranchArrows messageId={id} branching={branching} />}
          {replies === undefined ? null : <ThreadLink messageId={id} replies={replies} />}
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
      aria-label={text.talk.emoji.chip(reaction.emoji, reaction.userIds.length, names)}
      title={names}
      onClick={() => mayReact && withActs(chat, message.id, ({ react }) => react(chat, message, reaction.emoji))}
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
      onClick={() => id !== null && withActs(chat, messageId, (acts) => acts.chooseBranch(chat, messageId, id))}
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

/** How many replied, and the way to them. */
function ThreadLink({ messageId, replies }: { messageId: string; replies: readonly ChatMessage[] }) {
  const { session, reader } = useChat();
  const people = [...new Set(replies.flatMap(({ senderId }) => senderId ?? []))].slice(0, 3);
  return (
    <button type="button" class="thread-link" onClick={() => (reader.thread.value = messageId)}>
      {people.map((userId) => (
        <Avatar key={userId} userId={userId} name={nameOf(userId, session.people.value) ?? "?"} isTiny />
      ))}
      {text.talk.thread.replies(replies.length)}
    </button>
  );
}
