import { useEffect, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { useModal } from "../../ui/use-modal.ts";
import { loadShelf } from "../chats/chats-store.ts";
import { marked } from "./fuzzy.ts";
import type { FoundEntry } from "./palette-entries.ts";
import { findEntries, paletteEntries } from "./palette-entries.ts";
import "./palette.css";

/** One field over everything: type a few letters of a chat or a command, choose with the arrow keys, Enter does it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [, go] = useLocation();
  const [query, setQuery] = useState("");
  const [place, setPlace] = useState(0);
  const found = findEntries(paletteEntries(go), query);
  const at = Math.min(place, found.length - 1);
  const { props, leave } = useModal(onClose);
  useEffect(() => void loadShelf("recent"), []);
  useEffect(() => {
    document.getElementById(`palette-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const choose = (entry: FoundEntry | undefined) => {
    if (entry === undefined) return;
    leave();
    entry.onChoose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setPlace((at + step + found.length) % found.length);
    else if (event.key === "Enter" && !event.isComposing) choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog {...props} class="palette" aria-label={text.palette.title}>
      <input
        class="palette-field"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={at < 0 ? undefined : `palette-${at}`}
        aria-label={text.palette.field}
        placeholder={text.palette.field}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Results found={found} at={at} grouped={query.trim() === ""} onChoose={choose} onPoint={setPlace} />
      <p class="unseen" role="status">
        {query.trim() === "" ? "" : text.palette.results(found.length)}
      </p>
      <p class="palette-hint">{text.palette.hint}</p>
    </dialog>
  );
}

interface ResultsProps {
  found: readonly FoundEntry[];
  at: number;
  /** With the name of its group over the first of each. */
  grouped: boolean;
  onChoose: (entry: FoundEntry) => void;
  onPoint: (place: number) => void;
}

function Results({ found, at, grouped, onChoose, onPoint }: ResultsProps) {
  if (found.length === 0) return <p class="palette-none">{text.palette.none}</p>;
  return (
    <div class="palette-list" id="palette-list" role="listbox" aria-label={text.palette.title} tabIndex={-1}>
      {found.map((entry, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
        <div
          key={entry.id}
          id={`palette-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          class="palette-entry"
          onPointerMove={() => place !== at && onPoint(place)}
          onClick={() => onChoose(entry)}
        >
          <Icon name={entry.icon} />
          <span class="palette-label">
            {marked(entry.label, entry.match.places).map(({ words, hit }, piece) =>
              hit ? <mark key={piece}>{words}</mark> : words,
            )}
          </span>
          {grouped && found[place - 1]?.group === entry.group ? null : (
            <span class="palette-group">{text.palette.groups[entry.group]}</span>
          )}
        </div>
      ))}
    </div>
  );
}
