import { OhmError } from "../../domain/error/ohm-error.ts";
import type { PostDeps } from "./post-message.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";

/**
 * Stops a run: at once, its text kept. One that has ended already stays as it ended. Throws `not_found` for a run that is not of this
 * chat, `forbidden` for another person's run without the role to stop any.
 */
export function stopRun({ deps, turns }: Pick<PostDeps, "deps" | "turns">, actor: RoomActor, runId: string): void {
  requireMember(deps.storage, actor, "read");
  const run = deps.storage.runs.get(runId.toLowerCase());
  if (!run) throw new OhmError("not_found", "There is no such run in this chat");
  requireMember(deps.storage, actor, run.askedBy === actor.userId ? "stop-own" : "stop-any");
  if (run.status === "running") turns.stop();
}
