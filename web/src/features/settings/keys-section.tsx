import { useCallback, useEffect, useState } from "preact/hooks";
import type { KeyView, NewKeyView } from "../../../../src/protocol/accounts.ts";
import { day } from "../../../../src/views/figures/format-figure.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { CopyLine } from "../../ui/copy-line.tsx";
import type { Problem } from "../../wire/http.ts";
import { change, getJson } from "../../wire/http.ts";
import { readKeys } from "../../wire/read-me.ts";
import { KeyForm } from "./key-form.tsx";

/** The keys of an account: made, shown once, deleted. */
export function KeysSection() {
  const [keys, setKeys] = useState<readonly KeyView[]>([]);
  const [made, setMade] = useState<NewKeyView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = useCallback(async () => {
    const answer = await getJson("/api/keys", readKeys);
    if (answer.ok) setKeys(answer.value);
    else setProblem(answer.problem);
  }, []);
  useEffect(() => void load(), [load]);
  const remove = async (id: string) => {
    const refused = await change("DELETE", `/api/keys/${id}`);
    setProblem(refused);
    if (refused !== null) return;
    if (made?.id === id) setMade(null);
    await load();
  };
  return (
    <section class="settings-section" aria-labelledby="api-keys">
      <h2 id="api-keys">{text.apiKeys.section}</h2>
      <p class="hint">{text.apiKeys.explain}</p>
      {made === null ? null : <NewKey made={made} onDone={() => setMade(null)} />}
      {keys.length === 0 ? (
        <p class="quiet">{text.apiKeys.none}</p>
      ) : (
        <ul class="rows" aria-label={text.apiKeys.section}>
          {keys.map((key) => (
            <KeyRow key={key.id} view={key} onRemove={() => void remove(key.id)} />
          ))}
        </ul>
      )}
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problemWords(problem)}
        </p>
      )}
      <KeyForm
        amount={keys.length}
        onMade={(key) => {
          setMade(key);
          void load();
        }}
      />
    </section>
  );
}

/** The only time that a key can be seen. */
function NewKey({ made, onDone }: { made: NewKeyView; onDone: () => void }) {
  return (
    <div class="new-key" role="status">
      <p>{text.apiKeys.made}</p>
      <CopyLine
        label={text.apiKeys.key(made.name)}
        value={made.key}
        words={{ copy: text.apiKeys.copy, copied: text.apiKeys.copied }}
      />
      <button type="button" class="button" onClick={onDone}>
        {text.apiKeys.done}
      </button>
    </div>
  );
}

function KeyRow({ view, onRemove }: { view: KeyView; onRemove: () => void }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <li class="row">
      <span class="grow">
        <b>{view.name}</b> <code>{view.start}…</code>
        <span class="second">{factsOf(view)}</span>
      </span>
      {isAsked ? (
        <span class="row-question">
          {text.apiKeys.sure(view.name)}{" "}
          <button type="button" class="button" onClick={() => setAsked(false)}>
            {text.apiKeys.keep}
          </button>{" "}
          <button type="button" class="button danger" onClick={onRemove}>
            {text.apiKeys.remove}
          </button>
        </span>
      ) : (
        <button
          type="button"
          class="button"
          aria-label={text.apiKeys.removeKey(view.name)}
          onClick={() => setAsked(true)}
        >
          {text.apiKeys.remove}
        </button>
      )}
    </li>
  );
}

function factsOf({ scopes, lastUsedAt, expiresAt }: KeyView): string {
  const date = (ms: number) => day(new Date(ms).toISOString(), text.locale);
  const end =
    expiresAt === null ? [] : [expiresAt < Date.now() ? text.apiKeys.ended : text.apiKeys.until(date(expiresAt))];
  return [
    text.apiKeys.scope[scopes.includes("write") ? "write" : "read"],
    lastUsedAt === null ? text.apiKeys.unused : text.apiKeys.used(date(lastUsedAt)),
    ...end,
  ].join(" · ");
}
