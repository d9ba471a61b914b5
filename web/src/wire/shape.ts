/** Says whether a value that came over the wire is what a field should hold. */
export type Check = (value: unknown) => boolean;

/** One check per field; a field that the type has and the table has not does not compile. */
export type Checks<T> = { [K in keyof Required<T>]: Check };

export const isText: Check = (value) => typeof value === "string";
export const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
export const isWhole: Check = (value) => Number.isSafeInteger(value);
export const isFlag: Check = (value) => typeof value === "boolean";

export function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

export function oneOf(list: readonly string[]): Check {
  return (value) => typeof value === "string" && list.includes(value);
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether every field of `value` that the table names passes its check. */
export function passesAll(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (!isObject(value)) return false;
  // A list of entries for each of a thousand messages would cost more than all the checks.
  for (const field in checks) if (checks[field]?.(value[field]) !== true) return false;
  return true;
}

/** Whether `value` is a `T`. Fields that the table does not name are a newer server's and are let be. */
export function hasShape<T>(value: unknown, checks: Checks<T>): value is T {
  return passesAll(value, checks);
}

/** `hasShape` as a check, for fields that hold objects. */
export function shape<T>(checks: Checks<T>): Check {
  return (value) => passesAll(value, checks);
}
