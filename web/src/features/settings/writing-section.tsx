import { text } from "../../text/text.ts";
import { isMac } from "../../ui/command-key.ts";
import { keepPreference } from "../account/keep-preference.ts";
import { enterSends } from "../preferences/preferences.ts";
import { known } from "../start/known-session.ts";
import { Choice } from "./choice.tsx";
import { Section } from "./section.tsx";

/** What the Enter key does in a message. */
export function WritingSection() {
  const sends = enterSends();
  const { keysToSend } = text.composer;
  return (
    <Section id="writing" title={text.settings.writing}>
      <Choice
        legend={text.settings.enter}
        hint={
          sends
            ? text.settings.enterSendsHint
            : text.settings.enterBreaksHint(isMac() ? keysToSend.mac : keysToSend.other)
        }
        options={[
          { value: "sends", label: text.settings.enterSends },
          { value: "breaks", label: text.settings.enterBreaks },
        ]}
        chosen={sends ? "sends" : "breaks"}
        onChoose={(does) => keepPreference({ enterSends: does === "sends" })}
      />
      <p class="hint">{known.value === "account" ? text.settings.keptWithAccount : text.settings.keptHere}</p>
    </Section>
  );
}
