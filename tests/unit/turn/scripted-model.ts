import type { ChatModel, ModelChunk, ModelRequest } from "../../../src/application/ports.ts";

/** One call of the model: chunks in order, `silence` for ever, or a service that breaks. */
export type Scene = (ModelChunk | "silence" | "break")[];

/** A model that says what it is told to, call by call; the last scene repeats. */
export class ScriptedModel implements ChatModel {
  readonly id = "test/scripted";
  readonly requests: ModelRequest[] = [];
  readonly #scenes: Scene[];

  constructor(scenes: Scene[]) {
    this.#scenes = scenes;
  }

  async *stream(request: ModelRequest): AsyncGenerator<ModelChunk> {
    const scene = this.#scenes[Math.min(this.requests.length, this.#scenes.length - 1)] ?? [];
    this.requests.push({ ...request, messages: request.messages.map((message) => ({ ...message })) });
    for (const chunk of scene) {
      if (chunk === "break") throw new Error("503 from the service");
      if (chunk === "silence") await new Promise(() => undefined);
      else yield chunk;
    }
  }
}

/** A tool call as a chunk. */
export function call(name: string, input: unknown): ModelChunk {
  return {
    type: "tool_call",
    id: `${name}-1`,
    name,
    argumentsJson: typeof input === "string" ? input : JSON.stringify(input),
  };
}

/** Text as a chunk. */
export function say(text: string): ModelChunk {
  return { type: "text", text };
}
