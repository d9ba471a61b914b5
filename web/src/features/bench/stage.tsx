import { useEffect, useRef } from "preact/hooks";
import type { Design } from "../../../../src/domain/circuit/design.ts";
import { withWords } from "../../text/speak.ts";
import { text } from "../../text/text.ts";
import { lazy } from "../../ui/lazy.tsx";
import { useChat } from "../chat/chat-context.ts";

function Waiting() {
  return <p class="stage-note quiet">{text.bench.loading}</p>;
}

function notLoaded(again: () => void) {
  return (
    <p class="stage-note" role="alert">
      {text.bench.failed}{" "}
      <button type="button" class="button" onClick={again}>
        {text.bench.again}
      </button>
    </p>
  );
}

const stands = { waiting: <Waiting />, failed: notLoaded };
const diagram = lazy(async () => (await withWords("tabs", import("./diagram-tab.tsx"))).DiagramTab, stands);
const code = lazy(async () => (await withWords("tabs", import("./code-tab.tsx"))).CodeTab, stands);
const table = lazy(async () => (await withWords("tabs", import("./table-tab.tsx"))).TableTab, stands);
const power = lazy(async () => (await withWords("tabs", import("./power-tab.tsx"))).PowerTab, stands);
const history = lazy(async () => (await withWords("tabs", import("./history-tab.tsx"))).HistoryTab, stands);
const empty = lazy(async () => (await import("./empty-bench.tsx")).EmptyBench, { ...stands, waiting: null });

/** What is on the bench: the chosen tab of the shown design, or why there is none. */
export function Stage() {
  const { bench } = useChat();
  const hasDesign = bench.design.value !== null;
  useEffect(() => {
    // With the code of every tab here the bench can be read offline too.
    const tabs = [diagram, table, history, code, power];
    if (hasDesign) Promise.all(tabs.map((tab) => tab.prefetch())).catch(() => undefined);
  }, [hasDesign]);
  const { tab, chosen } = bench.state.value;
  const panel = useKeptFocus(`${bench.design.value?.revision} ${chosen}`);
  const { held, onHold } = bench.names.value;
  return (
    <div
      ref={panel}
      onKeyDown={(event) => {
        if (event.key === "Escape" && held) onHold?.(held);
      }}
      class={`stage stage-${tab}`}
      id="stage"
      role="tabpanel"
      aria-labelledby={`tab-${tab}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable with the keyboard
      tabIndex={0}
    >
      <StageContent />
    </div>
  );
}

/**
 * Whoever has pressed something on the bench that goes with what is shown, a fix or the way back to the head, has the focus on the panel
 * afterwards, and not at the top of the page.
 */
function useKeptFocus(shown: string) {
  const panel = useRef<HTMLDivElement>(null);
  const wasOnBench = useRef(false);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      wasOnBench.current = target instanceof Element && target.closest(".bench") !== null;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another design is what takes the focused element away
  useEffect(() => {
    if (wasOnBench.current && document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [shown]);
  return panel;
}

function StageContent() {
  const { bench } = useChat();
  const state = bench.state.value;
  const design = bench.design.value;
  if (state.tab === "history" && state.revisions.length > 0) {
    return <history.Lazy />;
  }
  if (state.failed !== null && design === null) return notLoaded(() => bench.act({ type: "retried" }));
  if (design === null) return state.head === 0 ? <empty.Lazy /> : <Waiting />;
  return <DesignTab design={design} />;
}

function DesignTab({ design }: { design: Design }) {
  const { bench } = useChat();
  const { tab } = bench.state.value;
  switch (tab) {
    case "diagram":
      return <diagram.Lazy design={design} />;
    case "parts":
    case "wiring":
    case "checks":
      return <table.Lazy tab={tab} design={design} />;
    case "power":
      return <power.Lazy design={design} />;
    case "code":
      return <code.Lazy design={design} />;
    case "history":
      return <Waiting />;
  }
}
