/** A token of C++ source. Comments and white space are gone; `line` counts from 1. */
export interface CppToken {
  kind: "word" | "number" | "string" | "character" | "mark";
  text: string;
  line: number;
}

/** Source as tokens, its `#include` headers, and its `#define NAME tokens` (function-like macros are not read). */
export interface CppSource {
  tokens: CppToken[];
  includes: { header: string; line: number }[];
  defines: Map<string, CppToken[]>;
}

// One alternative per token, tried in order; the flag y makes each match start where the last one ended.
const pattern =
  /(?<space>\s+)|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S])))|(?<directive>(?<=^[ \t]*)#(?:[^\n\\]|\\[\s\S])*)|(?<string>"(?:[^"\\\n]|\\.)*"?)|(?<character>'(?:[^'\\\n]|\\.)*'?)|(?<word>[A-Za-z_]\w*)|(?<number>\d(?:[\w.']|(?<=[eE])[+-])*)|(?<mark><<=|>>=|::|->|\+\+|--|<<|>>|[-+*/%&|^=!<>]=|&&|\|\||[\s\S])/gmy;

const kinds = ["word", "mark", "number", "string", "character"] as const;

/** Reads C++ text into tokens. It never fails: text that is no C++ gives tokens that no rule matches. */
export function readTokens(text: string): CppSource {
  const source: CppSource = { tokens: [], includes: [], defines: new Map() };
  let line = 1;
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    if (groups.directive !== undefined) readDirective(groups.directive.trim(), line, source);
    const kind = kinds.find((each) => groups[each] !== undefined);
    if (kind !== undefined) source.tokens.push({ kind, text: match[0], line });
    else line += match[0].split("\n").length - 1;
  }
  return source;
}

/** No macro that is a pin or an address is longer; it also bounds how deep directives nest. */
const maxMacroLength = 200;

function readDirective(directive: string, line: number, source: CppSource): void {
  const header = /^#\s*include\s*[<"]([^>"]+)[>"]/.exec(directive)?.[1];
  if (header !== undefined) source.includes.push({ header, line });
  const define = /^#\s*define\s+([A-Za-z_]\w*)[ \t]+(\S[\s\S]*)$/.exec(directive);
  if (define?.[1] !== undefined && define[2] !== undefined && define[2].length <= maxMacroLength) {
    source.defines.set(
      define[1],
      readTokens(define[2]).tokens.map((token) => ({ ...token, line })),
    );
  }
}

/** No call that matters here has longer arguments; it keeps hostile nesting from costing quadratic time. */
const maxArgumentTokens = 500;

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The first bracket that has no partner, or null when all have one. */
export function unbalanced(tokens: readonly CppToken[]): CppToken | null {
  const open: CppToken[] = [];
  for (const token of tokens) {
    if (token.kind !== "mark") continue;
    if (closing[token.text] !== undefined) open.push(token);
    if (!")]}".includes(token.text)) continue;
    const last = open.pop();
    if (last === undefined || closing[last.text] !== token.text) return token;
  }
  return open.at(-1) ?? null;
}

/** The arguments of a bracket that opens at `open`: token lists between its commas, and where it closes or reading ended. */
export function argumentsAt(tokens: readonly CppToken[], open: number): { args: CppToken[][]; close: number } {
  const args: CppToken[][] = [[]];
  let depth = 0;
  const end = Math.min(tokens.length, open + maxArgumentTokens);
  for (let index = open; index < end; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const isMark = token.kind === "mark";
    if (isMark && ")]}".includes(token.text) && --depth === 0) {
      return { args: args.length === 1 && args[0]?.length === 0 ? [] : args, close: index };
    }
    if (isMark && token.text === "," && depth === 1) args.push([]);
    else if (depth > 0) args.at(-1)?.push(token);
    if (isMark && closing[token.text] !== undefined) depth++;
  }
  return { args, close: end };
}
