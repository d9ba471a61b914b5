import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { Icon } from "../../../src/views/icon/icon.tsx";
import { text } from "../text/text.ts";
import { useModal } from "./use-modal.ts";
import "./modal.css";

interface ModalProps {
  title: string;
  /** The dialog is gone: by Escape, its button, a press beside it, or because it is not drawn any more. */
  onClose: () => void;
  /** How it stands: a sheet of text and fields, or a wide one. */
  wide?: boolean;
  children: ComponentChildren;
}

/** A native dialog over the page, open as long as it is drawn. The focus goes in, stays in, and returns to where it was. */
export function Modal({ title, onClose, wide = false, children }: ModalProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useModal(box);
  return (
    <dialog
      ref={box}
      class={wide ? "modal wide" : "modal"}
      aria-labelledby={id}
      onClose={onClose}
      // The close event comes a task later, when another dialog may be wanted already.
      onCancel={onClose}
      // A press that begins in a field and ends beside the dialog selects text; only one that begins beside it closes.
      onMouseDown={(event) => event.target === box.current && onClose()}
    >
      <div class="modal-sheet">
        <header class="modal-head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="button icon-only bare" onClick={onClose}>
            <Icon name="close" />
            <span class="unseen">{text.shell.close}</span>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
