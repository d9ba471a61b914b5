/** A copy of a value in which one id stands wherever another did. */
export function renamed<T>(value: T, from: string, to: string): T {
  return JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(from), JSON.stringify(to)));
}

/** The same for every row of a table. */
export function renamedRows<K, T>(table: Map<K, T>, from: string, to: string): Map<K, T> {
  return new Map([...table].map(([key, row]) => [key, renamed(row, from, to)]));
}
