import { expect, it } from "vitest";
import { SessionWatch } from "../../../src/application/room/session-watch.ts";
import { ada, TestSocket } from "./test-room.ts";
import { VirtualClock } from "./virtual-clock.ts";

function watched(credentialIds: string[], live: Set<string>) {
  const clock = new VirtualClock();
  const sockets = credentialIds.map((credentialId) => Object.assign(new TestSocket(ada), { credentialId }));
  const asked: string[][] = [];
  let isDown = false;
  const sessions = {
    live: async (ids: string[]) => {
      asked.push(ids);
      if (isDown) throw new Error("D1 is away");
      return new Set(ids.filter((id) => live.has(id)));
    },
  };
  const watch = new SessionWatch({ all: () => sockets.filter(({ closed }) => closed === null) }, sessions, clock);
  const closed = () => sockets.map((socket) => socket.closed);
  const setDown = (down: boolean) => {
    isDown = down;
  };
  return { clock, watch, asked, closed, setDown };
}

it("[AUTH-13] closes the sockets of ended sessions, and asks once in 30 s", async () => {
  const live = new Set(["a", "b"]);
  const { clock, watch, asked, closed } = watched(["a", "a", "b"], live);
  await watch.check();
  live.delete("a");
  await clock.advance(29_999);
  await watch.check();
  expect([asked, closed()]).toEqual([[["a", "b"]], [null, null, null]]);
  await clock.advance(1);
  await watch.check();
  expect(closed()).toEqual([4001, 4001, null]);
});

it("[AUTH-13] closes nobody while the sessions cannot be read, and asks again at the next chance", async () => {
  const { watch, asked, closed, setDown } = watched(["a"], new Set());
  setDown(true);
  await expect(watch.check()).rejects.toThrow("D1 is away");
  expect(closed()).toEqual([null]);
  setDown(false);
  await watch.check();
  expect([asked.length, closed()]).toEqual([2, [4001]]);
});

it("[AUTH-13] asks nobody in a room without sockets", async () => {
  const { watch, asked } = watched([], new Set());
  await watch.check();
  expect(asked).toEqual([]);
});

it("[AUTH-19] closes the sockets of a credential that it is told has ended, and no other", () => {
  const { watch, asked, closed } = watched(["a", "b", "a", "c"], new Set(["a", "b", "c"]));
  watch.end(["a", "c", "d"]);
  expect([asked, closed()]).toEqual([[], [4001, null, 4001, 4001]]);
});

it("[AUTH-19] admits no upgrade that was verified a moment before the end", async () => {
  const { watch, clock } = watched([], new Set());
  watch.admit("a");
  watch.end(["a"]);
  expect(() => watch.admit("a")).toThrow("ended");
  watch.admit("b");
  await clock.advance(60_000);
  watch.end(["b"]);
  watch.admit("a");
  expect(() => watch.admit("b")).toThrow("ended");
});
