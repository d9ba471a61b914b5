import * as z from "zod";
import {
  artifactTypes,
  chatModes,
  chatPhases,
  chatRoles,
  intents,
  runStatuses,
  senderTypes,
} from "../domain/chat/lists.ts";
import { partOutcomes, verdicts } from "../domain/circuit/lists.ts";
import { errorCodes } from "../domain/error/ohm-error.ts";

// Only the description of the API and tests look at most shapes of answers. `z.lazy` makes one when it is first looked at: made at once,
// they were half of all schemas that a cold Worker built before its first answer.

const ms = z.int().min(0);
const count = z.int().min(0);
const verdict = z.enum(verdicts);

/** Any error over HTTP (problem+json). */
export const problem = z.lazy(() =>
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(errorCodes),
    detail: z.string(),
    requestId: z.string(),
    retryAfterMs: count.optional(),
    head: count.optional(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  }),
);

/** A chat as one of its members sees it. */
export const chatView = z.strictObject({
  id: z.uuid(),
  title: z.string().nullable(),
  mode: z.enum(chatModes),
  phase: z.enum(chatPhases),
  projectId: z.uuid().nullable(),
  missionStatement: z.string().nullable(),
  modelId: z.string().nullable(),
  role: z.enum(chatRoles),
  lastSequence: count,
  lastMessageAt: ms.nullable(),
  isPublic: z.boolean(),
  archivedAt: ms.nullable().optional(),
  trashedAt: ms.nullable().optional(),
  createdAt: ms,
  updatedAt: ms,
});

/** A chat in a list, with verdict and total of its design's head revision (null before the first) and what the caller has not read. */
export const listedChat = chatView.extend({
  verdict: verdict.nullable(),
  totalCents: count.nullable(),
  lastReadSequence: count,
  memberCount: count,
});

/** The answer to a send: the message's id and its place among the messages. */
export const posted = z.strictObject({ id: z.uuid(), sequence: count });

const artifactRef = z.strictObject({ slug: z.string(), version: count });

/** Everybody who put one emoji on a message. */
export const reactionView = z.lazy(() => z.strictObject({ emoji: z.string(), userIds: z.array(z.string()) }));

/** A message; `status` is `running` while an answer grows, and its content then the text so far. */
export const messageView = z.lazy(() =>
  z.strictObject({
    id: z.uuid(),
    seq: count,
    sequence: count,
    runId: z.uuid().nullable(),
    senderType: z.enum(senderTypes),
    senderId: z.string().nullable(),
    senderName: z.string().nullable(),
    agent: z.string().nullable(),
    agentIcon: z.string().nullable(),
    modelId: z.string().nullable(),
    intent: z.enum(intents).nullable(),
    parentId: z.uuid().nullable(),
    replyToId: z.uuid().nullable(),
    to: z.array(z.string()).optional(),
    editOfId: z.uuid().optional(),
    alternativeToId: z.uuid().optional(),
    isFirstResponder: z.boolean(),
    content: z.string(),
    status: z.enum(runStatuses),
    reason: z.string().optional(),
    attachments: z.array(z.string()),
    artifacts: z.array(artifactRef),
    revision: count.nullable(),
    suggestions: z.array(z.string()).optional(),
    silent: z.array(z.string()).optional(),
    inputTokens: count.nullable(),
    outputTokens: count.nullable(),
    costMicroUsd: count.nullable(),
    latencyMs: count.nullable(),
    createdAt: ms,
    editedAt: ms.optional(),
    removed: z.strictObject({ by: z.string(), name: z.string(), at: ms }).optional(),
    reactions: z.array(reactionView).optional(),
  }),
);

export const answered = z.lazy(() => z.strictObject({ message: messageView, replies: z.array(messageView) }));

/** A page of a list; `nextCursor` is null on the last one. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.lazy(() => z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() }));
}

export const artifactView = z.lazy(() =>
  z.strictObject({
    slug: z.string(),
    type: z.enum(artifactTypes),
    title: z.string(),
    currentVersion: count,
    totalVersions: count,
    pinned: z.boolean(),
    stale: z.boolean(),
  }),
);

const author = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("user"), userId: z.string(), name: z.string() }),
  z.strictObject({ kind: z.literal("agent"), agent: z.string(), modelId: z.string() }),
]);

/** A version in a list: without its content. */
export const versionSummary = z.strictObject({
  slug: z.string(),
  number: count,
  parentNumber: count.nullable(),
  type: z.enum(artifactTypes),
  title: z.string(),
  changeSummary: z.string().nullable(),
  messageId: z.uuid().nullable(),
  author,
  verdict: verdict.nullable(),
  createdAt: ms,
});

export const versionView = versionSummary.extend({ content: z.string(), data: z.unknown() });

/** Two versions and their texts compared by line. */
export const comparison = z.lazy(() =>
  z.strictObject({
    slug: z.string(),
    from: versionView,
    to: versionView,
    lines: z.array(z.strictObject({ op: z.enum(["same", "removed", "added"]), text: z.string() })),
  }),
);

export const revisionView = z.lazy(() =>
  z.strictObject({
    number: count,
    parent: count.nullable(),
    versions: z.array(artifactRef),
    verdict,
    totalCents: count,
    messageId: z.uuid().nullable(),
    author,
    changeSummary: z.string(),
    createdAt: ms,
  }),
);

/** A person in a chat. */
export const memberView = z.lazy(() =>
  z.strictObject({
    userId: z.string(),
    name: z.string(),
    role: z.enum(chatRoles),
    joinedAt: ms,
    guest: z.boolean().optional(),
  }),
);

/** The chat in one piece: what a client shows before its socket goes on from `seq`. */
export const snapshotView = z.lazy(() =>
  z.strictObject({
    seq: count,
    chat: chatView,
    participants: z.array(memberView),
    messages: z.array(messageView),
    /** End of the branch that everybody sees, null in an empty chat. */
    leafId: z.uuid().nullable(),
    /** The caller's own read mark. */
    lastReadSequence: count,
    /** Messages that wait for the run before them. */
    queued: z.array(z.uuid()),
    artifacts: z.array(artifactView),
    run: z.strictObject({ id: z.uuid(), status: z.enum(runStatuses), messageIds: z.array(z.uuid()) }).nullable(),
    revision: count.nullable(),
  }),
);

export const runView = z.lazy(() => z.strictObject({ id: z.uuid(), status: z.enum(runStatuses) }));

const range = z.looseObject({ min: z.number(), max: z.number() });
const quantity = z.strictObject({ value: z.number(), unit: z.string() });

/** What a rule saw; pins are `part:pin`. */
export const findingView = z.lazy(() =>
  z.looseObject({
    ruleId: z.string(),
    severity: z.enum(["E", "W", "I"]),
    message: z.string(),
    nets: z.array(z.string()),
    pins: z.array(z.string()),
    parts: z.array(z.string()),
    measured: quantity.optional(),
    limit: quantity.optional(),
    fixes: z.array(z.looseObject({ id: z.string(), label: z.string(), deltaCents: z.int() })).optional(),
  }),
);

const powerView = z.lazy(() =>
  z.looseObject({
    rails: z.array(
      z.looseObject({
        name: z.string(),
        volts: z.number(),
        typMa: z.number(),
        maxMa: z.number(),
        limitMa: z.number().nullable(),
      }),
    ),
    batteryHours: z.number().optional(),
    assumptions: z.array(z.string()),
  }),
);

/** A design (contract, "A design"). With `needs_answer` and `unsupported` the lists are empty. */
export const designView = z.lazy(() =>
  z.looseObject({
    status: z.enum(["ok", "needs_answer", "unsupported"]),
    question: z.looseObject({ text: z.string(), answers: z.array(z.string()) }).optional(),
    revision: count.optional(),
    requirements: z.looseObject({
      functions: z.array(z.unknown()),
      assumed: z.array(z.unknown()),
      notUnderstood: z.array(z.string()),
    }),
    devices: z.array(z.looseObject({ id: z.string(), name: z.string() })),
    board: z.looseObject({ id: z.string(), name: z.string() }),
    parts: z.array(
      z.looseObject({
        id: z.string(),
        deviceId: z.string(),
        catalogId: z.string().nullable(),
        name: z.string(),
        quantity: count,
        role: z.string(),
        why: z.string(),
        owned: z.boolean(),
        unitPriceCents: count,
        supplyVolts: range.nullable(),
        pins: z.array(z.unknown()),
      }),
    ),
    nets: z.array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        kind: z.string(),
        volts: z.number().nullable(),
        pins: z.array(z.string()),
      }),
    ),
    connections: z.array(
      z.looseObject({
        id: z.string(),
        step: z.int(),
        from: z.string(),
        to: z.string(),
        net: z.string(),
        colour: z.string(),
      }),
    ),
    codeFiles: z.array(
      z.looseObject({
        filename: z.string(),
        language: z.string(),
        platform: z.string(),
        unitNumber: z.int(),
        content: z.string(),
      }),
    ),
    verdict,
    findings: z.array(findingView),
    power: powerView,
    cost: z.looseObject({ totalCents: z.int(), lowCents: z.int(), highCents: z.int(), currency: z.string() }),
  }),
);

/** What the rule check of a foreign circuit found; `unknownParts` are the caller's ids that the catalogue does not know. */
export const checkResult = z.lazy(() =>
  z.looseObject({
    verdict,
    findings: z.array(findingView),
    power: powerView,
    unknownParts: z.array(z.string()),
    serial: z
      .looseObject({
        recognised: z.boolean(),
        complete: z.boolean(),
        restarts: z.int(),
        advice: z.string().nullable(),
        parts: z.array(
          z.looseObject({
            partId: z.string(),
            outcome: z.enum(partOutcomes),
            line: z.string().nullable(),
            cause: z.string().optional(),
            next: z.string().optional(),
          }),
        ),
      })
      .optional(),
  }),
);

/** A part of the catalogue; its other fields are those of the design's parts and the engine's own figures. */
export const catalogPartView = z.lazy(() =>
  z.looseObject({
    id: z.string(),
    name: z.string(),
    partNumber: z.string(),
    family: z.string(),
    description: z.string(),
  }),
);
