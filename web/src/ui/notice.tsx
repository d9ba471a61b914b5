import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import "./notice.css";

interface Notice {
  words: string;
  /** What can be done about it now, e.g. to take it back. */
  act?: { label: string; onChoose: () => void };
}

/** How long a notice stands while nobody points at it, ms. */
const standsMs = 8000;

const notice = signal<Notice | null>(null);

/** Says in one line what has just happened; a later one takes its place. */
export function say(next: Notice): void {
  notice.value = { ...next };
}

/** Takes a notice away after its time; answers how to keep it. */
function goes(said: Notice): () => void {
  const timer = setTimeout(() => {
    if (notice.peek() === said) notice.value = null;
  }, standsMs);
  return () => clearTimeout(timer);
}

/** The place where it is said: one polite region at the foot of the page. */
export function NoticePlace() {
  return (
    <div class="notice-place" role="status">
      {notice.value === null ? null : <NoticeLine said={notice.value} />}
    </div>
  );
}

function NoticeLine({ said }: { said: Notice }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => (isHeld ? undefined : goes(said)), [said, isHeld]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <p class="notice" onPointerEnter={hold} onPointerLeave={release} onFocusIn={hold} onFocusOut={release}>
      {said.words}
      {said.act === undefined ? null : (
        <button
          type="button"
          class="button"
          onClick={() => {
            notice.value = null;
            said.act?.onChoose();
          }}
        >
          {said.act.label}
        </button>
      )}
    </p>
  );
}
