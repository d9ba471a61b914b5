import { useEffect } from "preact/hooks";
import { text } from "../../text/text.ts";
import { AppearanceSection } from "./appearance-section.tsx";
import { WritingSection } from "./writing-section.tsx";
import "./settings.css";

/** What a person can set, one section under the other. */
export function SettingsPage() {
  const title = `${text.settings.title} · ${text.shell.product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main class="page" id="page" tabIndex={-1}>
      <div class="page-column">
        <h1>{text.settings.title}</h1>
        <AppearanceSection />
        <WritingSection />
      </div>
    </main>
  );
}
