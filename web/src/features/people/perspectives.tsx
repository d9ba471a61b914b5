import { text } from "../../text/text.ts";
import type { ChatSession } from "../chat/chat-session.ts";
import { Choice } from "../settings/choice.tsx";
import type { Outcome } from "./people-dialog.tsx";
import { refusalWords, setMode } from "./people-store.ts";

interface PerspectivesProps {
  session: ChatSession;
  onOutcome: (outcome: Outcome | null) => void;
}

/** Whether the engine answers alone in this chat, or its perspectives follow. */
export function Perspectives({ session, onOutcome }: PerspectivesProps) {
  const chosen = session.mode.value === "group" ? "group" : "workbench";
  const choose = async (mode: "group" | "workbench") => {
    const problem = await setMode(session.id, mode);
    onOutcome(problem === null ? null : { words: refusalWords(problem), isProblem: true });
  };
  return (
    <Choice
      legend={text.people.perspectives}
      hint={chosen === "group" ? text.people.perspectivesHint : text.people.onlyLeadHint}
      options={[
        { value: "workbench", label: text.people.onlyLead },
        { value: "group", label: text.people.withPerspectives },
      ]}
      chosen={chosen}
      onChoose={(mode) => void choose(mode)}
    />
  );
}
