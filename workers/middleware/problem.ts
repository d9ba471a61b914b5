import { d1Fault, isAway } from "../../src/adapters/d1/is-away.ts";
import type { Problem } from "../../src/application/room/room-request.ts";
import { errorKinds, OhmError } from "../../src/domain/error/ohm-error.ts";

/** How soon a caller may try again after D1 did not answer, ms. */
const databaseAwayMs = 2000;

/** The answer while D1 does not do what it is asked. */
export function databaseAway(): OhmError {
  return new OhmError("unavailable", "The database does not answer right now", { retryAfterMs: databaseAwayMs });
}

/** Any error as one that may be told: an `OhmError` as it is, everything else without a word of what it was, which the log gets. */
export function knownError(error: unknown): OhmError {
  if (error instanceof OhmError) return error;
  report(error);
  return isAway(error) ? databaseAway() : new OhmError("internal", "Something went wrong on our side");
}

/** Writes an error that nobody expected to the log. What is around a fault of D1 repeats the statement's values: those are left out. */
export function report(error: unknown): void {
  console.error(d1Fault(error) ?? error);
}

/** Any error as plain data. */
export function problemOf(error: unknown): Problem {
  const { code, status, message: detail, retryAfterMs, head, errors } = knownError(error);
  return { code, status, detail, retryAfterMs, head, errors };
}

/** The error that a problem was made from. */
export function errorOf({ code, detail, status, retryAfterMs, head, errors }: Problem): OhmError {
  return new OhmError(code, detail, {
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(head === undefined ? {} : { head }),
    ...(errors === undefined ? {} : { errors }),
  });
}

/** The one form of an error over HTTP (RFC 9457), with the id that the log has too. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { code, status, detail, retryAfterMs, head, errors } = problem;
  const body = {
    type: `urn:ohm:problem:${code}`,
    title: errorKinds[code].title,
    status,
    code,
    detail,
    requestId,
    retryAfterMs,
    head,
    errors,
  };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (retryAfterMs !== undefined) headers.set("retry-after", String(Math.ceil(retryAfterMs / 1000)));
  return new Response(JSON.stringify(body), { status, headers });
}
