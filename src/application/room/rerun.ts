import type { ChatMessage } from "../../domain/chat/message.ts";
import type { Rerun, RoomStorage, RunRow } from "./room-storage.ts";

interface Again {
  /** What is answered now. */
  messageIds: readonly string[];
  amongSeveral: boolean;
}

/**
 * What another answer to what this run answered starts from and stands beside. With several people in the chat it comes at the end,
 * beside the run's first answer; else it follows what that answer followed, on a branch of its own.
 */
export function besideFirst(storage: RoomStorage, run: RunRow, { messageIds, amongSeveral }: Again): Rerun {
  const { log } = storage;
  const [first] = log.ofRun(run);
  const asked = messageIds.flatMap((id) => log.message(id) ?? []);
  const from = { baseHead: baseOf(storage, asked), asOfSeq: run.rerun?.asOfSeq ?? run.seq };
  if (amongSeveral) return { ...from, parentId: null, alternativeToId: first?.alternativeToId ?? first?.id ?? null };
  return { ...from, parentId: first?.parentId ?? null, alternativeToId: null };
}

/** What the answer to another wording of a message starts from. */
export function ofEdited(storage: RoomStorage, edited: ChatMessage): Rerun {
  return { baseHead: baseOf(storage, [edited]), asOfSeq: edited.seq, parentId: null, alternativeToId: null };
}

/**
 * The revision that an answer to these messages starts from: the head, unless the head was made by an earlier answer to the same, in
 * whatever wording. Then it is what that one started from, and the new answer takes the place of what the earlier one did.
 */
function baseOf({ artifacts, runs, log }: RoomStorage, asked: readonly ChatMessage[]): number {
  const number = artifacts.headRevision();
  const head = artifacts.revision(number);
  const maker = head?.runId ? runs.get(head.runId) : null;
  if (!head || !maker) return number;
  const answered = maker.messageIds.flatMap((id) => log.message(id) ?? []);
  if (firstWordings(answered) !== firstWordings(asked)) return number;
  const parent = head.revision.parent ?? 0;
  // A turn that the head overtook started anew from where it found it.
  return maker.rerun && maker.startHead === parent ? maker.rerun.baseHead : parent;
}

function firstWordings(messages: readonly ChatMessage[]): string {
  return messages.map(({ id, editOfId }) => editOfId ?? id).join();
}
