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

/**
 * Leaves out of marked what makes HTML: the client turns tokens into nodes. One bundled file with an instance of everything in it cannot be
 * shaken by the bundler, and this is 3 kB gz of every first load.
 */
const lexerOfMarked: Plugin = {
  name: "lexer-of-marked",
  transform(code, id) {
    if (!id.endsWith("/marked/lib/marked.esm.js")) return null;
    const instance = /var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse/.exec(code);
    const local = (name: string) => new RegExp(`[{,](\\w+) as ${name}[,}]`).exec(code)?.[1];
    const [lexer, defaults] = [local("Lexer"), local("getDefaults")];
    if (instance === null || lexer === undefined || defaults === undefined)
      throw new Error("This version of marked is laid out differently: look at it, and mend or remove lexerOfMarked");
    return `${code.slice(0, instance.index)}const lexer=${lexer}.lex;export{lexer,${defaults} as getDefaults};`;
  },
};

/**
 * What is loaded together is one file, which compresses better than many: the app with everything under it, the page of a chat, and the
 * pieces of a conversation that are asked for later.
 */
const chunks = [
  { name: "app", test: /\/web\/src\/app\.tsx$/, priority: 3 },
  { name: "chat-page", test: /\/web\/src\/features\/chat\/chat-page\.tsx$/, priority: 2 },
  { name: "conversation", test: /\/web\/src\/features\/chat\//, priority: 1 },
];

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // The compiler's own JSX transform is all that Preact needs.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [lexerOfMarked],
  define: { EXAMPLE_FIGURES: JSON.stringify(exampleFigures()) },
  build: {
    outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { proxy: { "/api": { target: worker, ws: true }, "/share": worker, "/mcp": worker, "/v1": worker } },
  logLevel: "warn",
});
