/** What a piece of code is, for its ink. */
export type CodeInk = "remark" | "directive" | "string" | "number" | "keyword" | "name" | "plain";

/** A piece of one line of code. The pieces of a line joined are the line. */
export interface CodePiece {
  ink: CodeInk;
  text: string;
}

const cppKeywords = new Set(
  "auto bool break case char class const constexpr continue default do double else enum false float for if int long nullptr return short signed sizeof static static_cast struct switch true uint8_t uint16_t uint32_t uint64_t unsigned void while".split(
    " ",
  ),
);
const pythonKeywords = new Set(
  "and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield".split(
    " ",
  ),
);

const cpp =
  /(?<remark>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<directive>#[ \t]*\w+)|(?<string>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|(?<name>[A-Za-z_]\w*)|(?<number>\d[\w.]*)|(?<plain>[^\w"'/#]+|[\s\S])/g;
const python =
  /(?<remark>#[^\n]*)|(?<string>"""[\s\S]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|(?<name>[A-Za-z_]\w*)|(?<number>\d[\w.]*)|(?<plain>[^\w"'#]+|[\s\S])/g;

const inks = ["remark", "directive", "string", "number", "plain"] as const;

function inkOf(groups: Record<string, string | undefined>, keywords: ReadonlySet<string>): CodeInk {
  const word = groups.name;
  if (word !== undefined) return keywords.has(word) ? "keyword" : "name";
  return inks.find((ink) => groups[ink] !== undefined) ?? "plain";
}

/**
 * Cuts source into lines of pieces. Our sketches need seven inks and no library for them: a grammar of a highlighter would
 * be the greater part of the tab's code. All lines joined by a line feed are the source again.
 */
export function codeLines(content: string, language: "cpp" | "python"): CodePiece[][] {
  const [pattern, keywords] = language === "cpp" ? [cpp, cppKeywords] : [python, pythonKeywords];
  const lines: CodePiece[][] = [[]];
  for (const match of content.matchAll(pattern)) {
    const ink = inkOf(match.groups ?? {}, keywords);
    for (const [index, text] of match[0].split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ink, text });
    }
  }
  return lines;
}
