import type * as z from "zod";
import { OhmError } from "../domain/error/ohm-error.ts";

/** Turns what a schema found into the one error: `too_large` when a text is over its cap, else `invalid`, with the fields' paths. */
export function invalidBy(error: z.ZodError, detail: string): OhmError {
  const errors = error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.map(String).join("."), message: issue.message }));
  const tooLarge = error.issues.some((issue) => issue.code === "custom" && issue.params?.code === "too_large");
  return new OhmError(tooLarge ? "too_large" : "invalid", detail, { errors });
}
