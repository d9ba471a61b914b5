import type { ErrorCode } from "../../../src/domain/error/ohm-error.ts";
import { errorCodes } from "../../../src/domain/error/ohm-error.ts";
import { readJson } from "./read-json.ts";
import type { Check } from "./shape.ts";
import { hasShape, isNumber, isObject, isText, oneOf, optional } from "./shape.ts";

/** Why a request did not bring what was asked. `code` is null when nothing answered at all. */
export interface Problem {
  code: ErrorCode | null;
  detail: string;
  retryAfterMs?: number;
}

/** What was asked for, or the problem. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Reads a value of the wire; null when it is not of the shape that was asked for. */
export type Read<T> = (value: unknown) => T | null;

const problemChecks: Record<"code" | "detail" | "retryAfterMs", Check> = {
  code: oneOf(errorCodes),
  detail: isText,
  retryAfterMs: optional(isNumber),
};

function readProblem(value: unknown, status: number): Problem {
  if (isObject(value) && hasShape<Problem>(value, problemChecks)) return value;
  return { code: status >= 500 ? "unavailable" : "internal", detail: `HTTP ${status}` };
}

async function ask<T>(path: string, init: RequestInit, read: Read<T>): Promise<Answer<T>> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(path, { ...init, headers: { accept: "application/json", ...init.headers } });
    body = await response.text();
  } catch {
    return { ok: false, problem: { code: null, detail: "" } };
  }
  const value = readJson(body);
  if (!response.ok) return { ok: false, problem: readProblem(value, response.status) };
  const known = read(value);
  if (known === null)
    return { ok: false, problem: { code: "internal", detail: `The answer of ${path} has an unknown form.` } };
  return { ok: true, value: known };
}

/** GET of JSON. Network faults and unknown forms come back as problems; nothing throws. */
export function getJson<T>(path: string, read: Read<T>): Promise<Answer<T>> {
  return ask(path, {}, read);
}

/** POST of JSON with an idempotency key, so that the same call may be made again. */
export function postJson<T>(path: string, body: { key: string; value: unknown }, read: Read<T>): Promise<Answer<T>> {
  const headers = { "content-type": "application/json", "idempotency-key": body.key };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body.value) }, read);
}

/** A change of what is there; answers null when it was made, else why not. */
export async function change(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  value?: unknown,
): Promise<Problem | null> {
  const body =
    value === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
  const answer = await ask(path, { method, ...body }, () => true);
  return answer.ok ? null : answer.problem;
}
