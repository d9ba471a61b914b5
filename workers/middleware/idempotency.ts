import { uuidv7 } from "uuidv7";
import * as z from "zod";
import type { Claim, D1IdempotencyKeys, KeyUse } from "../../src/adapters/d1/d1-idempotency-keys.ts";
import type { Seal } from "../../src/adapters/webcrypto/sealed-text.ts";
import { seal, unseal } from "../../src/adapters/webcrypto/sealed-text.ts";
import type { UserActor } from "../../src/domain/chat/actor.ts";
import { limits } from "../../src/domain/chat/limits.ts";
import { errorCodes, errorKinds, OhmError } from "../../src/domain/error/ohm-error.ts";
import { authSecret, clock } from "../deps.ts";
import { readCapped } from "../request-body.ts";
import type { CallContext, Caller, Route } from "../route.ts";
import { writes } from "../route.ts";
import { errorOf, problemOf } from "./problem.ts";

/** How soon a caller may look again whether the first try has ended, ms. */
const lookAgainMs = 1000;
/** Headers that belong to an answer, not to the request that it answered. */
const keptHeaders = ["content-type", "location", "etag"] as const;
/** What another try may change: these refusals are not kept, though they are no fault of ours. */
const unsettled = new Set(["unauthenticated", "over_budget"]);

const keptAnswer = z.union([
  z.strictObject({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string().nullable() }),
  z.strictObject({
    refusal: z.strictObject({
      code: z.enum(errorCodes),
      detail: z.string(),
      status: z.int(),
      errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    }),
  }),
]);
type Kept = z.infer<typeof keptAnswer>;

/** One try of a request that came with a key. */
interface Attempt {
  c: CallContext;
  route: Route;
  caller: Caller;
  keys: D1IdempotencyKeys;
  key: string;
  holder: string;
  subject: string;
  unsaidSeq: number;
  sealed: Seal;
}

/**
 * Answers a route, a write with an `Idempotency-Key` once per person and key: the same request again gets the first answer, another
 * one `conflict`, one whose first try still runs `conflict` with a time to wait. A try that was cut off gives way after
 * `limits.idempotencyLeaseMs`, at once where the route makes its thing under the stable id. Without the header it costs nothing.
 */
export async function answerOnce(c: CallContext, route: Route, caller: Caller): Promise<Response> {
  const { method, access, once } = route.description;
  const key = writes(method) ? keyOf(c.req.header("idempotency-key")) : null;
  const subject = uuidv7();
  // Open routes store nothing, and who has no session is somebody new each time.
  if (key === null || access === "open" || (await caller.actor()).kind !== "user") {
    return route.run(c, { ...caller, subject });
  }
  const { keys, actor } = await caller.scope();
  const holder = uuidv7();
  const use = { key, requestHash: await requestHash(c, actor), subject, holder, chatId: chatIn(c, route) };
  if (once === "client-id") {
    const known = await subjectOf(keys, {
      ...use,
      subject: await stableId(`${actor.userId} ${key} ${use.requestHash}`),
    });
    return route.run(c, { ...caller, subject: known, clientId: known });
  }
  const sealed = { secret: authSecret(c.env), purpose: "idempotency", place: `${actor.userId} ${key}` };
  const claim = await keys.claim(use, clock.nowMs());
  if (claim.state === "answered") return replay(caller, claim, sealed);
  if (claim.state === "running" && once !== "subject") throw stillRunning(claim);
  const { subject: claimed, unsaidSeq } = claim;
  const work = runAndKeep({ c, route, caller, keys, key, holder, subject: claimed, unsaidSeq, sealed });
  // A caller who hangs up must not leave a write that is done without its answer.
  c.executionCtx.waitUntil(work.catch(() => undefined));
  return work;
}

/** The id that the key stands for. The room does the thing once: no message waits for a database that does not answer, and none is made twice. */
async function subjectOf(keys: D1IdempotencyKeys, use: KeyUse): Promise<string> {
  try {
    return (await keys.claim(use, clock.nowMs())).subject;
  } catch (error) {
    if (error instanceof OhmError) throw error;
    console.error(error);
    return use.subject;
  }
}

async function runAndKeep(attempt: Attempt): Promise<Response> {
  const { c, route, caller, subject } = attempt;
  let response: Response;
  try {
    response = await route.run(c, { ...caller, subject });
  } catch (error) {
    const refused = refusal(error);
    const first = refused ? await keep(attempt, refused) : await giveBack(attempt);
    if (first) return first;
    throw error;
  }
  if (response.status >= 300) {
    await giveBack(attempt);
    return response;
  }
  const headers = Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
  const body = response.body === null ? null : await response.text();
  const first = await keep(attempt, { status: response.status, headers, body });
  return first ?? new Response(body, response);
}

/** Keeps an answer. Answers the first one where another try was faster, else null: this one is it. */
async function keep(
  { c, route, keys, key, subject, unsaidSeq, sealed }: Attempt,
  kept: Kept,
): Promise<Response | null> {
  try {
    const text = JSON.stringify(kept);
    const made = route.description.path === "/api/chats" ? subject : null;
    const chatId = "refusal" in kept || kept.body === null ? null : (chatIn(c, route) ?? made);
    const answer = text.length > limits.idempotencyAnswerBytes ? null : await seal(text, sealed);
    const status = "refusal" in kept ? kept.refusal.status : kept.status;
    const first = await keys.keep(key, { status, answer, chatId, unsaidSeq });
    return first === null ? null : await firstAnswer({ answer: first }, sealed);
  } catch (error) {
    if (error instanceof OhmError) throw error;
    // The write is done: its caller is told so, and another try waits for the lease.
    console.error(error);
    return null;
  }
}

/** The first answer again. What it holds of a chat is shown to who is in the chat now, and to nobody else. */
async function replay(caller: Caller, claim: Extract<Claim, { state: "answered" }>, sealed: Seal): Promise<Response> {
  if (claim.chatId !== null) await (await caller.scope()).rooms.ask(claim.chatId, { kind: "chat" });
  return firstAnswer(claim, sealed);
}

async function giveBack({ keys, key, holder }: Attempt): Promise<null> {
  await keys.release({ key, holder }).catch((error: unknown) => console.error(error));
  return null;
}

/** The first answer again, under this request's own id. */
async function firstAnswer({ answer }: Pick<Extract<Claim, { state: "answered" }>, "answer">, sealed: Seal) {
  const text = answer === null ? null : await unseal(answer, sealed);
  if (text === null) {
    throw new OhmError("conflict", "This request was carried out, and its answer is not kept any more");
  }
  const kept = keptAnswer.parse(JSON.parse(text));
  if ("refusal" in kept) {
    const { errors, ...refused } = kept.refusal;
    throw errorOf({ ...refused, errors, retryAfterMs: undefined, head: undefined });
  }
  return new Response(kept.body, {
    status: kept.status,
    headers: { ...kept.headers, "idempotency-replayed": "true" },
  });
}

/** A refusal that the same request would get again; null for a fault, a limit, or anything that another try may change. */
function refusal(error: unknown): Kept | null {
  if (!(error instanceof OhmError) || errorKinds[error.code].retryable || unsettled.has(error.code)) return null;
  const { code, detail, status, errors } = problemOf(error);
  return { refusal: { code, detail, status, ...(errors ? { errors } : {}) } };
}

function stillRunning({ leaseUntil }: Extract<Claim, { state: "running" }>): OhmError {
  const retryAfterMs = Math.max(1, Math.min(lookAgainMs, leaseUntil - clock.nowMs()));
  return new OhmError("conflict", "The first request with this Idempotency-Key has not ended yet", { retryAfterMs });
}

/** The chat in the address, whose texts the answer may hold. */
function chatIn(c: CallContext, { description }: Route): string | null {
  return description.path.startsWith("/api/chats/:id") ? (c.req.param("id") ?? "").toLowerCase() : null;
}

/** Digest of method, address with query, body, and of the API key if one asks. The body is read here, and put back for the route. */
async function requestHash(c: CallContext, { credential }: UserActor): Promise<string> {
  const bytes = await readCapped(c.req.raw);
  const { pathname, search } = new URL(c.req.url);
  // An API key is not given what a session was answered, nor another key.
  const asker = credential.kind === "key" ? credential.id : "";
  const head = new TextEncoder().encode(`${asker}\n${c.req.method} ${pathname}${search}\n`);
  c.req.raw = new Request(c.req.raw, { body: bytes.length > 0 ? bytes : null });
  return hexDigest(new Uint8Array([...head, ...bytes]));
}

/** The id that the same text always gets, in the shape of a UUID. */
async function stableId(text: string): Promise<string> {
  const hex = await hexDigest(new TextEncoder().encode(text));
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

async function hexDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function keyOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (/^[\x21-\x7e]{1,255}$/.test(header)) return header;
  const errors = [{ path: "idempotency-key", message: "is 1 to 255 visible ASCII characters" }];
  throw new OhmError("invalid", "The Idempotency-Key is not right", { errors });
}
