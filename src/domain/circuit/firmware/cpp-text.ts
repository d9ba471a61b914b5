/** A C++ block as lines: its head, the body two spaces in, the closing brace. An empty line stays empty. */
export function block(head: string, body: readonly string[]): string[] {
  return [`${head} {`, ...body.map((line) => (line === "" ? "" : `  ${line}`)), "}"];
}

/** An `if`: on one line where one statement depends on it. */
export function when(condition: string, statements: readonly string[]): string[] {
  return statements.length === 1 ? [`if (${condition}) ${statements[0]}`] : block(`if (${condition})`, statements);
}

/** A function with the comment that says why it is there. */
export function cppFunction(comment: string, signature: string, body: readonly string[]): string[] {
  return [`// ${comment}`, ...block(signature, body)];
}

/** Joins paragraphs of a file with one empty line between them; empty paragraphs vanish. */
export function paragraphs(parts: readonly (readonly string[])[]): string {
  const texts = parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${texts.join("\n\n")}\n`;
}

/** A text that is safe in a one-line C++ comment: one line, no control characters, no backslash that would join lines. */
export function commentText(text: string): string {
  return text
    .replace(/[\p{C}\\]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** `0x3C` as makers write I2C addresses. */
export function hexByte(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** A C++ float literal: `35.0f`, `2.5f`. */
export function floatLiteral(value: number): string {
  return Number.isInteger(value) ? `${value}.0f` : `${value}f`;
}
