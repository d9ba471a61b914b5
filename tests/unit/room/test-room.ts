import { createHash } from "node:crypto";
import { zipFiles } from "../../../src/adapters/fflate/zip-files.ts";
import { MemoryRoomStorage } from "../../../src/adapters/memory/memory-room-storage.ts";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import { exportDesign } from "../../../src/application/export-design.ts";
import { actOnDesign } from "../../../src/application/room/act-on-design.ts";
import type { RoomSocket } from "../../../src/application/room/fan-out.ts";
import type { NamedActor } from "../../../src/application/room/require-member.ts";
import type { NewChat } from "../../../src/application/room/room.ts";
import { Room } from "../../../src/application/room/room.ts";
import type { RoomDeps, TurnRunner } from "../../../src/application/room/room-deps.ts";
import type { RoomStorage } from "../../../src/application/room/room-storage.ts";
import type { ServerFrame } from "../../../src/protocol/frames.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** A socket whose frames a test reads. */
export class TestSocket implements RoomSocket {
  readonly userId: string;
  readonly unlimited: boolean;
  credentialId = "session";
  readOnly = false;
  live = false;
  typingAt: number | null = null;
  closed: number | null = null;
  readonly frames: ServerFrame[] = [];
  /** How many sends carried the frames. */
  sends = 0;

  constructor(actor: NamedActor) {
    this.userId = actor.userId;
    this.unlimited = actor.unlimited;
  }

  get isOpen(): boolean {
    return this.closed === null;
  }

  setTyping(atMs: number | null): void {
    this.typingAt = atMs;
  }

  goLive(): void {
    this.live = true;
  }

  send(text: string): void {
    if (this.closed !== null) return;
    this.sends += 1;
    this.frames.push(...[JSON.parse(text)].flat());
  }

  close(code: number): void {
    this.closed ??= code;
  }

  /** Frames of one type, in order. */
  of<T extends ServerFrame["type"]>(type: T): Extract<ServerFrame, { type: T }>[] {
    return this.frames.filter((frame): frame is Extract<ServerFrame, { type: T }> => frame.type === type);
  }
}

export const ada: NamedActor = { userId: "ada", name: "Ada", guest: false, changedAt: 1, unlimited: true };
export const eve: NamedActor = { userId: "eve", name: "Eve", guest: false, changedAt: 1, unlimited: true };

/** A chat of Ada's. */
export const adasChat: NewChat = {
  owner: { userId: "ada", name: "Ada", role: "owner", joinedAt: 1 },
  chat: {
    id: "019aac6e-3c00-7000-8000-000000000001",
    ownerId: "ada",
    title: null,
    titleAutomatic: true,
    mode: "workbench",
    phase: "discovery",
    projectId: null,
    missionStatement: null,
    modelId: null,
    isPublic: false,
    createdAt: 1,
    updatedAt: 1,
  },
};

export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A room over memory and virtual time, with its sockets in hand. */
export interface TestRoom {
  room: Room;
  storage: RoomStorage;
  clock: VirtualClock;
  sockets: TestSocket[];
  errors: unknown[];
  wakeAtMs: number[];
  open(actor?: NamedActor): TestSocket;
}

let ids = 0;

/** UUID-shaped ids that count up. */
export function countedId(): string {
  ids += 1;
  return `00000000-0000-7000-8000-${ids.toString(16).padStart(12, "0")}`;
}

/** Opens a room. `runTurn` is the turn that its scheduler starts. */
export function openRoom(runTurn: TurnRunner, given: Partial<RoomDeps> = {}): TestRoom {
  const clock = new VirtualClock();
  const storage = given.storage ?? new MemoryRoomStorage();
  const sockets: TestSocket[] = [];
  const errors: unknown[] = [];
  const wakeAtMs: number[] = [];
  const deps: RoomDeps = {
    storage,
    clock,
    sockets: { all: () => sockets.filter(({ closed }) => closed === null) },
    ids: { next: countedId },
    digest,
    runTurn,
    repeatable: true,
    carriesDesignIntent: async (text) => text.includes("design"),
    exportDesign: async (design, format) => exportDesign(design, format, zipFiles),
    onDesign: async (room, asked) => actOnDesign(circuitEngine, room, asked),
    models: [],
    countMessage: async () => true,
    wakeAt: (atMs) => wakeAtMs.push(atMs),
    report: (error) => errors.push(error),
    ...given,
  };
  const room = new Room(deps, () => undefined);
  const open = (actor = ada): TestSocket => {
    room.admit(actor);
    const socket = new TestSocket(actor);
    sockets.push(socket);
    return socket;
  };
  return { room, storage, clock, sockets, errors, wakeAtMs, open };
}
