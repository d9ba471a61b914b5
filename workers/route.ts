import type { Context } from "hono";
import type * as z from "zod";
import type { Actor } from "../src/domain/chat/actor.ts";
import type { ErrorCode } from "../src/domain/error/ohm-error.ts";
import type { Scope } from "./deps.ts";
import type { Env } from "./env.ts";
import type { Parsed } from "./read-input.ts";
import { readInput } from "./read-input.ts";

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
}

/** What a route says of itself; the OpenAPI document and the access matrix are made from it. */
export interface RouteDescription {
  method: "get" | "post" | "patch" | "delete";
  /** With hono's `:name` for parameters. */
  path: string;
  summary: string;
  /** `open`: anybody; `member`: a session, and the room decides; `guest`: a caller without a session becomes a guest. */
  access: "open" | "session" | "member" | "guest";
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Request headers that change the answer. */
  headers?: Record<string, string>;
  bodyExample?: unknown;
  answers: RouteAnswer[];
  errors: ErrorCode[];
}

/** What a route's code is given: parsed input, and with a session the person's scope. */
export interface Call<P, Q, B> {
  c: Context<Vars>;
  params: P;
  query: Q;
  body: B;
  /** Throws `unauthenticated` where nobody is signed in. */
  scope(): Promise<Scope>;
  /** null where nobody is signed in; makes nobody. */
  visitor(): Promise<Scope | null>;
}

/** Who asks: as a route that needs somebody takes it, and as one that does not. */
export type Asking = Pick<Call<never, never, never>, "scope" | "visitor">;

/** A mounted route: what it says of itself, and its code behind the validator. */
export interface Route {
  description: RouteDescription;
  run(c: Context<Vars>, asking: Asking): Promise<Response>;
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
    run: async (c, asking) => {
      const input = await readInput<P, Q, B>(description, c);
      return handle({ c, ...asking, ...input });
    },
  };
}
