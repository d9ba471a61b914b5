/** How a statement ends that another one holds up for too long, as D1 says it. */
const locked = () => {
  const cause = new Error("database is locked: SQLITE_BUSY");
  return new Error(`D1_ERROR: ${cause.message}`, { cause });
};

/** A database that answers `statements` times, a batch counting once, and then no more: what came before is done. */
export class FaultyD1 {
  readonly database: D1Database;
  #left: number;

  constructor(real: D1Database, statements: number) {
    this.#left = statements;
    this.database = this.#wrapped(real);
  }

  /** Whether a statement has failed. */
  get hasFailed(): boolean {
    return this.#left < 0;
  }

  #wrapped<T extends object>(of: T): T {
    return new Proxy(of, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          if (name === "prepare" || name === "bind") return this.#wrapped(Reflect.apply(value, target, given));
          this.#left -= 1;
          return this.#left < 0 ? Promise.reject(locked()) : Reflect.apply(value, target, given);
        };
      },
    });
  }
}
