import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { Design } from "../../../../src/domain/circuit/design.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { findingCounts } from "../../../../src/views/readouts/key-figures.ts";
import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import type { Tab } from "./bench-state.ts";
import { tabs, wantedRevision } from "./bench-state.ts";

/** Tabs of the bench with their counts. Arrow keys, Home and End move between them. */
export function BenchTabs({ design }: { design: Design | null }) {
  const { bench } = useChat();
  const list = useRef<HTMLDivElement>(null);
  const state = bench.state.value;
  const go = (place: number) => {
    const tab = tabs[(place + tabs.length) % tabs.length] ?? "diagram";
    bench.act({ type: "tab_chosen", tab });
    list.current?.querySelector<HTMLButtonElement>(`#tab-${tab}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = tabs.indexOf(state.tab);
    const target = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  };
  return (
    <div class="tabs" role="tablist" aria-label={text.bench.label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={state.tab === tab}
          aria-controls="stage"
          tabIndex={state.tab === tab ? 0 : -1}
          onClick={() => bench.act({ type: "tab_chosen", tab })}
        >
          {text.bench.tabs[tab]} {countOf(tab, design, wantedRevision(state))}
        </button>
      ))}
    </div>
  );
}

function countOf(tab: Tab, design: Design | null, revision: number): ComponentChildren {
  if (design === null) return null;
  if (tab === "parts") return <Count>{design.parts.length}</Count>;
  if (tab === "wiring") return <Count>{design.connections.length}</Count>;
  if (tab === "code") return <Count>{design.codeFiles.length}</Count>;
  if (tab === "history") return <Count>r{revision}</Count>;
  return tab === "checks" ? <Findings design={design} /> : null;
}

function Count({ children }: { children: ComponentChildren }) {
  return <span class="count">{children}</span>;
}

function Findings({ design }: { design: Design }) {
  const counts = findingCounts(design);
  if (counts.E === 0 && counts.W === 0) return null;
  const [severity, icon, amount, words] =
    counts.E > 0
      ? (["E", "error", counts.E, text.bench.errors(counts.E)] as const)
      : (["W", "warning", counts.W, text.bench.warnings(counts.W)] as const);
  return (
    <span class={`count severity severity-${severity}`}>
      <Icon name={icon} />
      <span aria-hidden="true">{amount}</span>
      <span class="unseen">{words}</span>
    </span>
  );
}
