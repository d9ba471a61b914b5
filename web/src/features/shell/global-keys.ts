import { openDialog } from "./open-dialog.ts";

/** Whether what is typed goes into a field. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The keys that work on every page: Ctrl or Cmd K for the palette, `?` for the list of keys. Answers how to stop that. */
export function listenToKeys(): () => void {
  const gone = new AbortController();
  const onKeyDown = (event: KeyboardEvent) => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (isCommand && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openDialog.value = openDialog.peek()?.kind === "palette" ? null : { kind: "palette" };
    } else if (event.key === "?" && !event.ctrlKey && !event.metaKey && !isWriting(event.target)) {
      // Another dialog has the page; its own keys come first.
      if (openDialog.peek() !== null || document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      openDialog.value = { kind: "keys" };
    }
  };
  addEventListener("keydown", onKeyDown, { signal: gone.signal });
  return () => gone.abort();
}
