import type { Author } from "../../domain/chat/artifact.ts";
import type { Member } from "../../domain/chat/message.ts";
import type { HandOutcome } from "../../domain/circuit/by-hand/hand-act.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { HandEngine } from "../design-engine.ts";
import { draftArtifacts } from "../draft-artifacts.ts";
import { StagedDesign } from "../staged-design.ts";
import { replayed } from "../turn-tools.ts";
import { alignDesign } from "./align-design.ts";
import { compareRevisions } from "./compare-revisions.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import { restoreArtifact } from "./restore-artifact.ts";
import { restoreDesign } from "./restore-design.ts";
import type { DesignRequest } from "./room-request.ts";
import type { RevisionRow } from "./room-storage.ts";
import type { DesignRoom, DesignScene } from "./write-revision.ts";
import { writeRevision } from "./write-revision.ts";

/** One request, and who asks. */
export interface DesignAsked {
  actor: RoomActor;
  request: DesignRequest;
}

/**
 * Answers a request about the design in one go, without a wait: what it looks at is what it changes. An act writes the artifacts that
 * change and one revision, or nothing.
 * Throws `not_found` without a design, `head_moved` with the head where the act started from another one, `invalid` for what names
 * nothing, `unsupported` for what cannot be done, and like `requireMember`.
 */
export function actOnDesign(engine: HandEngine, room: DesignRoom, { actor, request }: DesignAsked): unknown {
  const { storage } = room.deps;
  const isLook = request.kind === "compare-designs";
  const member = requireMember(storage, actor, isLook ? "read" : "change-design");
  if (request.kind === "compare-designs") return compareRevisions(storage.artifacts, request);
  const head = storage.artifacts.revision(storage.artifacts.headRevision());
  if (!head) throw new OhmError("not_found", "There is no design yet");
  const scene: DesignScene = { ...room, engine, head, author: authorOf(member) };
  if (request.kind === "restore-artifact") return restoreArtifact(scene, request);
  requireHead(head, request.expectedHead);
  if (request.kind === "by-hand") return byHand(scene, engine.byHand(head.design, request.act));
  if (request.kind === "restore-design") return restoreDesign(scene, request.revision);
  return request.kind === "align-design" ? alignDesign(scene) : applyProposal(scene, request.runId);
}

function authorOf({ userId, name }: Member): Author {
  return { kind: "user", userId, name };
}

function requireHead({ revision }: RevisionRow, expectedHead: number): void {
  if (revision.number === expectedHead) return;
  throw new OhmError("head_moved", "Somebody has changed the design in the meantime", { head: revision.number });
}

function byHand(scene: DesignScene, outcome: HandOutcome): { revision: number } {
  if (outcome.kind === "changed") {
    const { design, summary } = outcome;
    return writeRevision(scene, {
      design,
      artifacts: draftArtifacts(design, scene.head.design),
      changeSummary: summary,
    });
  }
  const { why, reason, path } = outcome;
  const errors = path === undefined ? [] : [{ path, message: reason }];
  if (why === "unknown") throw new OhmError(path === "partId" ? "not_found" : "invalid", reason, { errors });
  throw new OhmError("unsupported", reason, { errors });
}

/** Makes the calls of a turn that was overtaken on the design as it is now. */
function applyProposal(scene: DesignScene, runId: string): { revision: number } {
  const { engine, head, deps } = scene;
  const proposal = deps.storage.runs.get(runId.toLowerCase())?.proposal;
  if (!proposal) throw new OhmError("not_found", "This run has left no proposal");
  const language = head.design.requirements.language;
  const base = { design: head.design, head: head.revision.number };
  const staged = new StagedDesign(engine, base, { stage: () => undefined, language });
  const refusal = replayed(engine, staged, proposal);
  const { pending } = staged;
  if (!pending) throw new OhmError("unsupported", refusal ?? "It changes nothing about the design as it is now");
  const { design, summary } = pending;
  return writeRevision(scene, { design, artifacts: draftArtifacts(design, head.design), changeSummary: summary });
}
