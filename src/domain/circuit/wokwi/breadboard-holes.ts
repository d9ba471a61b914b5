const columns = { full: 63, half: 30, mini: 17 } as const;
const railHoles = { full: 50, half: 25, mini: 0 } as const;
type Size = keyof typeof columns;

const rails: Readonly<Record<string, string>> = { tp: "T+", tn: "T-", bp: "B+", bn: "B-" };

/**
 * The strip of metal behind a hole of Wokwi's breadboard, by our name: `tp.7` is in the rail `T+`, `12t.c` in the half row `12a` (holes a-e),
 * `12b.h` in `12f` (holes f-j). null for what is no hole of this size.
 */
export function stripOf(hole: string, size: Size): string | null {
  const rail = /^([tb][pn])\.(\d{1,2})$/.exec(hole);
  if (rail) return within(rail[2], railHoles[size]) ? (rails[rail[1] ?? ""] ?? null) : null;
  const row = /^(\d{1,2})(?:t\.([a-e])|b\.([f-j]))$/.exec(hole);
  if (!row || !within(row[1], columns[size])) return null;
  return `${Number(row[1])}${row[2] === undefined ? "f" : "a"}`;
}

const within = (text: string | undefined, most: number) => Number(text) >= 1 && Number(text) <= most;

/** The hole for the next wire on a strip, counted from 0; holes repeat when a strip is full. null for what is no strip. */
export function holeOf(strip: string, index: number): string | null {
  const rail = Object.entries(rails).find(([, ours]) => ours === strip)?.[0];
  if (rail !== undefined) return `${rail}.${(index % railHoles.full) + 1}`;
  const row = /^(\d{1,2})([af])$/.exec(strip);
  if (!row || !within(row[1], columns.full)) return null;
  const [side, letters] = row[2] === "a" ? ["t", "abcde"] : ["b", "fghij"];
  return `${row[1]}${side}.${letters[index % letters.length]}`;
}
