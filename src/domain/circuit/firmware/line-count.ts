/** Lines of a text as editors number them: a last line feed ends a line and begins none; an empty text has 0. */
export function lineCount(content: string): number {
  if (content === "") return 0;
  const breaks = content.split("\n").length - 1;
  return content.endsWith("\n") ? breaks : breaks + 1;
}
