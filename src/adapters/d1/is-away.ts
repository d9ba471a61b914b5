/** What SQLite says of a statement that is wrong in itself: trying it again cannot help. */
const wrongInItself = /SQLITE_(CONSTRAINT|ERROR|MISMATCH|MISUSE|RANGE|TOOBIG)|Wrong number of parameter bindings/;

/** What D1 itself said, at any depth of causes; null for an error of something else. It holds no value of the statement. */
export function d1Fault(error: unknown): Error | null {
  if (!(error instanceof Error)) return null;
  return error.message.startsWith("D1_ERROR") ? error : d1Fault(error.cause);
}

/** Whether D1 did not do what it was asked: locked, overloaded, out of reach. The same may succeed later. */
export function isAway(error: unknown): boolean {
  const fault = d1Fault(error);
  return fault !== null && !wrongInItself.test(fault.message);
}
