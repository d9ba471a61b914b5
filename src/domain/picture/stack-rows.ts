import type { Row } from "./row.ts";

/** What stacking needs of a row: how far it reaches above and below its zero. */
export type RowExtent = Pick<Row, "top" | "bottom">;

/** Room between two rows of a column. */
export const rowGap = 20;

/** Heights of stacked rows that stay as near as they can to what each of them wants (pool adjacent violators), on a grid of 4. */
export function stackRows(rows: readonly RowExtent[], wanted: readonly number[]): number[] {
  const offsets: number[] = [];
  let sum = 0;
  for (const row of rows) {
    offsets.push(sum - row.top);
    sum += row.bottom - row.top + rowGap;
  }
  const blocks: { total: number; count: number }[] = [];
  rows.forEach((_, index) => {
    let block = { total: (wanted[index] ?? 0) - (offsets[index] ?? 0), count: 1 };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.total / last.count >= block.total / block.count;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      block = { total: last.total + block.total, count: last.count + block.count };
    }
    blocks.push(block);
  });
  const bases = blocks.flatMap((block) => Array.from({ length: block.count }, () => block.total / block.count));
  return rows.map((_, index) => Math.round(((bases[index] ?? 0) + (offsets[index] ?? 0)) / 4) * 4);
}
