import { useEffect } from "preact/hooks";
import { CompareView } from "../../../../src/views/history/compare-view.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import { fetchDesign } from "./bench-store.ts";

interface ComparePaneProps {
  from: number;
  to: number;
  onChoose: (from: number, to: number) => void;
}

/** Two revisions to choose, and what differs between them. */
export function ComparePane({ from, to, onChoose }: ComparePaneProps) {
  const { session, bench } = useChat();
  const { revisions, designs, failed } = bench.state.value;
  const [before, after] = [designs[from], designs[to]];
  const missing = before === undefined ? from : after === undefined ? to : null;
  useEffect(() => {
    if (missing !== null && revisions.length > 1) void fetchDesign(session.id, missing).then(bench.act);
  }, [missing, revisions.length, session.id, bench.act]);
  if (revisions.length < 2) return <OneRevision />;
  return (
    <section class="sheet-stack" id="compare" tabIndex={-1} aria-labelledby="compare-title">
      <div class="compare-head">
        <h2 class="sheet-title" id="compare-title">
          {text.views.history.compare}
        </h2>
        <RevisionSelect label={text.views.history.from} chosen={from} onChoose={(next) => onChoose(next, to)} />
        <span class="quiet">{text.views.history.with}</span>
        <RevisionSelect label={text.views.history.to} chosen={to} onChoose={(next) => onChoose(from, next)} />
        <button type="button" class="button bare" onClick={() => onChoose(to, from)}>
          {text.views.history.swapSides}
        </button>
      </div>
      {from === to ? (
        <p class="quiet">{text.views.history.sameRevision}</p>
      ) : before !== undefined && after !== undefined ? (
        <CompareView before={before} after={after} />
      ) : failed === missing ? (
        <p role="alert">
          {text.bench.failed}{" "}
          <button
            type="button"
            class="button"
            onClick={() => void fetchDesign(session.id, missing ?? to).then(bench.act)}
          >
            {text.bench.again}
          </button>
        </p>
      ) : (
        <p class="quiet">{text.bench.loading}</p>
      )}
    </section>
  );
}

interface RevisionSelectProps {
  label: string;
  chosen: number;
  onChoose: (revision: number) => void;
}

function RevisionSelect({ label, chosen, onChoose }: RevisionSelectProps) {
  const { revisions, head } = useChat().bench.state.value;
  const newestFirst = [...revisions].sort((one, other) => other.number - one.number);
  return (
    <label>
      <span class="unseen">{label}</span>
      <select class="field" value={chosen} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {newestFirst.map(({ number, changeSummary }) => (
          <option key={number} value={number}>
            r{number}
            {number === head ? `, ${text.views.history.head}` : ""} · {changeSummary}
          </option>
        ))}
      </select>
    </label>
  );
}

/** With one revision there is nothing to compare: the pane says what will stand here, and how to bring it about. */
function OneRevision() {
  const { session, bench } = useChat();
  const ask = () => {
    session.post({ content: text.views.history.oneExample });
    bench.act({ type: "page_chosen", page: "chat" });
  };
  return (
    <section class="sheet-stack" id="compare" tabIndex={-1} aria-labelledby="compare-title">
      <h2 class="sheet-title" id="compare-title">
        {text.views.history.compare}
      </h2>
      <div class="sheet no-compare">
        <p class="quiet">{text.views.history.one}</p>
        {session.mayPost.value ? (
          <button type="button" class="button" onClick={ask}>
            {text.views.history.oneExample}
          </button>
        ) : (
          <p>{text.views.history.oneExample}</p>
        )}
      </div>
    </section>
  );
}
