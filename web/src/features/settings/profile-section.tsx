import { useState } from "preact/hooks";
import { limits } from "../../../../src/domain/chat/limits.ts";
import type { Me } from "../../../../src/protocol/accounts.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { TextField } from "../../ui/text-field.tsx";
import type { Problem } from "../../wire/http.ts";
import { changeMe } from "../account/me.ts";

/** What others see of a person. Usernames are for accounts. */
export function ProfileSection({ person }: { person: Me }) {
  const [name, setName] = useState(person.name);
  const [username, setUsername] = useState(person.username ?? "");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaved, setSaved] = useState(false);
  const wrong = (field: string) => problem?.errors?.some(({ path }) => path === field) === true;
  const save = async () => {
    const account = person.guest ? {} : { username: username.trim() === "" ? null : username.trim() };
    const refused = await changeMe({ name: name.trim(), ...account });
    setProblem(refused);
    setSaved(refused === null);
  };
  const isTaken = problem?.code === "conflict";
  return (
    <section class="settings-section" aria-labelledby="profile">
      <h2 id="profile">{text.profile.section}</h2>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onInput={() => setSaved(false)}
      >
        <TextField
          label={text.account.name}
          hint={text.account.nameHint}
          problem={wrong("name") ? text.profile.nameWrong : null}
          value={name}
          onInput={setName}
          autocomplete="name"
          maxLength={limits.nameCharacters}
          required
        />
        {person.guest ? null : (
          <TextField
            label={text.profile.username}
            hint={text.profile.usernameHint}
            problem={isTaken ? text.profile.usernameTaken : wrong("username") ? text.profile.usernameHint : null}
            value={username}
            onInput={setUsername}
            autocomplete="off"
            maxLength={30}
          />
        )}
        {problem === null || isTaken || wrong("name") || wrong("username") ? null : (
          <p class="problem" role="alert">
            {problemWords(problem)}
          </p>
        )}
        <p class="form-acts">
          <button type="submit" class="button">
            {text.profile.save}
          </button>
          <span role="status">{isSaved ? text.profile.saved : ""}</span>
        </p>
      </form>
    </section>
  );
}
