import { useState } from "preact/hooks";
import { limits } from "../../../../src/domain/chat/limits.ts";
import type { CreateKeyBody, NewKeyView } from "../../../../src/protocol/accounts.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Problem } from "../../wire/http.ts";
import { send } from "../../wire/http.ts";
import { readNewKey } from "../../wire/read-me.ts";
import { Choice } from "./choice.tsx";

const dayMs = 86_400_000;
const scopesOffered = ["read", "write"] as const;
const daysOffered = ["30", "90", "365", "never"] as const;

interface KeyFormProps {
  /** How many keys there are. */
  amount: number;
  onMade: (key: NewKeyView) => void;
}

/** A new key: what for, what it may, how long. */
export function KeyForm({ amount, onMade }: KeyFormProps) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState<(typeof scopesOffered)[number]>("read");
  const [days, setDays] = useState<(typeof daysOffered)[number]>("90");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isNameless, setNameless] = useState(false);
  if (amount >= limits.keysPerPerson) return <p class="hint">{text.apiKeys.full(limits.keysPerPerson)}</p>;
  const make = async () => {
    setProblem(null);
    setNameless(name.trim() === "");
    if (name.trim() === "") return;
    const expiresAt = days === "never" ? null : Date.now() + Number(days) * dayMs;
    const value: CreateKeyBody = {
      name: name.trim(),
      scopes: scope === "write" ? ["read", "write"] : ["read"],
      expiresAt,
    };
    const answer = await send({ method: "POST", path: "/api/keys", value }, readNewKey);
    if (!answer.ok) return setProblem(answer.problem);
    setName("");
    onMade(answer.value);
  };
  return (
    <Form action={text.apiKeys.make} problem={problem === null ? null : problemWords(problem)} onSend={make}>
      <TextField
        label={text.apiKeys.name}
        value={name}
        onInput={setName}
        problem={isNameless ? text.apiKeys.nameless : null}
        autocomplete="off"
        maxLength={200}
        required
      />
      <div class="choices">
        <Choice
          legend={text.apiKeys.scopes}
          options={scopesOffered.map((value) => ({ value, label: text.apiKeys.scope[value] }))}
          chosen={scope}
          onChoose={setScope}
        />
        <Choice
          legend={text.apiKeys.ends}
          options={daysOffered.map((value) => ({
            value,
            label: value === "never" ? text.apiKeys.never : text.apiKeys.days(Number(value)),
          }))}
          chosen={days}
          onChoose={setDays}
        />
      </div>
    </Form>
  );
}
