import { text } from "../../text/text.ts";
import { openDialog } from "../shell/open-dialog.ts";
import { Section } from "./section.tsx";

/** Everything that is one's own, to take away. */
export function DataSection() {
  return (
    <Section id="data" title={text.data.section}>
      <p class="form-acts">
        <a class="button" href="/api/me/export" download="ohm-export.ndjson">
          {text.data.export}
        </a>
        <span class="hint">{text.data.exportHint}</span>
      </p>
    </Section>
  );
}

/** The way out for good. */
export function GoodbyeSection({ isGuest }: { isGuest: boolean }) {
  const { section, open } = text.account.goodbye;
  return (
    <Section id="goodbye" title={section}>
      <p class="form-acts">
        <button type="button" class="button danger" onClick={() => (openDialog.value = { kind: "delete_account" })}>
          {isGuest ? open.guest : open.account}
        </button>
        <span class="hint">{text.account.goodbye.hint}</span>
      </p>
    </Section>
  );
}
