import type { ChatRole } from "../../domain/chat/lists.ts";
import type { ChatAct } from "../../domain/chat/roles.ts";
import type { HandAct } from "../../domain/circuit/by-hand/hand-act.ts";
import type { ErrorCode, FieldError } from "../../domain/error/ohm-error.ts";
import type { PatchChatBody } from "../../protocol/chats.ts";
import type {
  EditMessageBody,
  MessagesQuery,
  PostMessageBody,
  ReactBody,
  RegenerateBody,
} from "../../protocol/messages.ts";
import type { Joined } from "../accept-invitation.ts";
import type { ExportFormat } from "../export-design.ts";

/** A page of a list that is read newest first: numbers below `before`. */
export interface NumberPage {
  before?: number | undefined;
  limit: number;
}

/** A page of the people in a chat, by time of joining: those after `after`, a user id. */
export interface MemberPage {
  after?: string | undefined;
  limit: number;
}

/** What needs the engine: an act on the design, which starts from the revision `expectedHead`, or a look at two revisions. */
export type DesignRequest =
  | { kind: "by-hand"; act: HandAct; expectedHead: number }
  | { kind: "restore-design"; revision: number; expectedHead: number }
  /** `expectedHead` is the artifact's current version. */
  | { kind: "restore-artifact"; slug: string; version: number; expectedHead: number }
  | { kind: "align-design"; expectedHead: number }
  | { kind: "apply-proposal"; runId: string; expectedHead: number }
  | { kind: "compare-designs"; from: number; to: number };

/** Everything that a member may ask a room for over HTTP. */
export type RoomRequest =
  /** `act`: for who may do it. */
  | { kind: "chat"; act?: ChatAct }
  | { kind: "change-chat"; body: PatchChatBody }
  | { kind: "snapshot" }
  | { kind: "messages"; query: MessagesQuery }
  | { kind: "post"; body: PostMessageBody; waitMs: number }
  | { kind: "edit"; messageId: string; body: EditMessageBody }
  | { kind: "remove"; messageId: string }
  | { kind: "regenerate"; messageId: string; body: RegenerateBody }
  | { kind: "react"; messageId: string; body: ReactBody }
  | { kind: "choose-branch"; messageId: string }
  | { kind: "stop"; runId: string }
  | { kind: "artifacts" }
  | { kind: "versions"; slug: string; page: NumberPage }
  | { kind: "version"; slug: string; number: number | "latest" }
  | { kind: "compare"; slug: string; from: number; to: number }
  | { kind: "design"; revision?: number | undefined }
  /** Answers an `ExportedFile`. */
  | { kind: "export"; format: ExportFormat; revision?: number | undefined }
  | { kind: "revisions"; page: NumberPage }
  | DesignRequest
  | { kind: "ticks" }
  | { kind: "tick"; connections: string[] }
  | { kind: "trash" }
  | { kind: "delete" }
  | { kind: "participants"; page: MemberPage }
  | { kind: "change-role"; userId: string; role: ChatRole }
  | { kind: "remove-member"; userId: string }
  | { kind: "invite"; role: ChatRole }
  | { kind: "revoke-invitation" }
  | { kind: "invitations" };

/** Requests whose effect people look for in lists right after the answer: it waits for D1 to know, for a while. */
export const listedRequests: readonly RoomRequest["kind"][] = ["change-chat", "trash", "change-role", "remove-member"];

/** An `OhmError` as plain data, for the way between the room and the Worker. */
export interface Problem {
  code: ErrorCode;
  status: number;
  detail: string;
  retryAfterMs: number | undefined;
  head: number | undefined;
  errors: FieldError[] | undefined;
}

/**
 * A room's answer: the JSON text goes to the caller as it is. `settled` is false for a send whose turn has not ended yet; `seq` is the
 * newest place of the log, and with a snapshot `readSequence` is how far who asks has read. `uninitialised` tells a chat that was never created here from one that the caller may not see.
 */
export type RoomReply =
  | { ok: true; json: string; settled: boolean; seq: number; readSequence?: number }
  | { ok: false; problem: Problem; uninitialised: boolean };

/** A room's answer to somebody who comes by an invitation. */
export type JoinReply = ({ ok: true } & Joined) | { ok: false; problem: Problem };
