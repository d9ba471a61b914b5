import { MemoryRoomStorage } from "../../../src/adapters/memory/memory-room-storage.ts";
import { describeByMessage } from "../../../src/application/chat-description.ts";
import { answerRequest } from "../../../src/application/room/answer-request.ts";
import { joinChat, removeMember } from "../../../src/application/room/change-members.ts";
import { FrameIntake } from "../../../src/application/room/frame-intake.ts";
import { Projector } from "../../../src/application/room/projection.ts";
import { Room } from "../../../src/application/room/room.ts";
import type { TurnRunner } from "../../../src/application/room/room-deps.ts";
import { RoomLog } from "../../../src/application/room/room-log.ts";
import type { RoomStorage } from "../../../src/application/room/room-storage.ts";
import { stopRun } from "../../../src/application/room/stop-run.ts";
import { OhmError } from "../../../src/domain/error/ohm-error.ts";
import type { ServerFrame } from "../../../src/protocol/frames.ts";
import { FlakyProjections } from "./flaky-projections.ts";
import { scriptedTurn } from "./scripted-turn.ts";
import { Seeded } from "./seeded.ts";
import { asRequest, lastAct, nextAct } from "./simulated-acts.ts";
import type { ActFrame } from "./simulated-client.ts";
import { isRemembered, SimulatedClient } from "./simulated-client.ts";
import { ada, adasChat, countedId, digest, eve, TestSocket } from "./test-room.ts";
import { settle, VirtualClock } from "./virtual-clock.ts";

/** What kills an instance: thrown at its caller, like a process that is gone. */
class Killed extends Error {}

/** How the scripted turn quotes a message: never by its words, which may have to go. */
export function quoted(content: string): string {
  return digest(content).slice(0, 16);
}

/** One schedule: people who come and go, their clients, a lossy network, and a room that is killed between and inside its transactions. */
export class Simulation {
  readonly storage = new MemoryRoomStorage();
  readonly projections: FlakyProjections;
  readonly clients: SimulatedClient[] = [];
  /** Requests under way over HTTP: in no order, some of them twice. */
  readonly #requests: { client: SimulatedClient; frame: ActFrame }[] = [];
  /** What each run was asked, as its first try read it. */
  readonly said = new Map<string, string[]>();
  /** All that each run has read, as its first try read it. */
  readonly #read = new Map<string, string>();
  readonly broken: string[] = [];
  /** By client id: what the room answered. */
  readonly #answered = new Map<string, string>();
  readonly #clock = new VirtualClock();
  readonly #random: Seeded;
  #room: Room;
  #projector: Projector;
  #intake: FrameIntake;
  #sockets: TestSocket[] = [];
  #alarmAtMs: number | null = null;
  #killBefore = false;
  #killAfter = false;
  #generation = 0;
  /** Frames are being taken in: they are one commit. */
  #inIntake = false;
  kills = 0;
  /** How many frames shared a commit with others. */
  shared = 0;

  constructor(seed: number) {
    this.#random = new Seeded(seed);
    this.projections = new FlakyProjections(this.#random);
    [this.#room, this.#projector, this.#intake] = this.#start();
    this.#room.init(adasChat);
    const clients = 1 + this.#random.below(3);
    for (let n = 0; n < clients; n += 1) this.clients.push(new SimulatedClient(ada));
    // Half of the chats stay one person's, with their branches; in the others Eve comes and goes.
    if (this.#random.chance(0.5)) this.clients.push(new SimulatedClient(eve));
  }

  /** As the next instance will read it. */
  get leafId(): string | null {
    return new RoomLog(this.storage, this.#clock, () => undefined).leaf?.id ?? null;
  }

  /** Runs `steps` random steps, then heals the network and lets everything come to rest. */
  async run(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) await this.#step();
    await this.#heal();
    // What is done last has nothing after it that would hide a fault.
    const [client] = this.clients;
    if (client) client.compose(lastAct(client, this.#random, countedId()));
    await this.#heal();
  }

  #start(): [Room, Projector, FrameIntake] {
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
      runTurn: this.#turn(),
      repeatable: true,
      carriesDesignIntent: async (text: string) => text.includes("design"),
      onDesign: async () => null,
      exportDesign: async () => ({ filename: "", type: "", content: "" }),
      models: [],
      countMessage: async () => true,
      wakeAt: (atMs: number) => {
        this.#alarmAtMs = Math.min(this.#alarmAtMs ?? atMs, atMs);
      },
      report: () => undefined,
    };
    const room: Room = new Room(deps, (events) => deps.wakeAt(projector.grew(events)));
    const projector = new Projector(room, this.projections);
    let frames = 0;
    const intake = new FrameIntake({
      deps,
      frame: (socket, data) => {
        frames += 1;
        room.frame(socket, data);
      },
      together: (work) => {
        frames = 0;
        this.#oneCommit(() => room.together(work));
        if (frames > 1) this.shared += frames;
      },
    });
    return [room, projector, intake];
  }

  /**
   * What the platform makes of frames that are taken together: one commit for all that they write, and nobody hears a word before it. A
   * kill before it takes everything with it, one after it what was said.
   */
  #oneCommit(work: () => void): void {
    const takeBack = this.storage.mark();
    const alarmAtMs = this.#alarmAtMs;
    const heard = this.#sockets.map((socket) => ({ socket, frames: socket.frames.length }));
    const generation = this.#generation;
    this.#inIntake = true;
    try {
      work();
    } finally {
      this.#inIntake = false;
    }
    const isCommitted = generation === this.#generation;
    if (!isCommitted) {
      takeBack();
      this.#alarmAtMs = alarmAtMs;
    } else if (this.#killAfter) this.#kill();
    for (const { socket, frames } of heard) {
      if (generation === this.#generation) this.#witnessFrames(socket, socket.frames.slice(frames));
      else socket.frames.length = frames;
    }
  }

  /** A turn that asks for the same words at each try, and calls the chat after what was said first. */
  #turn(): TurnRunner {
    const scripted = scriptedTurn(this.#clock, 20, quoted);
    return async (input, room, signal) => {
      const contents = input.asked.map(({ content }) => content);
      const read = JSON.stringify([...input.history, ...input.asked].map(({ id, content }) => [id, content]));
      const before = this.#read.get(input.runId) ?? read;
      if (before !== read) this.broken.push(`G5 another try of ${input.runId} read other words`);
      this.#read.set(input.runId, read);
      this.said.set(input.runId, contents);
      if (contents.length === 0) this.broken.push(`${input.runId} was asked nothing`);
      const [first] = input.asked;
      if (first && input.history.length === 0) room.describeChat(describeByMessage(first));
      return scripted(input, room, signal);
    };
  }

  /** The storage as one instance sees it: a transaction may be the last thing that it does, before or after it is durable. */
  #guarded(mine: () => void): RoomStorage {
    const { log, members, reactions, reads, ticks, runs, artifacts, meta } = this.storage;
    const transaction = <T>(work: () => T): T => {
      mine();
      const result = this.storage.transaction(() => {
        const done = work();
        if (this.#killBefore) this.#kill();
        mine();
        return done;
      });
      if (this.#killAfter && !this.#inIntake) this.#kill();
      mine();
      return result;
    };
    const rename: RoomStorage["rename"] = (from, to) => this.storage.rename(from, to);
    return { transaction, rename, log, members, reactions, reads, ticks, runs, artifacts, meta };
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
  #startIfGone(): void {
    if (this.#generation % 2 === 1) return;
    [this.#room, this.#projector, this.#intake] = this.#start();
    this.#room.wake();
    const leftMs = this.#projector.left();
    if (leftMs !== null) this.#alarmAtMs = Math.min(this.#alarmAtMs ?? leftMs, leftMs);
  }

  /** Nothing overtakes a frame that waits. */
  #alive(): Room {
    this.#startIfGone();
    this.#intake.takeWaiting();
    this.#startIfGone();
    return this.#room;
  }

  async #step(): Promise<void> {
    const client = this.#random.pick(this.clients);
    if (!client) return;
    const dice = this.#random.below(100);
    if (dice < 18) this.#compose(client);
    else if (dice < 34) await this.#deliverRequest();
    else if (dice < 52) this.#overSocket(client);
    else if (dice < 68) client.receive(1 + this.#random.below(12));
    else if (dice < 71) client.cut();
    else if (dice < 73) this.#safely(() => this.#stop());
    else if (dice < 76) this.#safely(() => this.#comeOrGo(client));
    else if (dice < 78) this.#kill0();
    else if (dice < 81) this.#killBefore = true;
    else if (dice < 84) this.#killAfter = true;
    else await this.#pass(this.#random.chance(0.4) ? 1500 : this.#random.below(120));
    await settle();
  }

  #kill0(): void {
    if (this.#generation % 2 === 1) this.#kill();
  }

  #compose(client: SimulatedClient): void {
    const frame = client.compose(nextAct(client, this.#random, countedId()));
    if (this.#random.chance(0.5)) this.#requests.push({ client, frame });
  }

  /** One request reaches the room, in any order; its answer may be lost, and a copy may still be under way. */
  async #deliverRequest(): Promise<void> {
    const index = this.#random.below(this.#requests.length);
    const request = this.#requests[index];
    if (!request) return;
    const { client, frame } = request;
    if (this.#random.chance(0.7)) this.#requests.splice(index, 1);
    if (this.#random.chance(0.1)) return;
    const isHeard = this.#random.chance(0.8);
    try {
      const reply = await answerRequest(this.#alive(), client.actor, asRequest(frame));
      if (!reply.ok) return;
      const { id, sequence } = JSON.parse(reply.json);
      this.#witness(frame, id);
      if (!isHeard) return;
      const place = typeof sequence === "number" ? { sequence } : {};
      client.acked({ clientId: frame.clientId, id, ...place });
    } catch (error) {
      if (error instanceof Killed) return;
      if (!(error instanceof OhmError)) throw error;
      this.#witnessRefusal(frame, error.code);
      client.refused(frame.clientId);
    }
  }

  /** The same act has the same answer, also where its sender never heard it. */
  #witness(frame: ActFrame, id: string): void {
    const { type, clientId } = frame;
    if (!isRemembered(frame)) return;
    const before = this.#answered.get(clientId) ?? id;
    if (before !== id) this.broken.push(`G3 ${type} was answered with ${before} and with ${id}`);
    this.#answered.set(clientId, id);
  }

  /** Nor is it refused later, unless its sender is a stranger by then. */
  #witnessRefusal(frame: ActFrame, code: string): void {
    if (code === "not_found" || !isRemembered(frame) || !this.#answered.has(frame.clientId)) return;
    this.broken.push(`G3 ${frame.type} was answered and then refused`);
  }

  /** Eve comes in by an invitation, leaves, or is removed. */
  #comeOrGo(client: SimulatedClient): void {
    if (client.actor.userId !== "eve") return;
    const room = this.#alive();
    const invitation = { role: "member" as const, invitedBy: "ada", createdAt: this.#clock.nowMs() + 1, id: "i1" };
    if (!this.storage.members.get("eve")) joinChat(room, eve, invitation);
    else removeMember(room, this.#random.chance(0.5) ? eve : ada, "eve");
  }

  #overSocket(client: SimulatedClient): void {
    if (!client.socket || client.socket.closed !== null) {
      this.#connect(client);
      return;
    }
    // Some come one by one, others so close that they are taken together, a copy of the same among them.
    const together = this.#random.chance(0.5) ? 1 : 1 + this.#random.below(5);
    for (let n = 0; n < together; n += 1) {
      const frame = client.unacked(this.#random);
      if (frame) this.#frame(client, frame);
    }
  }

  /** What a socket's person is told of what they asked for. */
  #witnessFrames(socket: TestSocket, frames: readonly ServerFrame[]): void {
    const client = this.clients.find((one) => one.socket === socket);
    for (const answer of frames) {
      if (answer.type !== "ack" && answer.type !== "nack") continue;
      const frame = client?.sent(answer.clientId);
      if (!frame) continue;
      if (answer.type === "ack") this.#witness(frame, answer.id);
      else this.#witnessRefusal(frame, answer.code);
    }
  }

  #connect(client: SimulatedClient): void {
    this.#safely(() => {
      this.#alive().admit(client.actor);
      const socket = new TestSocket(client.actor);
      this.#sockets.push(socket);
      client.connect(socket);
      this.#frame(client, client.hello());
    });
  }

  #frame(client: SimulatedClient, frame: object): void {
    this.#safely(() => {
      this.#startIfGone();
      if (client.socket) this.#intake.take(client.socket, JSON.stringify(frame));
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

  /** Clients of who is in the chat. */
  members(): SimulatedClient[] {
    return this.clients.filter(({ actor }) => this.storage.members.get(actor.userId) !== null);
  }

  #isAtRest(): boolean {
    const { seq } = this.storage.log.last();
    return (
      this.storage.runs.latest()?.status !== "running" &&
      this.storage.meta.flushedSeq() === seq &&
      this.members().every(
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
    for (let round = 0; round < 400 && !this.#isAtRest(); round += 1) {
      for (const client of this.members()) {
        if (!client.socket || client.socket.closed !== null) this.#connect(client);
        for (const frame of client.outbox()) this.#frame(client, frame);
        client.receive(Number.POSITIVE_INFINITY);
      }
      await this.#pass(2000);
      for (const client of this.clients) client.receive(Number.POSITIVE_INFINITY);
    }
  }
}
