/** How a statement ends that another one holds up for too long, as D1 says it. */
export function lockedError(): Error {
  const cause = new Error("database is locked: SQLITE_BUSY");
  return new Error(`D1_ERROR: ${cause.message}`, { cause });
}

/** A database before each of whose statements something happens, a batch counting once; a statement fails with what that throws. */
export function d1With<T extends object>(real: T, before: () => Promise<void>): T {
  return new Proxy(real, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        const run = () => Reflect.apply(value, target, given);
        return name === "prepare" || name === "bind" ? d1With(run(), before) : before().then(run);
      };
    },
  });
}
