import { useEffect } from "preact/hooks";
import { useChat } from "./chat-context.ts";
import { placeOf } from "./place-of.ts";

/** How long a finger rests on a message until its menu opens. */
const pressMs = 500;

/** Notes the message of a log that the pointer or the focus is on, and opens the menu of one that a finger rests on. */
export function NearMessage({ log }: { log: HTMLElement | null }) {
  const { reader } = useChat();
  useEffect(() => {
    if (log === null) return;
    const gone = new AbortController();
    const on = { signal: gone.signal, passive: true };
    const note = (event: Event) => {
      reader.near.value = messageAround(event.target)?.id ?? null;
    };
    log.addEventListener("pointerover", (event) => event.pointerType === "mouse" && note(event), on);
    log.addEventListener("pointerleave", () => (reader.near.value = null), on);
    // Where nothing hovers, tools that come up under a finger would take its tap.
    if (matchMedia("(hover: hover)").matches) log.addEventListener("focusin", note, on);
    let resting: ReturnType<typeof setTimeout> | undefined;
    const lift = () => clearTimeout(resting);
    log.addEventListener(
      "touchstart",
      ({ target, touches }) => {
        lift();
        const message = messageAround(target);
        if (message === null || touches.length > 1 || isControl(target)) return;
        resting = setTimeout(() => {
          // The browser took the finger for the selection of text.
          if (getSelection()?.isCollapsed === false) return;
          reader.menu.value = { messageId: message.id, part: "acts", at: placeOf(message.element) };
        }, pressMs);
      },
      on,
    );
    for (const end of ["touchend", "touchmove", "touchcancel"] as const) log.addEventListener(end, lift, on);
    return () => {
      lift();
      gone.abort();
    };
  }, [log, reader]);
  return null;
}

function messageAround(target: EventTarget | null): { id: string; element: Element } | null {
  const element = target instanceof Element ? target.closest("[data-message]") : null;
  const id = element?.getAttribute("data-message") ?? null;
  return element === null || id === null ? null : { id, element };
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, textarea, input") !== null;
}
