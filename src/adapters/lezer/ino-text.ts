import type { SyntaxProblem } from "../../domain/circuit/firmware/firmware-proof.ts";

/** A sketch with the same length and lines, in which only plain C++ is left, and what was wrong with its directives. */
export interface PlainSketch {
  text: string;
  problems: SyntaxProblem[];
  /** Macros of the sketch that are no expression: what stands in for them may be anything. */
  oddMacros: ReadonlySet<string>;
}

const blank = (text: string) => text.replace(/[^\n]/g, " ");

// What hides other things from view, in the order in which it is found: comments, numbers with their separators, texts, directives with their
// continued lines.
const hidden =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S])))|(?<number>\b\d(?:[\w.]|'(?=\w))*)|R"(?<mark>[^()\\\s]{0,16})\([\s\S]*?\)\k<mark>"|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\.)*'?|(?<directive>(?<=^[ \t]*)#(?:[^\n\\/]|\\[\s\S]|\/(?![/*]))*)/gm;

/** GNU extensions that the grammar does not know: taken out, or said in other words of the same length. */
const dialect: readonly [RegExp, (match: string) => string][] = [
  [/\b__attribute__\s*\(\((?:[^()]|\([^()]*\))*\)\)/g, blank],
  [/\b(?:asm|__asm__|__asm)\b(?:\s+(?:volatile|__volatile__))?\s*\((?:[^()]|\([^()]*\))*\)/g, blank],
  // One that is not closed would cost the parser quadratic time.
  [/\b(?:asm|__asm__|__asm)\b/g, (match) => match.toUpperCase()],
  [/\b(?:PROGMEM|EEMEM|IRAM_ATTR|DRAM_ATTR|ICACHE_RAM_ATTR|ICACHE_FLASH_ATTR|RTC_DATA_ATTR|__flash)\b/g, blank],
  [/(?<=\bcase\b[^:;{}\n]{0,80})\.\.\.\s*[^:;{}\n]*/g, blank],
  [/(?<=\*\s{0,8})const\b/g, blank],
  [/(?<!(?:\)|const)\s{0,8})\bfinal\b(?!\s*[{:])/g, () => "FINAL"],
  [/(?<=[=(,&|^+*<>?{[!-]\s{0,8}|(?<!:):\s{0,8}|\breturn\s{1,8})~(?=\s*[A-Za-z_(])/g, () => "-"],
];

/**
 * What the Arduino builder and the preprocessor would take away before a compiler sees C++: comments, directives, attributes, and the
 * branches of `#if` after the first. Texts keep their place and length.
 */
export function plainSketch(content: string): PlainSketch {
  const directives = new Directives();
  let text = content.replace(hidden, (match, ...rest) => {
    const groups: { comment?: string; directive?: string; number?: string } = rest.at(-1);
    if (groups.number !== undefined) return match.replace(/'/g, "0");
    const offset: number = rest.at(-3);
    if (groups.directive !== undefined) directives.read(match, offset);
    if (groups.comment?.startsWith("/*") && !match.endsWith("*/"))
      directives.complain(offset, "the comment has no end");
    const isText = groups.comment === undefined && groups.directive === undefined;
    return isText ? quietText(match) : blank(match);
  });
  text = directives.withoutOtherBranches(text);
  for (const [pattern, instead] of dialect) text = text.replace(pattern, instead);
  return { text, problems: directives.problemsOf(content), oddMacros: directives.oddMacros };
}

/** A text literal without what could be mistaken for code. A line break in it stays: it is an error. */
function quietText(literal: string): string {
  const quote = literal.at(-1) === "'" || literal.at(-1) === '"' ? literal.at(-1) : "";
  if (literal.startsWith("R")) return `"${blank(literal.slice(2, -1))}"`.padEnd(literal.length).replace(/\n/g, " ");
  return literal.length < 2 || quote !== literal[0] ? literal : `${quote}${"x".repeat(literal.length - 2)}${quote}`;
}

const known = new Set(
  "include define undef if ifdef ifndef elif else endif pragma error warning line include_next import ident".split(" "),
);

/** More than this nobody reads. */
const maxComplaints = 20;

const taken = { isTaken: true, skipFrom: null };
const neverTaken = (from: number) => ({ isTaken: false, skipFrom: from });

/** Reads directives in their order and remembers which parts of the text no compiler would see. */
class Directives {
  readonly oddMacros = new Set<string>();
  readonly #complaints: { offset: number; message: string }[] = [];
  readonly #skipped: [from: number, to: number][] = [];
  /** For each open `#if`: where it stands, whether a branch of it counts already, and from where on nothing counts. */
  readonly #open: { at: number; isTaken: boolean; skipFrom: number | null }[] = [];

  complain(offset: number, message: string): void {
    this.#complaints.push({ offset, message });
  }

  read(directive: string, offset: number): void {
    const [, name = "", rest = ""] = /^#\s*(\w*)\s*([\s\S]*)$/.exec(directive) ?? [];
    const end = offset + directive.length;
    if (name !== "" && !known.has(name)) this.complain(offset, `#${name} is no directive`);
    if (name === "include" && !/^(?:<[^>\n]+>|"[^"\n]+"|[A-Za-z_]\w*(?:\(.*\))?)\s*$/.test(rest))
      this.complain(offset, "#include takes a header in <...> or in quotes");
    if (name === "define") this.#define(rest);
    if (/^if(?:n?def)?$/.test(name))
      this.#open.push({ at: offset, ...(/^0\s*$/.test(rest) ? neverTaken(end) : taken) });
    if (name === "elif" || name === "else") this.#otherBranch(end, offset);
    if (name === "endif") this.#close(offset);
  }

  #define(rest: string): void {
    const [, name = "", body = ""] = /^([A-Za-z_]\w*)((?:\([^)]*\))?[\s\S]*)$/.exec(rest) ?? [];
    const isExpression =
      /^\s+[\w."'+*/%&|^~<>=!?: ()-]+$/.test(body) && !/^\s*(?:if|for|while|do|else|return)\b/.test(body);
    if (name !== "" && !isExpression) this.oddMacros.add(name);
  }

  #otherBranch(end: number, offset: number): void {
    const last = this.#open.at(-1);
    if (last === undefined) {
      this.complain(offset, "there is no #if before this");
      return;
    }
    if (last.skipFrom !== null) this.#skipped.push([last.skipFrom, offset]);
    Object.assign(last, last.isTaken ? { skipFrom: end } : taken);
  }

  #close(offset: number): void {
    const last = this.#open.pop();
    if (last === undefined) this.complain(offset, "there is no #if before this");
    else if (last.skipFrom !== null) this.#skipped.push([last.skipFrom, offset]);
  }

  withoutOtherBranches(text: string): string {
    let result = text;
    for (const [from, to] of this.#skipped)
      result = `${result.slice(0, from)}${blank(result.slice(from, to))}${result.slice(to)}`;
    return result;
  }

  problemsOf(content: string): SyntaxProblem[] {
    const unclosed = this.#open.map(({ at }) => ({ offset: at, message: "there is no #endif for this" }));
    return [...this.#complaints, ...unclosed]
      .slice(0, maxComplaints)
      .map(({ offset, message }) => ({ ...placeOf(content, offset), message }));
  }
}

/** Line and column of an offset, from 1. */
export function placeOf(content: string, offset: number): { line: number; column: number } {
  const before = content.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}
