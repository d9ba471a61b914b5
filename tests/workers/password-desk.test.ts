import { listDurableObjectIds } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { hashPassword } from "better-auth/crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PasswordDesk } from "../../workers/password-desk.ts";
import { signUpBody } from "./accounts.ts";
import { Caller } from "./caller.ts";

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  new Caller().call("POST /api/auth/sign-in/email", { email, password }, headers);

afterEach(() => {
  vi.restoreAllMocks();
});

describe("passwords", () => {
  it("[AUTH-49] are hashed and compared in an object of the caller's address, as guest, newcomer and by sign-in", async () => {
    const hash = vi.spyOn(PasswordDesk.prototype, "hash");
    const verify = vi.spyOn(PasswordDesk.prototype, "verify");
    const [newcomer, guest] = [signUpBody(), signUpBody()];
    const caller = new Caller();
    await caller.startChat();
    expect((await caller.call("POST /api/auth/sign-up/email", guest)).status).toBe(200);
    expect((await new Caller().call("POST /api/auth/sign-up/email", newcomer)).status).toBe(200);
    expect(hash.mock.calls).toEqual([[guest.password], [newcomer.password]]);
    const from = { "cf-connecting-ip": "203.0.113.9" };
    for (const { email, password } of [newcomer, guest]) {
      expect((await signIn(email, password, from)).status).toBe(200);
      expect((await signIn(email, `${password}!`, from)).status).toBe(401);
    }
    expect(verify).toHaveBeenCalledTimes(4);
    const desks = await listDurableObjectIds(env.PASSWORD_DESK);
    expect(desks.map(String)).toContain(String(env.PASSWORD_DESK.idFromName("203.0.113.9")));
  });

  it("[AUTH-49] that the library hashed before still open their account", async () => {
    const { email, password } = signUpBody();
    await new Caller().call("POST /api/auth/sign-up/email", { name: "Ada", email, password: "something else" });
    await env.DB.prepare("update account set password = ? where userId = (select id from user where email = ?)")
      .bind(await hashPassword(password), email)
      .run();
    expect((await signIn(email, password)).status).toBe(200);
    expect((await signIn(email, "something else")).status).toBe(401);
  });

  it("[AUTH-49] take as long for an address that nobody has", async () => {
    const hash = vi.spyOn(PasswordDesk.prototype, "hash");
    expect((await signIn("nobody@example.org", "correct horse")).status).toBe(401);
    expect(hash).toHaveBeenCalledTimes(1);
  });
});
