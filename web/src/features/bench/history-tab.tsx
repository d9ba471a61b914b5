import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { DesignRevision } from "../../../../src/domain/chat/artifact.ts";
import "../../../../src/views/history/history.css";
import { RevisionLine, writtenBy } from "../../../../src/views/history/revision-line.tsx";
import { text } from "../../text/text.ts";
import { say } from "../../ui/notice.tsx";
import { useChat } from "../chat/chat-context.ts";
import { authorName } from "../chat/who-said.ts";
import { artifactAddress } from "./artifact-address.ts";
import { artifactPlace } from "./artifact-place.ts";
import { wantedRevision } from "./bench-state.ts";
import { ComparePane } from "./compare-pane.tsx";
import { DeedButton } from "./deed-button.tsx";
import { restoreRevision } from "./design-deeds.ts";

/** The revisions of the design on one line of time, and beside it two of them held against each other. */
export function HistoryTab() {
  const { bench } = useChat();
  const state = bench.state.value;
  const shown = wantedRevision(state);
  // Chosen by hand; else the shown one stands against the head, and the head against the one before it.
  const [older, setOlder] = useState<number | null>(null);
  const [newer, setNewer] = useState<number | null>(null);
  const to = newer ?? state.head;
  const parent = state.revisions.find(({ number }) => number === to)?.parent ?? Math.max(1, to - 1);
  const from = older ?? (shown === to ? parent : shown);
  const acts = useActs((revision) => {
    setOlder(revision === state.head ? parent : revision);
    setNewer(null);
    requestAnimationFrame(() => document.getElementById("compare")?.focus());
  });
  return (
    <div class="history-tab">
      <RevisionLine revisions={state.revisions} shown={shown} compared={[from, to]} {...acts} />
      <ComparePane
        from={from}
        to={to}
        onChoose={(nextFrom, nextTo) => {
          setOlder(nextFrom);
          setNewer(nextTo);
        }}
      />
    </div>
  );
}

function useActs(onCompare: (revision: number) => void) {
  const chat = useChat();
  const { session, bench } = chat;
  const [, go] = useLocation();
  const { head, revisions } = bench.state.value;
  return {
    writerOf: (revision: DesignRevision) => writer(chat, revision),
    onShow: (revision: number) => {
      if (revision === head) go(`/chat/${session.id}`);
      bench.act({ type: "revision_chosen", revision });
    },
    openerOf: (version: { slug: string; version: number }, revision: number) => {
      const place = artifactPlace(version.slug);
      if (place === null) return null;
      return () => {
        go(revision === head ? `/chat/${session.id}` : artifactAddress(session.id, version));
        bench.act({ type: "revision_chosen", revision, ...place });
      };
    },
    actsOf: (revision: DesignRevision) => (
      <>
        {revision.number === head ? null : (
          <>
            <button type="button" class="button" onClick={() => onCompare(revision.number)}>
              {text.views.history.compare}
              <span class="unseen"> r{revision.number}</span>
            </button>
            <DeedButton icon="restore" onDo={() => void restoreRevision(chat, revision.number)}>
              {text.views.deeds.restore}
              <span class="unseen"> {text.views.deeds.restoreRevision(revision.number)}</span>
            </DeedButton>
          </>
        )}
        <button type="button" class="button bare" onClick={() => void copyLink(session.id, revision, revisions)}>
          <span>
            {text.views.deeds.link}
            <span class="unseen"> {text.views.deeds.linkTo(revision.number)}</span>
          </span>
        </button>
      </>
    ),
  };
}

/** Whom the engine wrote it for, where several people are in the chat. */
function writer({ session }: ReturnType<typeof useChat>, revision: DesignRevision): string | null {
  if (revision.author.kind === "user" || !session.company.value) return null;
  const answer = session.byId.value.get(revision.messageId ?? "");
  const [asked = ""] = session.runs.value[answer?.runId ?? ""]?.messageIds ?? [];
  const question = session.byId.value.get(asked);
  if (question === undefined) return null;
  return text.views.history.for(text.views.history.engine, authorName(question, session.people.value));
}

/** The address of a revision is that of a version that it wrote first. */
async function copyLink(chatId: string, revision: DesignRevision, revisions: readonly DesignRevision[]) {
  const before = revisions.find(({ number }) => number === revision.parent) ?? null;
  const [version] = writtenBy(revision, before).filter(({ slug }) => artifactPlace(slug) !== null);
  const path = version === undefined ? `/chat/${chatId}` : artifactAddress(chatId, version);
  try {
    await navigator.clipboard.writeText(location.origin + path);
    say({ words: text.views.deeds.linkCopied(revision.number) });
  } catch {
    say({ words: text.views.deeds.linkNotCopied });
  }
}
