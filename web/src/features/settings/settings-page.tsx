import { useCallback, useEffect, useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { loadMe, me } from "../account/me.ts";
import { AccountSection } from "./account-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { DataSection } from "./data-section.tsx";
import { GoodbyeSection } from "./goodbye-section.tsx";
import { JobsSection } from "./jobs-section.tsx";
import { KeysSection } from "./keys-section.tsx";
import { LoadFailed } from "./load-failed.tsx";
import { ProfileSection } from "./profile-section.tsx";
import { WritingSection } from "./writing-section.tsx";
import "./settings.css";

/** What a person can set, one section under the other; those of a person only where there is one. */
export function SettingsPage() {
  const title = `${text.settings.title} · ${text.shell.product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const [hasFailed, setFailed] = useState(false);
  const load = useCallback(async () => setFailed((await loadMe()) !== null), []);
  useEffect(() => void load(), [load]);
  const person = me.value;
  return (
    <main class="page" id="page" tabIndex={-1}>
      <div class="page-column">
        <h1>{text.settings.title}</h1>
        <AppearanceSection />
        <WritingSection />
        {hasFailed && person === undefined ? <LoadFailed onAgain={load} /> : null}
        {person === undefined ? null : <AccountSection person={person} />}
        {person === undefined || person === null ? null : (
          <>
            <ProfileSection key={`${person.id} ${person.guest}`} person={person} />
            {person.guest ? null : <KeysSection />}
            <JobsSection />
            <DataSection />
            <GoodbyeSection isGuest={person.guest} />
          </>
        )}
      </div>
    </main>
  );
}
