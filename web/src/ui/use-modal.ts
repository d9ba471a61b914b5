import { useEffect, useRef } from "preact/hooks";

/**
 * A dialog over the page as long as it is drawn: `props` go on the element, `leave` ends it. `onClose` is called once, by Escape, a press
 * beside it or `leave`, and not when it is taken away. The focus returns to where it was.
 */
export function useModal(onClose: () => void) {
  const box = useRef<HTMLDialogElement>(null);
  const isGone = useRef(false);
  const leave = () => {
    if (isGone.current) return;
    isGone.current = true;
    onClose();
  };
  useEffect(() => {
    const shown = box.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      isGone.current = true;
      shown?.close();
      // Chromium gives the focus back without the caret: until it is set anew, what is typed into a field goes nowhere.
      if (!(before instanceof HTMLElement) || before !== document.activeElement) return;
      before.blur();
      before.focus({ preventScroll: true });
    };
  }, []);
  const props = {
    ref: box,
    onClose: leave,
    // The close event comes a task later, when another dialog may be wanted already.
    onCancel: leave,
    // A press that begins in a field and ends beside the dialog selects text; only one that begins beside it closes.
    onMouseDown: (event: MouseEvent) => event.target === box.current && leave(),
  };
  return { props, leave };
}
