import { MemoryRoomStorage } from "../../../src/adapters/memory/memory-room-storage.ts";
import { postMessage } from "../../../src/application/room/post-message.ts";
import type { ProjectionStore, RoomSlice } from "../../../src/application/room/projection.ts";
import { Projector } from "../../../src/application/room/projection.ts";
import { Room } from "../../../src/application/room/room.ts";
import type { RoomStorage } from "../../../src/application/room/room-storage.ts";
import { stopRun } from "../../../src/application/room/stop-run.ts";
import { OhmError } from "../../../src/domain/error/ohm-error.ts";
import type { PostMessageBody } from "../../../src/protocol/messages.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import { Seeded } from "./seeded.ts";
import { SimulatedClient } from "./simulated-client.ts";
import { ada, adasChat, countedId, digest, TestSocket } from "./test-room.ts";
import { settle, VirtualClock } from "./virtual-clock.ts";

/** What kills an instance: thrown at its caller, like a process that is gone. */
class Killed extends Error {}

/** D1 that fails when told to, and takes a slice as the real one does: rows by key, never an older one over a newer one. */
class FlakyProjections implements ProjectionStore {
  readonly messages = new Map<string, { seq: number; content: string; status: string }>();
  chat: RoomSlice["chat"] | null = null;
  #random: Seeded;
  faulty = true;

  constructor(random: Seeded) {
    this.#random = random;
  }

  async write(slice: RoomSlice): Promise<void> {
    if (this.faulty && this.#random.chance(0.3)) throw new Error("D1 is away");
    this.chat = slice.chat;
    for (const { id, content, status } of slice.messages) this.messages.set(id, { seq: slice.seq, content, status });
    if (this.faulty && this.#random.chance(0.2)) throw new Error("the answer of D1 was lost");
  }

  overwrite(slice: RoomSlice): Promise<void> {
    return this.write(slice);
  }

  async trim(): Promise<void> {}
}

/** One schedule: clients, a lossy network, and a room that is killed between and inside its transactions. */
export class Simulation {
  readonly storage = new MemoryRoomStorage();
  readonly projections: FlakyProjections;
  readonly clients: SimulatedClient[] = [];
  /** Requests under way over HTTP: in no order, some of them twice. */
  readonly #requests: { client: SimulatedClient; body: PostMessageBody }[] = [];
  readonly #clock = new VirtualClock();
  readonly #random: Seeded;
  #room: Room;
  #projector: Projector;
  #sockets: TestSocket[] = [];
  #alarmAtMs: number | null = null;
  #killBefore = false;
  #killAfter = false;
  #generation = 0;
  kills = 0;

  constructor(seed: number) {
    this.#random = new Seeded(seed);
    this.projections = new FlakyProjections(this.#random);
    [this.#room, this.#projector] = this.#start();
    this.#room.init(adasChat);
    const clients = 1 + this.#random.below(3);
    for (let n = 0; n < clients; n += 1) this.clients.push(new SimulatedClient());
  }

  /** Runs `steps` random steps, then heals the network and lets everything come to rest. */
  async run(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) await this.#step();
    await this.#heal();
  }

  #start(): [Room, Projector] {
    this.#generation += 1;
    const generation = this.#generation;
    const mine = () => {
      if (generation !== this.#generation) throw new Killed();
    };
    const deps = {
      storage: this.#guarded(mine),
      clock: this.#clock,
      sockets: { all: () => this.#sockets.filter(({ closed }) => closed === null) },
      ids: { next: countedId },
      digest,
      runTurn: scriptedTurn(this.#clock),
      repeatable: true,
      carriesDesignIntent: async (text: string) => text.includes("design"),
      models: [],
      countMessage: async () => true,
      wakeAt: (atMs: number) => {
        this.#alarmAtMs = Math.min(this.#alarmAtMs ?? atMs, atMs);
      },
      report: () => undefined,
    };
    const room: Room = new Room(deps, (events) => deps.wakeAt(projector.grew(events)));
    const projector = new Projector(room, this.projections);
    return [room, projector];
  }

  /** The storage as one instance sees it: a transaction may be the last thing that it does, before or after it is durable. */
  #guarded(mine: () => void): RoomStorage {
    const { log, members, reactions, reads, runs, artifacts, meta } = this.storage;
    const transaction = <T>(work: () => T): T => {
      mine();
      const result = this.storage.transaction(() => {
        const done = work();
        if (this.#killBefore) this.#kill();
        mine();
        return done;
      });
      if (this.#killAfter) this.#kill();
      mine();
      return result;
    };
    const rename: RoomStorage["rename"] = (from, to) => this.storage.rename(from, to);
    return { transaction, rename, log, members, reactions, reads, runs, artifacts, meta };
  }

  /** The process is gone: its timers, its sockets and what it had not written. The alarm and the storage are not. */
  #kill(): void {
    this.kills += 1;
    this.#generation += 1;
    this.#killBefore = false;
    this.#killAfter = false;
    this.#clock.forgetSleepers();
    for (const socket of this.#sockets) socket.close(1006);
    this.#sockets = [];
  }

  /** The object starts at the next thing that reaches it. */
  #alive(): Room {
    if (this.#generation % 2 === 0) {
      [this.#room, this.#projector] = this.#start();
      this.#room.wake();
    }
    return this.#room;
  }

  async #step(): Promise<void> {
    const client = this.#random.pick(this.clients);
    if (!client) return;
    const dice = this.#random.below(100);
    if (dice < 18) this.#compose(client);
    else if (dice < 34) this.#deliverRequest();
    else if (dice < 50) this.#overSocket(client);
    else if (dice < 66) client.receive(1 + this.#random.below(4));
    else if (dice < 74) client.cut();
    else if (dice < 78) this.#safely(() => this.#stop());
    else if (dice < 81) this.#kill0();
    else if (dice < 84) this.#killBefore = true;
    else if (dice < 87) this.#killAfter = true;
    else await this.#pass(this.#random.below(120));
    await settle();
  }

  #kill0(): void {
    if (this.#generation % 2 === 1) this.#kill();
  }

  #compose(client: SimulatedClient): void {
    const words = ["/note", "please", "design", "throw", "why 🙂"][this.#random.below(5)] ?? "please";
    const body = client.compose(`${words} ${this.#random.below(1000)}`, countedId());
    if (this.#random.chance(0.5)) this.#requests.push({ client, body });
  }

  /** One request reaches the room, in any order; its answer may be lost, and a copy may still be under way. */
  #deliverRequest(): void {
    const index = this.#random.below(this.#requests.length);
    const request = this.#requests[index];
    if (!request) return;
    if (this.#random.chance(0.7)) this.#requests.splice(index, 1);
    if (this.#random.chance(0.1)) return;
    this.#safely(() => {
      const ack = postMessage(this.#alive(), { actor: ada, body: request.body });
      if (this.#random.chance(0.8)) request.client.acked(ack);
    });
  }

  #overSocket(client: SimulatedClient): void {
    if (!client.socket || client.socket.closed !== null) {
      this.#connect(client);
      return;
    }
    const body = client.unacked(this.#random);
    if (body) this.#frame(client, { type: "post_message", ...body });
  }

  #connect(client: SimulatedClient): void {
    this.#safely(() => {
      this.#alive().admit(ada);
      const socket = new TestSocket(ada);
      this.#sockets.push(socket);
      client.connect(socket);
      this.#frame(client, client.hello());
    });
  }

  #frame(client: SimulatedClient, frame: object): void {
    this.#safely(() => {
      if (client.socket) this.#alive().frame(client.socket, JSON.stringify(frame));
    });
  }

  #stop(): void {
    const room = this.#alive();
    const run = this.storage.runs.latest();
    if (run) stopRun(room, ada, run.id);
  }

  /** A kill reaches the caller as a lost connection; a refusal as its error. Anything else is a bug. */
  #safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Killed) && !(error instanceof OhmError)) throw error;
    }
  }

  async #pass(ms: number): Promise<void> {
    await this.#clock.advance(ms);
    if (this.#alarmAtMs === null || this.#alarmAtMs > this.#clock.nowMs()) return;
    this.#alarmAtMs = null;
    try {
      this.#alive().wake();
      const retryAtMs = await this.#projector.flush();
      if (retryAtMs !== null) this.#alarmAtMs = Math.min(this.#alarmAtMs ?? retryAtMs, retryAtMs);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      // The platform runs an alarm again when its handler did not end.
      this.#alarmAtMs = this.#clock.nowMs();
    }
  }

  #isAtRest(): boolean {
    const { seq } = this.storage.log.last();
    return (
      this.storage.runs.latest()?.status !== "running" &&
      this.storage.meta.flushedSeq() === seq &&
      this.clients.every(
        (client) => client.outbox().length === 0 && client.seq === seq && client.socket?.closed === null,
      )
    );
  }

  /** No more faults: everybody connects, sends what was never acknowledged, and time goes on until nothing is left to do. */
  async #heal(): Promise<void> {
    this.#killBefore = false;
    this.#killAfter = false;
    this.projections.faulty = false;
    this.#requests.length = 0;
    for (let round = 0; round < 40 && !this.#isAtRest(); round += 1) {
      for (const client of this.clients) {
        if (!client.socket || client.socket.closed !== null) this.#connect(client);
        for (const body of client.outbox()) this.#frame(client, { type: "post_message", ...body });
        client.receive(Number.POSITIVE_INFINITY);
      }
      await this.#pass(2000);
      for (const client of this.clients) client.receive(Number.POSITIVE_INFINITY);
    }
  }
}
