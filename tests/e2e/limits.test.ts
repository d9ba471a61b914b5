import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Guest } from "./guest.ts";
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
