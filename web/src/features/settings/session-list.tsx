import { useCallback, useEffect, useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import { askAuth } from "../../wire/auth.ts";
import { getJson } from "../../wire/http.ts";
import type { SessionRow } from "../../wire/read-me.ts";
import { readOwnSession, readSessions } from "../../wire/read-me.ts";
import { shortTime } from "../chats/short-time.ts";
import { browserName } from "./browser-name.ts";

/** The browsers in which this person is signed in; every other one can be signed out from here. */
export function SessionList() {
  const [sessions, setSessions] = useState<readonly SessionRow[]>([]);
  const [own, setOwn] = useState<string | null>(null);
  const load = useCallback(async () => {
    const [all, mine] = await Promise.all([
      getJson("/api/auth/list-sessions", readSessions),
      getJson("/api/auth/get-session", readOwnSession),
    ]);
    if (all.ok) setSessions(all.value);
    if (mine.ok) setOwn(mine.value.token);
  }, []);
  useEffect(() => void load(), [load]);
  const end = async (token: string) => {
    if ((await askAuth("/revoke-session", { token })) === null) await load();
  };
  const endOthers = async () => {
    if ((await askAuth("/revoke-other-sessions", {})) === null) await load();
  };
  return (
    <>
      <ul class="rows">
        {sessions.map(({ token, userAgent, updatedAt }) => (
          <li key={token} class="row">
            <span class="grow">
              {nameOf(token === own ? navigator.userAgent : userAgent)}{" "}
              {token === own ? <span class="tag">{text.account.thisBrowser}</span> : null}
              <span class="second">
                {text.account.lastUsed(shortTime(updatedAt, { nowMs: Date.now(), locale: text.locale }))}
              </span>
            </span>
            {token === own ? null : (
              <button type="button" class="button" onClick={() => void end(token)}>
                {text.account.signOutThere}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <button type="button" class="button" onClick={() => void endOthers()}>
          {text.account.signOutOthers}
        </button>
      ) : null}
    </>
  );
}

function nameOf(userAgent: string): string {
  const { browser, system } = browserName(userAgent);
  if (browser === null) return system ?? text.account.unknownBrowser;
  return system === null ? browser : text.account.browserOn(browser, system);
}
