import { NamesContext } from "../../../../src/views/names/names-context.tsx";
import { Readouts } from "../../../../src/views/readouts/readouts.tsx";
import { withWords } from "../../text/speak.ts";
import { text } from "../../text/text.ts";
import { lazy } from "../../ui/lazy.tsx";
import { useChat } from "../chat/chat-context.ts";
import { BenchTabs } from "./bench-tabs.tsx";
import { Stage } from "./stage.tsx";

const nothing = { waiting: null, failed: () => null };
const staleNote = lazy(async () => (await withWords("tabs", import("./stale-note.tsx"))).StaleNote, nothing);
const oldRevision = lazy(async () => (await withWords("tabs", import("./old-revision.tsx"))).OldRevision, nothing);

/** The current design beside the conversation: four figures that never move, the tabs, and what is on the bench. */
export function Bench() {
  const { bench } = useChat();
  const design = bench.design.value;
  const { chosen, head } = bench.state.value;
  return (
    <section class="bench" aria-label={text.bench.label}>
      <Readouts design={design} />
      <BenchTabs design={design} />
      {chosen === null || chosen === head ? null : <oldRevision.Lazy />}
      {head > 1 ? <staleNote.Lazy /> : null}
      <NamesContext.Provider value={bench.names.value}>
        <Stage />
      </NamesContext.Provider>
    </section>
  );
}
