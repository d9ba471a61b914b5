import { useState } from "preact/hooks";
import { limits } from "../../../../src/domain/chat/limits.ts";
import type { NewKeyView } from "../../../../src/protocol/accounts.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Problem } from "../../wire/http.ts";
import { send } from "../../wire/http.ts";
import { readNewKey } from "../../wire/read-me.ts";

const dayMs = 86_400_000;
const scopesOffered = ["read", "write"] as const;
const daysOffered = ["never", "30", "90", "365"] as const;

/** A new key: what for, what it may, how long. */
export function KeyForm({ amount, onMade }: { amount: number; onMade: (key: NewKeyView) => void }) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState<(typeof scopesOffered)[number]>("read");
  const [days, setDays] = useState<(typeof daysOffered)[number]>("90");
  const [problem, setProblem] = useState<Problem | null>(null);
  if (amount >= limits.keysPerPerson) return <p class="hint">{text.apiKeys.full(limits.keysPerPerson)}</p>;
  const make = async () => {
    const scopes = scope === "write" ? ["read", "write"] : ["read"];
    const expiresAt = days === "never" ? null : Date.now() + Number(days) * dayMs;
    const value = { name: name.trim(), scopes, expiresAt };
    const answer = await send({ method: "POST", path: "/api/keys", value }, readNewKey);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setName("");
    onMade(answer.value);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div class="form-row">
        <TextField
          label={text.apiKeys.name}
          value={name}
          onInput={setName}
          autocomplete="off"
          maxLength={200}
          required
        />
        <SelectField
          label={text.apiKeys.scopes}
          options={scopesOffered.map((value) => ({ value, label: text.apiKeys.scope[value] }))}
          chosen={scope}
          onChoose={setScope}
        />
        <SelectField
          label={text.apiKeys.ends}
          options={daysOffered.map((value) => ({
            value,
            label: value === "never" ? text.apiKeys.never : text.apiKeys.days(Number(value)),
          }))}
          chosen={days}
          onChoose={setDays}
        />
      </div>
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problemWords(problem)}
        </p>
      )}
      <p class="form-acts">
        <button type="submit" class="button">
          {text.apiKeys.make}
        </button>
      </p>
    </form>
  );
}
