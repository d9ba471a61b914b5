import { agentIds } from "./lists.ts";
import type { Member } from "./message.ts";

/** What decides whether a person's message starts a turn. */
export interface Address {
  content: string;
  /** Ids that it was sent to: agents, models, people. */
  to: readonly string[];
  /** It replies to an answer. */
  repliesToAnswer: boolean;
  /** Everybody in the chat, the sender too. */
  people: readonly Pick<Member, "userId" | "name">[];
  modelIds: readonly string[];
}

/** `weigh`: the agents are asked if the text carries a design intent. */
export type Asked = "agents" | "nobody" | "weigh";

/** Names that always mean the agents, beside their ids and those of models. */
const ownNames = ["ohm", "engine"] as const;

/**
 * Whom a message asks. With one person in the chat every message asks the agents; with several, one that names or is sent to an agent or
 * a model, or replies to an answer. `/note` and what is for people only (`@person` by the name or its first word, `to`) never do.
 */
export function whoIsAsked(message: Address): Asked {
  if (/^\/note(\s|$)/.test(message.content)) return "nobody";
  const agents = [...ownNames, ...agentIds, ...message.modelIds];
  const people = message.people.flatMap(({ name }) => [name, name.split(" ")[0] ?? ""]);
  const named = mentions(message.content, { agents, people });
  if (named.agents || message.to.some((id) => agents.includes(id))) return "agents";
  if (named.people || message.to.length > 0) return "nobody";
  if (message.people.length === 1 || message.repliesToAnswer) return "agents";
  return "weigh";
}

/** What a text may name; more is a flood, not an address. */
const mostMentions = 50;

interface Names {
  agents: readonly string[];
  people: readonly string[];
}

/** Whom `@name` means in a text: the longest name that stands there, in any case; agents before people of the same name. */
function mentions(text: string, names: Names): { agents: boolean; people: boolean } {
  const found = { agents: false, people: false };
  const folded = fold(text);
  const [agents, people] = [names.agents.map(fold), names.people.map(fold)];
  for (const { index } of [...folded.matchAll(/(?<![\p{L}\p{N}_.+-])@/gu)].slice(0, mostMentions)) {
    const rest = folded.slice(index + 1);
    const agent = longest(rest, agents);
    const person = longest(rest, people);
    if (agent > 0 && agent >= person) found.agents = true;
    else if (person > 0) found.people = true;
  }
  return found;
}

/** Length of the longest of these names that the text begins with as whole words, 0 for none. */
function longest(text: string, names: readonly string[]): number {
  const found = names.filter((name) => name !== "" && text.startsWith(name) && endsWord(text, name.length));
  return Math.max(0, ...found.map((name) => name.length));
}

function endsWord(text: string, at: number): boolean {
  return !/^[\p{L}\p{N}_]/u.test(text.slice(at, at + 2));
}

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
