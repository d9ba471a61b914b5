import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { account, idOf, signUpBody } from "./accounts.ts";
import { Caller } from "./caller.ts";

const note = (content: string) => ({ clientId: crypto.randomUUID(), content: `/note ${content}` });

/** A guest with a chat who has signed in to an account in the same browser; and that account in another one. */
async function signedIn() {
  const body = signUpBody();
  const elsewhere = new Caller();
  await elsewhere.call("POST /api/auth/sign-up/email", body);
  const browser = new Caller();
  const chat = await browser.startChat({ title: "Lamp" });
  await browser.call(`POST /api/chats/${chat}/messages`, note("as a guest"));
  const guestId = await idOf(browser);
  const { name } = await (await browser.call("GET /api/me")).json<{ name: string }>();
  const before = new Caller();
  for (const [cookie, value] of browser.cookies) before.setCookie(cookie, value);
  const { email, password } = body;
  expect((await browser.call("POST /api/auth/sign-in/email", { email, password })).status).toBe(200);
  return { browser, elsewhere, guest: before, guestId, guestName: name, chat, body };
}

const offer = async (caller: Caller) => (await caller.call("GET /api/me/bring-chats")).json();

describe("a sign-in from a guest's session", () => {
  it("[AUTH-30] is to the account, and moves nothing by itself", async () => {
    const { browser, elsewhere, guest, guestName, chat } = await signedIn();
    expect(await idOf(browser)).toBe(await idOf(elsewhere));
    expect((await browser.call(`GET /api/chats/${chat}`)).status).toBe(404);
    expect((await guest.call(`GET /api/chats/${chat}`)).status).toBe(200);
    expect(await offer(browser)).toEqual({ from: guestName, chats: 1 });
  });

  it("[AUTH-30] offers the guest's chats to that account in that browser only", async () => {
    const { browser, elsewhere } = await signedIn();
    const none = { from: null, chats: 0 };
    expect(await offer(elsewhere)).toEqual(none);
    expect((await elsewhere.call("POST /api/me/bring-chats")).status).toBe(404);
    const eve = await account();
    const proof = browser.cookies.get("ohm.bring") ?? "";
    eve.setCookie("ohm.bring", proof);
    expect(await offer(eve)).toEqual(none);
    expect((await eve.call("POST /api/me/bring-chats")).status).toBe(404);
    const text = decodeURIComponent(proof);
    const forged = [
      text.replace(/^bring \S+/, `bring ${await idOf(eve)}`),
      text.replace(/\d+\./, "99999999999999."),
      text.slice(0, -2),
      "bring x",
      "",
    ];
    for (const cookie of forged) {
      browser.setCookie("ohm.bring", encodeURIComponent(cookie));
      expect(await offer(browser)).toEqual(none);
    }
  });

  it("[AUTH-30] offers nothing an hour later", async () => {
    const { browser } = await signedIn();
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
    try {
      expect(await offer(browser)).toEqual({ from: null, chats: 0 });
    } finally {
      vi.useRealTimers();
    }
  });

  it("[AUTH-30] offers nothing where the guest had no chats", async () => {
    const body = signUpBody();
    await new Caller().call("POST /api/auth/sign-up/email", body);
    const browser = new Caller();
    await browser.call("POST /api/auth/sign-in/anonymous", {});
    await browser.call("POST /api/auth/sign-in/email", { email: body.email, password: body.password });
    expect(await offer(browser)).toEqual({ from: null, chats: 0 });
  });

  it("[AUTH-31] brings the chats along when the person says so, by a job, once", async () => {
    const { browser, elsewhere, guestId, guestName, chat } = await signedIn();
    const asked = await browser.call("POST /api/me/bring-chats");
    expect(asked.status).toBe(202);
    const job = await asked.json<{ id: string }>();
    expect(job).toMatchObject({ kind: "bring_chats", subject: guestName });
    expect(JSON.stringify(job)).not.toContain(guestId);
    expect((await browser.call("POST /api/me/bring-chats")).status).toBe(404);
    await vi.waitFor(
      async () => {
        const { items } = await (await elsewhere.call("GET /api/jobs")).json<{ items: object[] }>();
        expect(items).toMatchObject([{ id: job.id, state: "done", done: 1 }]);
      },
      { timeout: 30_000, interval: 100 },
    );
    const { items } = await (await elsewhere.call(`GET /api/chats/${chat}/messages`)).json<{ items: object[] }>();
    expect(items).toMatchObject([{ senderId: await idOf(elsewhere), senderName: "Ada", content: "/note as a guest" }]);
    expect(await env.DB.prepare("select id from user where id = ?").bind(guestId).first()).toBeNull();
  });

  it("[AUTH-31] leaves the chats untouched when the person refuses", async () => {
    const { browser, guest, chat } = await signedIn();
    expect((await browser.call("DELETE /api/me/bring-chats")).status).toBe(204);
    expect(browser.cookies.get("ohm.bring")).toBe("");
    expect(await offer(browser)).toEqual({ from: null, chats: 0 });
    expect((await guest.call(`GET /api/chats/${chat}`)).status).toBe(200);
  });

  it("[AUTH-31] takes nothing from somebody who has an account by then", async () => {
    const { browser, guest, chat } = await signedIn();
    expect((await guest.call("POST /api/auth/sign-up/email", signUpBody())).status).toBe(200);
    expect((await browser.call("POST /api/me/bring-chats")).status).toBe(404);
    expect((await guest.call(`GET /api/chats/${chat}`)).status).toBe(200);
  });
});
