import { DurableObject } from "cloudflare:workers";
import { uuidv7 } from "uuidv7";
import { D1Sessions } from "../src/adapters/d1/d1-sessions.ts";
import { SqliteRoomStorage } from "../src/adapters/do-sqlite/sqlite-room-storage.ts";
import type { ChatInvitation } from "../src/application/accept-invitation.ts";
import { answerRequest } from "../src/application/room/answer-request.ts";
import { isWelcome, joinChat } from "../src/application/room/change-members.ts";
import { FrameIntake } from "../src/application/room/frame-intake.ts";
import type { ProjectionStore } from "../src/application/room/projection.ts";
import { Projector } from "../src/application/room/projection.ts";
import type { NamedActor } from "../src/application/room/require-member.ts";
import type { NewChat } from "../src/application/room/room.ts";
import { Room } from "../src/application/room/room.ts";
import type { JoinReply, RoomReply, RoomRequest } from "../src/application/room/room-request.ts";
import { listedRequests } from "../src/application/room/room-request.ts";
import type { RoomTask, TaskReply } from "../src/application/room/room-task.ts";
import { SessionWatch } from "../src/application/room/session-watch.ts";
import { OhmError } from "../src/domain/error/ohm-error.ts";
import { clock, digest, roomModel } from "./deps.ts";
import type { Env } from "./env.ts";
import { problemOf, problemResponse } from "./middleware/problem.ts";
import { onDemand } from "./on-demand.ts";
import { OpenSockets } from "./open-sockets.ts";
import { actorHeaders } from "./room-client.ts";

/** How long an answer waits for the projections at most, ms. */
const listedWithinMs = 2000;

const projections = onDemand(() => import("../src/adapters/d1/d1-projections.ts"));
const tasks = onDemand(() => import("../src/application/room/do-task.ts"));

interface Wired {
  room: Room;
  projector: Projector;
  intake: FrameIntake;
}

/** One chat: wires its rules to the platform's storage, sockets and alarm. */
export class ChatRoom extends DurableObject<Env> {
  readonly #sockets: OpenSockets;
  readonly #sessions: SessionWatch;
  #wired: Wired | null = null;
  /** When the only alarm is due, as far as this instance knows. */
  #alarmAt = Number.POSITIVE_INFINITY;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('{"type":"ping"}', '{"type":"pong"}'));
    this.#sockets = new OpenSockets(ctx);
    this.#sessions = new SessionWatch(this.#sockets, new D1Sessions(env.DB), clock);
    this.#wire();
  }

  /** The rules, after the frames that came before: nothing overtakes one that waits. */
  get #room(): Room {
    const { room, intake } = this.#wired ?? this.#wire();
    intake.takeWaiting();
    return room;
  }

  get #projector(): Projector {
    return (this.#wired ?? this.#wire()).projector;
  }

  /** Opens the storage and sets the room's rules over it; again after everything was erased. */
  #wire(): Wired {
    const { ctx, env } = this;
    const deps = {
      storage: new SqliteRoomStorage(ctx.storage),
      sockets: this.#sockets,
      clock,
      ids: { next: uuidv7 },
      digest,
      ...roomModel(env),
      countMessage: async (userId: string) => (await env.RATE_MESSAGES.limit({ key: userId })).success,
      wakeAt: (atMs: number) => this.#wakeAt(atMs),
      report: (error: unknown) => console.error(error),
    };
    const room: Room = new Room(deps, (events) => this.#wakeAt(projector.grew(events)));
    const projector = new Projector(room, projectionsOf(env));
    this.#wired = { room, projector, intake: new FrameIntake(room) };
    room.wake();
    const leftMs = projector.left();
    if (leftMs !== null) this.#wakeAt(leftMs);
    return this.#wired;
  }

  /** Called by the Worker after the chat's rows are in D1; a second time changes nothing. */
  init(chat: NewChat): void {
    this.#room.init(chat);
  }

  /** Answers a member's request. Errors travel as data: an exception would lose its code on the way. */
  async ask(actor: NamedActor, request: RoomRequest): Promise<RoomReply> {
    try {
      const reply = await answerRequest(this.#room, actor, request);
      if (listedRequests.includes(request.kind)) await this.#listed();
      return reply;
    } catch (error) {
      const problem = problemOf(error);
      return { ok: false, problem, uninitialised: this.#room.deps.storage.meta.chat() === null };
    }
  }

  /** Does a piece of a background job. Called by jobs only. */
  async tend(task: RoomTask): Promise<TaskReply> {
    try {
      const { doTask } = await tasks();
      return { ok: true, ...(await doTask({ room: this.#room, projector: this.#projector }, task)) };
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  }

  /** Lets a person in by an invitation whose place they hold. */
  async join(actor: NamedActor, invitation: ChatInvitation): Promise<JoinReply> {
    try {
      const joined = joinChat(this.#room, actor, invitation);
      if (joined.isNew) await this.#listed();
      return { ok: true, ...joined };
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  }

  /** Whether a person is in the chat, or would be let in by this invitation. */
  welcomes(userId: string, invitation: ChatInvitation): boolean {
    return isWelcome(this.#room, userId, invitation);
  }

  /** Deletes everything that the room holds; it has to be closed. Called by jobs only. */
  async erase(): Promise<void> {
    if (this.#room.deps.storage.members.all().length > 0) throw new RangeError("A room with members is not erased");
    await this.ctx.blockConcurrencyWhile(async () => {
      await this.ctx.storage.deleteAlarm();
      await this.ctx.storage.deleteAll();
    });
    this.#wired = null;
    this.#alarmAt = Number.POSITIVE_INFINITY;
  }

  /** Closes the sockets of sessions and API keys that have ended. */
  end(credentialIds: string[]): void {
    this.#wired?.intake.takeWaiting();
    this.#sessions.end(credentialIds);
  }

  /** The upgrade. The Worker has verified the session and the Origin, and put the actor into headers of a request of its own. */
  override fetch(request: Request): Response {
    try {
      const actor = actorHeaders.read(request.headers);
      this.#sessions.admit(actor.credentialId);
      this.#room.admit(actor);
      const [client, server] = Object.values(new WebSocketPair());
      if (!client || !server) throw new OhmError("internal", "No socket pair");
      this.#sockets.accept(server, actor);
      return new Response(null, { status: 101, webSocket: client, headers: { "sec-websocket-protocol": "ohm.v1" } });
    } catch (error) {
      const uninitialised = this.#room.deps.storage.meta.chat() === null;
      const response = problemResponse(problemOf(error), request.headers.get("x-request-id") ?? crypto.randomUUID());
      if (uninitialised) response.headers.set("x-ohm-uninitialised", "1");
      return response;
    }
  }

  override webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): void {
    (this.#wired ?? this.#wire()).intake.take(this.#sockets.of(socket), data);
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    const room = this.#room;
    // 1005 and 1006 say that no code came; they cannot be sent.
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
    room.closed();
  }

  override webSocketError(): void {
    this.#room.closed();
  }

  override async alarm(): Promise<void> {
    this.#alarmAt = Number.POSITIVE_INFINITY;
    this.#room.wake();
    const [retryAtMs] = await Promise.all([
      this.#projector.flush(),
      this.#sessions.check().catch((error: unknown) => console.error(error)),
    ]);
    if (retryAtMs !== null) this.#wakeAt(retryAtMs);
  }

  /** Waits until D1's lists show the room as it is, or for a while: what the room has stored counts either way. */
  async #listed(): Promise<void> {
    const shown = new AbortController();
    const flushed = this.#projector.flush().finally(() => shown.abort());
    await Promise.race([flushed, clock.sleep(listedWithinMs, shown.signal).catch(() => undefined)]);
  }

  /** There is one alarm: the earliest wish wins, and its handler asks again for what is left. */
  #wakeAt(atMs: number): void {
    if (atMs >= this.#alarmAt) return;
    this.#alarmAt = atMs;
    void this.ctx.storage.setAlarm(atMs);
  }
}

/** The projections in D1. Their code comes with the first write, which nobody waits for. */
function projectionsOf({ DB }: Env): ProjectionStore {
  const store = async () => new (await projections()).D1Projections(DB);
  return {
    write: async (slice) => (await store()).write(slice),
    overwrite: async (slice) => (await store()).overwrite(slice),
    trim: async (extent) => (await store()).trim(extent),
  };
}
