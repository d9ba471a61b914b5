import { useLocation } from "wouter-preact";
import type { ArtifactRef, ChatMessage } from "../../../../src/domain/chat/message.ts";
import { verdicts } from "../../../../src/domain/circuit/lists.ts";
import { artifactLabel, inArtifactOrder } from "../../../../src/views/history/artifact-label.ts";
import type { IconName } from "../../../../src/views/icon/icon.tsx";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { artifactAddress } from "../bench/artifact-address.ts";
import type { BenchPlace } from "../bench/artifact-place.ts";
import { artifactPlace } from "../bench/artifact-place.ts";
import type { BenchState, Tab } from "../bench/bench-state.ts";
import { wantedRevision } from "../bench/bench-state.ts";
import { useChat } from "./chat-context.ts";
import type { ArtifactNote } from "./chat-state.ts";
import { artifactKey } from "./chat-state.ts";

const icons: Partial<Record<Tab, IconName>> = { parts: "parts", wiring: "wiring", code: "code", checks: "checks" };

/** The artifact versions that a message wrote; each opens exactly that version on the bench. */
export function ArtifactCards({ message }: { message: ChatMessage }) {
  const { revision } = message;
  if (revision === null) return null;
  const cards = inArtifactOrder(message.artifacts).flatMap((artifact) => {
    const place = artifactPlace(artifact.slug);
    return place === null ? [] : [{ artifact, place }];
  });
  if (cards.length === 0) return null;
  return (
    <div class="artifacts">
      {cards.map(({ artifact, place }) => (
        <ArtifactCard key={artifact.slug} artifact={artifact} place={place} revision={revision} />
      ))}
    </div>
  );
}

function ArtifactCard({ artifact, place, revision }: { artifact: ArtifactRef; place: BenchPlace; revision: number }) {
  const { session, bench } = useChat();
  const [, go] = useLocation();
  const note = session.artifacts.value[artifactKey(artifact.slug, artifact.version)];
  const isShown = isOpen(bench.state.value, revision, place);
  const open = () => {
    // What is current has the chat's own address, so that the bench goes on following it.
    const isCurrent = revision === bench.state.value.head;
    go(isCurrent ? `/chat/${session.id}` : artifactAddress(session.id, artifact));
    bench.act({ type: "revision_chosen", revision, ...place });
  };
  return (
    <button type="button" class={`artifact${isShown ? " shown" : ""}`} onClick={open}>
      <Icon name={icons[place.tab] ?? "context"} />
      <span>
        <b>
          {artifactLabel(artifact.slug, text.views)} v{artifact.version}
        </b>
        <Change note={note} />
      </span>
    </button>
  );
}

function isOpen(state: BenchState, revision: number, place: BenchPlace): boolean {
  if (wantedRevision(state) !== revision || state.tab !== place.tab) return false;
  return place.unit === undefined || (place.unit === state.unit && place.device === state.device);
}

/** What changed: `+X` came, `−X` went. It wraps and is never cut. */
function Change({ note }: { note: ArtifactNote | undefined }) {
  if (note === undefined || note.changeSummary === null) return null;
  return (
    <span class="change">
      {note.changeSummary.split(/(\s·\s|\s(?=[+−]))/).map((piece, place) => {
        if (/^−\D/.test(piece)) return <del key={place}>{piece}</del>;
        if (/^\+\D/.test(piece)) return <ins key={place}>{piece}</ins>;
        const verdict = verdicts.find((known) => known === piece);
        return verdict === undefined ? piece : text.views.verdict[verdict];
      })}
    </span>
  );
}
