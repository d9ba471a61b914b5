import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzyMatch, marked } from "../../../web/src/features/palette/fuzzy.ts";

function order(query: string, texts: string[]): string[] {
  return texts
    .flatMap((text) => {
      const match = fuzzyMatch(query, text);
      return match === null ? [] : [{ text, score: match.score }];
    })
    .sort((one, other) => other.score - one.score)
    .map(({ text }) => text);
}

describe("[WEB-78] fuzzy search", () => {
  it("finds characters in their order, whatever case, accents and spaces", () => {
    expect(fuzzyMatch("wst", "Weather station")?.places).toEqual([0, 8, 9]);
    expect(fuzzyMatch("grun", "Grünes Licht")?.places).toEqual([0, 1, 2, 3]);
    expect(fuzzyMatch("WEA STA", "weather station")).not.toBeNull();
    expect(fuzzyMatch("xyz", "weather station")).toBeNull();
    expect(fuzzyMatch("tw", "weather")).toBeNull();
    expect(fuzzyMatch("  ", "anything")).toEqual({ score: 0, places: [] });
    expect(fuzzyMatch("a", "")).toBeNull();
  });

  it("puts first what begins with it, then beginnings of words, then runs, then the rest", () => {
    expect(order("set", ["Reset the board", "A basement", "Settings", "Other set of parts"])).toEqual([
      "Settings",
      "Other set of parts",
      "Reset the board",
      "A basement",
    ]);
    expect(order("ws", ["Browser", "Weather station", "Rows"])[0]).toBe("Weather station");
    expect(order("theme", ["Theme: dark", "The meter"])[0]).toBe("Theme: dark");
  });

  it("of all ways to place a query takes the best, not the first", () => {
    expect(fuzzyMatch("st", "as it stands")?.places).toEqual([6, 7]);
  });

  it("matches only what is there, and marks cut no character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), fc.string({ maxLength: 4 }), (text, query) => {
        const places = fuzzyMatch(query, text)?.places ?? [];
        expect([...places]).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(
          marked(text, places)
            .map(({ words }) => words)
            .join(""),
        ).toBe(text);
        const letters = [...text];
        expect(places.every((place) => place < letters.length)).toBe(true);
      }),
      { seed: 7, numRuns: 500 },
    );
    expect(marked("Weather", [0, 1, 4])).toEqual([
      { words: "We", hit: true },
      { words: "at", hit: false },
      { words: "h", hit: true },
      { words: "er", hit: false },
    ]);
  });
});
