import { describe, expect, it } from "vitest";
import { problem } from "../../src/protocol/answers.ts";
import { account, idOf, suspend } from "./accounts.ts";
import { Caller } from "./caller.ts";

interface Me {
  name: string;
  username: string | null;
  preferences: Record<string, unknown>;
}

async function me(caller: Caller): Promise<Me> {
  return (await caller.call("GET /api/me")).json<Me>();
}

describe("one's own profile", () => {
  it("[AUTH-21] of a guest has no e-mail, of an account has it", async () => {
    const guest = new Caller();
    await guest.startChat();
    expect(await me(guest)).toMatchObject({ guest: true, email: null, username: null, role: "user", preferences: {} });
    expect(await me(await account())).toMatchObject({ name: "Ada", guest: false, email: expect.stringContaining("@") });
  });

  it("[AUTH-21] changes by what is named, merges preferences, and null takes away", async () => {
    const ada = await account();
    const username = `u${crypto.randomUUID().slice(0, 8)}`;
    await ada.call("PATCH /api/me", { username, image: "https://a.example/1.png", preferences: { theme: "dark" } });
    const both = [{ preferences: { language: "de" } }, { preferences: { enterSends: false } }];
    await Promise.all(both.map((body) => ada.call("PATCH /api/me", body)));
    const changed = await ada.call("PATCH /api/me", { name: "Ada L.", image: null });
    expect(await changed.json()).toMatchObject({
      name: "Ada L.",
      username,
      image: null,
      preferences: { theme: "dark", language: "de", enterSends: false },
    });
    await ada.call("PATCH /api/me", { username: null });
    expect(await me(ada)).toMatchObject({ name: "Ada L.", username: null });
  });

  it("[AUTH-21] has a username that nobody else has, also at once", async () => {
    const both = [await account(), await account()];
    const username = `u${crypto.randomUUID().slice(0, 8)}`;
    const answers = await Promise.all(both.map((caller) => caller.call("PATCH /api/me", { username, name: "New" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.findIndex(({ status }) => status === 409);
    const refused = problem.parse(await answers[lost]?.json());
    expect(refused).toMatchObject({ code: "conflict", errors: [{ path: "username" }] });
    const loser = both[lost];
    expect(loser && (await me(loser))).toMatchObject({ name: "Ada", username: null });
  });

  it("[AUTH-21] a guest has no username", async () => {
    const guest = new Caller();
    await guest.startChat();
    expect((await guest.call("PATCH /api/me", { username: "somebody" })).status).toBe(403);
    expect((await guest.call("PATCH /api/me", { name: "Bo" })).status).toBe(200);
    expect(await me(guest)).toMatchObject({ name: "Bo", username: null });
  });

  it("[AUTH-21] shows a new name in rooms with the next request", async () => {
    const ada = await account();
    const chat = await ada.startChat();
    await ada.call("PATCH /api/me", { name: "Countess" });
    const { participants } = await (await ada.call(`GET /api/chats/${chat}/snapshot`)).json<{
      participants: object[];
    }>();
    expect(participants).toMatchObject([{ name: "Countess", guest: false }]);
  });

  it.each<[string, unknown, string]>([
    ["a name of 81 characters", { name: "n".repeat(81) }, "name"],
    ["a name of two lines", { name: "a\nb" }, "name"],
    ["no name", { name: null }, "name"],
    ["a script for a picture", { image: "javascript:alert(1)" }, "image"],
    ["capitals in the username", { username: "Ada" }, "username"],
    ["an unknown theme", { preferences: { theme: "pink" } }, "preferences.theme"],
    ["an unknown preference", { preferences: { role: "admin" } }, "preferences"],
    ["a role", { role: "admin" }, ""],
    ["__proto__", '{"__proto__":{"role":"admin"}}', ""],
  ])("[AUTH-21] refuses %s by its field", async (_, body, path) => {
    const response = await (await account()).call("PATCH /api/me", body);
    expect(problem.parse(await response.json())).toMatchObject({ code: "invalid", errors: [{ path }] });
  });
});

describe("a suspension", () => {
  const refused = async (response: Promise<Response>) => {
    const { status, detail } = problem.parse(await (await response).json());
    expect([status, detail]).toEqual([401, expect.stringContaining("suspended")]);
  };

  it("[AUTH-20] is seen at once by upgrades and sensitive routes, and by all when the cache is over", async () => {
    const guest = new Caller();
    const chat = await guest.startChat();
    const id = await idOf(guest);
    await suspend(id, Date.now() + 3_600_000);
    const upgrade = { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1" };
    await refused(guest.call(`GET /api/chats/${chat}/socket`, undefined, upgrade));
    await refused(guest.call("PATCH /api/me", { name: "x" }));
    guest.setCookie("ohm.data", "");
    await refused(guest.call("GET /api/chats"));
    // Nor do they become somebody new while they hold the session.
    await refused(guest.call("POST /api/chats", {}));
    await suspend(id, null, false);
    expect((await guest.call(`GET /api/chats/${chat}`)).status).toBe(200);
  });
});
