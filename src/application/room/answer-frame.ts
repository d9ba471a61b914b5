import { closeCodes } from "../../domain/chat/lists.ts";
import { errorKinds, OhmError } from "../../domain/error/ohm-error.ts";
import type { ClientFrame, ServerFrame } from "../../protocol/frames.ts";
import { readFrame } from "../../protocol/read-frame.ts";
import { chooseBranch } from "./choose-branch.ts";
import type { Place } from "./client-ids.ts";
import { editMessage } from "./edit-message.ts";
import type { FanOut, RoomSocket } from "./fan-out.ts";
import { FrameRates } from "./frame-rates.ts";
import type { ReadingRoom } from "./mark-read.ts";
import { markRead } from "./mark-read.ts";
import type { PostDeps } from "./post-message.ts";
import { postMessage } from "./post-message.ts";
import { react } from "./react.ts";
import { regenerate } from "./regenerate.ts";
import { removeMessage } from "./remove-message.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import { backfill, missingText } from "./resume.ts";
import { stopRun } from "./stop-run.ts";

/** Answers the frames of the room's sockets. Every frame is checked against the member's row as it is now. */
export class FrameAnswers {
  readonly #room: PostDeps & ReadingRoom;
  readonly #fanOut: FanOut;
  readonly #rates: FrameRates;

  constructor(room: PostDeps & ReadingRoom, fanOut: FanOut) {
    this.#room = room;
    this.#fanOut = fanOut;
    this.#rates = new FrameRates(room.deps.clock);
  }

  /** Takes one frame as it came. A broken one is refused by `nack` and the socket stays; who is no member any more is closed out. */
  take(socket: RoomSocket, data: string | ArrayBuffer): void {
    const read = readFrame(data);
    const clientId = read.ok ? clientIdOf(read.frame) : read.clientId;
    try {
      this.#rates.take(socket);
      if (!read.ok) throw read.error;
      this.#answer(socket, read.frame);
    } catch (error) {
      const known = error instanceof OhmError ? error : new OhmError("internal", "The frame could not be answered");
      if (known !== error) this.#room.deps.report(error);
      if (known.code === "not_found" && !this.#isMember(socket)) socket.close(closeCodes.removed, "not a member");
      else send(socket, [nack(clientId, known)]);
    }
  }

  #answer(socket: RoomSocket, frame: ClientFrame): void {
    if (socket.readOnly && frame.type !== "hello" && frame.type !== "ping") {
      throw new OhmError("forbidden", "This API key may only read");
    }
    const actor: RoomActor = { userId: socket.userId, unlimited: socket.unlimited };
    const { storage } = this.#room.deps;
    switch (frame.type) {
      case "hello":
        this.#hello(socket, frame);
        break;
      case "post_message": {
        const { type: _, ...body } = frame;
        this.#fanOut.after(() => send(socket, [{ type: "ack", ...postMessage(this.#room, { actor, body }) }]));
        break;
      }
      case "edit_message":
      case "remove_message":
      case "regenerate":
      case "choose_branch":
      case "react":
        this.#act(socket, actor, frame);
        break;
      case "stop":
        stopRun(this.#room, actor, frame.runId);
        break;
      case "ping":
        requireMember(storage, actor, "read");
        send(socket, [{ type: "pong" }]);
        break;
      case "typing":
        requireMember(storage, actor, "post");
        this.#room.presence.typing(socket);
        break;
      case "read":
        markRead(this.#room, actor, frame.sequence);
        break;
    }
  }

  /** Acks an act that has a client id, before everybody hears of it. */
  #act(socket: RoomSocket, actor: RoomActor, frame: MessageActFrame): void {
    this.#fanOut.after(() => {
      const place = actOnMessage(this.#room, actor, frame);
      if (frame.clientId !== undefined) send(socket, [{ type: "ack", clientId: frame.clientId, ...place }]);
    });
  }

  #hello(socket: RoomSocket, frame: Extract<ClientFrame, { type: "hello" }>): void {
    const { deps, log, turns } = this.#room;
    const member = requireMember(deps.storage, socket, "read");
    // What waits for its gap is in the log already: sent now, it cannot reach this socket twice.
    this.#fanOut.flush();
    const { seq } = deps.storage.log.last();
    const missed = backfill(log, frame.after, seq);
    if (missed.kind === "reset") {
      send(socket, [{ type: "reset", why: missed.why }]);
      return;
    }
    socket.goLive();
    send(socket, [
      {
        type: "welcome",
        seq,
        role: member.role,
        self: { userId: member.userId, name: member.name },
        participants: deps.storage.members.all(),
        models: [...deps.models],
      },
      ...missed.events.map((event) => ({ type: "event" as const, ...event })),
      ...missingText(turns.active, frame.have),
    ]);
    this.#room.presence.greet();
  }

  #isMember(socket: RoomSocket): boolean {
    return this.#room.deps.storage.members.get(socket.userId) !== null;
  }
}

type MessageActFrame = Extract<
  ClientFrame,
  { type: "edit_message" | "remove_message" | "regenerate" | "choose_branch" | "react" }
>;

function actOnMessage(room: PostDeps, actor: RoomActor, frame: MessageActFrame): Place {
  const { messageId } = frame;
  switch (frame.type) {
    case "edit_message": {
      const { content, rerun, clientId } = frame;
      return editMessage(room, { actor, messageId, body: { content, rerun, clientId } });
    }
    case "remove_message":
      return removeMessage(room, actor, messageId);
    case "regenerate": {
      const { modelId, clientId } = frame;
      return regenerate(room, { actor, messageId, body: { modelId, clientId } });
    }
    case "choose_branch":
      return chooseBranch(room, actor, messageId);
    case "react": {
      const { emoji, on } = frame;
      return react(room, { actor, messageId, body: { emoji, on } });
    }
  }
}

function clientIdOf(frame: ClientFrame): string | null {
  return "clientId" in frame ? (frame.clientId ?? null) : null;
}

function nack(clientId: string | null, error: OhmError): ServerFrame {
  const { code, message: detail, retryAfterMs } = error;
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return { type: "nack", clientId, code, detail, retryable: errorKinds[code].retryable, ...wait };
}

function send(socket: RoomSocket, frames: ServerFrame[]): void {
  socket.send(JSON.stringify(frames.length === 1 ? frames[0] : frames));
}
