import type { ErrorCode } from "../../../src/domain/error/ohm-error.ts";
import { errorCodes } from "../../../src/domain/error/ohm-error.ts";
import { readJson } from "./read-json.ts";
import type { Check } from "./shape.ts";
import { hasShape, isNumber, isObject, isText, listOf, oneOf, optional, shape } from "./shape.ts";

/** Why a request did not bring what was asked. `code` is null when nothing answered at all. */
export interface Problem {
  code: ErrorCode | null;
  detail: string;
  retryAfterMs?: number;
  /** The revision that is current, with `head_moved`. */
  head?: number;
  /** Fields that are not right, by their dotted path. */
  errors?: { path: string; message: string }[];
}

/** What was asked for, or the problem. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Reads a value of the wire; null when it is not of the shape that was asked for. */
export type Read<T> = (value: unknown) => T | null;

const problemChecks: Record<keyof Problem, Check> = {
  code: oneOf(errorCodes),
  detail: isText,
  retryAfterMs: optional(isNumber),
  head: optional(isNumber),
  errors: optional(listOf(shape<{ path: string; message: string }>({ path: isText, message: isText }))),
};

/** The problem of an answer that is no success. */
export function readProblem(value: unknown, status: number): Problem {
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

/** A write: what to do, where, and the body where it takes one. */
export interface Write {
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  value?: unknown;
  /** The same key makes the same call again harmless; each has one of its own otherwise. */
  key?: string;
}

/** Sends a write. It is made even when its page goes while it is on its way. */
export function send<T>({ method, path, value, key = crypto.randomUUID() }: Write, read: Read<T>): Promise<Answer<T>> {
  const headers = { "idempotency-key": key, ...(value === undefined ? {} : { "content-type": "application/json" }) };
  return ask(path, { method, headers, body: JSON.stringify(value) ?? null, keepalive: true }, read);
}

/** A change of what is there; answers null when it was made, else why not. */
export async function change(method: Write["method"], path: string, value?: unknown): Promise<Problem | null> {
  const answer = await send({ method, path, value }, () => true);
  return answer.ok ? null : answer.problem;
}
