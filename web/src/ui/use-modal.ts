import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Shows a dialog over the page as long as it is drawn; the focus returns to where it was. */
export function useModal(box: RefObject<HTMLDialogElement>): void {
  useEffect(() => {
    const shown = box.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      // Chromium gives the focus back without the caret: until it is set anew, what is typed into a field goes nowhere.
      if (!(before instanceof HTMLElement) || before !== document.activeElement) return;
      before.blur();
      before.focus({ preventScroll: true });
    };
  }, [box]);
}
