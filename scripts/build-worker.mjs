// Builds the Worker as split modules into dist/worker (wrangler.toml says why). wrangler runs it before it serves or uploads.
import { rm } from "node:fs/promises";
import { builtinModules } from "node:module";
import { build } from "esbuild";

const outdir = "dist/worker";
const bare = new RegExp(`^(${builtinModules.filter((name) => !/^_|:/.test(name)).join("|")})$`);

/** @type {import("esbuild").Plugin} */
const workerd = {
  name: "workerd",
  setup(task) {
    // Libraries that say "crypto" mean node:crypto, which nodejs_compat provides.
    task.onResolve({ filter: bare }, ({ path }) => ({ path: `node:${path}`, external: true }));
    task.onResolve({ filter: /\.wasm\?module$/ }, ({ path, ...rest }) =>
      task.resolve(path.replace("?module", ""), {
        resolveDir: rest.resolveDir,
        importer: rest.importer,
        kind: rest.kind,
      }),
    );
  },
};

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: { index: "workers/index.ts" },
  outdir,
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
  keepNames: false,
  legalComments: "none",
  logLevel: "warning",
  plugins: [workerd],
});
