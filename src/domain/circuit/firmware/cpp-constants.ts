import type { CppSource, CppToken } from "./cpp-tokens.ts";

const integerTypes = new Set([
  "int",
  "byte",
  "short",
  "long",
  "char",
  "unsigned",
  "uint8_t",
  "uint16_t",
  "uint32_t",
  "int8_t",
  "int16_t",
  "int32_t",
  "size_t",
]);

function integerLiteral(text: string): number | null {
  const digits = text.replaceAll("'", "").replace(/[uUlL]+$/, "");
  const binary = /^0[bB]([01]+)$/.exec(digits)?.[1];
  if (binary !== undefined) return Number.parseInt(binary, 2);
  if (/^0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  return /^(?:0[xX][\da-fA-F]+|\d+)$/.test(digits) ? Number(digits) : null;
}

const operators: Readonly<Record<string, { level: number; apply: (a: number, b: number) => number }>> = {
  "|": { level: 1, apply: (a, b) => a | b },
  "^": { level: 2, apply: (a, b) => a ^ b },
  "&": { level: 3, apply: (a, b) => a & b },
  "<<": { level: 4, apply: (a, b) => a << b },
  ">>": { level: 4, apply: (a, b) => a >> b },
  "+": { level: 5, apply: (a, b) => a + b },
  "-": { level: 5, apply: (a, b) => a - b },
  "*": { level: 6, apply: (a, b) => a * b },
  "/": { level: 6, apply: (a, b) => Math.trunc(a / b) },
  "%": { level: 6, apply: (a, b) => a % b },
};

const signs: Readonly<Record<string, (value: number) => number>> = {
  "+": (value) => value,
  "-": (value) => -value,
  "~": (value) => ~value,
};

const maxDepth = 50;

/** Evaluates an integer expression over known constants; null when it is none (a variable, a call, a float). */
export function evaluate(tokens: readonly CppToken[], known: ReadonlyMap<string, number>): number | null {
  let at = 0;
  const next = () => tokens[at++];
  function operand(depth: number): number | null {
    const token = next();
    if (token === undefined || depth > maxDepth) return null;
    if (token.kind === "number") return integerLiteral(token.text);
    if (token.kind === "word") return known.get(token.text) ?? null;
    if (token.text === "(") {
      const value = expression(1, depth + 1);
      return next()?.text === ")" ? value : null;
    }
    const sign = signs[token.text];
    const value = sign === undefined ? null : operand(depth + 1);
    return sign === undefined || value === null ? null : sign(value);
  }
  function expression(level: number, depth: number): number | null {
    let left = operand(depth);
    for (;;) {
      const operator = operators[tokens[at]?.text ?? ""];
      if (operator === undefined || operator.level < level) return left;
      at++;
      const right = expression(operator.level + 1, depth + 1);
      left = left === null || right === null ? null : operator.apply(left, right);
    }
  }
  const value = expression(1, 0);
  return at === tokens.length && value !== null && Number.isSafeInteger(value) ? value : null;
}

/** No constant that is a pin or an address is a longer expression. */
const maxValueTokens = 64;

interface Definition {
  name: string;
  value: CppToken[];
  constant: boolean;
}

/** Definitions such as `constexpr uint8_t kPinSda = 21;` and beginners' `int led = 13;`. */
function definitions(tokens: readonly CppToken[]): Definition[] {
  const found: Definition[] = [];
  for (let index = 1; index < tokens.length - 1; index++) {
    const name = tokens[index];
    if (name?.kind !== "word" || tokens[index + 1]?.text !== "=") continue;
    const type = tokens[index - 1];
    if (type?.kind !== "word" || !(integerTypes.has(type.text) || type.text === "auto")) continue;
    let end = index + 2;
    while (
      end < tokens.length &&
      end < index + maxValueTokens &&
      tokens[end]?.text !== ";" &&
      tokens[end]?.text !== ","
    )
      end++;
    const before = tokens.slice(Math.max(0, index - 5), index).map((token) => token.text);
    const statement = before.slice(before.findLastIndex((text) => [";", "{", "}", "("].includes(text)) + 1);
    found.push({
      name: name.text,
      value: tokens.slice(index + 2, end),
      constant: statement.includes("constexpr") || statement.includes("const"),
    });
  }
  return found;
}

const changes = new Set(["=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "++", "--"]);

/** Names that are given a value more than once: variables. */
function changedNames(tokens: readonly CppToken[]): Set<string> {
  const once = new Set<string>();
  const changed = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "word") continue;
    const before = tokens[index - 1]?.text ?? "";
    if (!changes.has(tokens[index + 1]?.text ?? "") && before !== "++" && before !== "--") continue;
    (once.has(token.text) ? changed : once).add(token.text);
  }
  return changed;
}

/**
 * Names of the source that are integer constants, with their values. A variable that is defined once with a value and never
 * changed counts as well. A name that is defined twice with different values is none.
 */
export function integerConstants(source: CppSource, predefined: ReadonlyMap<string, number>): Map<string, number> {
  const known = new Map(predefined);
  const ambiguous = new Set<string>();
  const changed = changedNames(source.tokens);
  const all = [
    ...[...source.defines].map(([name, value]) => ({ name, value, constant: true })),
    ...definitions(source.tokens),
  ];
  for (const { name, value, constant } of all) {
    const result = evaluate(value, known);
    const defined = known.get(name);
    if (ambiguous.has(name) || (defined !== undefined && defined !== result && !predefined.has(name))) {
      ambiguous.add(name);
      known.delete(name);
    } else if (result !== null && (constant || !changed.has(name))) known.set(name, result);
  }
  return known;
}
