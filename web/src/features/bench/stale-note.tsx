import { useEffect, useState } from "preact/hooks";
import { artifactLabel, inArtifactOrder } from "../../../../src/views/history/artifact-label.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { getJson } from "../../wire/http.ts";
import type { StaleMark } from "../../wire/read-artifacts.ts";
import { readStaleMarks } from "../../wire/read-artifacts.ts";
import { useChat } from "../chat/chat-context.ts";
import { DeedButton } from "./deed-button.tsx";
import { align } from "./design-deeds.ts";

/** After a restore of one artifact: which others no longer agree with it, and the way to bring them in line. */
export function StaleNote() {
  const chat = useChat();
  const { head, chosen } = chat.bench.state.value;
  const stale = useStale(chat.session.id, head);
  if (stale.length === 0 || chosen !== null) return null;
  const names = inArtifactOrder(stale).map(({ slug }) => artifactLabel(slug, text.views));
  const list = new Intl.ListFormat(text.locale, { type: "conjunction" }).format(names);
  const { deeds } = text.views;
  return (
    <div class="banner stale-note" role="note">
      <Icon name="warning" />
      <p>
        <b>{deeds.stale.title(stale.length)}</b> <span>{deeds.stale.note(list)}</span>
      </p>
      <DeedButton onDo={() => void align(chat)}>{deeds.stale.align}</DeedButton>
    </div>
  );
}

function useStale(chatId: string, head: number): StaleMark[] {
  const [stale, setStale] = useState<StaleMark[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new head may have new marks
  useEffect(() => {
    let isWanted = true;
    void getJson(`/api/chats/${chatId}/artifacts`, readStaleMarks).then((answer) => {
      if (isWanted && answer.ok) setStale(answer.value.filter((mark) => mark.stale));
    });
    return () => {
      isWanted = false;
    };
  }, [chatId, head]);
  return stale;
}
