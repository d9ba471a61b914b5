// Fails when the client's first load or the Worker's upload has outgrown its budget. Both must be built.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const gzKb = (/** @type {string[]} */ files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000;

// What index.html names is what a first load fetches: the entry, its static imports and the styles. With it come the words of
// one language and the page of the address, each with its static imports.
const page = readFileSync("dist/client/index.html", "utf8");
const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) =>
  join("dist/client", match[1] ?? ""),
);
/** @param {string[]} files */
const withImports = (files) => {
  const all = new Set(files);
  for (const file of all)
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g))
      all.add(join("dist/client/assets", name));
  return [...all];
};
/** @param {string} start */
const chunks = (start) => globSync(`dist/client/assets/${start}-*.js`);
/** The words of the longer language. @param {string[]} starts */
const words = (...starts) =>
  Math.max(...["en", "de"].map((language) => gzKb(starts.flatMap((start) => chunks(`${start}${language}`)))));
const entry = withImports(named.filter((file) => file.endsWith(".js")));
const firstScreen = gzKb(withImports([...entry, ...chunks("start-page")])) + words("start-");
const chat = gzKb(withImports([...entry, ...chunks("chat-page")])) + words("start-", "chat-");
const budgets = [
  { what: "client first load, scripts of the first screen", kb: firstScreen, limitKb: 60 },
  { what: "client first load, scripts of a chat", kb: chat, limitKb: 60 },
  { what: "client first load, styles", kb: gzKb(named.filter((file) => file.endsWith(".css"))), limitKb: 12 },
  { what: "Worker upload", kb: gzKb(globSync("dist/worker/**/*.{js,wasm}")), limitKb: 2500 },
];
for (const { what, kb, limitKb } of budgets)
  console.log(`${what}: ${kb.toFixed(1)} of ${limitKb} kB gz${kb > limitKb ? ", over" : ""}`);
if (budgets.some(({ kb, limitKb }) => kb > limitKb)) process.exit(1);
