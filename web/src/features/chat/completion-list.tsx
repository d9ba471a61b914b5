import "../../ui/on-demand.css";
import { useEffect, useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { useChat } from "./chat-context.ts";
import type { Completion } from "./completions.ts";
import { completions, insertion } from "./completions.ts";
import type { ComposerField } from "./composer.tsx";

const listId = "completions";

interface CompletionListProps {
  field: ComposerField;
  part: { from: number; sign: "@" | "/"; typed: string };
  onDismiss: () => void;
}

/** What can be named at the cursor, as a list over the field. Arrows choose, Enter or Tab take, Escape closes; the focus stays in the field. */
export function CompletionList({ field, part, onDismiss }: CompletionListProps) {
  const { session } = useChat();
  const people = session.members.value.filter(({ userId }) => userId !== session.selfId.value);
  const options = completions(part.sign, part.typed, { people, models: session.models.value });
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, Math.max(0, options.length - 1));
  const take = (option: Completion | undefined) => {
    if (option === undefined) return;
    field.replace(part.from, insertion(option));
    setChosen(0);
  };
  const hasOptions = options.length > 0;
  const { keys, describe } = field;
  useEffect(() => {
    keys.current = ({ key, isComposing, shiftKey }) => {
      if (isComposing || !hasOptions) return false;
      if (key === "ArrowDown") setChosen((active + 1) % options.length);
      else if (key === "ArrowUp") setChosen((active + options.length - 1) % options.length);
      else if ((key === "Enter" || key === "Tab") && !shiftKey) take(options[active]);
      else if (key === "Escape") onDismiss();
      else return false;
      return true;
    };
  });
  useEffect(() => {
    describe(hasOptions ? { id: listId, activeId: `${listId}-${active}` } : null);
  }, [hasOptions, active, describe]);
  useEffect(
    () => () => {
      keys.current = null;
      describe(null);
    },
    [keys, describe],
  );
  if (!hasOptions) return null;
  return (
    <div
      class="completions"
      id={listId}
      role="listbox"
      aria-label={part.sign === "@" ? text.acts.complete.people : text.acts.complete.commands}
    >
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
        <div
          key={`${option.kind} ${option.word}`}
          id={`${listId}-${place}`}
          role="option"
          aria-selected={place === active}
          // The field must not lose the focus to a finger or the pointer.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(option)}
        >
          <OptionMark option={option} />
          <b>{option.word}</b>
          <span class="quiet">{about(option)}</span>
        </div>
      ))}
    </div>
  );
}

function OptionMark({ option }: { option: Completion }) {
  if (option.kind === "person") return <Avatar userId={option.person.userId} name={option.person.name} />;
  return <span class="completion-sign">{option.kind === "command" ? "/" : "@"}</span>;
}

function about(option: Completion): string {
  const { complete, role, guest } = text.acts;
  switch (option.kind) {
    case "person":
      return option.person.guest === true ? guest : role[option.person.role];
    case "engine":
      return complete.engine;
    case "agent":
      return complete.agents[option.agent];
    case "model":
      return `${complete.model}: ${option.name}`;
    case "command":
      return complete.note;
  }
}
