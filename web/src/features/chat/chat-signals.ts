import type { ReadonlySignal } from "@preact/signals";
import { computed } from "@preact/signals";
import { roleMay } from "../../../../src/domain/chat/roles.ts";
import type { Branching } from "./branches.ts";
import { branchings, branchTo } from "./branches.ts";
import type { ChatState } from "./chat-state.ts";
import { runningRun } from "./chat-state.ts";
import { logItems } from "./log-items.ts";
import { hasCompany, present } from "./people.ts";
import { seenBy } from "./seen-by.ts";
import { threads } from "./threads.ts";

const noBranches: ReadonlyMap<string, Branching> = new Map();
const noReaders: ReadonlyMap<string, readonly string[]> = new Map();

/** What views look at. A piece of a streaming answer changes none of these, so it draws nothing but its own text. */
export type ChatSignals = ReturnType<typeof chatSignals>;

/** Derives everything that is shown from the folded state, each only where its own sources changed. */
export function chatSignals(state: ReadonlySignal<ChatState>) {
  const part = <K extends keyof ChatState>(name: K) => computed(() => state.value[name]);
  const messages = part("messages");
  const leafId = part("leafId");
  const runs = part("runs");
  const queued = part("queued");
  const people = part("people");
  const presence = part("presence");
  const selfId = part("selfId");
  const role = part("role");
  const trashedAt = computed(() => state.value.chat.trashedAt ?? null);
  const company = computed(() => hasCompany(people.value));
  const branch = computed(() => branchTo(messages.value, leafId.value));
  const byId = computed(() => new Map(messages.value.map((message) => [message.id, message])));
  return {
    messages,
    runs,
    queued,
    people,
    presence,
    selfId,
    company,
    branch,
    byId,
    role,
    models: part("models"),
    pending: part("pending"),
    reading: part("reading"),
    artifacts: part("artifacts"),
    revision: part("revision"),
    refusal: part("refusal"),
    hasHole: part("hasHole"),
    title: computed(() => state.value.chat.title ?? null),
    trashedAt,
    mode: computed(() => state.value.chat.mode ?? null),
    /** Whether this person may write here now. */
    mayPost: computed(() => role.value !== null && trashedAt.value === null && roleMay(role.value, "post")),
    isLoaded: computed(() => state.value.welcomedSeq !== null || state.value.messages.length > 0),
    /** What follows is told as it happens, not again. */
    isLive: computed(() => state.value.seq >= (state.value.welcomedSeq ?? Number.POSITIVE_INFINITY)),
    toldFrom: part("toldFrom"),
    running: computed(() => runningRun({ runs: runs.value })),
    members: computed(() => present(people.value)),
    items: computed(() => logItems({ messages: branch.value, runs: runs.value, queued: queued.value })),
    branching: computed(() => (company.value ? noBranches : branchings(messages.value))),
    replies: computed(() => threads(branch.value)),
    asked: computed(() => new Set(Object.values(runs.value).flatMap((run) => run.messageIds))),
    seenBy: computed(() =>
      company.value ? seenBy(presence.value.reads, branch.value, new Set([selfId.value ?? ""])) : noReaders,
    ),
  };
}
