import { agentIds } from "../../../../src/domain/chat/lists.ts";
import type { ModelName } from "./chat-state.ts";
import type { Person } from "./people.ts";

/** What a message among several people asks: nobody, the engine, or perhaps the engine, where it is about the design. */
export type Asked = "note" | "engine" | "people";

interface Around {
  isReplyToEngine: boolean;
  people: readonly Person[];
  models: readonly ModelName[];
}

/** Names under which the engine is called. */
export const engineNames = ["ohm", "engine"] as const;

/** What a text asks as it stands; the room decides, and may find that a text is about the design. */
export function askedBy(content: string, { isReplyToEngine, people, models }: Around): Asked {
  if (/^\/note(\s|$)/.test(content)) return "note";
  if (isReplyToEngine) return "engine";
  const lower = content.toLocaleLowerCase();
  const names = people.map(({ name }) => name.toLocaleLowerCase());
  const engines = [...engineNames, ...agentIds, ...models.map(({ id }) => id.toLowerCase())];
  const called = [...lower.matchAll(/(?:^|\s)@(?=\S)/g)].map(({ index, 0: mark }) => lower.slice(index + mark.length));
  // A person's name goes before an engine's: somebody may be called Ohm.
  const isEngine = (rest: string) =>
    !names.some((name) => startsWithWord(rest, name)) && engines.some((name) => startsWithWord(rest, name));
  return called.some(isEngine) ? "engine" : "people";
}

function startsWithWord(text: string, word: string): boolean {
  return word !== "" && text.startsWith(word) && !/[\p{L}\p{N}]/u.test(text.slice(word.length, word.length + 1));
}
