import type { EndStatus } from "../domain/chat/lists.ts";
import { OhmError } from "../domain/error/ohm-error.ts";
import type { ChatModel, Clock, TurnInput, TurnRoom } from "./ports.ts";

/** What a turn works with. `signal` is the Stop button: aborting it ends the turn `stopped` with the text that is there. */
export interface TurnDeps {
  room: TurnRoom;
  model: ChatModel;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * How a turn ended. `reason` is a stable word: `head_moved`, `model_failed`, `model_silent`, `model_arguments`, `model_steps`,
 * `turn_time`, `answer_size`, `internal`. The answer, where one was begun, has been ended with the same pair.
 */
export interface TurnOutcome {
  status: EndStatus;
  reason?: string;
}

/** Answers the asked messages: at most one revision and one answer. Never throws; what broke is in the outcome. */
export function runTurn(_input: TurnInput, _deps: TurnDeps): Promise<TurnOutcome> {
  return Promise.reject(new OhmError("unsupported", "The turn is being built"));
}
