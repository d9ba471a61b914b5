// Fails when the client's first load or the Worker's upload has outgrown its budget. Both must be built.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const gzKb = (/** @type {string[]} */ files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000;

// What index.html names is what a first load fetches (the entry, the app and their static imports, the styles), and the words
// of one language.
const page = readFileSync("dist/client/index.html", "utf8");
const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) =>
  join("dist/client", match[1] ?? ""),
);
const languages = globSync("dist/client/assets/start-*.js").map((file) => gzKb([file]));
const scripts = gzKb(named.filter((file) => file.endsWith(".js"))) + Math.max(...languages);
const budgets = [
  { what: "client first load, scripts", kb: scripts, limitKb: 60 },
  { what: "client first load, styles", kb: gzKb(named.filter((file) => file.endsWith(".css"))), limitKb: 12 },
  { what: "Worker upload", kb: gzKb(globSync("dist/worker/**/*.{js,wasm}")), limitKb: 2500 },
];
for (const { what, kb, limitKb } of budgets)
  console.log(`${what}: ${kb.toFixed(1)} of ${limitKb} kB gz${kb > limitKb ? ", over" : ""}`);
if (budgets.some(({ kb, limitKb }) => kb > limitKb)) process.exit(1);
