import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/cpp";
import type { SyntaxProblem } from "../../domain/circuit/firmware/firmware-proof.ts";
import type { PlainSketch } from "./ino-text.ts";
import { placeOf, plainSketch } from "./ino-text.ts";

/** More than this nobody reads; the first is mostly the cause of the others. */
const maxProblems = 20;

/** What parsed, and its version in package.json. */
export const cppParser = { tool: "@lezer/cpp", version: "1.1.6" };

/**
 * Syntax errors of an Arduino sketch, in their order, at most 20; empty when it parses. Prototypes that the Arduino builder writes,
 * macros of the cores, attributes and the branches of `#if` that come second are no errors. What a macro of the sketch stands for that
 * is no expression is not judged. Types and names are not looked at.
 */
export function cppSyntaxProblems(content: string): SyntaxProblem[] {
  const sketch = plainSketch(content);
  const found = treeProblems(sketch.text, content);
  const judged = found.length === 0 ? [] : withoutOddMacros(found, sketch, content);
  return [...sketch.problems, ...judged]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter((one, index, all) => one.line !== all[index - 1]?.line)
    .slice(0, maxProblems);
}

/** Of the problems those that are none of a macro's: the text without macros must have problems too, and not in their lines. */
function withoutOddMacros(found: SyntaxProblem[], sketch: PlainSketch, content: string): SyntaxProblem[] {
  if (sketch.oddMacros.size === 0) return found;
  const uses = new RegExp(`\\b(?:${[...sketch.oddMacros].join("|")})\\b(?:\\s*\\((?:[^()]|\\([^()]*\\))*\\))?`, "g");
  const bare = sketch.text.replace(uses, (use) => use.replace(/[^\n]/g, " "));
  if (treeProblems(bare, content).length === 0) return [];
  const lines = new Set<number>();
  for (const use of sketch.text.matchAll(uses)) {
    const { line } = placeOf(content, use.index);
    for (const near of [line, line + 1]) lines.add(near);
  }
  return found.filter(({ line }) => !lines.has(line));
}

function treeProblems(text: string, content: string): SyntaxProblem[] {
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== null)
    return [{ ...placeOf(content, tooDeep), message: `brackets are nested more than ${maxDepth} deep` }];
  const tree: Tree = parser.parse(text);
  const problems: SyntaxProblem[] = [];
  tree.iterate({
    enter: ({ type, node }) => {
      if (problems.length > maxProblems) return;
      if (type.isError) problems.push(problemAt(node, text, content));
      const lost = lostSemicolon(node, text);
      if (lost !== null) problems.push({ ...placeOf(content, lost), message: words.ExpressionStatement ?? "" });
    },
  });
  return problems;
}

/** No sketch nests deeper; text that does costs the parser's error recovery quadratic time. */
const maxDepth = 100;

/** Where brackets are nested too deeply, or null. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[()[\]{}]/g)) {
    depth = "([{".includes(bracket) ? depth + 1 : Math.max(depth - 1, 0);
    if (depth > maxDepth) return index;
  }
  return null;
}

const words: Readonly<Record<string, string>> = {
  Declaration: "a semicolon is missing, or the declaration is not finished",
  FieldDeclaration: "a semicolon is missing, or the declaration is not finished",
  ExpressionStatement: "a semicolon is missing, or the expression is not finished",
  ReturnStatement: "a semicolon is missing",
  ArgumentList: "a closing ) or a comma is missing",
  ParameterList: "a closing ) or a comma is missing",
  ParenthesizedExpression: "a closing ) is missing",
  ConditionClause: "a closing ) is missing",
  SubscriptExpression: "a closing ] is missing",
  CompoundStatement: "a closing } is missing",
  FieldDeclarationList: "a closing } is missing",
  EnumeratorList: "a closing } or a comma is missing",
  InitializerList: "a closing } or a comma is missing",
  String: 'the text has no closing "',
  CharLiteral: "the character has no closing '",
};

/** An empty error node says that something is missing after what stands before it; one with text, that this text is too much. */
function problemAt(node: SyntaxNode, text: string, content: string): SyntaxProblem {
  const parent = node.parent?.name ?? "";
  const isMissing = node.from === node.to;
  if (!isMissing && parent !== "String" && parent !== "CharLiteral") {
    const extra = content.slice(node.from, Math.min(node.to, node.from + 30)).split("\n")[0] ?? "";
    return { ...placeOf(content, node.from), message: `"${extra}" is not expected here` };
  }
  const body = lostStatement(node);
  const end = text.slice(0, body ?? node.from).trimEnd().length;
  const message = body === null ? (words[parent] ?? "something is missing here") : words.ExpressionStatement;
  return { ...placeOf(content, Math.max(end - 1, 0)), message: message ?? "" };
}

/** `void f() { g() }` parses as a value in braces without its semicolon: the place where the brace closes, null for anything else. */
function lostStatement(node: SyntaxNode): number | null {
  const before = node.prevSibling;
  if (before?.name !== "InitDeclarator" || before.getChild("FunctionDeclarator") === null) return null;
  const value = before.getChild("InitializerList");
  return value === null ? null : value.to - 1;
}

/**
 * The grammar reads `a = 0` and a name on the next line as a number with a suffix, and `!= LOW` before one as a macro: where the
 * statement ends that was meant to end there, null for anything else.
 */
function lostSemicolon(node: SyntaxNode, text: string): number | null {
  const first = node.firstChild;
  if (node.name === "UserDefinedLiteral" && first !== null) {
    const between = /^[\w.]+(\s+)|^"[^"\n]*"(\s*\n\s*)(?=\w+\s*[(=])/.exec(text.slice(first.from, node.to + 40));
    return between === null ? null : first.to - 1;
  }
  const inside = node.parent?.name ?? "";
  if (node.name !== "Macro" || !/^(?:Binary|Assignment|Conditional)Expression$|^InitDeclarator$/.test(inside))
    return null;
  const end = node.from + text.slice(node.from, node.to).trimEnd().length;
  return text.slice(end, node.to).includes("\n") ? end - 1 : null;
}
