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
 * What `early.js` may send for, by the beginning of its file's name. That script runs before the first paint, so that a chosen theme never
 * flashes; what it reads is kept by `features/preferences`.
 */
const earlyFiles: Record<string, string> = {
  "start-page-": "page-start",
  "page-parts-": "page-parts",
  "chat-page-": "page-chat",
  "start-en-": "words-start-en",
  "start-de-": "words-start-de",
  "chat-en-": "words-chat-en",
  "chat-de-": "words-chat-de",
};

/** Tells `early.js` where the pages and words of a first load are, so that they come beside the frame and not after it. */
const nameEarlyFiles: Plugin = {
  name: "name-early-files",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle }) {
      if (bundle === undefined) return html;
      const files = Object.entries(earlyFiles).map(([start, name]) => {
        const file = Object.keys(bundle).find((path) => path.startsWith(`assets/${start}`) && path.endsWith(".js"));
        if (file === undefined) throw new Error(`The build made no ${start}*.js: mend earlyFiles`);
        return `data-${name}="/${file}"`;
      });
      return html.replace('src="/early.js"', ['src="/early.js"', ...files].join(" "));
    },
  },
};

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

const page = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What is loaded together is one file, which compresses better than many: the frame, the first screen, the page of a chat, what both
 * have, and the pieces of a conversation that are asked for later.
 */
const chunks = [
  // Everything but the stylesheet of the Worker's own pages, which is an entry too.
  { name: "frame", tags: ["$initial" as const], test: /^(?!.*\/ui\/pages\.css)/, priority: 4 },
  {
    name: "page-parts",
    test: /\/chat\/composer\.tsx$|\/wire\/(http|read-chats)\.ts$|\/known-session\.ts$|\/src\/(views\/(figures|severity)|domain\/chat)\/(?!who-is-asked|diff-)/,
    priority: 3,
  },
  { name: "start-page", test: /\/web\/src\/features\/start\/start-page\.tsx$/, priority: 2 },
  { name: "chat-page", test: /\/web\/src\/features\/chat\/chat-page\.tsx$/, priority: 2 },
  { name: "conversation", test: /\/web\/src\/features\/chat\/|\/who-is-asked\.ts$/, priority: 1 },
];

export default defineConfig({
  root: page("."),
  // The compiler's own JSX transform is all that Preact needs.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [nameEarlyFiles, lexerOfMarked],
  define: { EXAMPLE_FIGURES: JSON.stringify(exampleFigures()) },
  build: {
    outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    // What a piece imports is here by then, or comes with one more step: only its styles are named, in every first load.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_name, files) => files.filter((file) => file.endsWith(".css")),
    },
    reportCompressedSize: false,
    rolldownOptions: {
      input: [page("index.html"), page("src/ui/pages.css")],
      // The Worker's own pages name their stylesheet, so its name is fixed and lies outside what is cached for ever.
      output: {
        assetFileNames: ({ names }) => (names.includes("pages.css") ? "pages.css" : "assets/[name]-[hash][extname]"),
        codeSplitting: { groups: chunks },
      },
    },
  },
  server: { proxy: { "/api": { target: worker, ws: true }, "/share": worker, "/mcp": worker, "/v1": worker } },
  logLevel: "warn",
});
