import type { AgentId, Intent } from "../chat/lists.ts";

/** Tools that agents may call. What each takes is in `protocol/agent-tools.ts`, what it does in `application/turn-tools.ts`. */
export const toolNames = [
  "read_message",
  "route",
  "design_from_goal",
  "change_design",
  "explain_design",
  "check_design",
  "read_log",
  "import_diagram",
  "suggest_answers",
] as const;
export type ToolName = (typeof toolNames)[number];

/** What an agent must give: the call of one tool, or words for people. */
export type AgentOutput = { kind: "tool_call"; tool: ToolName } | { kind: "text" };

/**
 * An agent as data, so that the embedded brain and a language model drive the same one. The prompt is in parts because a model gets
 * them in order and people read them one by one.
 */
export interface AgentDefinition {
  id: AgentId;
  /** What people read beside an answer. */
  name: string;
  /** Name of the client's picture for it. */
  icon: string;
  /** Intents that it answers. */
  intents: readonly Intent[];
  prompt: { task: string; rules: readonly string[]; style: string };
  tools: readonly ToolName[];
  output: AgentOutput;
}
