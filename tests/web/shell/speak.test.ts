import { readFileSync } from "node:fs";
import { effect } from "@preact/signals";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { speak, withWords } from "../../../web/src/text/speak.ts";
import { text } from "../../../web/src/text/text.ts";

const root = { lang: "", dataset: {} as Record<string, string> };
const kept = new Map<string, string>();
let sentFor: string[] = [];
vi.stubGlobal("document", {
  documentElement: root,
  currentScript: {
    dataset: {
      wordsStartEn: "/start-en.js",
      wordsStartDe: "/start-de.js",
      wordsChatDe: "/chat-de.js",
      pageStart: "/start.js",
      pageChat: "/chat.js",
      pageParts: "/parts.js",
    },
  },
  createElement: () => ({ rel: "", href: "" }),
  head: { append: ({ href }: { href: string }) => sentFor.push(href) },
});
vi.stubGlobal("navigator", { languages: ["de-CH", "en"] });
const address = { pathname: "/settings" };
vi.stubGlobal("location", address);
vi.stubGlobal("localStorage", {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
});

beforeEach(() => {
  kept.clear();
  root.dataset = {};
  sentFor = [];
});

describe("[WEB-72] the words of a page", () => {
  it("are not there before a language is spoken, and change where they stand when another is", async () => {
    expect(() => text.shell.new).toThrow("call speak first");
    await speak("en");
    const seen: string[] = [];
    const stop = effect(() => {
      seen.push(text.shell.new);
    });
    await speak("de");
    stop();
    expect(seen).toEqual(["New", "Neu"]);
    expect([root.lang, text.language, text.locale]).toEqual(["de", "de", "de-CH"]);
  });

  it("of what lies behind the first screen come with its code, in every language from then on", async () => {
    await speak("en");
    expect(() => text.bench.label).toThrow("withWords");
    expect(await withWords("chat", Promise.resolve("code"))).toBe("code");
    expect(text.bench.label).toBe("Bench");
    await speak("de");
    expect(text.bench.label).toBe("Werkbank");
    expect(() => text.settings.title).toThrow("withWords");
  });

  it("are those of the last choice, however fast somebody chooses", async () => {
    await Promise.all([speak("en"), speak("de"), speak("en")]);
    expect([text.language, text.shell.new, root.lang]).toEqual(["en", "New", "en"]);
  });
});

describe("[WEB-72] before the code of the page", () => {
  const early = readFileSync("web/public/early.js", "utf8");
  const runEarly = () => new Function(early)();

  it("its theme is there, from where the preferences keep it", async () => {
    const { prefer } = await import("../../../web/src/features/preferences/preferences.ts");
    runEarly();
    expect(root.dataset).toEqual({});
    for (const theme of ["dark", "light"] as const) {
      prefer({ theme });
      runEarly();
      expect(root.dataset).toEqual({ theme });
    }
  });

  it("the words are sent for that the page will speak", async () => {
    const { prefer } = await import("../../../web/src/features/preferences/preferences.ts");
    runEarly();
    prefer({ language: "en" });
    runEarly();
    vi.stubGlobal("navigator", { languages: ["fr-FR"] });
    kept.clear();
    runEarly();
    vi.stubGlobal("navigator", { languages: ["de-CH", "en"] });
    expect(sentFor).toEqual(["/start-de.js", "/start-en.js", "/start-en.js"]);
    expect(root.lang).toBe("en");
  });

  it("the page of the address is sent for, a chat with its words", () => {
    const at = (pathname: string) => {
      sentFor = [];
      address.pathname = pathname;
      runEarly();
      return sentFor;
    };
    expect(at("/")).toEqual(["/start-de.js", "/parts.js", "/start.js"]);
    expect(at("/chat/some-id")).toEqual(["/start-de.js", "/parts.js", "/chat.js", "/chat-de.js"]);
    expect(at("/settings")).toEqual(["/start-de.js"]);
  });

  it("what is kept may be broken", () => {
    for (const broken of ["{", '{"theme":"<script>"}', "[]", '"dark"', "null", '{"language":"constructor"}']) {
      kept.set("ohm.preferences", broken);
      expect(runEarly).not.toThrow();
      expect(root.dataset).toEqual({});
    }
    expect(new Set(sentFor)).toEqual(new Set(["/start-de.js"]));
  });
});
