import { text } from "../../text/text.ts";

/** Everything that is one's own, to take away. */
export function DataSection() {
  return (
    <section class="settings-section" aria-labelledby="data">
      <h2 id="data">{text.data.section}</h2>
      <p class="form-acts">
        <a class="button" href="/api/me/export" download="ohm-export.ndjson">
          {text.data.export}
        </a>
        <span class="hint">{text.data.exportHint}</span>
      </p>
    </section>
  );
}
