import { text } from "../../text/text.ts";
import { askedBy } from "./asked-by.ts";
import { useChat } from "./chat-context.ts";
import { nameOf } from "./who-said.ts";

/**
 * One line between the conversation and the field that is always there among several people: who is typing, and whether what one writes
 * will ask the engine. It never moves anything.
 */
export function TalkLine({ content, replyTo }: { content: string; replyTo: string | null }) {
  const { session } = useChat();
  if (!session.company.value) return null;
  const selfId = session.selfId.value;
  const typing = session.presence.value.typing.filter((userId) => userId !== selfId);
  const names = typing.map((userId) => nameOf(userId, session.people.value) ?? text.talk.someone);
  return (
    <p class="talk-line">
      <span class="typing">{names.length === 0 ? "" : text.talk.typing(names)}</span>
      <span class="hint">{content.trim() === "" ? "" : <Hint content={content} replyTo={replyTo} />}</span>
    </p>
  );
}

function Hint({ content, replyTo }: { content: string; replyTo: string | null }) {
  const { session } = useChat();
  const original = replyTo === null ? undefined : session.byId.value.get(replyTo);
  const asked = askedBy(content, {
    isReplyToEngine: original?.senderType === "ai",
    people: session.members.value,
    models: session.models.value,
  });
  return <>{text.talk.hint[asked]}</>;
}
