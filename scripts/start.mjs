// npm start: from a fresh clone to a serving address. Installs, builds, migrates, then runs the local platform.
import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { bringToolchain, onStop, stop } from "./toolchain.mjs";

await bringToolchain(import.meta.filename);

const port = Number(process.env.PORT || 8787);
if (!Number.isInteger(port) || port < 1 || port > 65535) stop(`PORT is ${process.env.PORT}, which is no port number.`);
const address = `http://127.0.0.1:${port}`;
const state = resolve(process.env.OHM_STATE || ".wrangler");
const persist = ["--persist-to", join(state, "state")];
const env = {
  ...process.env,
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_WRITE_LOGS: "false",
  WRANGLER_REGISTRY_PATH: join(state, "registry"),
  // Else every query and call is traced into a database of its own, and a page without a login shows all stored data.
  X_LOCAL_OBSERVABILITY: "false",
  X_LOCAL_EXPLORER: "false",
};

await new Promise((free) => {
  const probe = createServer();
  probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
    stop(error.code === "EADDRINUSE" ? `Port ${port} is taken. Choose another: PORT=8788 npm start` : error.message),
  );
  probe.listen(port, "127.0.0.1", () => probe.close(free));
});

mkdirSync(state, { recursive: true });
await import("./build-client.mjs");
migrate();
serve();

function migrate() {
  const files = existsSync("migrations")
    ? readdirSync("migrations")
        .filter((name) => name.endsWith(".sql"))
        .sort()
    : [];
  const hash = createHash("sha256");
  for (const name of files) hash.update(name).update(readFileSync(join("migrations", name)));
  const now = hash.digest("hex");
  const stamp = join(state, "state", "migrations.stamp");
  if (files.length === 0 || (existsSync(stamp) && readFileSync(stamp, "utf8") === now)) return;
  const done = spawnSync("wrangler", ["d1", "migrations", "apply", "DB", "--local", ...persist], {
    env: { ...env, CI: "true" },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (done.status !== 0) stop(`The migrations failed:\n${done.stdout}${done.stderr}`);
  writeFileSync(stamp, now);
}

/**
 * The Worker's variables come from three files, a later one winning: the secret made here once, the developer's .dev.vars,
 * and what this process was started with. Files, because arguments can be read by every user of the machine.
 */
function variableFiles() {
  const secret = join(state, "secret.env");
  if (!existsSync(secret)) writePrivate(secret, { BETTER_AUTH_SECRET: randomBytes(32).toString("hex") });
  const given = join(state, "given.env");
  const passed = Object.entries(process.env).filter(
    ([name]) => /^(OHM_|OPENAI_|BETTER_AUTH_SECRET$|PUBLIC_URL$)/.test(name) && name !== "OHM_STATE",
  );
  writePrivate(given, Object.fromEntries(passed));
  const files = [secret, ...(existsSync(".dev.vars") ? [resolve(".dev.vars")] : []), given];
  return files.flatMap((file) => ["--env-file", file]);
}

/** @param {string} file @param {Record<string, string | undefined>} variables */
function writePrivate(file, variables) {
  const lines = Object.entries(variables).map(([name, value = ""]) => {
    const quote = ["'", "`", '"'].find((mark) => !value.includes(mark));
    if (quote === undefined) stop(`${name} holds all three kinds of quotes, which no variable file can carry.`);
    return `${name}=${quote}${value.replaceAll("$", "\\$")}${quote}\n`;
  });
  writeFileSync(file, lines.join(""), { mode: 0o600 });
  chmodSync(file, 0o600);
}

function serve() {
  // The same process group as ours: whoever kills the group kills everything.
  const wrangler = spawn(
    "wrangler",
    // Without --test-scheduled wrangler warns that crons do not fire here; it adds an address that fires them by hand.
    ["dev", "--test-scheduled", "--ip", "127.0.0.1", "--port", String(port), ...persist, ...variableFiles()],
    {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    },
  );
  let serving = false;
  let stopping = false;
  let boot = "";
  for (const [from, to] of /** @type {const} */ ([
    [wrangler.stdout, process.stdout],
    [wrangler.stderr, process.stderr],
  ])) {
    from.setEncoding("utf8").on("data", (text) => {
      if (!serving) boot += text;
      else if (!stopping) to.write(text.replace(/^.*(?:\[wrangler:info\]|⎔|\[custom build\] Running).*\n?/gm, ""));
    });
  }
  const end = () => {
    if (stopping) return;
    stopping = true;
    const tree = descendants(wrangler.pid);
    wrangler.kill("SIGTERM");
    setTimeout(() => tree.forEach(kill), 4_000).unref();
  };
  onStop(end);
  wrangler.on("exit", (code) => {
    if (!serving && !stopping) stop(`The server did not start:\n${boot}`);
    process.exit(stopping ? 0 : (code ?? 1));
  });
  const ask = setInterval(async () => {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (!answer?.ok || serving) return;
    clearInterval(ask);
    serving = true;
    console.log(`Ohm is serving on ${address}`);
    fireCrons();
  }, 100);
}

/** The local platform knows the crons of wrangler.toml and never fires them; each may run twice without harm. */
function fireCrons() {
  const fire = (/** @type {string} */ cron) =>
    fetch(`${address}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent(cron)}`).catch(() => undefined);
  const [minutely = "", daily = ""] = [
    ...readFileSync("wrangler.toml", "utf8").matchAll(/"((?:[\d*]+ ){4}[\d*]+)"/g),
  ].map(([, cron]) => cron);
  setTimeout(() => fire(daily), 30_000).unref();
  setInterval(() => fire(daily), 86_400_000).unref();
  setTimeout(() => fire(minutely), 20_000).unref();
  setInterval(() => fire(minutely), 60_000).unref();
}

/** @param {number | undefined} parent @returns {number[]} */
function descendants(parent) {
  const table = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).stdout ?? "";
  const rows = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [Number(parent)];
  for (const at of found) for (const [pid = 0, ppid] of rows) if (ppid === at) found.push(pid);
  return found;
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
