import { useLocation } from "wouter-preact";
import { NamesContext } from "../../../../src/views/names/names-context.tsx";
import { Readouts } from "../../../../src/views/readouts/readouts.tsx";
import { withWords } from "../../text/speak.ts";
import { text } from "../../text/text.ts";
import { lazy } from "../../ui/lazy.tsx";
import { useChat } from "../chat/chat-context.ts";
import { wantedRevision } from "./bench-state.ts";
import { BenchTabs } from "./bench-tabs.tsx";
import { Stage } from "./stage.tsx";

const nothing = { waiting: null, failed: () => null };
const staleNote = lazy(async () => (await withWords("tabs", import("./stale-note.tsx"))).StaleNote, nothing);
const versionActs = lazy(async () => (await withWords("tabs", import("./version-acts.tsx"))).VersionActs, nothing);

/** The current design beside the conversation: four figures that never move, the tabs, and what is on the bench. */
export function Bench() {
  const { bench } = useChat();
  const design = bench.design.value;
  return (
    <section class="bench" aria-label={text.bench.label}>
      <Readouts design={design} />
      <BenchTabs design={design} />
      <RevisionBanner />
      {bench.state.value.head > 1 ? <staleNote.Lazy /> : null}
      <NamesContext.Provider value={bench.names.value}>
        <Stage />
      </NamesContext.Provider>
    </section>
  );
}

function RevisionBanner() {
  const { session, bench } = useChat();
  const [, go] = useLocation();
  const state = bench.state.value;
  if (state.chosen === null || state.chosen === state.head) return null;
  return (
    <p class="banner" role="note">
      {text.bench.looking(wantedRevision(state))}
      <button
        type="button"
        class="button"
        onClick={() => {
          go(`/chat/${session.id}`);
          bench.act({ type: "head_followed" });
        }}
      >
        {text.bench.back(state.head)}
      </button>
      <versionActs.Lazy />
    </p>
  );
}
