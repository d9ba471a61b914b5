import type { Token } from "marked";
import { lexer } from "marked";

/** Markdown as blocks. While text grows at its end, the blocks in `settled` keep their identity and are not read again. */
export interface MarkdownBlocks {
  text: string;
  settled: readonly Token[];
  /** UTF-16 code units of `text` that the settled blocks cover. */
  settledLength: number;
  live: readonly Token[];
}

/** Blocks of nothing. */
export const noBlocks: MarkdownBlocks = { text: "", settled: [], settledLength: 0, live: [] };

/**
 * Blocks of `text`. Where it continues the text of `before`, only what follows the settled blocks is read again. Everything
 * but the last block is settled, because only the last one can still change its kind when more text comes.
 */
export function readBlocks(before: MarkdownBlocks, text: string): MarkdownBlocks {
  const base = text.startsWith(before.text) ? before : noBlocks;
  const tokens = lexer(text.slice(base.settledLength), { gfm: true });
  const last = tokens.findLastIndex((token) => token.type !== "space");
  const finished = last <= 0 ? [] : tokens.slice(0, last);
  const length = finished.reduce((sum, token) => sum + token.raw.length, 0);
  // The lexer turns tabs and carriage returns into other characters; then lengths do not add up and nothing is settled.
  const exact = text.startsWith(finished.map((token) => token.raw).join(""), base.settledLength);
  if (!exact || finished.length === 0) return { ...base, text, live: tokens };
  return {
    text,
    settled: [...base.settled, ...finished],
    settledLength: base.settledLength + length,
    live: tokens.slice(last),
  };
}
