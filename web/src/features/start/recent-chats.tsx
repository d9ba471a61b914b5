import { useCallback, useEffect, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { money } from "../../../../src/views/figures/format-figure.ts";
import { VerdictBadge } from "../../../../src/views/severity/severity-badge.tsx";
import { text } from "../../text/text.ts";
import { getJson } from "../../wire/http.ts";
import type { ListedChat } from "../../wire/read-chats.ts";
import { readChats } from "../../wire/read-chats.ts";
import { mayHaveSession } from "./known-session.ts";
import { shortTime } from "./short-time.ts";

type Listed = { kind: "loading" } | { kind: "failed" } | { kind: "loaded"; chats: ListedChat[] };

/** One's chats, newest first. A browser without a session has none, and that is no error. */
export function RecentChats() {
  const [listed, setListed] = useState<Listed>({ kind: "loading" });
  const load = useCallback(async () => {
    if (!mayHaveSession()) return setListed({ kind: "loaded", chats: [] });
    const answer = await getJson("/api/chats?limit=20", readChats);
    if (answer.ok) setListed({ kind: "loaded", chats: answer.value });
    else setListed(answer.problem.code === "unauthenticated" ? { kind: "loaded", chats: [] } : { kind: "failed" });
  }, []);
  useEffect(() => void load(), [load]);
  if (listed.kind === "failed") {
    return (
      <p class="problem">
        {text.start.recentFailed}{" "}
        <button type="button" class="button" onClick={() => void load()}>
          {text.start.again}
        </button>
      </p>
    );
  }
  if (listed.kind === "loading" || listed.chats.length === 0) return null;
  return <ChatTable chats={listed.chats} />;
}

function ChatTable({ chats }: { chats: ListedChat[] }) {
  const hasVerdicts = chats.some((chat) => chat.verdict !== null);
  return (
    <section class="recent">
      <h2>{text.start.recent}</h2>
      <table>
        <caption class="unseen">{text.start.recent}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{text.start.chat}</th>
            {hasVerdicts ? <th scope="col">{text.start.verdict}</th> : null}
            {hasVerdicts ? <th scope="col">{text.start.total}</th> : null}
            <th scope="col">{text.start.time}</th>
          </tr>
        </thead>
        <tbody>
          {chats.map(({ head, verdict, totalCents }) => (
            <tr key={head.id}>
              <td>
                <Link href={`/chat/${head.id}`}>{head.title ?? text.start.untitled}</Link>
              </td>
              {hasVerdicts ? (
                <td class="verdict-cell">
                  {verdict === null ? (
                    <span class="quiet">{text.start.noDesign}</span>
                  ) : (
                    <VerdictBadge verdict={verdict} words={text.verdicts} />
                  )}
                </td>
              ) : null}
              {hasVerdicts ? (
                <td class="number">{totalCents === null ? null : money(totalCents, text.locale)}</td>
              ) : null}
              <td class="number quiet">
                <time dateTime={new Date(head.lastMessageAt ?? head.createdAt).toISOString()}>
                  {shortTime(head.lastMessageAt ?? head.createdAt, { nowMs: Date.now(), locale: text.locale })}
                </time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
