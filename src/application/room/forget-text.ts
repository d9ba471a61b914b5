import { describeByMessage, missionOf } from "../chat-description.ts";
import { describeChat, settingsOf } from "./describe-chat.ts";
import type { GoalChange, TextChange } from "./forget-in-designs.ts";
import { forgetInDesigns } from "./forget-in-designs.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { LogWriter } from "./room-log.ts";
import type { DescriptionEvent } from "./room-storage.ts";

/** What a chat was called before, and after. */
interface Renaming {
  field: "title" | "missionStatement";
  from: string;
  to: string | null;
}

/**
 * Takes a text out of what was made of it: the chat's automatic title and mission, in its settings and in the log, the designs that tell it
 * as their goal, and proposals that were never applied. What a person has said stays. An automatic title is then taken from the text that stands there now.
 * Throws `conflict` as `forgetInDesigns` does.
 */
export function forgetText(
  deps: Pick<RoomDeps, "storage" | "clock" | "digest">,
  writer: LogWriter,
  change: TextChange,
): void {
  const renamings = [...forgetInDesigns(deps, change).map(missionRenaming), ...renamingsOf(change)];
  const chat = settingsOf(deps);
  const wanted = renamings.filter(({ field, from }) => chat[field] === from).map(({ field, to }) => [field, to]);
  forgetInLog(deps, change.message.seq, renamings);
  forgetProposals(deps, change.message.content);
  describeChat(deps, writer, { by: "system", changes: Object.fromEntries(wanted) });
}

/** A proposal is made of the words that it was asked in: without them it is none. */
function forgetProposals({ storage: { runs } }: Pick<RoomDeps, "storage">, words: string): void {
  const quoted = JSON.stringify(words).slice(1, -1);
  for (const run of runs.withProposal()) {
    if (!run.proposal?.some(({ argumentsJson }) => argumentsJson.includes(quoted))) continue;
    const { proposal: _, ...rest } = run;
    runs.put(rest);
  }
}

function renamingsOf({ message, content }: TextChange): Renaming[] {
  const title = (text: string) => describeByMessage({ content: text }).title ?? "";
  return [
    { field: "title", from: title(message.content), to: content === null ? null : title(content) },
    { field: "missionStatement", from: missionOf(message.content), to: content === null ? null : missionOf(content) },
  ];
}

function missionRenaming({ from, to }: GoalChange): Renaming {
  return { field: "missionStatement", from: missionOf(from), to: missionOf(to) };
}

function forgetInLog({ storage: { log } }: Pick<RoomDeps, "storage">, seq: number, old: readonly Renaming[]): void {
  for (const event of log.descriptions(seq)) {
    const left = without(event, old);
    if (left) log.replaceEvent(left);
  }
}

/** The event without these words, null where it does not hold them. */
function without(event: DescriptionEvent, old: readonly Renaming[]): DescriptionEvent | null {
  const isOld = ([name, value]: [string, unknown]) => old.some(({ field, from }) => field === name && from === value);
  const fields = Object.entries(event.data.chat);
  const kept = fields.filter((field) => !isOld(field));
  return kept.length === fields.length ? null : { ...event, data: { chat: Object.fromEntries(kept) } };
}
