import type { ComponentChildren } from "preact";
import type { IconName } from "../../../../src/views/icon/icon.tsx";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import { leaveToChange } from "./design-deeds.ts";

interface DeedButtonProps {
  icon?: IconName;
  class?: string;
  onDo: () => void;
  children: ComponentChildren;
}

/** A button that changes the design: nobody without the right sees it, and without a line it says why it does nothing. */
export function DeedButton({ icon, class: kind = "", onDo, children }: DeedButtonProps) {
  const leave = leaveToChange(useChat());
  if (!leave.may) return null;
  return (
    <button
      type="button"
      class={`button ${kind}`}
      aria-disabled={leave.waits}
      title={leave.isOnline ? undefined : text.views.deeds.offline}
      onClick={() => (leave.waits ? undefined : onDo())}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
