/** A Python block as lines: its head with a colon, the body four spaces in. An empty line stays empty. */
export function suite(head: string, body: readonly string[]): string[] {
  return [`${head}:`, ...body.map((line) => (line === "" ? "" : `    ${line}`))];
}

/** A function with the text that says why it is there. */
export function pythonFunction(why: string, signature: string, body: readonly string[]): string[] {
  return suite(`def ${signature}`, [...(why === "" ? [] : [`"""${why}"""`]), ...body]);
}

const isDefinition = (lines: readonly string[]): boolean => /^(def|class|@)/.test(lines[0] ?? "");

/** Joins paragraphs of a file: two empty lines around definitions, one between others; empty paragraphs vanish. */
export function pythonFile(parts: readonly (readonly string[])[]): string {
  const filled = parts.filter((lines) => lines.length > 0);
  const text = filled.reduce((before, lines, index) => {
    const previous = filled[index - 1];
    if (previous === undefined) return lines.join("\n");
    const gap = isDefinition(lines) || isDefinition(previous) ? "\n\n\n" : "\n\n";
    return before + gap + lines.join("\n");
  }, "");
  return `${text}\n`;
}

/** Comment lines. */
export function comments(lines: readonly string[]): string[] {
  return lines.map((line) => `# ${line}`);
}
