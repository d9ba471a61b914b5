import { describe, expect, test } from "vitest";
import { backoffMs } from "../../web/src/features/chat/backoff.ts";
import type { ConnectionStatus, SocketPort } from "../../web/src/features/chat/connection.ts";
import { RoomConnection } from "../../web/src/features/chat/connection.ts";

type Listeners = Parameters<SocketPort["listen"]>[0];

/** A page whose sockets and timers are in the test's hands. */
function page({ mayExist = true } = {}) {
  const sockets: { on: Listeners; sent: string[]; closed: boolean }[] = [];
  const timers: { ms: number; callback: () => void; isOff: boolean }[] = [];
  const statuses: ConnectionStatus[] = [];
  const frames: string[] = [];
  const connection = new RoomConnection({
    openSocket: () => {
      const socket = { on: { open() {}, message() {}, close() {} } as Listeners, sent: [] as string[], closed: false };
      sockets.push(socket);
      return {
        send: (text) => socket.sent.push(text),
        close: () => {
          socket.closed = true;
        },
        listen: (on) => {
          socket.on = on;
        },
      };
    },
    random: () => 0.5,
    after: (ms, callback) => {
      const timer = { ms, callback, isOff: false };
      timers.push(timer);
      return () => {
        timer.isOff = true;
      };
    },
    hello: () => ({ type: "hello", after: 7 }),
    onFrames: (all) => frames.push(...all.map(({ type }) => type)),
    onStatus: (status) => statuses.push(status),
    mayExist: async () => mayExist,
  });
  const due = () => timers.filter(({ isOff }) => !isOff);
  const fire = () => {
    const timer = due().at(-1);
    if (timer === undefined) throw new Error("no timer is due");
    timer.isOff = true;
    timer.callback();
    return timer.ms;
  };
  const socket = () => {
    const last = sockets.at(-1);
    if (last === undefined) throw new Error("no socket was opened");
    return last;
  };
  return { connection, sockets, statuses, frames, due, fire, socket };
}

describe("a connection", () => {
  test("[WEB-9] says hello on every opening and hands on each frame of an array", () => {
    const { connection, socket, frames, fire, statuses } = page();
    connection.connect();
    socket().on.open();
    socket().on.message('[{"type":"pong"},{"type":"reset","why":"too_far"}]');
    expect(frames).toEqual(["pong", "reset"]);
    socket().on.close(1006);
    fire();
    socket().on.open();
    expect(socket().sent).toEqual(['{"type":"hello","after":7}']);
    expect(statuses.map(({ kind }) => kind)).toEqual(["open", "lost", "open"]);
  });

  test("[WEB-9] waits longer after each failure, with full jitter under a cap", () => {
    const { connection, socket, fire } = page();
    connection.connect();
    const waits = Array.from({ length: 8 }, () => {
      socket().on.close(1006);
      return fire();
    });
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 7500, 7500, 7500]);
    expect(backoffMs(3, 0)).toBe(0);
    expect(backoffMs(99, 1)).toBe(15_000);
  });

  test("[WEB-9] being signed out, removed or not understood is final", () => {
    for (const [code, why] of [
      [4001, "signedOut"],
      [4003, "removed"],
      [4010, "protocol"],
    ] as const) {
      const { connection, socket, statuses, due, sockets } = page();
      connection.connect();
      socket().on.open();
      socket().on.close(code);
      expect(statuses.at(-1)).toEqual({ kind: "refused", why });
      expect(due()).toEqual([]);
      connection.hurry();
      expect(sockets).toHaveLength(1);
    }
  });

  test("[WEB-9] a chat that is not there ends the tries; a bad line does not", async () => {
    const gone = page({ mayExist: false });
    gone.connection.connect();
    gone.socket().on.close(1006);
    await Promise.resolve();
    await Promise.resolve();
    expect(gone.statuses.at(-1)).toEqual({ kind: "refused", why: "notFound" });
    const bad = page();
    bad.connection.connect();
    bad.socket().on.close(1006);
    await Promise.resolve();
    await Promise.resolve();
    expect(bad.statuses.at(-1)).toEqual({ kind: "lost" });
    expect(bad.due()).toHaveLength(1);
  });

  test("[WEB-10] a silent line is pinged, and counts as lost when nothing answers", () => {
    const { connection, socket, fire, statuses } = page();
    connection.connect();
    socket().on.open();
    expect(fire()).toBe(25_000);
    expect(socket().sent.at(-1)).toBe('{"type":"ping"}');
    expect(fire()).toBe(10_000);
    expect(socket().closed).toBe(true);
    expect(statuses.at(-1)).toEqual({ kind: "lost" });
  });

  test("[WEB-10] a browser that says it is offline drops the line at once, and hurries back when it is online", () => {
    const { connection, socket, sockets, statuses, due } = page();
    connection.connect();
    socket().on.open();
    connection.drop();
    expect(socket().closed).toBe(true);
    expect(statuses.at(-1)).toEqual({ kind: "lost" });
    connection.hurry();
    expect(sockets).toHaveLength(2);
    expect(due()).toEqual([]);
  });

  test("nothing is sent on a closed line, and frames of a socket that was given up are not heard", () => {
    const { connection, socket, frames } = page();
    expect(connection.send({ type: "ping" })).toBe(false);
    connection.connect();
    const old = socket();
    old.on.open();
    expect(connection.send({ type: "ping" })).toBe(true);
    old.on.close(1006);
    old.on.message('{"type":"pong"}');
    expect(frames).toEqual([]);
    connection.close();
    connection.hurry();
    expect(socket()).toBe(old);
  });
});
