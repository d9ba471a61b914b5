import type { ChatMessage } from "../../src/domain/chat/message.ts";

/** A person without an account, as a browser is one: keeps cookies and sends its Origin. */
export class Guest {
  readonly origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin;
  }

  get headers(): Record<string, string> {
    return { origin: this.origin, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  }

  /** The same person at another address: a server that was started again. */
  movedTo(origin: string): Guest {
    const moved = new Guest(origin);
    for (const [name, value] of this.#cookies) moved.#cookies.set(name, value);
    return moved;
  }

  /** `route` is method and path, e.g. `GET /api/chats`. */
  async call(route: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const [method = "GET", path = ""] = route.split(" ");
    const response = await fetch(this.origin + path, {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  }

  /** A new chat's id; the first one makes the guest. */
  async chat(): Promise<string> {
    const made = await this.call("POST /api/chats", {});
    if (made.status !== 201) throw new Error(`no chat: ${made.status} ${made.text}`);
    return made.json.id;
  }

  /** All messages of the chat, in order. */
  async messages(chatId: string): Promise<ChatMessage[]> {
    const all: ChatMessage[] = [];
    for (let after: string | null = "0"; after !== null; ) {
      const page: Answer = await this.call(`GET /api/chats/${chatId}/messages?after=${after}&limit=200`);
      if (page.status !== 200) throw new Error(`no messages: ${page.status} ${page.text}`);
      all.push(...page.json.items);
      after = page.json.nextCursor;
    }
    return all;
  }

  /** An open socket of the chat. `onFrame` gets every frame, arrays taken apart. */
  socket(chatId: string, onFrame: (frame: Frame) => void): Promise<WebSocket> {
    const url = `${this.origin.replace("http", "ws")}/api/chats/${chatId}/socket`;
    const socket = new WebSocket(url, { protocols: ["ohm.v1"], headers: this.headers });
    socket.addEventListener("message", (message) => {
      for (const frame of [JSON.parse(message.data)].flat()) onFrame(frame);
    });
    return new Promise((open, failed) => {
      socket.addEventListener("open", () => open(socket));
      socket.addEventListener("error", () => failed(new Error("the socket did not open")));
    });
  }
}

/** What the server said, with its JSON as tests read it. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asserts
  json: any;
}

/** A frame of the server as tests read it. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it asserts
export type Frame = { type: string } & Record<string, any>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
