import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { askAuth } from "../../wire/auth.ts";
import { getJson } from "../../wire/http.ts";
import type { SessionRow } from "../../wire/read-me.ts";
import { readOwnSession, readSessions } from "../../wire/read-me.ts";
import { shortTime } from "../chats/short-time.ts";
import { browserName } from "./browser-name.ts";
import { LoadFailed } from "./load-failed.tsx";

/** The browsers in which this person is signed in; every other one can be signed out from here. */
export function SessionList() {
  const [sessions, setSessions] = useState<readonly SessionRow[]>([]);
  const [own, setOwn] = useState<string | null>(null);
  const [failed, setFailed] = useState<"load" | "end" | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const load = useCallback(async () => {
    const [all, mine] = await Promise.all([
      getJson("/api/auth/list-sessions", readSessions),
      getJson("/api/auth/get-session", readOwnSession),
    ]);
    setFailed(all.ok && mine.ok ? null : "load");
    if (all.ok) setSessions(all.value);
    if (mine.ok) setOwn(mine.value.token);
  }, []);
  useEffect(() => void load(), [load]);
  const end = async (path: string, body: { token?: string }) => {
    const refusal = await askAuth(path, body);
    if (refusal !== null) return setFailed("end");
    // The button that was pressed goes with its row.
    list.current?.focus();
    await load();
  };
  return (
    <>
      <ul class="rows" ref={list} tabIndex={-1} aria-label={text.account.sessions}>
        {sessions.map(({ token, userAgent, updatedAt }) => {
          const name = nameOf(token === own ? navigator.userAgent : userAgent);
          return (
            <li key={token} class="row">
              <span class="grow">
                {name} {token === own ? <span class="tag">{text.account.thisBrowser}</span> : null}
                <span class="second">
                  {text.account.lastUsed(shortTime(updatedAt, { nowMs: Date.now(), locale: text.locale }))}
                </span>
              </span>
              {token === own ? null : (
                <button
                  type="button"
                  class="button"
                  aria-label={text.account.signOutOf(name)}
                  onClick={() => void end("/revoke-session", { token })}
                >
                  {text.account.out.button}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {failed === "load" ? <LoadFailed onAgain={load} /> : null}
      {failed === "end" ? (
        <p class="problem" role="alert">
          {text.account.notEnded}
        </p>
      ) : null}
      {sessions.length > 1 ? (
        <p class="form-acts">
          <button type="button" class="button" onClick={() => void end("/revoke-other-sessions", {})}>
            {text.account.signOutOthers}
          </button>
        </p>
      ) : null}
    </>
  );
}

function nameOf(userAgent: string): string {
  const { browser, system } = browserName(userAgent);
  if (browser === null) return system ?? text.account.unknownBrowser;
  return system === null ? browser : text.account.browserOn(browser, system);
}
