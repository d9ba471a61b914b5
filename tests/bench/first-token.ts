import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { WebSocket } from "ws";
import { Guest } from "../e2e/guest.ts";
import type { OhmProcess } from "../e2e/ohm-process.ts";
import { quantile, ratio } from "./rows.ts";
import { NodeBaseline, runtimeOrigin } from "./sides.ts";

const readers = 20;
const warmUp = 3;
const turns = 25;

/** Small talk: what the built-in model answers with the least thinking. */
const question = "Hello!";

/** Readers of one chat whose answers are asked for one by one. */
class Listeners {
  readonly #sockets: WebSocket[];
  /** Readers that have not heard the answer's first piece. */
  #left = 0;
  #first = Promise.withResolvers<void>();
  #ended = Promise.withResolvers<void>();

  private constructor(sockets: WebSocket[]) {
    this.#sockets = sockets;
  }

  static async open(url: string, headers: Record<string, string>): Promise<Listeners> {
    // Without compression, as the crowd meets the runtime.
    const options = { headers, perMessageDeflate: false };
    const sockets = Array.from({ length: readers }, () => new WebSocket(url, ["ohm.v1"], options));
    const listeners = new Listeners(sockets);
    await Promise.all(
      sockets.map(async (socket) => {
        await once(socket, "open");
        socket.send('{"type":"hello","after":0}');
        await once(socket, "message");
        listeners.#listen(socket);
      }),
    );
    return listeners;
  }

  /** Asks, and waits for the end of the answer. Answers the ms from the question to the last reader's first piece. */
  async ask(): Promise<number> {
    this.#left = readers;
    this.#first = Promise.withResolvers();
    this.#ended = Promise.withResolvers();
    const start = performance.now();
    this.#sockets[0]?.send(JSON.stringify({ type: "post_message", clientId: randomUUID(), content: question }));
    await this.#first.promise;
    const tookMs = performance.now() - start;
    await this.#ended.promise;
    return tookMs;
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  #listen(socket: WebSocket): void {
    let heardIn: unknown = null;
    socket.on("message", (data) => {
      for (const frame of [JSON.parse(String(data))].flat()) {
        if (frame.type === "delta" && heardIn !== frame.messageId) {
          heardIn = frame.messageId;
          this.#left -= 1;
          if (this.#left === 0) this.#first.resolve();
        }
        if (frame.kind === "run_ended" && socket === this.#sockets[0]) this.#ended.resolve();
      }
    });
  }
}

/**
 * From a question to the first piece of its answer at the last of 20 sockets, against a relay that answers without thinking. What the
 * built-in model needs to find its words is in the product's figure, so what the room adds is less than the difference.
 */
export async function firstTokenRow(server: OhmProcess): Promise<string> {
  const relay = await NodeBaseline.start("tests/bench/relay/server.mjs");
  try {
    const origin = await runtimeOrigin(server);
    const guest = new Guest(origin);
    const chatId = await guest.chat();
    const ohm = await Listeners.open(`${origin.replace("http", "ws")}/api/chats/${chatId}/socket`, guest.headers);
    const baseline = await Listeners.open(`ws://127.0.0.1:${relay.port}/`, {});
    const took = { ohm: [] as number[], relay: [] as number[] };
    for (let turn = 0; turn < warmUp + turns; turn++) {
      const [ohmMs, relayMs] = [await ohm.ask(), await baseline.ask()];
      if (turn < warmUp) continue;
      took.ohm.push(ohmMs);
      took.relay.push(relayMs);
    }
    ohm.close();
    baseline.close();
    const added = took.ohm.map((ms, turn) => ms - (took.relay[turn] ?? Number.NaN));
    const p50 = (figures: number[]) => `${quantile(figures, 0.5).toFixed(2)} ms`;
    return `first token, ${readers} sockets: ${ratio(took.ohm, took.relay)} of a ws relay, + ${p50(added)}; ohm ${p50(took.ohm)}, relay ${p50(took.relay)} (${turns} in turn)`;
  } finally {
    await relay.stop();
  }
}
