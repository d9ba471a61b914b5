import { Hono } from "hono/quick";
import type { Actor } from "../src/domain/chat/actor.ts";
import { mayWrite } from "../src/domain/chat/actor.ts";
import { OhmError } from "../src/domain/error/ohm-error.ts";
import { answerAuth } from "./answer-auth.ts";
import { isUnlimited } from "./deps.ts";
import { bearerToken } from "./middleware/api-key.ts";
import { answerOnce } from "./middleware/idempotency.ts";
import { checkOrigin } from "./middleware/origin.ts";
import { problemOf, problemResponse } from "./middleware/problem.ts";
import { countGuest } from "./middleware/rates.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { identify, makeGuest, sessionCookies } from "./middleware/session.ts";
import { onDemand } from "./on-demand.ts";
import { discardBody } from "./request-body.ts";
import type { CallContext, Caller, Route, Vars } from "./route.ts";
import { routesAt } from "./route-table.ts";
import type { Scope } from "./scope.ts";

const scopes = onDemand(() => import("./scope.ts"));

/** The HTTP surface; every request that is not an asset passes here. */
export const app = new Hono<Vars>();

app.use(async (c, next) => {
  c.set("requestId", crypto.randomUUID());
  c.set("unlimited", isUnlimited(c.env, new URL(c.req.url)));
  c.set("setCookies", []);
  await next();
  if (c.res.status === 101) return;
  await discardBody(c.req.raw);
  const response = new Response(c.res.body, c.res);
  for (const [name, value] of securityHeaders(c.req.raw)) response.headers.set(name, value);
  response.headers.set("x-request-id", c.get("requestId"));
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  for (const cookie of c.get("setCookies")) response.headers.append("set-cookie", cookie);
  c.res = response;
});

app.use(async (c, next) => {
  // An API key counts before a session, and no page of another site can send one.
  const hasCookie = bearerToken(c.req.raw) === null && sessionCookies(c.req.raw) !== null;
  checkOrigin({ request: c.req.raw, hasCookie, publicUrl: c.env.PUBLIC_URL });
  await next();
});

app.on(["GET", "POST"], "/api/auth/*", answerAuth);

for (const [path, groups] of Object.entries(routesAt)) {
  app.all(path, async (c) => {
    const loaded = (await Promise.all(groups.map((group) => group()))).flat();
    const here = loaded.filter(({ description }) => description.path === path);
    // HEAD is a GET whose body stays away.
    const method = c.req.method === "HEAD" ? "get" : c.req.method.toLowerCase();
    const route = here.find(({ description }) => description.method === method);
    return route ? answerOnce(c, route, callerOf(c, route)) : notTaken(c, here);
  });
}

app.notFound((c) => {
  const error = new OhmError("not_found", "There is nothing at this address");
  return problemResponse(problemOf(error), c.get("requestId"));
});

app.onError((error, c) => problemResponse(problemOf(error), c.get("requestId")));

function notTaken(c: CallContext, here: readonly Route[]): Response {
  const allow = here.map(({ description }) => description.method.toUpperCase()).join(", ");
  const error = new OhmError("unsupported", `This address takes ${allow}`, { status: 405 });
  const response = problemResponse(problemOf(error), c.get("requestId"));
  response.headers.set("allow", allow);
  return response;
}

/** Who asks, found out at the first question and from verified credentials only. */
function callerOf(c: CallContext, { description }: Route): Caller {
  let asked: Promise<Actor> | null = null;
  let made: Promise<Scope> | null = null;
  const actor = () => {
    asked ??= actorOf(c, description);
    return asked;
  };
  const scope = () => {
    made ??= actor().then((known) => scopeOf(c, known, description.access === "guest"));
    return made;
  };
  return { actor, scope };
}

async function actorOf(c: CallContext, { sensitive, method }: Route["description"]): Promise<Actor> {
  const fresh = sensitive === true || c.req.header("upgrade") !== undefined;
  const { actor, setCookies } = await identify(c.env, c.req.raw, fresh);
  if (actor.kind === "user" && method !== "get" && !mayWrite(actor.credential)) {
    throw new OhmError("forbidden", "This API key may only read");
  }
  c.get("setCookies").push(...setCookies);
  return actor;
}

/** The person's scope. Who has no session becomes a guest where the route takes one in. */
async function scopeOf(c: CallContext, actor: Actor, takesGuests: boolean): Promise<Scope> {
  const { scoped } = await scopes();
  if (actor.kind === "user") return scoped(c.env, actor, c.get("unlimited"));
  if (!takesGuests) throw new OhmError("unauthenticated", "Sign in, or start a chat to become a guest");
  if (!c.get("unlimited")) await countGuest(c.env, c.req.raw);
  const guest = await makeGuest(c.env, c.req.raw);
  c.get("setCookies").push(...guest.setCookies);
  return scoped(c.env, guest.actor, c.get("unlimited"));
}
