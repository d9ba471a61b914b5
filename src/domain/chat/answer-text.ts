import { limits } from "./limits.ts";

/** Text to add to an answer at `offset`, counted in UTF-16 code units. Never splits a surrogate pair. */
export interface TextPiece {
  offset: number;
  text: string;
}

const encoder = new TextEncoder();
const endsInHighSurrogate = /[\ud800-\udbff]$/;

/**
 * The text of one growing answer. A piece that ends between the halves of a pair waits for the other half; half a pair that
 * never gets it becomes U+FFFD. At `limits.answerBytes` of UTF-8 the text stops growing and `full` says so.
 */
export class AnswerText {
  #text = "";
  #held = "";
  #bytes = 0;
  #full = false;

  get value(): string {
    return this.#text;
  }

  get full(): boolean {
    return this.#full;
  }

  /** Takes what a model said next; null when nothing of it can be shown yet. */
  append(addition: string): TextPiece | null {
    const joined = this.#held + addition;
    this.#held = endsInHighSurrogate.test(joined) ? joined.slice(-1) : "";
    return this.#grow(joined.slice(0, joined.length - this.#held.length).toWellFormed());
  }

  /** Ends the text: what was held back is written as it is. */
  finish(): TextPiece | null {
    const rest = this.#held.toWellFormed();
    this.#held = "";
    return this.#grow(rest);
  }

  /** What a reader that holds `offset` units lacks; null when that is nothing. An offset inside a pair is moved before it. */
  since(offset: number): TextPiece | null {
    const start = endsInHighSurrogate.test(this.#text.slice(0, offset)) ? offset - 1 : offset;
    return start < this.#text.length ? { offset: start, text: this.#text.slice(start) } : null;
  }

  #grow(text: string): TextPiece | null {
    if (text === "" || this.#full) return null;
    const offset = this.#text.length;
    let piece = "";
    for (const character of text) {
      const size = encoder.encode(character).length;
      if (this.#bytes + size > limits.answerBytes) {
        this.#full = true;
        break;
      }
      this.#bytes += size;
      piece += character;
    }
    this.#text += piece;
    return piece === "" ? null : { offset, text: piece };
  }
}
