import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Lit, Name } from "./name.ts";
import { nothingLit } from "./name.ts";

/** The names of the design on the bench, what is lit now, and how a view says that a name is looked at. */
export interface Names {
  spellings: ReadonlyMap<string, Name>;
  active: Name | null;
  lit: Lit;
  onActivate: (name: Name | null) => void;
  /** What stays lit when nothing is looked at, so that it can be found again on another tab; null where nothing does. */
  held?: Name | null;
  /** Holds a name, or lets it go when it is held; absent where no other tab is. */
  onHold?: (name: Name) => void;
}

/** Without a provider nothing is known and nothing lights up: a printed or shared page. */
export const NamesContext = createContext<Names>({
  spellings: new Map(),
  active: null,
  lit: nothingLit,
  onActivate: () => undefined,
});

/** The names around a view. */
export function useNames(): Names {
  return useContext(NamesContext);
}

/**
 * Handlers that make an element light up the twins of `name` under the pointer and with the keyboard's focus. The innermost
 * named element wins, and back in the row around it the row's own name is active again.
 */
export function activating(name: Name, onActivate: (name: Name | null) => void) {
  const enter = (event: Event) => {
    event.stopPropagation();
    onActivate(name);
  };
  const leave = () => onActivate(null);
  return { onPointerOver: enter, onPointerLeave: leave, onFocusIn: enter, onFocusOut: leave };
}

const litSet = { part: "parts", net: "nets", pin: "pins", wire: "wires" } as const;

/** A name as an object: in mono, the same everywhere, focusable, lit together with its twins. */
export function NameChip({ name, children }: { name: Name; children: ComponentChildren }) {
  const { lit, onActivate, held, onHold } = useNames();
  const isHeld = held?.kind === name.kind && held.id === name.id;
  return (
    <button
      type="button"
      class={`name${lit[litSet[name.kind]].has(name.id) ? " lit" : ""}`}
      aria-pressed={onHold === undefined ? undefined : isHeld}
      {...activating(name, onActivate)}
      onClick={onHold === undefined ? undefined : () => onHold(name)}
    >
      {children}
    </button>
  );
}
