import * as z from "zod";
import type { RoomSocket, RoomSockets } from "../src/application/room/fan-out.ts";
import type { Visitor } from "./room-client.ts";

const attachment = z.strictObject({
  userId: z.string(),
  unlimited: z.boolean(),
  credentialId: z.string(),
  readOnly: z.boolean(),
  live: z.boolean(),
  // Sockets that were opened before typing was known have none.
  typingAt: z.number().nullable().default(null),
});
type Attachment = z.infer<typeof attachment>;

/** A socket of the platform; what the room knows of it lives in its attachment and survives hibernation. */
class OpenSocket implements RoomSocket {
  readonly #socket: WebSocket;
  #known: Attachment;

  constructor(socket: WebSocket, known: Attachment) {
    this.#socket = socket;
    this.#known = known;
  }

  get userId(): string {
    return this.#known.userId;
  }

  get unlimited(): boolean {
    return this.#known.unlimited;
  }

  get credentialId(): string {
    return this.#known.credentialId;
  }

  get readOnly(): boolean {
    return this.#known.readOnly;
  }

  get live(): boolean {
    return this.#known.live;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  get typingAt(): number | null {
    return this.#known.typingAt;
  }

  goLive(): void {
    this.#keep({ live: true });
  }

  setTyping(atMs: number | null): void {
    this.#keep({ typingAt: atMs });
  }

  send(text: string): void {
    // A socket that is closing throws; its close event is on the way, and the next hello brings what it missed.
    if (this.isOpen) this.#socket.send(text);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  #keep(change: Partial<Attachment>): void {
    this.#known = { ...this.#known, ...change };
    this.#socket.serializeAttachment(this.#known);
  }
}

/** The room's hibernating sockets. */
export class OpenSockets implements RoomSockets {
  readonly #ctx: DurableObjectState;
  readonly #known = new WeakMap<WebSocket, OpenSocket>();

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx;
  }

  accept(socket: WebSocket, { userId, unlimited, credentialId, readOnly }: Visitor): void {
    socket.serializeAttachment({ userId, unlimited, credentialId, readOnly, live: false, typingAt: null });
    this.#ctx.acceptWebSocket(socket);
  }

  all(): OpenSocket[] {
    return this.#ctx.getWebSockets().map((socket) => this.of(socket));
  }

  of(socket: WebSocket): OpenSocket {
    const known = this.#known.get(socket) ?? new OpenSocket(socket, attachment.parse(socket.deserializeAttachment()));
    this.#known.set(socket, known);
    return known;
  }
}
