// Brings the packages and the right Node. Runs on Node 20 with nothing installed, so it imports built-in modules only.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's top folder. */
const root = fileURLToPath(new URL("..", import.meta.url));
const windows = process.platform === "win32";
const bin = join(root, "node_modules", ".bin");
const ownNode = join(bin, windows ? "node.cmd" : "node");
const stamp = join(root, "node_modules", ".ohm-lock");

const lockHash = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");

function install() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing packages, once for this lock file ...");
  // Not `npm ci`: it refuses a lock in which a package source lacked some platform's variant.
  const done = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: windows,
  });
  if (done.status !== 0) stop("npm install failed; its message is above.");
  writeFileSync(stamp, lockHash());
}

const supported = () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 12);
};

/** @param {string} message @returns {never} */
export function stop(message) {
  console.error(message);
  process.exit(1);
}

/**
 * Calls `end` on a request to stop. npm hands a signal to its shell, which dies of it without telling us, so under npm a
 * parent that is gone counts as one, too.
 * @param {() => void} end
 */
export function onStop(end) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, end);
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) setInterval(() => process.ppid !== parent && end(), 200).unref();
}

/**
 * Installs what is missing, then goes on in this process, or in a child on the Node from the lock file when this one is
 * too old for wrangler. The child gets every signal and ends with this process.
 * @param {string} script the calling script's path
 */
export async function bringToolchain(script) {
  process.chdir(root);
  install();
  process.env.PATH = bin + delimiter + (process.env.PATH ?? "");
  if (supported()) return;
  if (!existsSync(ownNode))
    stop(`Node ${process.versions.node} is too old and no newer one comes with the packages here: install Node 24.`);
  const child = spawn(ownNode, [resolve(script), ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    shell: windows,
  });
  onStop(() => child.kill("SIGTERM"));
  await new Promise(() => child.on("exit", (code) => process.exit(code ?? 1)));
}
