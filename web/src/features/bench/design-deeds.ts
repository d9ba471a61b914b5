import { signal } from "@preact/signals";
import { roleMay } from "../../../../src/domain/chat/roles.ts";
import { text } from "../../text/text.ts";
import { say } from "../../ui/notice.tsx";
import type { Problem, Write } from "../../wire/http.ts";
import { send } from "../../wire/http.ts";
import { readDeed } from "../../wire/read-deed.ts";
import type { OpenChat } from "../chat/chat-context.ts";

/** An act on the design: the request without the head that it starts from, and what is said once it is done. */
interface Deed {
  method: Write["method"];
  /** Below the chat's own path. */
  path: string;
  value: object;
  done: (revision: number) => string;
  /** Of one artifact, its own current version; else the current revision. */
  expectedHead?: number;
}

const busy = signal(false);

/** What this person may do with the design of the open chat now. */
export interface Leave {
  /** By their role, and outside the trash. */
  may: boolean;
  /** Something is under way, or there is no line: buttons stand, and do nothing. */
  waits: boolean;
  isOnline: boolean;
}

/** Whether the open chat's design may be changed, and can be now. */
export function leaveToChange({ session }: OpenChat): Leave {
  const role = session.role.value;
  const isOnline = session.status.value.kind === "open";
  const may = role !== null && roleMay(role, "change-design") && session.trashedAt.value === null;
  return { may, isOnline, waits: busy.value || !isOnline };
}

/** Applies the repair of a finding as a new revision. */
export function fix(chat: OpenChat, ruleId: string, fixId: string): Promise<boolean> {
  return perform(chat, {
    method: "POST",
    path: "design/fix",
    value: { ruleId, fixId },
    done: (revision) => text.views.deeds.done.fix(revision),
  });
}

/** Puts another part of the catalogue in a part's place. */
export function swap(chat: OpenChat, partId: string, catalogId: string): Promise<boolean> {
  return perform(chat, {
    method: "POST",
    path: "design/swap",
    value: { partId, catalogId },
    done: (revision) => text.views.deeds.done.swap(revision),
  });
}

/** Notes that a part is there already, or that nobody but a person may change it. */
export function markPart(
  chat: OpenChat,
  partId: string,
  marks: { owned?: boolean; pinned?: boolean },
): Promise<boolean> {
  return perform(chat, {
    method: "PATCH",
    path: `design/parts/${encodeURIComponent(partId)}`,
    value: marks,
    done: (revision) => text.views.deeds.done.part(revision),
  });
}

/** Makes a whole old revision the current design again, as a new revision. */
export function restoreRevision(chat: OpenChat, revision: number): Promise<boolean> {
  return perform(chat, {
    method: "POST",
    path: "design/restore",
    value: { revision },
    done: (written) => text.views.deeds.done.restore(written, revision),
  });
}

/** Makes an old version of one artifact current again; what no longer agrees with it is marked stale. */
export function restoreArtifact(
  chat: OpenChat,
  { slug, version, label }: { slug: string; version: number; label: string },
): Promise<boolean> {
  const { revisions, head } = chat.bench.state.peek();
  const current = revisions.find(({ number }) => number === head)?.versions.find((held) => held.slug === slug)?.version;
  return perform(chat, {
    method: "POST",
    path: `artifacts/${slug}/restore`,
    value: { version },
    expectedHead: current ?? 0,
    done: (written) => text.views.deeds.done.restoreOnly(written, label),
  });
}

/** Makes stale artifacts agree with the others again. */
export function align(chat: OpenChat): Promise<boolean> {
  return perform(chat, {
    method: "POST",
    path: "design/align",
    value: {},
    done: (revision) => text.views.deeds.done.align(revision),
  });
}

/** Applies what a run proposed that found the design changed under it. */
export function applyProposal(chat: OpenChat, runId: string): Promise<boolean> {
  return perform(chat, {
    method: "POST",
    path: `runs/${runId}/apply`,
    value: {},
    done: (revision) => text.views.deeds.done.apply(revision),
  });
}

/**
 * Does it, says what it did, and offers to take it back. Without a line nothing is tried: it could not be told later. Where somebody was
 * first, the new head is shown, in words. Answers whether it was done.
 */
async function perform(chat: OpenChat, deed: Deed): Promise<boolean> {
  const { session, bench } = chat;
  if (busy.peek()) return false;
  if (session.status.peek().kind !== "open") {
    say({ words: text.views.deeds.needsLine });
    return false;
  }
  busy.value = true;
  const { head } = bench.state.peek();
  const { method, path, value, expectedHead = head } = deed;
  const answer = await send(
    { method, path: `/api/chats/${session.id}/${path}`, value: { ...value, expectedHead } },
    readDeed,
  );
  busy.value = false;
  if (!answer.ok) {
    explain(chat, answer.problem);
    return false;
  }
  const { revision } = answer.value;
  bench.act({ type: "head_moved", revision });
  bench.act({ type: "head_followed" });
  const undo = () => void restoreRevision(chat, head);
  say({ words: deed.done(revision), act: { label: text.views.deeds.undo, onChoose: undo } });
  return true;
}

/** What cannot be, as a part that does not fit, is told in the server's own words: they name the reason. */
const saysWhy: ReadonlySet<string> = new Set(["conflict", "unsupported", "invalid"]);

function explain({ bench }: OpenChat, { code, head, detail }: Problem): void {
  const { deeds } = text.views;
  if (code === "head_moved") {
    if (head !== undefined) bench.act({ type: "head_moved", revision: head });
    say({ words: deeds.headMoved(bench.state.peek().head) });
    return;
  }
  if (code === null) say({ words: deeds.needsLine });
  else say({ words: deeds.notDone(saysWhy.has(code) && detail !== "" ? detail : text.problems[code]) });
}
