import type { ChatMessage } from "../../domain/chat/message.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import { missionOf } from "../chat-description.ts";
import { contentHashOf } from "./commit-revision.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { RevisionRow, RevisionWording, RoomStorage, RunRow } from "./room-storage.ts";

/** What stands in a design where words of a person were, that had to go. */
const gone = { en: "(removed)", de: "(entfernt)" } as const;

type Deps = Pick<RoomDeps, "storage" | "digest">;

/** A message's text before, and the one that stands there now, null for none. */
export interface TextChange {
  message: ChatMessage;
  content: string | null;
}

/** A goal as designs told it, and what stands there now. */
export interface GoalChange {
  from: string;
  to: string;
}

/** How the strings of one design change. */
interface Swap extends GoalChange {
  /** What the engine quoted as not understood. */
  quoted: string[];
  word: string;
}

/**
 * Takes a person's own words out of the designs that were made from them, and out of their artifacts: the goal as it was written, and
 * what the engine quoted as not understood. Nothing else of a version changes. Answers the goals that changed.
 * Throws `conflict` while an answer is written that starts from such a design: it would bring the words back.
 */
export function forgetInDesigns(deps: Deps, change: TextChange): GoalChange[] {
  const { runs } = deps.storage;
  const answers = runs.allAnswering(change.message.id);
  const swaps = wordingsOf(deps.storage.artifacts, change.message, answers).flatMap((wording) => {
    const swap = swapOf(wording, change);
    return swap ? [{ number: wording.number, swap }] : [];
  });
  if (swaps.length === 0) return [];
  if (runs.latest()?.status === "running") {
    throw new OhmError("conflict", "An answer is being written that knows these words; stop it first");
  }
  for (const { number, swap } of swaps) {
    const row = deps.storage.artifacts.revision(number);
    if (row) forgetInRevision(deps, row, swap);
  }
  return swaps.map(({ swap }) => swap).filter(({ from, to }) => from !== to);
}

/**
 * Of revisions that tell the whole text, of those that an answer to it made, which may quote pieces of it, and of those after them that
 * still quote them: an act by hand keeps what was not understood.
 */
function wordingsOf(artifacts: RoomStorage["artifacts"], message: ChatMessage, answers: RunRow[]): RevisionWording[] {
  const made = answers.flatMap(({ id }) => artifacts.revisionOfRun(id) ?? []);
  const numbers = made.map(({ revision }) => revision.number);
  const quoted = made.flatMap(({ design }) => design.requirements.notUnderstood);
  const tells = ({ goal, notUnderstood }: RevisionWording) =>
    [goal, ...notUnderstood].some((text) => text.includes(message.content) || quoted.includes(text));
  return artifacts.wordings().filter((wording) => numbers.includes(wording.number) || tells(wording));
}

function swapOf({ goal, notUnderstood, language }: RevisionWording, { message, content }: TextChange): Swap | null {
  const word = gone[language];
  // Goals that were told in several messages are their texts, one below the other.
  const told = `\n${goal}\n`.split(`\n${message.content}\n`);
  const to = told.length === 1 ? goal : told.join(`\n${content ?? word}\n`).slice(1, -1);
  const quoted = notUnderstood.filter((text) => message.content.includes(text) && !content?.includes(text));
  return to === goal && quoted.length === 0 ? null : { from: goal, to, quoted, word };
}

function forgetInRevision(deps: Deps, row: RevisionRow, swap: Swap): void {
  const { artifacts } = deps.storage;
  artifacts.replaceRevision({ ...row, design: swapped(row.design, swap) });
  for (const { slug, version } of row.revision.versions) {
    const before = artifacts.version(slug, version);
    if (!before) continue;
    const after = swapped(before, swap);
    if (JSON.stringify(after) === JSON.stringify(before)) continue;
    artifacts.replaceVersion({ ...after, contentHash: contentHashOf(deps, after) });
  }
}

/** The same value with other words in its strings. */
function swapped<T>(value: T, swap: Swap): T {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "string" ? inText(part, swap) : part,
  );
}

function inText(text: string, { from, to, quoted, word }: Swap): string {
  if (text === from) return to;
  if (quoted.includes(text)) return word;
  // Texts for people begin with the mission, and quote what was not understood.
  const mission = missionOf(from);
  const begins = text === mission || text.startsWith(`${mission}\n`);
  const start = begins ? missionOf(to) + text.slice(mission.length) : text;
  return quoted.reduce((all, piece) => all.replaceAll(`"${piece}"`, `"${word}"`), start);
}
