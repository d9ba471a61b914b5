import { afterEach, expect, test, vi } from "vitest";
import { openChat } from "../../web/src/features/chat/chat-session.ts";

/** A socket as a browser has one, in the test's hands. */
class FakeSocket extends EventTarget {
  static readonly all: FakeSocket[] = [];
  readonly sent: string[] = [];
  isClosed = false;

  constructor() {
    super();
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.isClosed = true;
  }

  hear(frame: object): void {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(frame) }));
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("[WEB-23] a snapshot that cannot be had drops the line, and the line comes back", async () => {
  vi.useFakeTimers();
  const fetched: string[] = [];
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("location", { href: "https://ohm.example/chats/c" });
  vi.stubGlobal("sessionStorage", { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
  vi.stubGlobal("fetch", async (path: string) => {
    fetched.push(path);
    return new Response("{}", { status: 503 });
  });
  const session = openChat("c");
  const [first] = FakeSocket.all;
  first?.dispatchEvent(new Event("open"));
  first?.hear({ type: "reset", why: "too_far" });
  await vi.advanceTimersByTimeAsync(0);
  expect(fetched).toEqual(["/api/chats/c/snapshot"]);
  expect(first?.isClosed).toBe(true);
  expect(session.status.value).toEqual({ kind: "lost" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSocket.all).toHaveLength(2);
  FakeSocket.all[1]?.dispatchEvent(new Event("open"));
  expect(JSON.parse(FakeSocket.all[1]?.sent[0] ?? "")).toMatchObject({ type: "hello" });
  session.dispose();
});
