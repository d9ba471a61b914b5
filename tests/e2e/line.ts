import { on, once } from "node:events";
import { WebSocket } from "ws";
import type { Frame, Guest } from "./guest.ts";

/** A socket of a chat that is read message by message and can be cut as a lost network cuts it: without a close frame. */
export class Line {
  readonly #socket: WebSocket;
  readonly #messages: AsyncIterator<unknown[]>;
  /** Resolves with the code when the line has ended, from whichever side. */
  readonly closed: Promise<number>;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#messages = on(socket, "message", { close: ["close"] })[Symbol.asyncIterator]();
    this.closed = new Promise((ended) => socket.once("close", ended));
    // An error is followed by the close.
    socket.on("error", () => undefined);
  }

  static async open(guest: Guest, chatId: string): Promise<Line> {
    const url = `${guest.origin.replace("http", "ws")}/api/chats/${chatId}/socket`;
    const socket = new WebSocket(url, ["ohm.v1"], { headers: guest.headers });
    const line = new Line(socket);
    await once(socket, "open");
    return line;
  }

  send(frame: object | string): void {
    this.#socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  }

  /** The next message of the wire: one frame, or several that left the room together. null when the line has ended. */
  async next(): Promise<Frame[] | null> {
    const { value, done } = await this.#messages.next();
    return done ? null : [JSON.parse(String(value[0]))].flat();
  }

  /** Ends the connection without a word to the other side. */
  cut(): void {
    this.#socket.terminate();
  }
}
