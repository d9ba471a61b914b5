import { spokenLanguages } from "../../../../src/domain/circuit/lists.ts";
import { text } from "../../text/text.ts";
import { themes } from "../../wire/read-preferences.ts";
import { keepPreference } from "../account/keep-preference.ts";
import { preferences } from "../preferences/preferences.ts";
import { Choice } from "./choice.tsx";
import { Section } from "./section.tsx";

/** Theme and language; both take effect where one stands. */
export function AppearanceSection() {
  return (
    <Section id="appearance" title={text.settings.appearance}>
      <Choice
        legend={text.settings.theme}
        options={themes.map((value) => ({ value, label: text.settings.themes[value] }))}
        chosen={preferences.value.theme ?? "system"}
        onChoose={(theme) => keepPreference({ theme })}
      />
      <Choice
        legend={text.settings.language}
        hint={text.settings.languageHint}
        options={spokenLanguages.map((value) => ({ value, label: text.settings.languages[value] }))}
        chosen={text.language}
        onChoose={(language) => keepPreference({ language })}
      />
    </Section>
  );
}
