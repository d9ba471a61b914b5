import type { IconName } from "../../../../src/views/icon/icon.tsx";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import type { MessageAct } from "./possible-acts.ts";

/** The icons that other places have too. */
const known: Partial<Record<MessageAct, IconName>> = { reply: "reply", edit: "edit", remove: "trash" };

/** Strokes in a 16 x 16 box, as all icons; these come with what they stand for. */
const strokes: Partial<Record<MessageAct, string>> = {
  react: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M5.7 9.5c.6.9 1.4 1.3 2.3 1.3s1.7-.4 2.3-1.3M6 6.5v.1M10 6.5v.1",
  regenerate: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3",
  copy: "M5.5 5.5h8v8h-8zM5.5 10.5h-3v-8h8v3",
  link: "M7 9.5a2.5 2.5 0 0 0 3.6 0l2-2A2.5 2.5 0 0 0 9 3.9L8.3 4.6M9 6.5a2.5 2.5 0 0 0-3.6 0l-2 2A2.5 2.5 0 0 0 7 12.1l.7-.7",
};

/** The icon of an act, beside its word or its name. */
export function ActIcon({ act }: { act: MessageAct }) {
  const name = known[act];
  if (name !== undefined) return <Icon name={name} />;
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={strokes[act]} />
    </svg>
  );
}
