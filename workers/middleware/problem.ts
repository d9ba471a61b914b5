import type { Problem } from "../../src/application/room/room-request.ts";
import { errorKinds, OhmError } from "../../src/domain/error/ohm-error.ts";

/** Any error as plain data: an `OhmError` as it is, everything else as `internal`, without a word of what it was. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof OhmError)) console.error(error);
  const known = error instanceof OhmError ? error : new OhmError("internal", "Something went wrong on our side");
  const { code, status, message: detail, retryAfterMs, head, errors } = known;
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
