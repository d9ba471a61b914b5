import type { Token } from "marked";
import { getDefaults, lexer } from "marked";

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

/** Blocks of what a person wrote: a line end in it is one, as it was typed. */
export function typedBlocks(text: string): MarkdownBlocks {
  return { text, settled: lexer(text, { ...getDefaults(), breaks: true }), settledLength: text.length, live: [] };
}

/** Blocks of `text`. Where it continues the text of `before`, only what follows the settled blocks is read again. */
export function readBlocks(before: MarkdownBlocks, text: string): MarkdownBlocks {
  const { settled, settledLength } = text.startsWith(before.text) ? before : noBlocks;
  const rest = text.slice(settledLength);
  const finished = finishedBlocks(rest);
  const length = finished.reduce((sum, token) => sum + token.raw.length, 0);
  return {
    text,
    settled: finished.length === 0 ? settled : [...settled, ...finished],
    settledLength: settledLength + length,
    live: lexer(rest.slice(length)),
  };
}

/**
 * Blocks that more text cannot change: all but the last of those that whole lines make. A line that is still being written may
 * turn out to be anything, and the last block may go on.
 */
function finishedBlocks(text: string): Token[] {
  const lines = text.slice(0, text.lastIndexOf("\n") + 1);
  const tokens = lines === "" ? [] : lexer(lines);
  const finished = tokens.slice(
    0,
    Math.max(
      0,
      tokens.findLastIndex((token) => token.type !== "space"),
    ),
  );
  // The lexer rewrites carriage returns and some tabs; where its pieces are not the text's own, nothing is settled.
  return text.startsWith(finished.map((token) => token.raw).join("")) ? finished : [];
}
