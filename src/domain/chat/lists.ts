/** Roles in a chat, weakest first. */
export const chatRoles = ["viewer", "member", "admin", "owner"] as const;
export type ChatRole = (typeof chatRoles)[number];

export const chatModes = ["workbench", "group", "document"] as const;
export type ChatMode = (typeof chatModes)[number];

export const chatPhases = ["discovery", "bom", "wiring", "code", "verification", "optimization", "done"] as const;
export type ChatPhase = (typeof chatPhases)[number];

/** The one status list of messages and runs. Every one but `running` is terminal. */
export const runStatuses = ["running", "complete", "stopped", "failed", "limited", "interrupted"] as const;
export type RunStatus = (typeof runStatuses)[number];
export type EndStatus = Exclude<RunStatus, "running">;

/** Where a project stands. The first four follow the phase of its design chat; a person may set any. */
export const projectStatuses = [
  "planning",
  "designing",
  "checking",
  "ready",
  "building",
  "paused",
  "finished",
] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

export const senderTypes = ["user", "ai", "system"] as const;
export type SenderType = (typeof senderTypes)[number];

export const intents = ["CHAT", "BOM", "WIRING", "CODE", "VERIFY", "DATASHEET", "BUDGET"] as const;
export type Intent = (typeof intents)[number];

export const agentIds = ["orchestrator", "conversational", "bom", "wiring", "code", "verifier", "budget"] as const;
export type AgentId = (typeof agentIds)[number];

export const artifactTypes = [
  "context",
  "bom",
  "wiring",
  "code",
  "verification",
  "budget",
  "datasheet",
  "image",
  "document",
] as const;
export type ArtifactType = (typeof artifactTypes)[number];

/** Kinds of durable events, past tense. A kind is never reinterpreted; readers keep every kind for ever. */
export const eventKinds = [
  "chat_created",
  "message_appended",
  "message_edited",
  "message_completed",
  "message_removed",
  "turn_queued",
  "run_started",
  "run_progress",
  "run_ended",
  "artifact_versioned",
  "design_changed",
  "leaf_changed",
  "reaction_changed",
  "participant_joined",
  "participant_changed",
  "participant_left",
  "chat_updated",
  "attachment_updated",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Frames that a client sends, imperative. */
export const clientFrameTypes = [
  "hello",
  "post_message",
  "edit_message",
  "remove_message",
  "regenerate",
  "choose_branch",
  "stop",
  "react",
  "typing",
  "read",
  "ping",
] as const;
export type ClientFrameType = (typeof clientFrameTypes)[number];

/** Rights of an API key: `read` takes GET and sockets that only read, `write` the rest too. */
export const keyScopes = ["read", "write"] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Roles on the site, weakest first. */
export const siteRoles = ["user", "moderator", "admin"] as const;
export type SiteRole = (typeof siteRoles)[number];

/** Who may make an account: anybody, who was invited, or nobody. */
export const signUpPolicies = ["open", "invite", "closed"] as const;
export type SignUpPolicy = (typeof signUpPolicies)[number];

/** States of a background job. `failed` is final until its owner asks again. */
export const jobStates = ["queued", "running", "done", "failed"] as const;
export type JobState = (typeof jobStates)[number];

/** Kinds of background jobs. */
export const jobKinds = ["recount_chat", "bring_chats", "delete_chat", "delete_account", "unlink_project"] as const;
export type JobKind = (typeof jobKinds)[number];

export const serverFrameTypes = ["welcome", "event", "delta", "ack", "nack", "presence", "reset", "pong"] as const;
export type ServerFrameType = (typeof serverFrameTypes)[number];

/** Close codes of the socket. */
export const closeCodes = {
  signedOut: 4001,
  removed: 4003,
  rateLimited: 4008,
  tooSlow: 4009,
  protocol: 4010,
} as const;
