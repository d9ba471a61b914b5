/** Whether a write failed because another row holds the value of this unique column (`table.column`), at any depth of causes. */
export function isTaken(error: unknown, column: string): boolean {
  if (!(error instanceof Error)) return false;
  return error.message.includes(`UNIQUE constraint failed: ${column}`) || isTaken(error.cause, column);
}
