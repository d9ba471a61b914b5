import { readFileSync } from "node:fs";
import { effect } from "@preact/signals";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { speak, withWords } from "../../../web/src/text/speak.ts";
import { text } from "../../../web/src/text/text.ts";

const root = { lang: "en", dataset: {} as Record<string, string> };
const kept = new Map<string, string>();
vi.stubGlobal("document", { documentElement: root });
vi.stubGlobal("navigator", { languages: ["de-CH", "en"] });
vi.stubGlobal("localStorage", {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
});

beforeEach(() => {
  kept.clear();
  root.dataset = {};
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
    expect(await withWords(Promise.resolve("code"))).toBe("code");
    expect(text.bench.label).toBe("Bench");
    await speak("de");
    expect(text.bench.label).toBe("Werkbank");
  });

  it("are those of the last choice, however fast somebody chooses", async () => {
    await Promise.all([speak("en"), speak("de"), speak("en")]);
    expect([text.language, text.shell.new, root.lang]).toEqual(["en", "New", "en"]);
  });
});

describe("[WEB-72] the theme", () => {
  const early = readFileSync("web/public/theme.js", "utf8");
  const runEarly = () => new Function(early)();

  it("that was chosen is on the page before its code runs, from where the preferences keep it", async () => {
    const { prefer } = await import("../../../web/src/features/preferences/preferences.ts");
    runEarly();
    expect(root.dataset).toEqual({});
    for (const theme of ["dark", "light"] as const) {
      prefer({ theme });
      runEarly();
      expect(root.dataset).toEqual({ theme });
    }
  });

  it("is the machine's where what is kept is broken", () => {
    for (const broken of ["{", '{"theme":"<script>"}', "[]", '"dark"']) {
      kept.set("ohm.preferences", broken);
      runEarly();
      expect(root.dataset).toEqual({});
    }
    kept.set("ohm.preferences", "null");
    expect(runEarly).not.toThrow();
  });
});
