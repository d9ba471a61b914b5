import { exports } from "cloudflare:workers";

/** The site as tests call it: loopback, where OHM_LIMITS=off is honoured. */
export const site = "http://localhost";

/** One browser: keeps its cookies and says where it is. */
export class Caller {
  readonly #cookies = new Map<string, string>();
  readonly #origin: string;

  constructor(origin = site) {
    this.#origin = origin;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  /** Another browser with the same cookies. */
  copy(): Caller {
    const copied = new Caller(this.#origin);
    for (const [name, value] of this.#cookies) copied.setCookie(name, value);
    return copied;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  /** Where requests go: the Worker. */
  protected send(request: Request): Promise<Response> {
    return exports.default.fetch(request);
  }

  /** `route` is method and path, e.g. `GET /api/chats`. */
  async call(route: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const [method = "GET", path = ""] = route.split(" ");
    const sent = body === undefined ? {} : { "content-type": "application/json" };
    const response = await this.send(
      new Request(`${this.#origin}${path}`, {
        method,
        headers: { origin: this.#origin, ...(this.cookie ? { cookie: this.cookie } : {}), ...sent, ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Starts a chat and answers its id; without a session this makes the guest. */
  async startChat(body: object = {}): Promise<string> {
    const response = await this.call("POST /api/chats", body);
    const { id } = await response.json<{ id: string }>();
    return id;
  }

  /** Brings a guest into this person's chat. */
  async invite(chatId: string, role: "viewer" | "member" = "member"): Promise<Caller> {
    const invited = await this.call(`POST /api/chats/${chatId}/invitations`, { role });
    const { token } = await invited.json<{ token: string }>();
    const guest = new Caller(this.#origin);
    const joined = await guest.call(`POST /api/invitations/${token}/accept`);
    if (!joined.ok) throw new Error(`Not let in: ${joined.status} ${await joined.text()}`);
    return guest;
  }

  /** Opens a socket; its frames gather in `frames`. */
  async open(chatId: string, headers: Record<string, string> = {}): Promise<OpenSocket> {
    const upgrade = { upgrade: "websocket", "sec-websocket-protocol": "ohm.v1", ...headers };
    const response = await this.call(`GET /api/chats/${chatId}/socket`, undefined, upgrade);
    if (!response.webSocket) throw new Error(`No socket: ${response.status} ${await response.text()}`);
    return new OpenSocket(response.webSocket, response.headers.get("sec-websocket-protocol"));
  }
}

type Frame = Record<string, unknown> & { type: string };

/** A socket whose frames a test awaits. */
export class OpenSocket {
  readonly protocol: string | null;
  readonly frames: Frame[] = [];
  closed: number | null = null;
  readonly #socket: WebSocket;
  #waiting: (() => void)[] = [];

  constructor(socket: WebSocket, protocol: string | null) {
    this.protocol = protocol;
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      this.frames.push(...[JSON.parse(String(data))].flat());
      this.#changed();
    });
    socket.addEventListener("close", ({ code }) => {
      this.closed = code;
      this.#changed();
    });
    socket.accept();
  }

  #changed(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Sends what is no frame, as it is. */
  sendRaw(data: string | ArrayBuffer): void {
    this.#socket.send(data);
  }

  send(frame: unknown): void {
    this.#socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  }

  close(): void {
    this.#socket.close(1000);
  }

  /** The first frame that fits, as soon as it is there. */
  async until(fits: (frame: Frame) => boolean): Promise<Frame> {
    for (;;) {
      const found = this.frames.find(fits);
      if (found) return found;
      if (this.closed !== null) throw new Error(`The socket closed with ${this.closed}`);
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }
}
