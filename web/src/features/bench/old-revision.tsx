import { useLocation } from "wouter-preact";
import { artifactLabel } from "../../../../src/views/history/artifact-label.ts";
import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import { artifactPlace } from "./artifact-place.ts";
import type { BenchState } from "./bench-state.ts";
import { DeedButton } from "./deed-button.tsx";
import { restoreArtifact, restoreRevision } from "./design-deeds.ts";

/** Over an old revision: that it is old, the way back to the current one, and the way to make it current again, whole or only what the tab shows of it. */
export function OldRevision() {
  const chat = useChat();
  const { session, bench } = chat;
  const [, go] = useLocation();
  const state = bench.state.value;
  const { chosen, head } = state;
  if (chosen === null) return null;
  return (
    <div class="banner" role="note">
      {text.bench.looking(chosen)}
      <button
        type="button"
        class="button"
        onClick={() => {
          go(`/chat/${session.id}`);
          bench.act({ type: "head_followed" });
        }}
      >
        {text.bench.back(head)}
      </button>
      <DeedButton icon="restore" onDo={() => void restoreRevision(chat, chosen)}>
        {text.views.deeds.restore} {text.views.deeds.restoreRevision(chosen)}
      </DeedButton>
      {differing(state).map(({ slug, version }) => {
        const label = artifactLabel(slug, text.views);
        return (
          <DeedButton key={slug} onDo={() => void restoreArtifact(chat, { slug, version, label })}>
            {text.views.deeds.restoreOnly(label, version)}
          </DeedButton>
        );
      })}
    </div>
  );
}

/** The artifacts on the open tab whose version is not the current one. */
function differing({ tab, unit, device, chosen, head, revisions }: BenchState) {
  const versionsOf = (revision: number | null) => revisions.find(({ number }) => number === revision)?.versions ?? [];
  const current = new Map(versionsOf(head).map(({ slug, version }) => [slug, version]));
  return versionsOf(chosen).filter(({ slug, version }) => {
    const place = artifactPlace(slug);
    if (place === null || current.get(slug) === version) return false;
    const isHere = place.tab === tab || (tab === "diagram" && place.tab === "wiring");
    return isHere && (place.unit === undefined || (place.unit === unit && place.device === device));
  });
}
