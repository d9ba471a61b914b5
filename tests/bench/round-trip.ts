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
 * One durable round trip of the room (send a note -> stored -> ack) against a bare echo object in the same runtime, the
 * two in turn, so that a drift of the machine meets both. Milliseconds.
 */
export async function roundTripRow(server: OhmProcess): Promise<string> {
  const echo = await startEcho();
  try {
    const bare = await echoSocket(echo.url);
    const room = await roomSocket(server);
    const roomMs: number[] = [];
    const echoMs: number[] = [];
    for (let turn = 0; turn < warmUp + counted; turn++) {
      const inRoom = await room();
      const inEcho = await bare();
      if (turn >= warmUp) {
        roomMs.push(inRoom);
        echoMs.push(inEcho);
      }
    }
    const added = roomMs.map((ms, index) => ms - (echoMs[index] ?? 0));
    return [
      `durable round trip: + ${quantile(added, 0.5).toFixed(2)} ms over a bare echo object (${counted} pairs)`,
      `  room ${spread(roomMs, "ms")}`,
      `  echo ${spread(echoMs, "ms")}`,
    ].join("\n");
  } finally {
    echo.child.kill("SIGTERM");
  }
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
