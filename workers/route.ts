import type { Context } from "hono";
import type * as z from "zod";
import type { Actor } from "../src/domain/chat/actor.ts";
import type { ChatAct } from "../src/domain/chat/roles.ts";
import type { ErrorCode } from "../src/domain/error/ohm-error.ts";
import type { Env } from "./env.ts";
import type { Parsed } from "./read-input.ts";
import { readInput } from "./read-input.ts";
import type { Scope } from "./scope.ts";

/** What every request carries: its id, who asks, and the cookies that the answer sets. */
export interface Vars {
  Bindings: Env;
  Variables: { requestId: string; actor: Actor; unlimited: boolean; setCookies: string[] };
}

/** An answer of a route: its status, its schema (null without a JSON body) and an example that the schema takes. */
export interface RouteAnswer {
  status: number;
  what: string;
  schema: z.ZodType | null;
  example?: unknown;
  /** Content type of the body, `application/json` unless said. */
  type?: string;
}

/** What a route says of itself; the OpenAPI document and the access matrix are made from it. */
export interface RouteDescription {
  method: "get" | "post" | "patch" | "put" | "delete";
  /** With hono's `:name` for parameters. */
  path: string;
  summary: string;
  /** `open`: anybody; `member`: a session, and the room decides; `guest`: a caller without a session becomes a guest. */
  access: "open" | "session" | "member" | "guest";
  /** D1 is asked whether the session stands, where elsewhere its cache is believed for a minute. */
  sensitive?: true;
  /** With `member`: what the room lets a member's role do here, `read` unless said. */
  act?: ChatAct;
  /**
   * How a write with an `Idempotency-Key` is made once. Unless said, under a lease, and its answer is kept. `subject`: what it makes
   * has the id `subject`, so that a try which was cut off is taken up at once. `client-id`: the room does it once per client id, and
   * the answer is given anew; nothing of a message is kept.
   */
  once?: "subject" | "client-id";
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Request headers that change the answer. */
  headers?: Record<string, string>;
  bodyExample?: unknown;
  answers: RouteAnswer[];
  errors: ErrorCode[];
}

/** A request on its way through the Worker. */
export type CallContext = Context<Vars>;

/** Who asks, found out once per request. */
export interface Caller {
  actor(): Promise<Actor>;
  /** The person's scope. Throws `unauthenticated` where nobody is signed in. */
  scope(): Promise<Scope>;
}

/** What a route is run with beside its request. */
export interface Given extends Caller {
  /** Id for what this request makes; the same each time it is sent again with its `Idempotency-Key`. */
  subject: string;
  /** Where the request came with an `Idempotency-Key`: a client id that stands for it, for an act that a room does once per client id. */
  clientId?: string;
}

/** What a route's code is given: parsed input, and with a session the person's scope. */
export interface Call<P, Q, B> extends Given {
  c: CallContext;
  params: P;
  query: Q;
  body: B;
}

/** A mounted route: what it says of itself, and its code behind the validator. */
export interface Route {
  description: RouteDescription;
  run(c: CallContext, given: Given): Promise<Response>;
}

/** Whether the method changes something. */
export function writes(method: RouteDescription["method"]): boolean {
  return method !== "get";
}

/** The request headers that change the answer: the route's own, and what every write takes. */
export function headersOf({ method, access, headers }: RouteDescription): Record<string, string> {
  if (!writes(method) || access === "open") return { ...headers };
  const idempotencyKey =
    "1 to 255 visible ASCII characters of the caller's choice; the same key again is the same write.";
  return { ...headers, "idempotency-key": idempotencyKey };
}

/**
 * The errors that a route may answer: its own, those of every write (a foreign Origin, a key that only reads, an `Idempotency-Key`), and
 * where somebody has to be known, that nobody is or that the database does not answer.
 */
export function errorsOf({ method, access, errors }: RouteDescription): ErrorCode[] {
  const ofWrites: ErrorCode[] =
    writes(method) && access !== "open" ? ["forbidden", "invalid", "conflict", "too_large", "rate_limited"] : [];
  const ofSession: ErrorCode[] = access === "open" ? [] : ["unauthenticated", "unavailable"];
  return [...new Set([...errors, ...ofSession, ...ofWrites])];
}

/** Declares a route. Input is read and checked here, once: params, then query, then body; then `handle` replies. */
export function route<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  description: RouteDescription & { params?: P; query?: Q; body?: B },
  handle: (call: Call<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<Response> | Response,
): Route {
  return {
    description,
    run: async (c, given) => {
      const input = await readInput<P, Q, B>(description, c);
      return handle({ c, ...given, ...input });
    },
  };
}
