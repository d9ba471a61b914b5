import { limits } from "../domain/chat/limits.ts";
import type { ChatModel, ModelChunk, ModelRequest } from "./ports.ts";
import type { StreamWatch, TurnOutcome } from "./stream-watch.ts";
import type { ToolCall } from "./turn-tools.ts";

/** What one call of a model came to: tool calls to carry out, words said, a step to take again, or the end of the turn. */
export type ModelStep =
  | { kind: "calls"; calls: ToolCall[] }
  | { kind: "said" }
  | { kind: "again" }
  | { kind: "cut"; outcome: TurnOutcome };

/** Who hears a model during a step. `text` answers how to go on when the step cannot, null when it can. */
export interface StepListener {
  text(text: string): ModelStep | null;
  usage(usage: Extract<ModelChunk, { type: "usage" }>): void;
}

interface StepDeps {
  model: ChatModel;
  watch: StreamWatch;
  /** Aborts the model's own work when the turn has ended for any reason. */
  signal: AbortSignal;
}

/** Calls a model once and hands on what it says, within the limits of the turn. */
export async function modelStep(deps: StepDeps, request: ModelRequest, listener: StepListener): Promise<ModelStep> {
  const chunks = deps.model.stream(request, deps.signal)[Symbol.asyncIterator]();
  const calls: ToolCall[] = [];
  for (let quietMs: number = limits.firstByteMs; ; quietMs = limits.idleMs) {
    const next = await deps.watch.next(chunks, quietMs);
    if (next.kind === "done") return calls.length > 0 ? { kind: "calls", calls } : { kind: "said" };
    const early = next.kind === "cut" ? next : take(next.chunk, calls, listener);
    if (early) {
      // Not awaited: a silent model would hold the turn for ever.
      chunks.return?.(undefined)?.catch(() => undefined);
      return early;
    }
  }
}

function take(chunk: ModelChunk, calls: ToolCall[], listener: StepListener): ModelStep | null {
  switch (chunk.type) {
    case "text":
      return listener.text(chunk.text);
    case "tool_call":
      calls.push({ id: chunk.id, name: chunk.name, argumentsJson: chunk.argumentsJson });
      return null;
    case "usage":
      listener.usage(chunk);
      return null;
    case "end":
      return null;
  }
}
