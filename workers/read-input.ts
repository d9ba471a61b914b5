import type { Context } from "hono";
import type * as z from "zod";
import { OhmError } from "../src/domain/error/ohm-error.ts";
import { invalidBy } from "../src/protocol/invalid.ts";
import { readCapped } from "./request-body.ts";

/** What a schema makes of its input; `undefined` where a route has none. */
export type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

interface Schemas {
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
}

/** Reads and checks a request's params, query and body, in that order. Throws `invalid`, `too_large`, `unsupported` (415). */
export async function readInput<P, Q, B>(
  schemas: Schemas,
  c: Pick<Context, "req">,
): Promise<{ params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> }> {
  const params = parse(schemas.params, c.req.param(), "The address is not right");
  const query = parse(schemas.query, c.req.query(), "The query is not right");
  const body = parse(schemas.body, schemas.body && (await readJson(c.req.raw)), "The body is not right");
  return { params, query, body } as { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> };
}

function parse(schema: z.ZodType | undefined, value: unknown, detail: string): unknown {
  const parsed = schema?.safeParse(value);
  if (parsed?.success === false) throw invalidBy(parsed.error, detail);
  return parsed?.data;
}

/** Reads a JSON body of at most `limits.bodyBytes`. Throws `unsupported` (415), `too_large`, `invalid`. */
async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new OhmError("unsupported", "The body has to be application/json", { status: 415 });
  }
  const bytes = await readCapped(request);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch (error) {
    return refuse(error);
  }
}

function refuse(cause: unknown): never {
  throw new OhmError("invalid", "The body is not JSON in UTF-8", { cause });
}
