/** A cell: text, a figure, or nothing. */
export type Cell = string | number | null | undefined;

/** A cell that a spreadsheet would take for a formula, blanks before it included. */
const formula = /^[\s\u00a0]*[=+\-@\t\r]/;

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  // A figure of ours is no formula; a text that looks like one is put behind an apostrophe, by which spreadsheets know a text.
  const text = typeof cell === "number" ? String(cell) : formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV by RFC 4180: commas, lines that end with CRLF, quotes where they are needed. No text of it runs as a formula. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}
