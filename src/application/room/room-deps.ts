import type { EndStatus } from "../../domain/chat/lists.ts";
import type { Design } from "../../domain/circuit/design.ts";
import type { ExportedFile, ExportFormat } from "../export-design.ts";
import type { Clock, Ids, TurnInput, TurnRoom } from "../ports.ts";
import type { DesignAsked } from "./act-on-design.ts";
import type { RoomSockets } from "./fan-out.ts";
import type { RoomStorage } from "./room-storage.ts";
import type { DesignRoom } from "./write-revision.ts";

/** Answers a turn with the room's model. The promise that it returns is awaited; a rejection ends the run `failed`. */
export type TurnRunner = (
  input: TurnInput,
  room: TurnRoom,
  signal: AbortSignal,
) => Promise<{ status: EndStatus; reason?: string }>;

/** Everything that a room is given from outside. */
export interface RoomDeps {
  storage: RoomStorage;
  sockets: RoomSockets;
  clock: Clock;
  ids: Ids;
  /** A collision-free digest of a text, the same for the same text. */
  digest(text: string): string;
  runTurn: TurnRunner;
  /** A repeatable brain says the same again: a killed run is run again from its start instead of ending `interrupted`. */
  repeatable: boolean;
  /** Whether a text wants something built or changed, as the engine reads it before this design. */
  carriesDesignIntent(text: string, design: Design | null): Promise<boolean>;
  /** A design as a file; what writes it comes with the first call. */
  exportDesign(design: Design, format: ExportFormat): Promise<ExportedFile>;
  /** Answers what needs the engine; its code comes with the first call. */
  onDesign(room: DesignRoom, asked: DesignAsked): Promise<unknown>;
  models: readonly { id: string; name: string }[];
  /** Counts a message of this person over all of their chats; false when it is one too many. */
  countMessage(userId: string): Promise<boolean>;
  /** Asks to be woken (`Room.wake`) at this time or earlier, also after a restart. */
  wakeAt(atMs: number): void;
  /** An error that nobody waits for. */
  report(error: unknown): void;
}
