import { describe, expect, it } from "vitest";
import { fanOutGapMs } from "../../../src/application/room/fan-out.ts";
import { CheckpointPace } from "../../../src/domain/chat/checkpoint-pace.ts";
import { chatRoles } from "../../../src/domain/chat/lists.ts";
import type { ChatAct } from "../../../src/domain/chat/roles.ts";
import { roleMay } from "../../../src/domain/chat/roles.ts";
import { TokenBucket } from "../../../src/domain/chat/token-bucket.ts";

describe("checkpoints", () => {
  it("[CHAT-9] are due after 1, 2, 4 and then every 8 s", () => {
    const pace = new CheckpointPace(0);
    const dueAtMs: number[] = [];
    for (let nowMs = 0; nowMs <= 40_000; nowMs += 100) if (pace.due(1 + nowMs / 100, nowMs)) dueAtMs.push(nowMs);
    expect(dueAtMs).toEqual([1000, 3000, 7000, 15_000, 23_000, 31_000, 39_000]);
  });

  it("[CHAT-9] are due after 2 kB whatever the time, and never more than 20 times", () => {
    const pace = new CheckpointPace(0);
    expect(pace.due(2047, 1)).toBe(false);
    expect(pace.due(2048, 1)).toBe(true);
    expect(pace.due(2048, 90_000)).toBe(false);
    let written = 1;
    for (let n = 2; n < 60; n += 1) if (pace.due(n * 2048, n)) written += 1;
    expect(written).toBe(20);
  });
});

describe("a rate", () => {
  it("[CHAT-10] gives its burst at once and then one per interval; a refused take costs nothing", () => {
    const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, 0);
    expect([bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([0, 0, 0, 500]);
    expect([bucket.take(200), bucket.take(499), bucket.take(500), bucket.take(500)]).toEqual([300, 1, 0, 500]);
    expect([bucket.take(60_000), bucket.take(60_000), bucket.take(60_000), bucket.take(60_000)]).toEqual([
      0, 0, 0, 500,
    ]);
  });

  it("[CHAT-10] is not confused by a clock that goes back", () => {
    const bucket = new TokenBucket({ burst: 1, perSecond: 1 }, 1000);
    expect([bucket.take(1000), bucket.take(0)]).toEqual([0, 1000]);
  });

  it("[ROOM-12] of broadcasts follows the number of sockets", () => {
    expect([1, 20, 100, 1600, 2000].map(fanOutGapMs)).toEqual([0.01, 0.2, 1, 16, 16]);
  });
});

describe("who may what", () => {
  it("[AUTH-1] follows the role table", () => {
    const acts: ChatAct[] = ["read", "post", "stop-own", "stop-any", "phase", "settings"];
    const table = Object.fromEntries(chatRoles.map((role) => [role, acts.filter((act) => roleMay(role, act))]));
    expect(table).toEqual({
      viewer: ["read"],
      member: ["read", "post", "stop-own", "phase"],
      admin: acts,
      owner: acts,
    });
  });
});
