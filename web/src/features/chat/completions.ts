import { agentIds } from "../../../../src/domain/chat/lists.ts";
import type { ModelName } from "./chat-state.ts";
import type { Person } from "./people.ts";

/** Something that can be named in a message. */
export type Completion =
  | { kind: "person"; word: string; person: Person }
  | { kind: "engine"; word: string }
  | { kind: "agent"; word: string; agent: NamedAgent }
  | { kind: "model"; word: string; name: string }
  | { kind: "command"; word: string };

/** Agents that say something to people. */
export type NamedAgent = Exclude<(typeof agentIds)[number], "orchestrator">;

interface Nameable {
  /** Without oneself. */
  people: readonly Person[];
  models: readonly ModelName[];
}

/** Commands of a message that work. */
export const commands = ["note"] as const;

/** The name by which the engine is offered. */
const engineWord = "ohm";

/** Options shown at once: so many stand over the field and a keyboard on the screen. */
const most = 6;

/**
 * What can follow the sign, best first: what begins with what was typed, then what has a word that does. Case and accents do not count.
 */
export function completions(sign: "@" | "/", typed: string, { people, models }: Nameable): Completion[] {
  const all: Completion[] =
    sign === "/"
      ? commands.map((word) => ({ kind: "command", word }))
      : [
          ...people.map((person) => ({ kind: "person" as const, word: person.name, person })),
          { kind: "engine", word: engineWord },
          ...agentIds.filter(speaks).map((agent) => ({ kind: "agent" as const, word: agent, agent })),
          ...models.map(({ id, name }) => ({ kind: "model" as const, word: id, name })),
        ];
  const wanted = plain(typed);
  const ranked = all.map((option) => ({ option, rank: rankOf(plain(option.word), wanted) }));
  return ranked
    .filter(({ rank }) => rank < none)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ option }) => option);
}

/** What is put into the text for an option. */
export function insertion(option: Completion): string {
  return `${option.kind === "command" ? "/" : "@"}${option.word} `;
}

const none = 2;

function rankOf(word: string, wanted: string): number {
  if (word.startsWith(wanted)) return 0;
  return word.split(/[\s/.-]+/).some((piece) => piece.startsWith(wanted)) ? 1 : none;
}

function plain(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

function speaks(agent: (typeof agentIds)[number]): agent is NamedAgent {
  return agent !== "orchestrator";
}
