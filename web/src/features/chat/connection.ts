import { closeCodes } from "../../../../src/domain/chat/lists.ts";
import type { ClientFrame, ServerFrame } from "../../../../src/protocol/frames.ts";
import { readFrames } from "../../wire/read-frame.ts";
import { backoffMs } from "./backoff.ts";

/** The part of a WebSocket that a connection needs. */
export interface SocketPort {
  send(text: string): void;
  close(): void;
  listen(on: { open: () => void; message: (text: string) => void; close: (code: number) => void }): void;
}

/** How the connection stands. `refused` is final and says why. */
export type ConnectionStatus =
  | { kind: "connecting" }
  | { kind: "open" }
  | { kind: "lost" }
  | { kind: "refused"; why: "signedOut" | "removed" | "protocol" | "notFound" };

/** What a connection asks of the page that it serves. */
export interface ConnectionHost {
  openSocket(): SocketPort;
  random(): number;
  /** Calls back once after `ms`; answers a function that calls it off. */
  after(ms: number, callback: () => void): () => void;
  hello(): ClientFrame;
  /** The frames of one message of the socket, in order. */
  onFrames(frames: readonly ServerFrame[]): void;
  onStatus(status: ConnectionStatus): void;
  /** Asks over HTTP whether the chat is there at all, after a socket that never opened. */
  mayExist(): Promise<boolean>;
}

const beatMs = 25_000;
const silenceMs = 10_000;
const final: Readonly<Record<number, "signedOut" | "removed" | "protocol">> = {
  [closeCodes.signedOut]: "signedOut",
  [closeCodes.removed]: "removed",
  [closeCodes.protocol]: "protocol",
};

/** One socket to one room that comes back after every loss, with full jitter, and notices a line that went silent. */
export class RoomConnection {
  readonly #host: ConnectionHost;
  #socket: SocketPort | null = null;
  #attempt = 0;
  #isOpen = false;
  #isClosed = false;
  #callOff: () => void = () => undefined;

  constructor(host: ConnectionHost) {
    this.#host = host;
  }

  connect(): void {
    if (this.#isClosed || this.#socket !== null) return;
    this.#callOff();
    const socket = this.#host.openSocket();
    this.#socket = socket;
    socket.listen({
      open: () => {
        this.#isOpen = true;
        this.#host.onStatus({ kind: "open" });
        this.send(this.#host.hello());
        this.#listen();
      },
      message: (text) => {
        if (this.#socket !== socket) return;
        this.#attempt = 0;
        this.#listen();
        this.#host.onFrames(readFrames(text));
      },
      close: (code) => {
        if (this.#socket === socket) this.#lose(code);
      },
    });
  }

  /** Sends a frame when the line is open; answers whether it went out. */
  send(frame: ClientFrame): boolean {
    if (!this.#isOpen || this.#socket === null) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Tries at once instead of waiting: the browser says that it is online again. */
  hurry(): void {
    this.#attempt = 0;
    this.connect();
  }

  /** Gives the line up and begins to try again: the browser says that it is offline. */
  drop(): void {
    if (this.#socket === null) return;
    this.#socket.close();
    this.#lose(0);
  }

  close(): void {
    this.#isClosed = true;
    this.#isOpen = false;
    this.#callOff();
    this.#socket?.close();
    this.#socket = null;
  }

  /** After a while without a frame a ping asks; without an answer to that the line counts as lost. */
  #listen(): void {
    this.#callOff();
    this.#callOff = this.#host.after(beatMs, () => {
      this.send({ type: "ping" });
      this.#callOff = this.#host.after(silenceMs, () => {
        this.drop();
      });
    });
  }

  #lose(code: number): void {
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    this.#socket = null;
    this.#callOff();
    if (this.#isClosed) return;
    const why = final[code];
    if (why !== undefined) {
      this.#isClosed = true;
      this.#host.onStatus({ kind: "refused", why });
      return;
    }
    this.#host.onStatus({ kind: "lost" });
    const waitMs = backoffMs(this.#attempt, this.#host.random()) + (code === closeCodes.rateLimited ? 2000 : 0);
    this.#attempt += 1;
    this.#callOff = this.#host.after(waitMs, () => this.connect());
    if (!wasOpen) void this.#giveUpOnNothing();
  }

  async #giveUpOnNothing(): Promise<void> {
    if ((await this.#host.mayExist()) || this.#isClosed || this.#isOpen) return;
    this.close();
    this.#host.onStatus({ kind: "refused", why: "notFound" });
  }
}
