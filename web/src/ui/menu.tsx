import { useId, useRef, useState } from "preact/hooks";
import type { IconName } from "../../../src/views/icon/icon.tsx";
import { Icon } from "../../../src/views/icon/icon.tsx";
import "./menu.css";

export interface MenuItem {
  label: string;
  icon: IconName;
  onChoose: () => void;
}

/** Least distance from the edges of the window, px. */
const edgePx = 8;

/** A button with three dots and the acts behind it. On a phone they come up from below. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  // Its acts are drawn before it is shown, and only then: a list has many menus that nobody opens.
  const onBeforeToggle = (event: { newState: string }) => setOpen(event.newState === "open");
  const onToggle = (event: { newState: string }) => {
    if (event.newState !== "open" || list.current === null || button.current === null) return;
    place(list.current, button.current.getBoundingClientRect());
    list.current.querySelector("button")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const entries = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = entries.findIndex((entry) => entry.matches(":focus"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button icon-only bare"
        popovertarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
      >
        <Icon name="more" />
        <span class="unseen">{label}</span>
      </button>
      <div ref={list} id={id} popover="auto" class="menu" onBeforeToggle={onBeforeToggle} onToggle={onToggle}>
        <div role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
          {(isOpen ? items : []).map(({ label: words, icon, onChoose }) => (
            <button
              key={words}
              type="button"
              role="menuitem"
              class="menu-item"
              onClick={() => {
                list.current?.hidePopover();
                onChoose();
              }}
            >
              <Icon name={icon} />
              {words}
            </button>
          ))}
        </div>
      </div>
    </>
  );
}

/** Under the button, its right edge at the button's; above it where there is no room below. */
function place(list: HTMLElement, at: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = at.bottom + 4;
  const top = below + height + edgePx <= innerHeight ? below : at.top - height - 4;
  list.style.setProperty("--menu-top", `${Math.max(edgePx, top)}px`);
  list.style.setProperty("--menu-left", `${Math.max(edgePx, at.right - width)}px`);
}
