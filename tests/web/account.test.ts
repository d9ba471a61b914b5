import { beforeEach, describe, expect, it, vi } from "vitest";

const kept = new Map<string, string>([["ohm.known", "account"]]);
vi.stubGlobal("localStorage", {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});
vi.stubGlobal("navigator", { languages: ["en"] });
vi.stubGlobal("document", { documentElement: { lang: "", dataset: {} } });

/** What the server is asked, and what it answers when it does. */
const asked: { method: string; body: unknown }[] = [];
let answers: (() => void)[] = [];
let person: Record<string, unknown> = {};
vi.stubGlobal("fetch", async (_: string, { method = "GET", body }: RequestInit) => {
  asked.push({ method, body: typeof body === "string" ? JSON.parse(body) : null });
  const said = JSON.stringify(person);
  await new Promise<void>((answered) => answers.push(answered));
  return new Response(said, { status: Object.hasOwn(person, "id") ? 200 : 401 });
});
const answerAll = async () => {
  for (const answer of answers.splice(0)) answer();
  await vi.waitFor(() => expect(answers).toEqual([]));
};

const { keepPreference } = await import("../../web/src/features/account/keep-preference.ts");
const { fieldOf, refusalWords } = await import("../../web/src/features/account/refusal-words.ts");
const { loadMe, me } = await import("../../web/src/features/account/me.ts");
const { prefer, preferences } = await import("../../web/src/features/preferences/preferences.ts");
const { known, noteKnown } = await import("../../web/src/features/start/known-session.ts");
const { speak, withWords } = await import("../../web/src/text/speak.ts");

function ada(more: Record<string, unknown> = {}) {
  const basics = { id: "1", name: "Ada", guest: false, email: "ada@example.org", emailVerified: false };
  return { ...basics, username: null, image: null, role: "user", preferences: {}, createdAt: 1, ...more };
}

beforeEach(() => {
  asked.length = 0;
  answers = [];
  noteKnown("account");
  preferences.value = {};
  person = ada();
});

describe("[WEB-100] what an account prefers", () => {
  it("holds here, and what it has not set is taken from here", async () => {
    prefer({ theme: "light", enterSends: false });
    person = ada({ preferences: { theme: "dark" } });
    const loading = loadMe();
    await answerAll();
    await loading;
    expect(preferences.value).toEqual({ theme: "dark", enterSends: false });
    expect(asked.at(-1)).toEqual({ method: "PATCH", body: { preferences: { theme: "dark", enterSends: false } } });
  });

  it("is not taken back by an answer that was asked for before a change", async () => {
    person = ada({ preferences: { theme: "dark" } });
    const loading = loadMe();
    keepPreference({ theme: "light" });
    await answerAll();
    await loading;
    expect(preferences.value).toEqual({ theme: "light" });
  });

  it("is sent nowhere by a guest", async () => {
    person = ada({ guest: true, email: null });
    const loading = loadMe();
    await answerAll();
    await loading;
    expect(known.value).toBe("guest");
    keepPreference({ theme: "light" });
    expect(asked.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("nobody is asked about where nobody was here, and a session that has ended is nobody's", async () => {
    person = { code: "unauthenticated", detail: "" };
    const loading = loadMe();
    await answerAll();
    expect(await loading).toBeNull();
    expect([me.value, known.value, kept.has("ohm.known")]).toEqual([null, "nobody", false]);
    await loadMe();
    expect(asked).toHaveLength(1);
  });
});

describe("[WEB-101] a refusal", () => {
  const refusal = (code: string | null, more = {}) => ({ code, message: "", retryAfterSeconds: null, ...more });

  it.for([
    ["en", "Sign in with it instead", "Try again in 42 minutes", "What you wrote is still here"],
    ["de", "Melde dich damit an", "in 42 Minuten", "steht noch da"],
  ] as const)("says in %s what to do", async ([language, taken, wait, offline]) => {
    await speak(language);
    await withWords("house", Promise.resolve());
    expect(refusalWords(refusal("USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL"))).toContain(taken);
    expect(refusalWords(refusal("TOO_MANY_REQUESTS", { retryAfterSeconds: 2500 }))).toContain(wait);
    expect(refusalWords(refusal("TOO_MANY_REQUESTS"))).toMatch(/a minute|eine Minute/);
    expect(refusalWords(refusal(null))).toContain(offline);
    expect(refusalWords(refusal("SOMETHING_NEW", { message: "" }))).toMatch(/Try again|noch einmal/);
  });

  it("says where it belongs", () => {
    expect(
      ["PASSWORD_TOO_SHORT", "USER_ALREADY_EXISTS", "INVALID_USER", "TOO_MANY_REQUESTS", null].map((code) =>
        fieldOf(refusal(code)),
      ),
    ).toEqual(["password", "email", "name", null, null]);
  });
});
