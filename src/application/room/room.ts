import { limits } from "../../domain/chat/limits.ts";
import type { ChatHead, Member } from "../../domain/chat/message.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import { FrameAnswers } from "./answer-frame.ts";
import { DesignIntents } from "./design-intents.ts";
import type { RoomSocket } from "./fan-out.ts";
import { FanOut } from "./fan-out.ts";
import { MessageRates } from "./message-rates.ts";
import { Presence } from "./presence.ts";
import { PresentMembers } from "./present-members.ts";
import type { NamedActor } from "./require-member.ts";
import type { RoomDeps } from "./room-deps.ts";
import { RoomLog } from "./room-log.ts";
import type { ChatSettings } from "./room-storage.ts";
import { TurnScheduler, watchdogMs } from "./turn-scheduler.ts";

/** What a chat starts as; written to D1 first, then to its room. */
export interface NewChat {
  chat: ChatSettings;
  owner: Member;
}

/** One chat's rules over its storage. The platform's object only wires it. */
export class Room {
  readonly deps: RoomDeps;
  readonly log: RoomLog;
  readonly turns: TurnScheduler;
  readonly rates: MessageRates;
  readonly intents: DesignIntents;
  readonly presence: Presence;
  readonly members: PresentMembers;
  /** Called for what the projection has to learn of, with the number of its events: 0 for a read mark. */
  readonly grew: (events: number) => void;
  readonly #fanOut: FanOut;
  readonly #frames: FrameAnswers;

  constructor(deps: RoomDeps, grew: (events: number) => void) {
    this.deps = deps;
    this.grew = grew;
    const fanOut = new FanOut(deps);
    this.#fanOut = fanOut;
    this.log = new RoomLog(deps.storage, deps.clock, (events) => {
      grew(events.length);
      fanOut.push(events.map((event) => ({ type: "event", ...event })));
      this.presence.saw(events);
    });
    this.presence = new Presence(deps, fanOut);
    this.rates = new MessageRates(deps);
    this.members = new PresentMembers(this);
    this.turns = new TurnScheduler(deps, { log: this.log, fanOut });
    this.intents = new DesignIntents(deps, this);
    this.#frames = new FrameAnswers(this, fanOut);
  }

  /** Writes the first row of a chat; a second time changes nothing. */
  init({ chat, owner }: NewChat): void {
    if (this.deps.storage.meta.chat()) return;
    this.log.commit((writer) => {
      this.deps.storage.meta.putChat(chat);
      this.deps.storage.members.put({ ...owner, invitedBy: null, leftAt: null, removedBy: null });
      writer.append(owner.userId, { kind: "chat_created", data: { chat: this.head() } });
      writer.append(owner.userId, { kind: "participant_joined", data: { member: owner } });
    });
  }

  /** The chat as lists and the header show it. Throws `not_found` before `init`. */
  head(): ChatHead {
    const settings = this.deps.storage.meta.chat();
    if (!settings) throw new OhmError("not_found", "There is no such chat");
    const { ownerId: _, titleAutomatic: __, ownedParts: ___, ...head } = settings;
    const last = this.deps.storage.log.last();
    return {
      ...head,
      lastSequence: last.sequence,
      lastMessageAt: last.messageAt,
      updatedAt: Math.max(head.updatedAt, last.messageAt ?? 0),
    };
  }

  /**
   * Whether this person may open one more socket: throws `not_found` for who is no member, `rate_limited` over
   * `limits.socketsPerActor` unless rates are lifted, `unavailable` in a full room.
   */
  admit(actor: NamedActor): void {
    this.members.of(actor);
    const open = this.deps.sockets.all().filter(({ isOpen }) => isOpen);
    if (open.length >= limits.socketsPerRoom) {
      throw new OhmError("unavailable", "The room is full", { retryAfterMs: 10_000 });
    }
    if (actor.unlimited) return;
    const own = open.filter((socket) => socket.userId === actor.userId).length;
    if (own >= limits.socketsPerActor) {
      throw new OhmError("rate_limited", `At most ${limits.socketsPerActor} sockets at once`, { retryAfterMs: 10_000 });
    }
  }

  frame(socket: RoomSocket, data: string | ArrayBuffer): void {
    this.#frames.take(socket, data);
  }

  /** Tells everybody at once what all of `work` has brought about. */
  together(work: () => void): void {
    this.#fanOut.after(work);
  }

  /** A socket of this room has closed. */
  closed(): void {
    this.presence.changed();
  }

  /** The watchdog: takes up what a kill, a fault or an eviction left open, and asks to be woken again while a turn runs. */
  wake(): void {
    this.presence.resume();
    if (!this.turns.active) this.turns.recover();
    this.intents.recover();
    if (this.turns.active) this.deps.wakeAt(this.deps.clock.nowMs() + watchdogMs);
  }
}
