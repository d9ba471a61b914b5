import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vite";
import { designGoal } from "../src/domain/circuit/design-goal.ts";
import type { Example, ExampleFigures } from "./src/features/start/examples.ts";
import { startEn } from "./src/text/start-en.ts";

const worker = `http://127.0.0.1:${process.env.PORT ?? "8787"}`;

/** What a click on an example brings, from the engine itself. In every language it brings the same; a test compares. */
function exampleFigures(): Record<Example, ExampleFigures> {
  const figures = (goal: string) => {
    const { parts, cost } = designGoal({ goal });
    return { parts: parts.length, totalCents: cost.totalCents };
  };
  const { station, alarm, soil } = startEn.start.goals;
  return { station: figures(station), alarm: figures(alarm), soil: figures(soil) };
}

/** Tells `early.js` where the words of each language are, so that they come beside the code and not after it. */
const nameWords: Plugin = {
  name: "name-words",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle = {} }) {
      const words = Object.values(bundle).flatMap(({ fileName }) => {
        const [, language] = /\bstart-([a-z]{2})-[^/]+\.js$/.exec(fileName) ?? [];
        return language === undefined ? [] : [`data-${language}="/${fileName}"`];
      });
      return html.replace('src="/early.js"', ['src="/early.js"', ...words].join(" "));
    },
  },
};

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // The compiler's own JSX transform is all that Preact needs.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [nameWords],
  define: { EXAMPLE_FIGURES: JSON.stringify(exampleFigures()) },
  build: {
    outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // All that a first load needs is one file. Left alone it is cut by who else uses what, into a dozen that pack worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
  },
  server: { proxy: { "/api": { target: worker, ws: true }, "/share": worker, "/mcp": worker, "/v1": worker } },
  logLevel: "warn",
});
