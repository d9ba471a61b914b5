import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the real server serves, without a trailing slash. */
    address: string;
  }
}

/** Starts the product as `npm start` does, on a free port with empty state; ends its whole process group afterwards. */
export default async function setup(project: TestProject) {
  const port = await freePort();
  const state = await mkdtemp(join(tmpdir(), "ohm-e2e-"));
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: `${port}`, OHM_STATE: state, OHM_LIMITS: "off" },
  });
  let said = "";
  const serving = new Promise<void>((ready, failed) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.includes("serving on")) ready();
      });
    }
    server.on("exit", (code) => failed(new Error(`The server ended with ${code}:\n${said}`)));
    setTimeout(() => failed(new Error(`The server did not serve within 60 s:\n${said}`)), 60_000).unref();
  });
  const end = async () => {
    server.removeAllListeners("exit");
    const gone = new Promise((done) => server.on("exit", done));
    if (server.pid !== undefined && server.exitCode === null) {
      process.kill(-server.pid, "SIGKILL");
      await gone;
    }
    await rm(state, { recursive: true, force: true, maxRetries: 5 });
  };
  await serving.catch(async (error) => {
    await end();
    throw error;
  });
  project.provide("address", `http://127.0.0.1:${port}`);
  return end;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" ? (address?.port ?? 0) : 0;
      probe.close(() => found(port));
    });
  });
}
