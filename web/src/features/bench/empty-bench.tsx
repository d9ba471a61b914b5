import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import { ExampleList } from "../start/example-list.tsx";

/** A bench without a design teaches: what comes while an answer runs, else goals that bring one. */
export function EmptyBench() {
  const { session, bench } = useChat();
  if (session.messages.value.length === 0 || session.running.value !== null) {
    return (
      <div class="empty-bench">
        <p>{text.bench.empty}</p>
        <p class="quiet">{text.bench.emptyHint}</p>
      </div>
    );
  }
  const choose = (goal: string) => {
    session.post({ content: goal });
    bench.act({ type: "page_chosen", page: "chat" });
  };
  return (
    <div class="empty-bench teaching">
      <h2>{text.bench.none}</h2>
      <p class="quiet">{text.bench.teach}</p>
      <ExampleList isBusy={false} onChoose={choose} />
    </div>
  );
}
