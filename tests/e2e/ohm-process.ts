import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A running `npm start` of this checkout with a state folder of its own, in a process group of its own. */
export interface OhmProcess {
  readonly origin: string;
  readonly statePath: string;
  /** Id of its process group. */
  readonly group: number;
  /** SIGTERM, then waits until the whole group is gone. */
  stop(): Promise<void>;
  /** SIGKILL to the whole group, as a crash of the machine would: nothing gets to say good-bye. */
  kill(): Promise<void>;
}

/** A port that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}

/** A first start builds the client and migrates on a machine that may be busy. */
const startMs = 180_000;

/** Starts the server and answers when it serves. `statePath` takes up an earlier one's state. */
export async function startOhm(
  options: { statePath?: string; env?: Record<string, string> } = {},
): Promise<OhmProcess> {
  const port = await freePort();
  const statePath = options.statePath ?? mkdtempSync(join(tmpdir(), "ohm-state-"));
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, OHM_LIMITS: "off", ...options.env, PORT: String(port), OHM_STATE: statePath },
  });
  const gone = new Promise<void>((ended) => child.once("exit", () => ended()));
  await serving(child, `http://127.0.0.1:${port}`).catch(async (error) => {
    await end(child, "SIGKILL", gone);
    throw error;
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    statePath,
    group: child.pid ?? 0,
    stop: () => end(child, "SIGTERM", gone),
    kill: () => end(child, "SIGKILL", gone),
  };
}

/** Removes the state of a stopped server. */
export function forget(server: OhmProcess): void {
  rmSync(server.statePath, { recursive: true, force: true });
}

function serving(child: ChildProcess, origin: string): Promise<void> {
  return new Promise((ready, failed) => {
    let said = "";
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes(`Ohm is serving on ${origin}`)) ready();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    setTimeout(
      () => failed(new Error(`the server did not serve within ${startMs / 1000} s:\n${said}`)),
      startMs,
    ).unref();
    child.once("exit", (code) => failed(new Error(`the server ended with ${code} before it served:\n${said}`)));
  });
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL", gone: Promise<void>): Promise<void> {
  const group = child.pid === undefined ? 0 : -child.pid;
  if (group === 0 || !groupAlive(group)) return;
  process.kill(signal === "SIGKILL" ? group : -group, signal);
  await gone;
  while (groupAlive(group)) await new Promise((soon) => setTimeout(soon, 20));
}

function groupAlive(group: number): boolean {
  try {
    process.kill(group, 0);
    return true;
  } catch {
    return false;
  }
}
