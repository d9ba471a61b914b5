import { limits } from "../domain/chat/limits.ts";
import type { AgentId, Intent } from "../domain/chat/lists.ts";
import type { ArtifactRef } from "../domain/chat/message.ts";
import type { TurnRoom } from "./ports.ts";
import type { TurnOutcome } from "./stream-watch.ts";

const encoder = new TextEncoder();

/** What an answer cost and wrote. */
export interface AnswerFigures {
  artifacts: ArtifactRef[];
  revision: number | null;
  suggestions: string[];
  silent: string[];
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
}

/** The one answer of a turn: begun once, fed in whole characters up to `limits.answerBytes`, ended once. */
export class AnswerWriter {
  readonly #room: TurnRoom;
  readonly #modelId: string;
  #messageId: string | null = null;
  #agent: AgentId | null = null;
  #bytes = 0;
  #half = "";
  #said = "";

  constructor(room: TurnRoom, modelId: string) {
    this.#room = room;
    this.#modelId = modelId;
  }

  get messageId(): string | null {
    return this.#messageId;
  }

  get agent(): AgentId | null {
    return this.#agent;
  }

  /** What was said so far. */
  get text(): string {
    return this.#said;
  }

  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  /** Begins the answer; a re-run is given the message of the killed try by the room. */
  begin(agent: AgentId, intent: Intent): string {
    this.#agent = agent;
    this.#messageId = this.#room.beginAnswer({ agent, intent, modelId: this.#modelId, isFirstResponder: true });
    return this.#messageId;
  }

  /** Adds text; a high surrogate waits for its other half. Answers false when the limit is reached: what is over is left out. */
  append(text: string): boolean {
    const whole = this.#half + text;
    const last = whole.charCodeAt(whole.length - 1);
    const cutsPair = last >= 0xd800 && last <= 0xdbff;
    this.#half = cutsPair ? whole.slice(-1) : "";
    const ready = cutsPair ? whole.slice(0, -1) : whole;
    const fits = fittingPrefix(ready, limits.answerBytes - this.#bytes);
    if (fits !== "" && this.#messageId !== null) {
      this.#bytes += encoder.encode(fits).length;
      this.#said += fits;
      this.#room.appendText(this.#messageId, fits);
    }
    return fits.length === ready.length;
  }

  end(outcome: TurnOutcome, { suggestions, silent, ...figures }: AnswerFigures): void {
    if (this.#messageId === null) return;
    const offered = suggestions.length > 0 ? { suggestions } : {};
    const quiet = silent.length > 0 ? { silent } : {};
    this.#room.endAnswer(this.#messageId, { ...outcome, ...figures, ...offered, ...quiet });
  }
}

/** The longest start of a text that fits into so many bytes of UTF-8, cut between characters. */
function fittingPrefix(text: string, bytes: number): string {
  if (encoder.encode(text).length <= bytes) return text;
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += encoder.encode(character).length;
    if (used > bytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}
