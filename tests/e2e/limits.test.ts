import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Frame } from "./guest.ts";
import { Guest } from "./guest.ts";
import { Line } from "./line.ts";
import type { OhmProcess } from "./ohm-process.ts";
import { forget, startOhm } from "./ohm-process.ts";

let server: OhmProcess;
beforeAll(async () => {
  server = await startOhm({ env: { OHM_LIMITS: "on" } });
}, 200_000);
afterAll(async () => {
  await server.stop();
  forget(server);
}, 60_000);

describe("the real server", { timeout: 120_000 }, () => {
  it.each([2, 5, 33])("[LIMIT-1] answers a body of %i MB with 413 and lives on", async (megabytes) => {
    const guest = new Guest(server.origin);
    await guest.chat();
    const body = JSON.stringify({ content: "x".repeat(megabytes * 1024 * 1024) });
    for (const address of ["/api/chats", "/api/auth/update-user"]) {
      const refused = await guest.call(`POST ${address}`, body);
      expect([address, refused.status, refused.headers.get("content-type"), refused.json?.code]).toEqual([
        address,
        413,
        "application/problem+json",
        "too_large",
      ]);
      expect((await guest.call("GET /api/health")).status).toBe(200);
    }
  });

  it.each([2, 5, 33])("[LIMIT-1] answers a body of %i MB in chunks of unknown number with 413", async (megabytes) => {
    for (const address of ["/api/chats", "/api/auth/update-user"]) {
      const refused = await fetch(server.origin + address, {
        method: "POST",
        headers: { origin: server.origin, "content-type": "application/json" },
        body: chunks(megabytes * 16),
        duplex: "half",
      });
      expect([address, refused.status, await refused.json()]).toMatchObject([address, 413, { code: "too_large" }]);
    }
    expect((await new Guest(server.origin).call("GET /api/health")).status).toBe(200);
  });

  it.each([
    ["POST /api/nothing", 404],
    ["POST /api/catalog", 405],
  ])("[LIMIT-1] answers %s with %i, though 33 MB came with it", async (route, status) => {
    const answer = await new Guest(server.origin).call(route, " ".repeat(33 * 1024 * 1024));
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  });

  it("[LIMIT-1] answers a write of another site with 403, though 33 MB came with it", async () => {
    const headers = { origin: "https://elsewhere.example" };
    const answer = await new Guest(server.origin).call("POST /api/chats", " ".repeat(33 * 1024 * 1024), headers);
    expect([answer.status, answer.json?.code]).toEqual([403, "forbidden"]);
  });
});

describe("a member who floods a room", { timeout: 120_000 }, () => {
  it.each([
    ["with 1,000 frames at once", 4008, (line: Line) => times(1000, () => line.send(note("flood")))],
    ["with 1,000 frames that are none", 4008, (line: Line) => times(1000, () => line.send('{"type":"flood"}'))],
    ["with frames of 100 kB", 4008, (line: Line) => times(100, () => line.send(note("x".repeat(100_000))))],
    ["with frames of 33 MB", 1009, (line: Line) => times(2, () => line.send(note("x".repeat(33 * 1024 * 1024))))],
  ])("[ROOM-11] [LIMIT-1] %s is closed out with %i, and the others are heard", async (_, code, flood) => {
    const owner = new Guest(server.origin);
    const chatId = await owner.chat();
    const invited = await owner.call(`POST /api/chats/${chatId}/invitations`, { role: "member", guests: true });
    const flooder = new Guest(server.origin);
    await flooder.call("POST /api/chats", {});
    const joined = await flooder.call(`POST /api/invitations/${invited.json.token}/accept`, {});
    expect([invited.status, joined.status]).toEqual([201, 200]);

    const writing = await Line.open(owner, chatId);
    writing.send({ type: "hello", after: 0 });
    const line = await Line.open(flooder, chatId);
    line.send({ type: "hello", after: 0 });
    await line.next();
    flood(line);
    const heard = collect(line);
    const acks: Frame[] = [];
    for (let sent = 0; sent < 8; sent++) acks.push(await write(writing));
    expect(await line.closed).toBe(code);

    // What the flood got through is what the rates allow, and every refusal says when to come back.
    const frames = await heard;
    expect(frames.filter(({ type }) => type === "ack").length).toBeLessThanOrEqual(20);
    const refusals = new Set(["rate_limited", "invalid", "too_large"]);
    for (const nack of frames.filter(({ type }) => type === "nack")) {
      expect(refusals.has(nack.code)).toBe(true);
      if (nack.code === "rate_limited") expect(nack.retryAfterMs).toBeGreaterThan(0);
    }
    // The others' sends are acknowledged and stand where they were acknowledged.
    const messages = await owner.messages(chatId);
    expect(messages.map(({ sequence }) => sequence)).toEqual(messages.map((_, index) => index + 1));
    for (const { id, sequence } of acks) expect(messages[sequence - 1]?.id).toBe(id);
    expect((await owner.call("GET /api/health")).status).toBe(200);
  });
});

function note(content: string): object {
  return { type: "post_message", clientId: randomUUID(), content: `/note ${content}` };
}

function times(count: number, work: () => void): void {
  for (let n = 0; n < count; n++) work();
}

/** Sends one note and answers its ack. */
async function write(line: Line): Promise<Frame> {
  const frame = { type: "post_message", clientId: randomUUID(), content: "/note calm" };
  line.send(frame);
  for (let frames = await line.next(); frames; frames = await line.next()) {
    const own = frames.find(({ clientId }) => clientId === frame.clientId);
    if (own?.type === "ack") return own;
    if (own) throw new Error(JSON.stringify(own));
  }
  throw new Error("the room ended the line");
}

/** Everything that comes until the line has ended. */
async function collect(line: Line): Promise<Frame[]> {
  const all: Frame[] = [];
  for (let frames = await line.next(); frames; frames = await line.next()) all.push(...frames);
  return all;
}

/** A body of `count` chunks of 64 KiB, whose length nobody is told. */
function chunks(count: number): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode(" ".repeat(64 * 1024));
  let left = count;
  return new ReadableStream({
    pull: (controller) => {
      if (left === 0) controller.close();
      else controller.enqueue(chunk);
      left -= 1;
    },
  });
}
