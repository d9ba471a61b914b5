import { useState } from "preact/hooks";
import { limits } from "../../../../src/domain/chat/limits.ts";
import type { Me } from "../../../../src/protocol/accounts.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Problem } from "../../wire/http.ts";
import { changeMe } from "../account/me.ts";
import { Section } from "./section.tsx";

/** What others see of a person. Usernames are for accounts. */
export function ProfileSection({ person }: { person: Me }) {
  const [name, setName] = useState(person.name);
  const [username, setUsername] = useState(person.username ?? "");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    const account = person.guest ? {} : { username: username.trim() === "" ? null : username.trim() };
    const refused = await changeMe({ name: name.trim(), ...account });
    setProblem(refused);
    setSaved(refused === null);
  };
  const type = (set: (value: string) => void) => (value: string) => {
    setSaved(false);
    set(value);
  };
  const wrong = wrongFields(problem);
  return (
    <Section id="profile" title={text.profile.section}>
      <Form
        action={text.profile.save}
        problem={problem === null || Object.keys(wrong).length > 0 ? null : problemWords(problem)}
        done={isSaved ? text.profile.saved : ""}
        onSend={save}
      >
        <TextField
          label={text.account.name}
          hint={text.account.nameHint}
          problem={wrong.name}
          value={name}
          onInput={type(setName)}
          autocomplete="name"
          maxLength={limits.nameCharacters}
          required
        />
        {person.guest ? null : (
          <TextField
            label={text.profile.username}
            hint={text.profile.usernameHint}
            problem={wrong.username}
            value={username}
            onInput={type(setUsername)}
            autocomplete="off"
            maxLength={30}
          />
        )}
      </Form>
    </Section>
  );
}

/** Which fields a problem is about, in words that say what to do. */
function wrongFields(problem: Problem | null): { name?: string; username?: string } {
  const isAbout = (field: string) => problem?.errors?.some(({ path }) => path === field) === true;
  if (problem?.code === "conflict") return { username: text.profile.usernameTaken };
  return {
    ...(isAbout("name") ? { name: text.profile.nameWrong } : {}),
    ...(isAbout("username") ? { username: text.profile.usernameHint } : {}),
  };
}
