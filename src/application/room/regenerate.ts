import { OhmError } from "../../domain/error/ohm-error.ts";
import type { RegenerateBody } from "../../protocol/messages.ts";
import type { Place } from "./client-ids.ts";
import { keepPlace, placeBefore } from "./client-ids.ts";
import { messageToActOn } from "./message-to-act-on.ts";
import type { PostDeps } from "./post-message.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import { besideFirst } from "./rerun.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { RunRow } from "./room-storage.ts";

interface Regenerate {
  actor: RoomActor;
  /** The answer that is to be given again. */
  messageId: string;
  body: RegenerateBody;
}

/**
 * Answers again what an answer answered: with one person in the chat on a branch of its own, with several at the end, beside the first
 * one. Answers where the new run stands.
 * Throws `not_found` and `forbidden` as for every act; `invalid` for what is no answer and for an unknown model; `conflict` for a removed
 * answer or question, while an answer is written, and for a used client id; `rate_limited`.
 */
export function regenerate(room: PostDeps, { actor, messageId, body }: Regenerate): Place {
  const { deps, log, turns } = room;
  const { storage } = deps;
  requireMember(storage, actor, "post");
  const act = { userId: actor.userId, clientId: body.clientId, body: ["regenerate", messageId, body.modelId ?? null] };
  const before = placeBefore(deps, act);
  const known = before === null ? null : storage.runs.at(before);
  if (known) return placeOfRun(deps, known);
  room.rates.takeAct(actor);
  const answer = messageToActOn(deps, messageId);
  const first = answer.senderType === "ai" && answer.runId !== null ? storage.runs.get(answer.runId) : null;
  if (!first) throw new OhmError("invalid", "Only an answer can be given again");
  refuseUnknownModel(deps, body.modelId);
  turns.refuseWhileRunning();
  if (first.messageIds.every((id) => storage.log.message(id)?.removed)) {
    throw new OhmError("conflict", "What it answered was removed");
  }
  room.rates.take(actor);
  const run = log.commit((writer) => {
    const { messageIds } = first;
    const rerun = besideFirst(storage, first, { messageIds, amongSeveral: storage.members.all().length > 1 });
    const begun = turns.begin(writer, { messageIds, askedBy: actor.userId, rerun });
    keepPlace(deps, act, begun.seq);
    return begun;
  });
  turns.launch();
  return placeOfRun(deps, run);
}

function placeOfRun({ storage }: RoomDeps, run: RunRow): Place {
  const asked = storage.log.message(run.messageIds.at(-1) ?? "");
  return { seq: run.seq, id: run.id, sequence: asked?.sequence ?? 0 };
}

function refuseUnknownModel({ models }: RoomDeps, modelId: string | undefined): void {
  if (modelId === undefined || models.some(({ id }) => id === modelId)) return;
  const errors = [{ path: "modelId", message: "names no model that answers here" }];
  throw new OhmError("invalid", "There is no such model", { errors });
}
