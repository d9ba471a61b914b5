import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import type { ChatState, RunView } from "./chat-state.ts";

/** What one run said. */
export interface Answered {
  /** Id of the run, or of the message where its run is not known. */
  key: string;
  run: RunView | null;
  messages: readonly ChatMessage[];
}

/** A person's message. */
export interface Said {
  kind: "said";
  key: string;
  message: ChatMessage;
  isQueued: boolean;
}

/** Everything that one run said, as one card, with the other answers to the same beside it. */
export interface AnswerItem extends Answered {
  kind: "answered";
  alternatives: readonly Answered[];
}

/** Where another answer came in: it stands beside the first one, which is further up. */
export interface Elsewhere {
  kind: "elsewhere";
  key: string;
  /** The other answer. */
  message: ChatMessage;
  /** Id of the first answer. */
  besideId: string;
}

/** One thing in the conversation. */
export type LogItem = Said | AnswerItem | Elsewhere;

/** What the conversation is made of; `messages` are those of the branch that everybody sees. */
type Shown = Pick<ChatState, "messages" | "runs" | "queued">;

type Growing = { -readonly [K in keyof AnswerItem]: AnswerItem[K] } & {
  messages: ChatMessage[];
  alternatives: Answered[];
};

/** The conversation in order. A run that has said nothing yet stands at the end, so that its steps are seen from the start. */
export function logItems({ messages, runs, queued }: Shown): LogItem[] {
  const items: LogItem[] = [];
  const cards = new Map<string, Growing>();
  const told = new Set<string>();
  const answerOf = (message: ChatMessage): Growing => {
    const run = message.runId === null ? null : (runs[message.runId] ?? null);
    const key = message.runId ?? message.id;
    return { kind: "answered", key, run, messages: [message], alternatives: [] };
  };
  let last: Growing | null = null;
  for (const message of messages) {
    if (message.runId !== null) told.add(message.runId);
    if (message.senderType === "user") {
      items.push({ kind: "said", key: message.id, message, isQueued: queued[message.id] === true });
      last = null;
      continue;
    }
    const first = message.alternativeToId === undefined ? undefined : cards.get(message.alternativeToId);
    if (first !== undefined) {
      if (!joinAlternative(first, answerOf(message)) && first !== last) items.push(elsewhere(message));
      cards.set(message.id, first);
      continue;
    }
    if (last !== null && message.runId !== null && last.key === message.runId) last.messages.push(message);
    else {
      last = answerOf(message);
      items.push(last);
    }
    cards.set(message.id, last);
  }
  return [...items, ...silentRuns(messages, runs, told)];
}

/** Adds to the answers beside a card; true when it goes on one that is there already. */
function joinAlternative(card: Growing, answer: Growing): boolean {
  const known = card.alternatives.findIndex(({ key }) => key === answer.key);
  const held = card.alternatives[known];
  if (held === undefined) card.alternatives.push(answer);
  else card.alternatives[known] = { ...held, messages: [...held.messages, ...answer.messages] };
  return held !== undefined;
}

function elsewhere(message: ChatMessage): Elsewhere {
  return { kind: "elsewhere", key: `beside ${message.id}`, message, besideId: message.alternativeToId ?? "" };
}

/** Runs that are answering and have said nothing, where something that they answer is shown. */
function silentRuns(messages: readonly ChatMessage[], runs: Shown["runs"], told: ReadonlySet<string>): LogItem[] {
  const running = Object.values(runs).filter((run) => run.status === "running" && !told.has(run.id));
  if (running.length === 0) return [];
  const shown = new Set(messages.map(({ id }) => id));
  return running
    .filter((run) => run.messageIds.length === 0 || run.messageIds.some((id) => shown.has(id)))
    .map((run) => ({ kind: "answered", key: run.id, run, messages: [], alternatives: [] }));
}

/** Whether two items look the same, so that the second need not be drawn. */
export function isSameItem(one: LogItem, other: LogItem): boolean {
  if (one.kind === "said" && other.kind === "said")
    return one.message === other.message && one.isQueued === other.isQueued;
  if (one.kind === "elsewhere" && other.kind === "elsewhere") return one.message === other.message;
  if (one.kind !== "answered" || other.kind !== "answered") return false;
  return isSameAnswer(one, other) && sameAll(one.alternatives, other.alternatives, isSameAnswer);
}

function isSameAnswer(one: Answered, other: Answered): boolean {
  return one.run === other.run && sameAll(one.messages, other.messages, Object.is);
}

function sameAll<T>(some: readonly T[], others: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return (
    some.length === others.length &&
    some.every((one, place) => {
      const other = others[place];
      return other !== undefined && isSame(one, other);
    })
  );
}
