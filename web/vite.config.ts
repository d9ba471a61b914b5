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

/** The entry imports the app beside the words of one language; a preload begins the app's way with the entry's own. */
const preloadApp: Plugin = {
  name: "preload-app",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((made) => made.type === "chunk");
      const app = chunks.find(({ name }) => name === "app");
      const parts = chunks.filter(
        ({ fileName, isEntry }) => fileName === app?.fileName || (!isEntry && app?.imports.includes(fileName)),
      );
      return parts.map(({ fileName }) => ({
        tag: "link",
        attrs: { rel: "modulepreload", crossorigin: true, href: `/${fileName}` },
        injectTo: "head" as const,
      }));
    },
  },
};

const page = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: page("."),
  // The compiler's own JSX transform is all that Preact needs.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [preloadApp],
  define: { EXAMPLE_FIGURES: JSON.stringify(exampleFigures()) },
  build: {
    outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: [page("index.html"), page("src/ui/pages.css")],
      // The Worker's own pages name their stylesheet, so its name is fixed and lies outside what is cached for ever.
      output: {
        assetFileNames: ({ names }) => (names.includes("pages.css") ? "pages.css" : "assets/[name]-[hash][extname]"),
      },
    },
  },
  server: { proxy: { "/api": { target: worker, ws: true }, "/share": worker, "/mcp": worker, "/v1": worker } },
  logLevel: "warn",
});
