import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Markdown } from "../../src/views/markdown/markdown.tsx";
import { noBlocks, readBlocks } from "../../src/views/markdown/markdown-blocks.ts";
import { safeLink } from "../../src/views/markdown/safe-link.ts";
import type { Name } from "../../src/views/names/name.ts";
import { piecesOf } from "../../src/views/names/name.ts";
import { NamesContext } from "../../src/views/names/names-context.tsx";
import { renderInEnglish } from "./render-in-english.tsx";

const html = (text: string) => renderInEnglish(<Markdown blocks={readBlocks(noBlocks, text)} />);

describe("markdown", () => {
  test("[WEB-13] HTML in an answer is text, never markup", () => {
    for (const attack of [
      "<img src=x onerror=alert(1)>",
      "a <script>alert(1)</script> b",
      "<div onclick='x'>hi</div>",
    ]) {
      expect(html(attack)).not.toMatch(/<(img|script|div onclick)/);
      expect(html(attack)).toContain("&lt;");
    }
  });

  test("[WEB-13] only https, http and mailto are followed; pictures are named and linked, not loaded", () => {
    expect(html("[a](https://ohm.example)")).toContain('href="https://ohm.example"');
    for (const href of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "//x.y",
      "/api",
    ]) {
      expect(safeLink(href), href).toBeNull();
      expect(html(`[a](${href})`), href).not.toContain("href");
    }
    const picture = html("![a cat](https://ohm.example/cat.png)");
    expect(picture).not.toContain("<img");
    expect(picture).toContain("picture: a cat");
  });

  test("what people write most is drawn as it should be", () => {
    const drawn = html(
      "# Title\n\nA **bold** and `code` & more:\n\n1. one\n2. two\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n```cpp\nint x;\n```\n",
    );
    for (const piece of [
      "<strong>bold</strong>",
      "<code>code</code>",
      "&amp; more",
      "<ol",
      '<td class="number">2</td>',
      "<pre><code>int x;",
    ]) {
      expect(drawn).toContain(piece);
    }
  });

  test("[WEB-14] however an answer is cut while it streams, its blocks end as those of the whole", () => {
    const line = fc.constantFrom(
      "# t",
      "para one",
      "- item",
      "- [x] done",
      "1. one",
      "",
      "",
      "| a | b |",
      "|---|---|",
      "| 1 | 2 |",
      "```",
      "    code",
      "> quote",
      "**b** `c`",
      "---",
      "  nested",
    );
    const cases = fc.tuple(
      fc.array(line, { maxLength: 25 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }),
    );
    fc.assert(
      fc.property(cases, ([lines, steps]) => {
        const text = lines.join("\n");
        let blocks = noBlocks;
        let place = 0;
        for (let turn = 0; place < text.length; turn += 1) {
          place += steps[turn % steps.length] ?? 1;
          blocks = readBlocks(blocks, text.slice(0, place));
        }
        expect(renderInEnglish(<Markdown blocks={blocks} />)).toBe(html(text));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test("[WEB-14] a finished block keeps its identity while the answer grows", () => {
    const first = readBlocks(noBlocks, "one\n\ntwo\n\nthr");
    const next = readBlocks(first, "one\n\ntwo\n\nthree\n\nfour");
    expect(next.settled[0]).toBe(first.settled[0]);
    expect(next.settled.length).toBeGreaterThan(first.settled.length);
  });
});

describe("names in text", () => {
  const names = new Map<string, Name>([
    ["U1", { kind: "part", id: "U1" }],
    ["SDA", { kind: "net", id: "n1" }],
    ["U1.SDA", { kind: "pin", id: "U1:SDA" }],
  ]);

  test("[WEB-15] names of the design are objects, whole words only, and the text stays the same", () => {
    const text = "U1.SDA goes to SDA, not SDAX or xU1. See U1.";
    const pieces = piecesOf(text, names);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.filter((piece) => piece.name !== null).map((piece) => piece.text)).toEqual(["U1.SDA", "SDA", "U1"]);
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(
          piecesOf(any, names)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(any);
      }),
      { seed: 3 },
    );
  });

  test("[WEB-15] in an answer a name can be pointed at", () => {
    const lit = { parts: new Set(["U1"]), nets: new Set<string>(), pins: new Set<string>(), wires: new Set<string>() };
    const drawn = renderInEnglish(
      <NamesContext.Provider value={{ spellings: names, active: null, lit, onActivate: () => undefined }}>
        <Markdown blocks={readBlocks(noBlocks, "`U1` and SDA")} />
      </NamesContext.Provider>,
    );
    expect(drawn).toContain('<button type="button" class="name lit">U1</button>');
    expect(drawn).toContain('<button type="button" class="name">SDA</button>');
  });
});
