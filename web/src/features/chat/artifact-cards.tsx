import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { artifactLabel } from "../../../../src/views/history/artifact-label.ts";
import type { IconName } from "../../../../src/views/icon/icon.tsx";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { artifactPlace } from "../bench/artifact-place.ts";
import type { BenchState, Tab } from "../bench/bench-state.ts";
import { wantedRevision } from "../bench/bench-state.ts";
import { useChat } from "./chat-context.ts";
import type { ArtifactNote } from "./chat-state.ts";
import { artifactKey } from "./chat-state.ts";

const icons: Partial<Record<Tab, IconName>> = { parts: "parts", wiring: "wiring", code: "code", checks: "checks" };

/** The artifact versions that a message wrote; each opens exactly that version on the bench. */
export function ArtifactCards({ message }: { message: ChatMessage }) {
  const { session, bench } = useChat();
  const notes = session.state.value.artifacts;
  const { revision } = message;
  if (revision === null) return null;
  const cards = message.artifacts.flatMap((artifact) => {
    const place = artifactPlace(artifact.slug);
    return place === null ? [] : [{ ...artifact, place }];
  });
  if (cards.length === 0) return null;
  return (
    <div class="artifacts">
      {cards.map(({ slug, version, place }) => (
        <button
          key={slug}
          type="button"
          class={`artifact${isOpen(bench.state.value, revision, place) ? " shown" : ""}`}
          onClick={() => bench.act({ type: "revision_chosen", revision, ...place })}
        >
          <Icon name={icons[place.tab] ?? "context"} />
          <span>
            <b>
              {artifactLabel(slug, text.views)} v{version}
            </b>
            <Change note={notes[artifactKey(slug, version)]} />
          </span>
        </button>
      ))}
    </div>
  );
}

function isOpen(state: BenchState, revision: number, place: { tab: Tab; unit?: number }): boolean {
  if (wantedRevision(state) !== revision || state.tab !== place.tab) return false;
  return place.unit === undefined || place.unit === state.unit;
}

/** What changed: `+X` came, `−X` went. It wraps and is never cut. */
function Change({ note }: { note: ArtifactNote | undefined }) {
  if (note === undefined || note.changeSummary === null) return null;
  return (
    <span class="change">
      {note.changeSummary.split(/(\s+)/).map((word, place) => {
        if (/^[−-]\S*[A-Za-z]/.test(word)) return <del key={place}>{word}</del>;
        return /^\+\S*[A-Za-z]/.test(word) ? <ins key={place}>{word}</ins> : word;
      })}
    </span>
  );
}
