import { randomUUID } from "node:crypto";
import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Guest } from "./guest.ts";
import { Line } from "./line.ts";
import type { OhmProcess } from "./ohm-process.ts";
import { forget, startOhm } from "./ohm-process.ts";

/** How long D1 may lag after the fault has ended (quality.md, G6), ms. */
const lagMs = 10_000;
/** How long the fault lasts, ms. Long enough for a back-off that grows too far to be seen; OHM_LOCK_SECONDS=60 is the full length. */
const lockedMs = Number(process.env.OHM_LOCK_SECONDS ?? 25) * 1000;

let server: OhmProcess;
beforeAll(async () => {
  server = await startOhm();
});
afterAll(async () => {
  await server.stop();
  forget(server);
});

/** The file of D1, opened beside the server as another process would. */
function openDatabase(): DatabaseSync {
  for (const file of globSync(join(server.statePath, "state/v3/d1/*/*.sqlite"))) {
    const db = new DatabaseSync(file);
    if (db.prepare("select 1 from sqlite_master where name = 'chats'").get()) return db;
    db.close();
  }
  throw new Error("D1 has no file");
}

/** Sends notes to a chat, each after the ack of the one before. */
class Writer {
  readonly acked: string[] = [];
  readonly #line: Line;

  private constructor(line: Line) {
    this.#line = line;
  }

  static async come(guest: Guest, chatId: string): Promise<Writer> {
    const line = await Line.open(guest, chatId);
    line.send({ type: "hello", after: 0 });
    return new Writer(line);
  }

  async write(): Promise<void> {
    const clientId = randomUUID();
    const content = `/note ${this.acked.length + 1}`;
    this.#line.send({ type: "post_message", clientId, content });
    for (let frames = await this.#line.next(); frames; frames = await this.#line.next()) {
      const refused = frames.find(({ type }) => type === "nack");
      if (refused) throw new Error(JSON.stringify(refused));
      if (!frames.some((frame) => frame.type === "ack" && frame.clientId === clientId)) continue;
      this.acked.push(content);
      return;
    }
    throw new Error("the room ended the line");
  }
}

const pause = (ms: number) => new Promise((soon) => setTimeout(soon, ms));

describe("D1 locked by another process", { timeout: 240_000 }, () => {
  it("[G6] [ROOM-17] leaves sends acknowledged, and is complete within 10 s after", async () => {
    const guest = new Guest(server.origin);
    const chats = { busy: await guest.chat(), quiet: await guest.chat() };
    const busy = await Writer.come(guest, chats.busy);
    const quiet = await Writer.come(guest, chats.quiet);
    const db = openDatabase();
    const select = db.prepare("select content from messages where chat_id = ? order by sequence");
    const shown = (chatId: string) => select.all(chatId).map(({ content }) => content);
    await busy.write();
    await quiet.write();
    while (shown(chats.busy).length + shown(chats.quiet).length < 2) await pause(100);

    db.exec("begin immediate");
    const until = Date.now() + lockedMs;
    // One chat is written to all the time; in the other all is quiet after one message, so nothing but its own alarm tries again.
    await quiet.write();
    while (Date.now() < until) {
      await busy.write();
      await pause(250);
    }
    expect([shown(chats.busy), shown(chats.quiet)]).toEqual([["/note 1"], ["/note 1"]]);
    db.exec("rollback");

    const ended = Date.now();
    const missing = () => busy.acked.length + quiet.acked.length - shown(chats.busy).length - shown(chats.quiet).length;
    while (missing() > 0 && Date.now() < ended + 10 * lagMs) await pause(100);
    const laggedMs = Date.now() - ended;
    expect([shown(chats.busy), shown(chats.quiet)]).toEqual([busy.acked, quiet.acked]);
    expect(busy.acked.length).toBeGreaterThan(10);
    expect(laggedMs).toBeLessThan(lagMs);
    db.close();
  });
});
