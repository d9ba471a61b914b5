/** The same database; `fault` hears of each statement that fails, whatever becomes of its error on the way up. */
export function watchedD1(db: D1Database, fault: (error: unknown) => void): D1Database {
  return watched(db, fault);
}

/** A database or one of its statements: what is not a promise is a further statement, or a plain value. */
function watched<T extends object>(of: T, fault: (error: unknown) => void): T {
  return new Proxy(of, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        const answer: unknown = Reflect.apply(value, target, given);
        if (!(answer instanceof Promise)) {
          return typeof answer === "object" && answer !== null ? watched(answer, fault) : answer;
        }
        return answer.catch((error: unknown) => {
          fault(error);
          throw error;
        });
      };
    },
  });
}
