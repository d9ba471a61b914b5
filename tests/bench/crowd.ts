import { WebSocket } from "ws";
import type { Dialect, Heard } from "./dialect.ts";

/** Sockets that send under load, and messages that each has on the way. */
const senders = 20;
const ahead = 5;

/** Where and as whom a socket is opened. */
export interface Door {
  url: string;
  headers: Record<string, string>;
  dialect: Dialect;
  /** Whether the client offers to compress frames, as browsers do. socket.io takes no such offer. */
  compression: boolean;
}

/** One socket of the crowd. Every chat message must come exactly once and in order, or the run fails. */
class Place {
  readonly socket: WebSocket;
  readonly #door: Door;
  readonly #read: (data: Buffer) => Heard;
  readonly #acks = new Map<string, () => void>();
  next = 0;
  joined = Promise.withResolvers<void>();
  onHeard: (count: number) => void = () => undefined;

  constructor(door: Door, read: (data: Buffer) => Heard) {
    this.#door = door;
    this.#read = read;
    const { url, headers, dialect, compression } = door;
    this.socket = new WebSocket(url, dialect.protocols, { headers, perMessageDeflate: compression });
    this.socket.on("open", () => this.socket.send(dialect.greeting));
    this.socket.on("message", (data: Buffer) => this.#take(this.#read(data)));
    this.socket.on("error", (error) => this.joined.reject(error));
  }

  /** Resolves when the send is acknowledged. */
  post(): Promise<void> {
    const { key, text } = this.#door.dialect.post();
    this.socket.send(text);
    return new Promise((acked) => this.#acks.set(key, acked));
  }

  /** Asks for all messages from the first on. */
  askFromStart(): void {
    this.next = 1;
    this.socket.send(this.#door.dialect.fromStart);
  }

  #take(heard: Heard): void {
    if (heard.answer !== null) this.socket.send(heard.answer);
    for (const key of heard.acks) {
      this.#acks.get(key)?.();
      this.#acks.delete(key);
    }
    if (heard.count > 0) {
      if (this.next !== 0 && heard.first !== this.next) throw new Error(`${heard.first} came, not ${this.next}`);
      this.next = heard.first + heard.count;
      this.onHeard(heard.count);
    }
    if (heard.joined) this.joined.resolve();
  }
}

/** All sockets of one side, in this process. */
export class Crowd {
  readonly #places: Place[];

  private constructor(places: Place[]) {
    this.#places = places;
  }

  static async open(door: Door, count: number): Promise<Crowd> {
    const read = readingOnce(door.dialect.read);
    const places: Place[] = [];
    while (places.length < count) {
      const batch = Array.from({ length: Math.min(20, count - places.length) }, () => new Place(door, read));
      await Promise.all(batch.map((place) => place.joined.promise));
      places.push(...batch);
    }
    return new Crowd(places);
  }

  /** Twenty sockets send for `ms`, five messages ahead each. What came of it, from the first send to the last delivery to the last socket. */
  async saturate(ms: number): Promise<{ deliveries: number; ms: number }> {
    const start = performance.now();
    let sent = 0;
    const heard = this.#count();
    const sending = this.#places.slice(0, senders).flatMap((place) =>
      Array.from({ length: ahead }, async () => {
        while (performance.now() < start + ms) {
          sent += 1;
          await place.post();
        }
      }),
    );
    await Promise.all(sending);
    const deliveries = sent * this.#places.length;
    await heard.reaches(deliveries);
    return { deliveries, ms: performance.now() - start };
  }

  /** One message in silence: ms from the send to its delivery to the last socket. */
  async sendOne(): Promise<number> {
    const heard = this.#count();
    const start = performance.now();
    const acked = this.#places[0]?.post();
    await heard.reaches(this.#places.length);
    const tookMs = performance.now() - start;
    await acked;
    return tookMs;
  }

  /** Sends so many messages from the first socket. */
  async send(messages: number): Promise<void> {
    const heard = this.#count();
    await Promise.all(Array.from({ length: messages }, () => this.#places[0]?.post()));
    await heard.reaches(messages * this.#places.length);
  }

  /** The first socket asks for all messages, `missed` of them; ms until it holds them. */
  async catchUp(missed: number): Promise<number> {
    const heard = this.#count();
    const start = performance.now();
    this.#places[0]?.askFromStart();
    await heard.reaches(missed);
    return performance.now() - start;
  }

  close(): void {
    for (const { socket } of this.#places) socket.terminate();
  }

  /** Counts deliveries to all sockets from now on. */
  #count(): { reaches(deliveries: number): Promise<void> } {
    let heard = 0;
    let wanted = Number.POSITIVE_INFINITY;
    const reached = Promise.withResolvers<void>();
    const look = (more: number) => {
      heard += more;
      if (heard >= wanted) reached.resolve();
    };
    for (const place of this.#places) place.onHeard = look;
    return {
      reaches: (deliveries) => {
        wanted = deliveries;
        look(0);
        return reached.promise;
      },
    };
  }
}

/** All sockets hear the same bytes: what equals one of the last messages read is not parsed again. The same for both sides. */
function readingOnce(read: (text: string) => Heard): (data: Buffer) => Heard {
  const recent: { data: Buffer; heard: Heard }[] = [];
  let oldest = 0;
  return (data) => {
    for (const known of recent) if (known.data.length === data.length && known.data.equals(data)) return known.heard;
    const heard = read(data.toString());
    if (heard.count > 0) recent[oldest++ % 64] = { data: Buffer.from(data), heard };
    return heard;
  };
}
