import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import { DeedButton } from "./deed-button.tsx";
import { applyProposal } from "./design-deeds.ts";

/** Under an answer that found the design changed under it, twice: what it wanted is kept, and can be applied to what is current. */
export function ApplyProposal({ runId }: { runId: string }) {
  const chat = useChat();
  return (
    <p class="bench-acts">
      <DeedButton onDo={() => void applyProposal(chat, runId)}>{text.views.deeds.apply}</DeedButton>
    </p>
  );
}
