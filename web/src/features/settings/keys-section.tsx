import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { KeyView, NewKeyView } from "../../../../src/protocol/accounts.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { AskFirst } from "../../ui/ask-first.tsx";
import type { Problem } from "../../wire/http.ts";
import { change, getJson } from "../../wire/http.ts";
import { readKeys } from "../../wire/read-me.ts";
import { shortTime } from "../chats/short-time.ts";
import { KeyForm } from "./key-form.tsx";
import { LoadFailed } from "./load-failed.tsx";
import { NewKey } from "./new-key.tsx";
import { Section } from "./section.tsx";

/** The keys of an account: made, shown once, deleted. */
export function KeysSection() {
  const [keys, setKeys] = useState<readonly KeyView[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [made, setMade] = useState<NewKeyView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const load = useCallback(async () => {
    const answer = await getJson("/api/keys", readKeys);
    setFailed(!answer.ok);
    if (answer.ok) setKeys(answer.value);
  }, []);
  useEffect(() => void load(), [load]);
  const remove = async (id: string) => {
    const refused = await change("DELETE", `/api/keys/${id}`);
    setProblem(refused);
    if (refused !== null) return;
    // The button that was pressed goes with its row.
    list.current?.focus();
    if (made?.id === id) setMade(null);
    await load();
  };
  return (
    <Section id="api-keys" title={text.apiKeys.section}>
      <p class="hint">{text.apiKeys.explain}</p>
      {made === null ? null : (
        <NewKey
          key={made.id}
          made={made}
          onDone={() => {
            setMade(null);
            list.current?.focus();
          }}
        />
      )}
      {keys?.length === 0 ? <p class="quiet">{text.apiKeys.none}</p> : null}
      <ul class="rows" ref={list} tabIndex={-1} aria-label={text.apiKeys.section}>
        {keys?.map((key) => (
          <KeyRow key={key.id} view={key} onRemove={() => void remove(key.id)} />
        ))}
      </ul>
      {hasFailed ? <LoadFailed onAgain={load} /> : null}
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problemWords(problem)}
        </p>
      )}
      <KeyForm
        amount={keys?.length ?? 0}
        onMade={(key) => {
          setMade(key);
          void load();
        }}
      />
    </Section>
  );
}

function KeyRow({ view, onRemove }: { view: KeyView; onRemove: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <li class="row">
      <span class="grow">
        <b>{view.name}</b> <code>{view.start}…</code>
        <span class="second">{factsOf(view)}</span>
      </span>
      <button
        ref={opener}
        type="button"
        class="button"
        aria-label={text.apiKeys.removeKey(view.name)}
        onClick={() => setAsked(true)}
      >
        {text.apiKeys.remove}
      </button>
      {isAsked ? (
        <AskFirst
          ask={text.apiKeys.sure(view.name)}
          yes={text.apiKeys.remove}
          onYes={() => {
            setAsked(false);
            onRemove();
          }}
          onNo={() => {
            setAsked(false);
            opener.current?.focus();
          }}
        />
      ) : null}
    </li>
  );
}

function factsOf({ scopes, lastUsedAt, expiresAt }: KeyView): string {
  const nowMs = Date.now();
  const used = lastUsedAt === null ? null : shortTime(lastUsedAt, { nowMs, locale: text.locale });
  const end = new Intl.DateTimeFormat(text.locale, { dateStyle: "medium" });
  return [
    text.apiKeys.scope[scopes.includes("write") ? "write" : "read"],
    used === null ? text.apiKeys.unused : text.apiKeys.used(used),
    ...(expiresAt === null ? [] : [expiresAt < nowMs ? text.apiKeys.ended : text.apiKeys.until(end.format(expiresAt))]),
  ].join(" · ");
}
