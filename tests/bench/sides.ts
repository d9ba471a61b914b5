import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Guest } from "../e2e/guest.ts";
import type { OhmProcess } from "../e2e/ohm-process.ts";
import type { Door } from "./crowd.ts";
import { ohmDialect, sioDialect } from "./dialect.ts";
import { cpuSeconds, listeningPorts } from "./processes.ts";

/** A server that a crowd can come to. */
export interface Side {
  name: string;
  /** A new, empty room. */
  door(): Promise<Door>;
  /** CPU seconds that its processes have used so far. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/**
 * Where the Worker's runtime itself listens. `npm start` serves through wrangler, which puts a proxy of its own before it for
 * development: one more process and two more copies of every frame, none of which is the product.
 */
export async function runtimeOrigin(server: OhmProcess): Promise<string> {
  for (const port of listeningPorts({ group: server.group, command: "workerd" })) {
    const origin = `http://127.0.0.1:${port}`;
    if (origin === server.origin) continue;
    const health = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (health?.ok && (await health.text()).includes('"ok":true')) return origin;
  }
  throw new Error("the runtime listens nowhere");
}

/**
 * The product: a guest's session, the check of the Origin, the room. `origin` is the server's, which is met as browsers meet it, or its
 * runtime's, to which the client offers no compression: what compresses there is the local platform's front door, not the Worker.
 */
export function ohmSide(name: string, server: OhmProcess, origin: string): Side {
  return {
    name,
    door: async () => {
      const guest = new Guest(origin);
      const chatId = await guest.chat();
      const url = `${origin.replace("http", "ws")}/api/chats/${chatId}/socket`;
      return { url, headers: guest.headers, dialect: ohmDialect, compression: origin === server.origin };
    },
    cpuSeconds: () => cpuSeconds({ group: server.group, command: "workerd" }),
    stop: async () => undefined,
  };
}

/** A baseline in Node with a folder of its own: `script` gets it on its command line and says its port. */
export class NodeBaseline {
  readonly port: number;
  readonly group: number;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(child: ChildProcess, folder: string, port: number) {
    this.#child = child;
    this.#folder = folder;
    this.port = port;
    this.group = child.pid ?? 0;
  }

  static async start(script: string): Promise<NodeBaseline> {
    const folder = mkdtempSync(join(tmpdir(), "ohm-baseline-"));
    const child = spawn(process.execPath, ["--no-warnings", script, folder], {
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const port = await new Promise<number>((said, failed) => {
      child.stdout.once("data", (text: Buffer) => said(Number(text)));
      child.once("exit", (code) => failed(new Error(`${script} ended with ${code}`)));
    });
    return new NodeBaseline(child, folder, port);
  }

  async stop(): Promise<void> {
    const gone = new Promise((ended) => this.#child.once("exit", ended));
    this.#child.kill("SIGTERM");
    await gone;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** socket.io over node:sqlite: one process, one room. */
export async function sioSide(): Promise<Side> {
  const baseline = await NodeBaseline.start("tests/bench/sio/server.mjs");
  return {
    name: "socket.io",
    door: async () => {
      const answer = await fetch(`http://127.0.0.1:${baseline.port}/session`);
      const token = await answer.text();
      const url = `ws://127.0.0.1:${baseline.port}/socket.io/?EIO=4&transport=websocket`;
      return { url, headers: {}, dialect: sioDialect(token), compression: true };
    },
    cpuSeconds: () => cpuSeconds({ group: baseline.group }),
    stop: () => baseline.stop(),
  };
}
