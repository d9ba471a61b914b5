import { text } from "../../text/text.ts";
import { openDialog } from "../shell/open-dialog.ts";
import { Section } from "./section.tsx";

/** The way out for good. */
export function GoodbyeSection({ isGuest }: { isGuest: boolean }) {
  const { section, open, hint } = text.account.goodbye;
  return (
    <Section id="goodbye" title={section}>
      <p class="form-acts">
        <button type="button" class="button danger" onClick={() => (openDialog.value = { kind: "delete_account" })}>
          {isGuest ? open.guest : open.account}
        </button>
        <span class="hint">{hint}</span>
      </p>
    </Section>
  );
}
