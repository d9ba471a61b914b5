import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "../../../src/views/icon/icon.tsx";
import { text } from "../text/text.ts";
import { useModal } from "./use-modal.ts";
import "./modal.css";

interface ModalProps {
  title: string;
  onClose: () => void;
  /** With room for a list. */
  wide?: boolean;
  children: ComponentChildren;
}

/** A native dialog over the page, open as long as it is drawn; on a phone a page of its own. */
export function Modal({ title, onClose, wide = false, children }: ModalProps) {
  const { props, leave } = useModal(onClose);
  const id = useId();
  return (
    <dialog {...props} class={wide ? "modal wide" : "modal"} aria-labelledby={id}>
      <div class="modal-sheet">
        <header class="modal-head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="button icon-only bare" onClick={leave}>
            <Icon name="close" />
            <span class="unseen">{text.shell.close}</span>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
