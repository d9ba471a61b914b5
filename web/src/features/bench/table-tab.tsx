import type { Design } from "../../../../src/domain/circuit/design.ts";
import { Checks } from "../../../../src/views/checks/checks.tsx";
import { PartsTable } from "../../../../src/views/parts-table/parts-table.tsx";
import { WiringList } from "../../../../src/views/wiring-list/wiring-list.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import { wantedRevision } from "./bench-state.ts";

/** The tabs that are tables and lists: their code comes after the picture's. */
export function TableTab({ tab, design }: { tab: "parts" | "wiring" | "checks"; design: Design }) {
  const { bench } = useChat();
  switch (tab) {
    case "parts":
      return (
        <>
          <PartsTable design={design} />
          <Download format="bom" filename="bom.csv" />
        </>
      );
    case "wiring":
      return (
        <>
          <WiringList
            design={design}
            shownStep={bench.state.value.step}
            onShowStep={(step) => bench.act({ type: "step_chosen", step, tab: "diagram" })}
          />
          <Download format="wiring" filename="wiring.csv" />
          <Download format="wokwi" filename="diagram.json" />
        </>
      );
    case "checks":
      return <Checks design={design} />;
  }
}

/** A link to the shown revision as a file. */
function Download({ format, filename }: { format: "bom" | "wiring" | "wokwi"; filename: string }) {
  const { session, bench } = useChat();
  const href = `/api/chats/${session.id}/export?format=${format}&revision=${wantedRevision(bench.state.value)}`;
  return (
    <p>
      <a class="button" href={href} download={filename}>
        {text.bench.download} {filename}
      </a>
    </p>
  );
}
