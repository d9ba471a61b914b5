import { useState } from "preact/hooks";
import type { Design } from "../../../../src/domain/circuit/design.ts";
import type { ChosenDuty } from "../../../../src/views/power/life-scale.ts";
import "../../../../src/views/power/power.css";
import { plainFigure } from "../../../../src/views/figures/format-figure.ts";
import { duration } from "../../../../src/views/power/power-figures.ts";
import { PowerView } from "../../../../src/views/power/power-view.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import { isHeadShown } from "./bench-state.ts";

/** Rails, and life at a duty that is reckoned here while the sliders move. */
export function PowerTab({ design }: { design: Design }) {
  const { session, bench } = useChat();
  // A duty belongs to the revision that it was tried on: another one is shown at its own.
  const [tried, setTried] = useState<{ of: Design; chosen: ChosenDuty } | null>(null);
  const chosen = tried?.of === design ? tried.chosen : null;
  const mayAsk = session.mayPost.value && isHeadShown(bench.state.value);
  const ask = (content: string) => {
    session.post({ content });
    bench.act({ type: "page_chosen", page: "chat" });
  };
  return (
    <PowerView
      design={design}
      chosen={chosen}
      onChoose={(next) => setTried({ of: design, chosen: next })}
      duty={
        chosen === null ? null : (
          <div class="bench-acts">
            {mayAsk && chosen.everyMinutes !== null && chosen.everyMinutes !== design.power.battery?.wakeMinutes ? (
              <button
                type="button"
                class="button"
                onClick={() => ask(text.views.power.askMessage(chosen.everyMinutes ?? 0))}
              >
                {text.views.power.ask(plainFigure(duration(chosen.everyMinutes * 60, text.locale)))}
              </button>
            ) : null}
            <button type="button" class="button bare" onClick={() => setTried(null)}>
              {text.views.power.back}
            </button>
          </div>
        )
      }
      noBattery={
        mayAsk ? (
          <button type="button" class="button" onClick={() => ask(text.views.power.askBattery)}>
            {text.views.power.askBattery}
          </button>
        ) : null
      }
    />
  );
}
