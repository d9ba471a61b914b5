import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { readSessionCache } from "../../src/adapters/d1/session-cache.ts";
import { app } from "../../workers/app.ts";
import { idOf, signUpBody } from "./accounts.ts";
import { Caller, site } from "./caller.ts";

const secret = env.BETTER_AUTH_SECRET ?? "";
const signUp = (caller: Caller, body: unknown = signUpBody()) => caller.call("POST /api/auth/sign-up/email", body);
const signIn = (caller: Caller, { email, password }: { email: string; password: string }) =>
  caller.call("POST /api/auth/sign-in/email", { email, password });

/** A guest with a chat. */
async function guest(): Promise<{ caller: Caller; chat: string; id: string }> {
  const caller = new Caller();
  const chat = await caller.startChat();
  return { caller, chat, id: await idOf(caller) };
}

/** What D1 holds of people: a sign-up in place adds nobody. */
async function peopleNamed(email: string): Promise<{ id: string; isAnonymous: number }[]> {
  const { results } = await env.DB.prepare("select id, isAnonymous from user where email = ?")
    .bind(email.toLowerCase())
    .all<{ id: string; isAnonymous: number }>();
  return results;
}

async function countOf(table: "user" | "account"): Promise<number> {
  return (await env.DB.prepare(`select count(*) as n from ${table}`).first<{ n: number }>())?.n ?? 0;
}

describe("a guest's sign-up", () => {
  it("[AUTH-22] gives the same person an account; chats and open sockets stay", async () => {
    const { caller, chat, id } = await guest();
    const socket = await caller.open(chat);
    socket.send({ type: "hello", after: 0 });
    await socket.until(({ type }) => type === "welcome");
    const people = await countOf("user");
    const body = signUpBody({ name: "Ada Lovelace" });
    expect((await signUp(caller, { ...body, email: body.email.toUpperCase() })).status).toBe(200);
    expect(await countOf("user")).toBe(people);
    expect(await peopleNamed(body.email)).toEqual([{ id, isAnonymous: 0 }]);
    const me = await (await caller.call("GET /api/me")).json();
    expect(me).toMatchObject({ id, name: "Ada Lovelace", guest: false, email: body.email });
    const held = (name: string) => decodeURIComponent(caller.cookies.get(name) ?? "");
    const cached = await readSessionCache({ token: held("ohm.token"), data: held("ohm.data") }, secret, Date.now());
    expect(cached).toMatchObject({ userId: id, guest: false, name: "Ada Lovelace" });
    expect((await caller.call(`GET /api/chats/${chat}`)).status).toBe(200);
    socket.send({ type: "post_message", clientId: crypto.randomUUID(), content: "/note still here" });
    await socket.until(({ type }) => type === "ack");
    // The password is one that the library verifies.
    const other = new Caller();
    expect((await signIn(other, body)).status).toBe(200);
    expect(await idOf(other)).toBe(id);
    socket.close();
  });

  it("[AUTH-22] is answered as the library answers its own", async () => {
    const shapeOf = (value: unknown): unknown =>
      typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
        : typeof value;
    const { caller } = await guest();
    const [ours, library] = [await signUp(caller), await signUp(new Caller())];
    const bodies = [await ours.json<{ token: string }>(), await library.json<{ token: string }>()];
    expect(shapeOf(bodies[0])).toEqual(shapeOf(bodies[1]));
    expect(ours.headers.get("content-type")).toBe(library.headers.get("content-type"));
    const named = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, ""));
    expect(named(ours).sort()).toEqual(named(library).sort());
    expect(caller.cookies.get("ohm.token")).toContain(bodies[0]?.token);
  });

  it.each<[string, unknown]>([
    ["no name", { email: "a@example.org", password: "correct horse" }],
    ["a name of two lines", signUpBody({ name: "a\nb" })],
    ["a name of 81 characters", signUpBody({ name: "n".repeat(81) })],
    ["no e-mail", { name: "Ada", password: "correct horse" }],
    ["an e-mail that is none", signUpBody({ email: "ada" })],
    ["an e-mail that is a list", signUpBody({ email: ["a@example.org"] })],
    ["no password", { name: "Ada", email: "a@example.org" }],
    ["an empty password", signUpBody({ password: "" })],
    ["a short password", signUpBody({ password: "short" })],
    ["a long password", signUpBody({ password: "p".repeat(129) })],
    ["a picture that is a script", signUpBody({ image: "javascript:alert(1)" })],
    ["a role", signUpBody({ role: "admin" })],
    ["a reason for a ban", signUpBody({ banReason: "x" })],
    ["a list", []],
    ["text", '"x"'],
    ["half of JSON", "{"],
    ["nothing", ""],
  ])("[AUTH-22] with %s is refused as the library refuses it, and the guest stays one", async (_, body) => {
    const { caller, id } = await guest();
    const people = await countOf("user");
    const [ours, library] = [await signUp(caller, body), await signUp(new Caller(), body)];
    expect([ours.status, await ours.text()]).toEqual([library.status, await library.text()]);
    expect(ours.status).toBeGreaterThanOrEqual(400);
    expect(ours.status).toBeLessThan(500);
    expect([await idOf(caller), await countOf("user")]).toEqual([id, people]);
    expect(await (await caller.call("GET /api/me")).json()).toMatchObject({ guest: true });
  });

  it("[AUTH-22] takes no word of the body for what the site decides", async () => {
    const { caller, id } = await guest();
    const said = { isAnonymous: true, banned: true, emailVerified: true, id: "x", createdAt: 0, userId: "x" };
    expect((await signUp(caller, signUpBody(said))).status).toBe(200);
    expect(await (await caller.call("GET /api/me")).json()).toMatchObject({ id, guest: false, emailVerified: false });
  });

  it("[AUTH-22] that is not to be remembered lasts a day", async () => {
    const { caller, id } = await guest();
    await signUp(caller, signUpBody({ rememberMe: false }));
    const row = await env.DB.prepare("select expiresAt from session where userId = ?")
      .bind(id)
      .first<{ expiresAt: number }>();
    expect((row?.expiresAt ?? 0) - Date.now()).toBeLessThanOrEqual(86_400_000);
    expect((row?.expiresAt ?? 0) - Date.now()).toBeGreaterThan(86_000_000);
  });
});

describe("sign-ups at once", () => {
  const statuses = (answers: Response[]) => answers.map(({ status }) => status).sort();

  it("[AUTH-23] of one guest in two tabs make one account", async () => {
    const { caller, id } = await guest();
    const body = signUpBody();
    const tabs = [0, 1].map(() => {
      const tab = new Caller();
      for (const [name, value] of caller.cookies) tab.setCookie(name, value);
      return tab;
    });
    const answers = await Promise.all(tabs.map((tab) => signUp(tab, body)));
    expect(statuses(answers)).toEqual([200, 422]);
    expect(await peopleNamed(body.email)).toEqual([{ id, isAnonymous: 0 }]);
    const accounts = env.DB.prepare("select id from account where userId = ?").bind(id);
    expect((await accounts.all()).results).toHaveLength(1);
    const won = tabs[answers.findIndex(({ status }) => status === 200)];
    won?.setCookie("ohm.data", "");
    expect(won && (await idOf(won))).toBe(id);
  });

  it("[AUTH-23] of one guest under two addresses make one account, whose password is that of its address", async () => {
    const { caller, id } = await guest();
    const bodies = [signUpBody({ password: "first horse" }), signUpBody({ password: "second horse" })];
    const answers = await Promise.all(bodies.map((body) => signUp(copy(caller), body)));
    expect(statuses(answers)).toEqual([200, 422]);
    const won = bodies[answers.findIndex(({ status }) => status === 200)];
    const again = new Caller();
    expect(won && (await signIn(again, won)).status).toBe(200);
    expect(await idOf(again)).toBe(id);
  });

  it("[AUTH-23] of two guests with one address: the later one is told as the library tells it, and stays a guest", async () => {
    const [one, two] = [await guest(), await guest()];
    const body = signUpBody();
    const answers = await Promise.all([signUp(one.caller, body), signUp(two.caller, body)]);
    expect(statuses(answers)).toEqual([200, 422]);
    const lost = answers[0]?.status === 422 ? one : two;
    const refused = await answers.find(({ status }) => status === 422)?.json();
    expect(refused).toMatchObject({ code: "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL" });
    expect(await (await lost.caller.call("GET /api/me")).json()).toMatchObject({ id: lost.id, guest: true });
    expect((await lost.caller.call(`GET /api/chats/${lost.chat}`)).status).toBe(200);
    expect((await signUp(lost.caller)).status).toBe(200);
    expect(await idOf(lost.caller)).toBe(lost.id);
  });

  it("[AUTH-23] of strangers with one address make one account", async () => {
    const body = signUpBody();
    const answers = await Promise.all([0, 1, 2].map(() => signUp(new Caller(), body)));
    expect(statuses(answers)).toEqual([200, 422, 422]);
    expect(await peopleNamed(body.email)).toHaveLength(1);
  });
});

function copy(caller: Caller): Caller {
  const other = new Caller();
  for (const [name, value] of caller.cookies) other.setCookie(name, value);
  return other;
}

describe("a guest's cookie after the sign-up", () => {
  it("[AUTH-24] is that person's while its cache lasts, a guest's in no answer of D1, and then nobody's", async () => {
    const { caller, chat, id } = await guest();
    const old = copy(caller);
    await signUp(caller, signUpBody({ name: "Ada" }));
    expect((await old.call(`GET /api/chats/${chat}`)).status).toBe(200);
    expect(await (await old.call("GET /api/me")).json()).toMatchObject({ id, name: "Ada", guest: false });
    const { participants } = await (await old.call(`GET /api/chats/${chat}/snapshot`)).json<{
      participants: object[];
    }>();
    expect(participants).toHaveLength(1);
    const upgrade = { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" };
    expect((await old.call(`GET /api/chats/${chat}/socket`, undefined, upgrade)).status).toBe(401);
    expect((await old.call("PATCH /api/me", { name: "Guest" })).status).toBe(401);
    old.setCookie("ohm.data", "");
    expect((await old.call(`GET /api/chats/${chat}`)).status).toBe(401);
  });

  it("[AUTH-24] signs nobody up in place again", async () => {
    const { caller, id } = await guest();
    const old = copy(caller);
    await signUp(caller);
    // While it can be told, nobody else is made either: this is another tab of the same person.
    expect((await signUp(copy(old))).status).toBe(422);
    old.setCookie("ohm.data", "");
    expect((await signUp(old)).status).toBe(200);
    expect(await idOf(old)).not.toBe(id);
    expect(await idOf(caller)).toBe(id);
  });

  it("[AUTH-24] shows no guest in a room again", async () => {
    const { caller, chat } = await guest();
    const old = copy(caller);
    await signUp(caller, signUpBody({ name: "Ada" }));
    const shown = async (by: Caller) =>
      (await (await by.call(`GET /api/chats/${chat}/snapshot`)).json<{ participants: object[] }>()).participants;
    expect(await shown(caller)).toMatchObject([{ name: "Ada", guest: false }]);
    expect(await shown(old)).toMatchObject([{ name: "Ada", guest: false }]);
  });
});

describe("OHM_SIGNUP", () => {
  const call = (policy: string | undefined, caller: Caller, body: object) =>
    app.request(
      `${site}/api/auth/sign-up/email`,
      {
        method: "POST",
        headers: { "content-type": "application/json", cookie: caller.cookie, origin: site },
        body: JSON.stringify(body),
      },
      { ...env, ...(policy === undefined ? {} : { OHM_SIGNUP: policy }) },
      createExecutionContext(),
    );

  it("[AUTH-25] is open unless set, and closed for guests and strangers with any word that is none of the three", async () => {
    for (const policy of [undefined, "", "<open>", "open"]) {
      expect([policy, (await call(policy, new Caller(), signUpBody())).status]).toEqual([policy, 200]);
    }
    for (const policy of ["closed", "close", "OPEN"]) {
      for (const caller of [(await guest()).caller, new Caller()]) {
        const refused = await call(policy, caller, signUpBody());
        expect([refused.status, await refused.json()]).toMatchObject([
          400,
          { code: "EMAIL_PASSWORD_SIGN_UP_DISABLED" },
        ]);
      }
    }
  });

  it("[AUTH-25] invite lets in who came into a chat by an invitation, and who holds one", async () => {
    const owner = await guest();
    const invite = async () => {
      const made = await owner.caller.call(`POST /api/chats/${owner.chat}/invitations`, { role: "member" });
      return made.json<{ id: string; token: string }>();
    };
    const joined = await guest();
    await joined.caller.call(`POST /api/invitations/${(await invite()).token}/accept`);
    expect((await call("invite", joined.caller, signUpBody())).status).toBe(200);
    const { id, token: invitation } = await invite();
    expect((await call("invite", new Caller(), signUpBody({ invitation }))).status).toBe(200);
    expect((await call("invite", (await guest()).caller, signUpBody({ invitation }))).status).toBe(200);
    await owner.caller.call(`DELETE /api/chats/${owner.chat}/invitations/${id}`);
    for (const more of [{}, { invitation }, { invitation: "x" }, { invitation: 7 }]) {
      for (const caller of [(await guest()).caller, new Caller()]) {
        const refused = await call("invite", caller, signUpBody(more));
        expect([refused.status, await refused.json()]).toMatchObject([403, { code: "INVITATION_NEEDED" }]);
      }
    }
  });
});
