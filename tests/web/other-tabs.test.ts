import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const kept = new Map<string, string>();
vi.stubGlobal("localStorage", {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});
vi.stubGlobal("navigator", { languages: ["en"] });
vi.stubGlobal("document", { documentElement: { lang: "", dataset: {} } });
const page = new EventTarget();
vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
vi.stubGlobal("dispatchEvent", page.dispatchEvent.bind(page));
vi.stubGlobal("location", { pathname: "/chat/1", search: "" });
vi.stubGlobal("window", page);
const went: unknown[] = [];
vi.stubGlobal("history", {
  state: null,
  pushState: (_state: unknown, _: string, to: unknown) => went.push(to),
  replaceState: (_state: unknown, _: string, to: unknown) => went.push(to),
});
/** Who the server says is here. */
let person: Record<string, unknown> | null = null;
vi.stubGlobal("fetch", async () =>
  person === null
    ? new Response('{"code":"unauthenticated","detail":""}', { status: 401 })
    : new Response(JSON.stringify(person)),
);

const { forgetPerson } = await import("../../web/src/features/account/enter.ts");
const { followOtherTabs } = await import("../../web/src/features/account/settle.ts");
const { loadMe, me } = await import("../../web/src/features/account/me.ts");
const { identity } = await import("../../web/src/features/shell/identity.ts");
const { known, noteKnown } = await import("../../web/src/features/start/known-session.ts");

const ada = { id: "1", name: "Ada", guest: false, email: "ada@example.org", emailVerified: false };
const whole = { ...ada, username: null, image: null, role: "user", preferences: {}, createdAt: 1 };

/** What another tab writes by `act` is told here as a browser tells it. That tab is these modules too: what it did to its page is taken back. */
async function elsewhere(act: () => void | Promise<void>): Promise<void> {
  const before = new Map(kept);
  const here = { me: me.value, known: known.value, identity: identity.value };
  await act();
  me.value = here.me;
  known.value = here.known;
  identity.value = here.identity;
  went.length = 0;
  const keys = new Set([...before.keys(), ...kept.keys()]);
  for (const key of keys)
    if (before.get(key) !== kept.get(key)) page.dispatchEvent(Object.assign(new Event("storage"), { key }));
  await new Promise((soon) => setTimeout(soon, 0));
}

describe("[WEB-102] a sign-out in another tab", () => {
  let stop = () => undefined;
  let begun = 0;
  beforeEach(async () => {
    kept.clear();
    person = whole;
    noteKnown("account");
    await loadMe();
    went.length = 0;
    begun = identity.value;
    const ended = followOtherTabs();
    stop = () => void ended();
  });
  afterEach(() => stop());

  it.for(["the other tab", "its own line"] as const)(
    "leads to the first screen, heard first from %s",
    async (first) => {
      if (first === "its own line") {
        person = null;
        await loadMe();
        expect([me.value, went]).toEqual([null, []]);
      }
      person = null;
      await elsewhere(forgetPerson);
      expect([me.value, went, identity.value]).toEqual([null, ["/"], begun + 1]);
    },
  );

  it("is not what a session is that was ended from elsewhere: every tab stays where it is", async () => {
    person = null;
    await elsewhere(() => noteKnown("nobody"));
    expect([me.value, went, identity.value]).toEqual([null, [], begun]);
  });

  it("somebody else who signs in there is met here too", async () => {
    person = { ...whole, id: "2", name: "Grace" };
    await elsewhere(() => noteKnown("guest"));
    await vi.waitFor(() => expect(me.value?.id).toBe("2"));
    expect([went, identity.value]).toEqual([[], begun + 1]);
  });
});
