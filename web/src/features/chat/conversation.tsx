import { useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import type { PendingMessage } from "./chat-state.ts";
import type { ComposerField } from "./composer.tsx";
import { Composer } from "./composer.tsx";
import { Log } from "./log.tsx";
import { inTime, onDemand } from "./on-demand.tsx";

const menu = onDemand(async () => (await import("./message-menu.tsx")).MessageMenu);
const talkLine = inTime(async () => (await import("./company.tsx")).TalkLine);
const readOnly = onDemand(async () => (await import("./read-only.tsx")).ReadOnly);
const replyChip = onDemand(async () => (await import("./reply-chip.tsx")).ReplyChip);
const announcer = inTime(async () => (await import("./run-announcer.tsx")).RunAnnouncer);
const completion = inTime(async () => (await import("./completion-trigger.tsx")).CompletionTrigger);
const thread = onDemand(async () => (await import("./thread-panel.tsx")).ThreadPanel);

/** The conversation: a log that sticks to its end only while it is there, and the field below it. */
export function Conversation() {
  const { session, reader } = useChat();
  const [offered, setOffered] = useState("");
  const takeBack = (message: PendingMessage) => {
    session.takeBack(message.clientId);
    if (message.replyToId !== undefined) reader.replyTo.value = message.replyToId;
    setOffered(message.content);
  };
  const openThread = reader.thread.value;
  const openMenu = reader.menu.value;
  return (
    <>
      <div class="talk">
        <Log onTakeBack={takeBack} isCovered={openThread !== null} />
        {openThread === null ? null : <thread.Lazy rootId={openThread} onTakeBack={takeBack} />}
      </div>
      <announcer.Lazy />
      <Writing offered={offered} />
      {openMenu === null ? null : <menu.Lazy key={openMenu.messageId} open={openMenu} />}
    </>
  );
}

/** Where one writes; or why one does not. */
function Writing({ offered }: { offered: string }) {
  const { session, reader } = useChat();
  const [content, setContent] = useState("");
  if (session.role.value !== null && !session.mayPost.value) return <readOnly.Lazy />;
  const isRunning = session.running.value !== null;
  const placeholder = isRunning ? "queue" : session.revision.value === 0 ? "first" : "change";
  const replyTo = reader.replyTo.value ?? reader.thread.value;
  const send = (words: string) => {
    session.post(replyTo === null ? { content: words } : { content: words, replyToId: replyTo });
    reader.replyTo.value = null;
  };
  const write = (now: string, isTyped: boolean) => {
    setContent(now);
    if (isTyped && now !== "") session.typing();
  };
  return (
    <>
      {session.company.value ? (
        <div class="talk-line">
          <talkLine.Lazy content={content} replyTo={replyTo} />
        </div>
      ) : null}
      <Composer
        place={session.id}
        label={text.composer.label}
        placeholder={text.composer.placeholders[placeholder]}
        offered={offered}
        // Where there is a keyboard one types on at once; on a phone the field would open one over the answer.
        autoFocus={matchMedia("(pointer: fine)").matches}
        above={reader.replyTo.value === null ? null : <replyChip.Lazy messageId={reader.replyTo.value} />}
        assist={(field: ComposerField) => <completion.Lazy field={field} />}
        onWrite={write}
        onSend={send}
        onStop={isRunning ? session.stop : undefined}
      />
    </>
  );
}
