import { text } from "../../text/text.ts";
import type { Shelf } from "./shelves.ts";
import { shelves } from "./shelves.ts";

interface ShelfTabsProps {
  shelf: Shelf;
  onChoose: (shelf: Shelf) => void;
}

/** Which chats are listed. */
export function ShelfTabs({ shelf, onChoose }: ShelfTabsProps) {
  return (
    <fieldset class="segments">
      <legend class="unseen">{text.chats.title}</legend>
      {shelves.map((each) => (
        <button key={each} type="button" class="segment" aria-pressed={each === shelf} onClick={() => onChoose(each)}>
          {text.chats.shelves[each]}
        </button>
      ))}
    </fieldset>
  );
}
