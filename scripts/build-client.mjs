// Builds the client into dist/client, unless its inputs are those of the last build.
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { build } from "vite";

const stamp = "dist/client.stamp";
const inputs = globSync([
  "web/**/*",
  "src/{domain,views,protocol}/**/*",
  "package-lock.json",
  "tsconfig.base.json",
]).sort();

const hash = createHash("sha256");
for (const path of inputs)
  if (statSync(path).isFile()) hash.update(path).update("\0").update(readFileSync(path)).update("\0");
const now = hash.digest("hex");

if (!existsSync("dist/client/index.html") || !existsSync(stamp) || readFileSync(stamp, "utf8") !== now) {
  // A caller that tests says so here, and would get, and leave behind for the next, a client 3 kB larger than the one that is shipped.
  process.env.NODE_ENV = "production";
  await build({ configFile: "web/vite.config.ts" });
  mkdirSync("dist", { recursive: true });
  writeFileSync(stamp, now);
}
