import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "../e2e/guest.ts";
import { Guest } from "../e2e/guest.ts";
import type { OhmProcess } from "../e2e/ohm-process.ts";
import { freePort } from "../e2e/ohm-process.ts";
import { quantile, spread } from "./rows.ts";

const warmUp = 100;
const counted = 1000;

/**
 * One durable round trip of the room (send a note -> stored -> ack) against two objects in the same runtime: a bare echo, and one that
 * stores two rows before it answers, which is what the platform itself takes for durability. The three in turn, so that a drift of the
 * machine meets all. Milliseconds.
 */
export async function roundTripRow(server: OhmProcess): Promise<string> {
  const echo = await startEcho();
  try {
    const trips = {
      room: await roomSocket(server),
      echo: await echoSocket(`${echo.url}echo`),
      rows: await echoSocket(`${echo.url}rows`),
    };
    const took = { room: [] as number[], echo: [] as number[], rows: [] as number[] };
    for (let turn = 0; turn < warmUp + counted; turn++) {
      for (const side of ["room", "echo", "rows"] as const) {
        const ms = await trips[side]();
        if (turn >= warmUp) took[side].push(ms);
      }
    }
    return [
      `durable round trip: + ${added(took.room, took.echo)} ms over a bare echo object (${counted} in turn)`,
      `  of which the platform takes + ${added(took.rows, took.echo)} ms for two rows, the room + ${added(took.room, took.rows)} ms`,
      `  room     ${spread(took.room, "ms")}`,
      `  echo     ${spread(took.echo, "ms")}`,
      `  two rows ${spread(took.rows, "ms")}`,
    ].join("\n");
  } finally {
    echo.child.kill("SIGTERM");
  }
}

/** The median of what one side took more than the other in the same turn. */
function added(more: readonly number[], less: readonly number[]): string {
  const differences = more.map((ms, index) => ms - (less[index] ?? Number.NaN));
  return quantile(differences, 0.5).toFixed(2);
}

async function roomSocket(server: OhmProcess): Promise<() => Promise<number>> {
  const guest = new Guest(server.origin);
  const chatId = await guest.chat();
  let heard: ((frame: Frame) => void) | undefined;
  const socket = await guest.socket(chatId, (frame) => heard?.(frame));
  socket.send(JSON.stringify({ type: "hello", after: 0 }));
  return () => {
    const clientId = randomUUID();
    const start = performance.now();
    return new Promise((done) => {
      heard = (frame) => frame.type === "ack" && frame.clientId === clientId && done(performance.now() - start);
      socket.send(JSON.stringify({ type: "post_message", clientId, content: "/note one more line of a log" }));
    });
  };
}

function echoSocket(url: string): Promise<() => Promise<number>> {
  const socket = new WebSocket(url);
  const trip = () => {
    const start = performance.now();
    return new Promise<number>((done) => {
      socket.addEventListener("message", () => done(performance.now() - start), { once: true });
      socket.send(
        JSON.stringify({ type: "post_message", clientId: randomUUID(), content: "/note one more line of a log" }),
      );
    });
  };
  return new Promise((open) => socket.addEventListener("open", () => open(trip)));
}

async function startEcho(): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const state = mkdtempSync(join(tmpdir(), "ohm-echo-"));
  const child = spawn(
    "wrangler",
    ["dev", "-c", "tests/bench/echo/wrangler.toml", "--ip", "127.0.0.1", "--port", String(port), "--persist-to", state],
    { stdio: "ignore", env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_SEND_METRICS: "false" } },
  );
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
  while (!(await answers())) await new Promise((soon) => setTimeout(soon, 100));
  return { url: `ws://127.0.0.1:${port}/`, child };
}
