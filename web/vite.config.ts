import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { designGoal } from "../src/domain/circuit/design-goal.ts";
import type { ExampleFigures } from "./src/features/start/examples.ts";
import { examples } from "./src/features/start/examples.ts";

const worker = `http://127.0.0.1:${process.env.PORT ?? "8787"}`;

/** What a click on an example brings, from the engine itself. */
function exampleFigures(): Record<string, ExampleFigures> {
  return Object.fromEntries(
    examples.map(({ goal }) => {
      const { parts, cost } = designGoal({ goal });
      return [goal, { parts: parts.length, totalCents: cost.totalCents }];
    }),
  );
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // No plugin: the compiler's own JSX transform is all that Preact needs.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  define: { EXAMPLE_FIGURES: JSON.stringify(exampleFigures()) },
  build: {
    outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { "/api": { target: worker, ws: true }, "/share": worker, "/mcp": worker, "/v1": worker } },
  logLevel: "warn",
});
