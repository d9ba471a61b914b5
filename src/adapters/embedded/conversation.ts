import type { ModelRequest } from "../../application/ports.ts";
import type { MessageReading, ToolResult } from "../../protocol/tool-results.ts";
import { toolResult } from "../../protocol/tool-results.ts";
import { messageParts } from "./message-parts.ts";

/** A tool's answer with the call that it answers. */
export interface Answered {
  name: string;
  result: ToolResult;
}

/** A request as the embedded brain reads it. */
export interface Conversation {
  /** The messages to answer, oldest first. */
  asked: string[];
  /** What the person said last before these; empty in a new chat. */
  saidBefore: string;
  /** The last answer to that, empty where there is none. */
  answeredBefore: string;
  /** The same in the parts that want different things, in order. */
  parts: string[];
  /** What the engine made of each part, in the same order; shorter while it was not asked yet. */
  readings: MessageReading[];
  /** Answers of all other tools, in order. */
  answered: Answered[];
}

/** Reads the messages of a request; tool answers are parsed like anything else that comes from outside. */
export function readConversation({ messages, unanswered }: ModelRequest): Conversation {
  const said = messages.filter(({ role }) => role === "user").map(({ content }) => content);
  const calls = messages.flatMap(({ toolCalls }) => toolCalls ?? []);
  const results = messages
    .filter(({ role }) => role === "tool")
    .map(({ content, toolCallId }): Answered => {
      const name = calls.find(({ id }) => id === toolCallId)?.name ?? "";
      return { name, result: toolResult.parse(JSON.parse(content)) };
    });
  const answers = messages.filter(({ role, toolCalls }) => role === "assistant" && !toolCalls);
  const asked = said.slice(said.length - unanswered);
  return {
    answeredBefore: answers.at(-1)?.content ?? "",
    asked,
    parts: asked.flatMap(messageParts),
    saidBefore: said[said.length - unanswered - 1] ?? "",
    readings: results.flatMap(({ result }) => (result.tool === "read_message" ? [result] : [])),
    answered: results.filter(({ name }) => name !== "read_message" && name !== "route"),
  };
}
