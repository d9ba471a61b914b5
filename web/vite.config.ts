import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const worker = `http://127.0.0.1:${process.env.PORT ?? "8787"}`;

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // No plugin: the compiler's own JSX transform is all that Preact needs.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
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
