// Builds the Worker as split modules into dist/worker (wrangler.toml says why). wrangler runs it before it serves or uploads.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { dirname, join, relative } from "node:path";
import { build } from "esbuild";

const outdir = "dist/worker";
const builtins = builtinModules.filter((name) => !/^_|:/.test(name));

/** @type {import("esbuild").Plugin} */
const workerd = {
  name: "workerd",
  setup(task) {
    // Libraries that say "crypto" mean node:crypto, which nodejs_compat provides.
    task.onResolve({ filter: new RegExp(`^(${builtins.join("|")})$`) }, ({ path }) => ({
      path: `node:${path}`,
      external: true,
    }));
    task.onResolve({ filter: /\.wasm\?module$/ }, ({ path, resolveDir, importer, kind }) =>
      task.resolve(path.replace("?module", ""), { resolveDir, importer, kind }),
    );
  },
};

const { outputFiles } = await build({
  entryPoints: { index: "workers/index.ts" },
  outdir,
  write: false,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2024",
  platform: "neutral",
  mainFields: ["browser", "module", "main"],
  conditions: ["workerd", "worker", "browser"],
  external: ["node:*", "cloudflare:*"],
  loader: { ".wasm": "copy" },
  define: { "process.env.NODE_ENV": '"production"' },
  jsx: "automatic",
  jsxImportSource: "preact",
  minify: true,
  sourcemap: true,
  legalComments: "none",
  logLevel: "warning",
  plugins: [workerd],
});

// Only what changed is written, and nothing is missing in between: another server may be running from the same folder.
await mkdir(outdir, { recursive: true });
for (const { path, contents } of outputFiles) {
  const old = await readFile(path).catch(() => null);
  if (old?.equals(contents)) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}
const kept = new Set(outputFiles.map(({ path }) => relative(outdir, path)));
for (const entry of await readdir(outdir, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && !kept.has(relative(outdir, path))) await rm(path, { force: true });
}
