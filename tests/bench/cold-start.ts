import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cpuSeconds } from "./processes.ts";
import { quantile, spread } from "./rows.ts";

const rounds = 25;

const emptyWorker = 'export default { fetch: () => new Response("ok") };';

/**
 * A Worker as the runtime itself takes it, compiled: no bindings, since what is measured is loading it and its first answer, and no
 * configuration to read, which takes tens of milliseconds for a megabyte of modules and is no part of any start but this one.
 */
function config(folder: string): void {
  const modules = readdirSync(folder).filter((name) => name.endsWith(".js"));
  // The first module is the entry.
  const sorted = ["index.js", ...modules.filter((name) => name !== "index.js")];
  const listed = sorted.map((name) => `(name = "${name}", esModule = embed "${name}")`).join(",\n    ");
  writeFileSync(
    join(folder, "config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
const worker :Workerd.Worker = (
  compatibilityDate = "2026-10-01",
  compatibilityFlags = ["new_module_registry"],
  modules = [
    ${listed}]
);
`,
  );
  const compiled = execFileSync("workerd", ["compile", join(folder, "config.capnp")], { maxBuffer: 1e9 });
  writeFileSync(join(folder, "server"), compiled, { mode: 0o755 });
}

/** Starts a runtime, asks it once and ends it. Milliseconds from its start to the end of its first answer, and of CPU until then. */
async function start(folder: string): Promise<{ ms: number; cpuMs: number }> {
  const began = performance.now();
  const child = spawn(join(folder, "server"), ["--control-fd=3"], {
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const gone = new Promise((ended) => child.once("exit", ended));
  const control = child.stdio[3];
  if (!control) throw new Error("the runtime tells nothing");
  const port = await new Promise<number>((said, failed) => {
    control.once("data", (line: Buffer) => said(JSON.parse(String(line)).port));
    child.once("exit", (code) => failed(new Error(`workerd ended with ${code}`)));
  });
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`);
  const text = await answer.text();
  const ms = performance.now() - began;
  if (!answer.ok || text === "") throw new Error(`${answer.status} ${text}`);
  const cpuMs = cpuSeconds({ group: child.pid ?? 0 }) * 1000;
  child.kill("SIGKILL");
  await gone;
  return { ms, cpuMs };
}

/** The first answer of a fresh runtime: the built Worker against one that does nothing, in turn. */
export async function coldStartRow(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "ohm-cold-"));
  try {
    const ohm = join(folder, "ohm");
    const empty = join(folder, "empty");
    cpSync("dist/worker", ohm, { recursive: true, filter: (path) => !path.endsWith(".map") });
    cpSync("tests/bench/echo", empty, { recursive: true, filter: (path) => !/\.(mjs|toml)$/.test(path) });
    writeFileSync(join(empty, "index.js"), emptyWorker);
    for (const one of [ohm, empty]) config(one);
    const took = { ohm: [] as number[], empty: [] as number[], added: [] as number[], addedCpu: [] as number[] };
    for (let round = -2; round < rounds; round += 1) {
      const [full, none] = [await start(ohm), await start(empty)];
      if (round < 0) continue;
      took.ohm.push(full.ms);
      took.empty.push(none.ms);
      took.added.push(full.ms - none.ms);
      took.addedCpu.push(full.cpuMs - none.cpuMs);
    }
    const cpu = (took.addedCpu.reduce((sum, ms) => sum + ms, 0) / rounds).toFixed(0);
    return `cold start: + ${spread(took.added, "ms")} over an empty Worker (${cpu} ms of CPU, mean); ohm p50 ${quantile(took.ohm, 0.5).toFixed(0)} ms, empty ${quantile(took.empty, 0.5).toFixed(0)} ms (${rounds} in turn)`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
