import type { Author } from "../../domain/chat/artifact.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { HandEngine } from "../design-engine.ts";
import type { RevisionDraft } from "../ports.ts";
import { commitRevision } from "./commit-revision.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { RoomLog } from "./room-log.ts";
import type { RevisionRow } from "./room-storage.ts";

/** What an act on a design touches. */
export interface DesignRoom {
  deps: Pick<RoomDeps, "storage" | "clock" | "digest">;
  log: RoomLog;
}

/** What an act works with: the room, the engine, the design that it starts from, and who does it. */
export interface DesignScene extends DesignRoom {
  engine: HandEngine;
  head: RevisionRow;
  author: Author;
}

/** Writes what an act has made; answers its revision. */
export function writeRevision(
  { deps, log, head, author }: DesignScene,
  draft: Pick<RevisionDraft, "design" | "artifacts" | "changeSummary" | "isPart">,
): { revision: number } {
  const whole = { messageId: null, runId: null, ...draft, author, expectedHead: head.revision.number };
  const outcome = log.commit((writer) => commitRevision(deps, writer, { draft: whole, baseHead: null }));
  if (outcome.kind === "head_moved") throw new OhmError("internal", "The head moved within one go");
  return { revision: outcome.revision };
}
