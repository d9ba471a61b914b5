import type { CppToken } from "../cpp-tokens.ts";

/** Python text as tokens of the same kinds as C++ text, so that the same readers work; `starts` are those at the beginning of a line. */
export interface PythonSource {
  tokens: CppToken[];
  starts: Set<number>;
  /** Modules that it imports, and for `from x import a, b` the names with their module. */
  imports: Set<string>;
  namesFrom: Map<string, string>;
}

// Three quotes before one; the flag y makes each match start where the last one ended.
const pattern =
  /(?<line>\n)|(?<space>[^\S\n]+|\\\n)|(?<comment>#[^\n]*)|(?<string>(?:[rRbBfFuU]{0,2})(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?))|(?<word>[A-Za-z_]\w*)|(?<number>\d(?:[\w.]|(?<=[eE])[+-])*)|(?<mark>\*\*|\/\/|<<|>>|->|:=|[-+*/%&|^=!<>]=|[\s\S])/gmy;

const kinds = ["word", "mark", "number", "string"] as const;

/** Reads Python text into tokens. It never fails: text that is no Python gives tokens that no rule matches. */
export function readPython(text: string): PythonSource {
  const source: PythonSource = { tokens: [], starts: new Set(), imports: new Set(), namesFrom: new Map() };
  let line = 1;
  let isStart = true;
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const kind = kinds.find((each) => groups[each] !== undefined);
    if (kind !== undefined) {
      if (isStart) source.starts.add(source.tokens.length);
      isStart = false;
      source.tokens.push({ kind, text: kind === "number" ? match[0].replaceAll("_", "") : match[0], line });
    }
    if (groups.line !== undefined) isStart = true;
    line += match[0].split("\n").length - 1;
  }
  readImports(source);
  return source;
}

/** The tokens of the statement that begins at `at`. */
function statementAt({ tokens, starts }: PythonSource, at: number): CppToken[] {
  let end = at + 1;
  while (end < tokens.length && !starts.has(end)) end++;
  return tokens.slice(at, end);
}

function readImports(source: PythonSource): void {
  const { starts, imports, namesFrom } = source;
  for (const at of starts) {
    const [verb, name, ...rest] = statementAt(source, at);
    if (verb?.text !== "import" && verb?.text !== "from") continue;
    if (name !== undefined) imports.add(name.text);
    const words = rest.filter((token, index) => token.kind === "word" && rest[index - 1]?.text !== "as");
    for (const { text } of words) {
      if (verb.text === "import" && text !== "as") imports.add(text);
      if (verb.text === "from" && text !== "import" && text !== "as") namesFrom.set(text, name?.text ?? "");
    }
  }
}
