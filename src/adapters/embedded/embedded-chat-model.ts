import type { ChatModel, Clock, ModelChunk, ModelRequest } from "../../application/ports.ts";
import { nextMove } from "./next-move.ts";
import { countTokens, pace } from "./pace.ts";

/**
 * The built-in brain: rules instead of a language model, no key, no network. It reads the conversation, calls the tools that every brain
 * calls, and words their results; the same conversation always gives the same bytes. Its words come in paced pieces, about a second in all.
 */
export class EmbeddedChatModel implements ChatModel {
  readonly id = "ohm/engine";
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Tokens are counted by its own rule (`countTokens`): read are the asked messages, once, written is the text. It costs nothing. */
  async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelChunk> {
    const move = nextMove(request);
    if (move.kind === "calls") {
      for (const [index, { name, input }] of move.calls.entries()) {
        yield { type: "tool_call", id: `call-${move.round}-${index + 1}`, name, argumentsJson: JSON.stringify(input) };
      }
      yield {
        type: "usage",
        inputTokens: move.readText === null ? 0 : countTokens(move.readText),
        outputTokens: 0,
        costMicroUsd: 0,
      };
      yield { type: "end", reason: "tool_calls" };
      return;
    }
    const { pieces, pauseMs } = pace(move.text);
    for (const [index, text] of pieces.entries()) {
      if (index > 0) await this.#clock.sleep(pauseMs, signal).catch(() => undefined);
      if (signal.aborted) return;
      yield { type: "text", text };
    }
    yield { type: "usage", inputTokens: 0, outputTokens: countTokens(move.text), costMicroUsd: 0 };
    yield { type: "end", reason: "stop" };
  }
}
