import { limits } from "../../domain/chat/limits.ts";
import type { ChatMessage } from "../../domain/chat/message.ts";
import type { Asked } from "../../domain/chat/who-is-asked.ts";
import { whoIsAsked } from "../../domain/chat/who-is-asked.ts";
import type { Design } from "../../domain/circuit/design.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import { messagesBack } from "./branches.ts";
import { requireMember } from "./require-member.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { RoomLog } from "./room-log.ts";
import type { TurnScheduler } from "./turn-scheduler.ts";

/** A message that a restart kept from being weighed is weighed again for so long, ms. */
const recentMs = 60_000;
/** And no more than so many of them. */
const mostRecent = 200;

/** Whom a message of this room asks. */
export function addressed({ storage, models }: Pick<RoomDeps, "storage" | "models">, message: ChatMessage): Asked {
  const replied = message.replyToId === null ? null : storage.log.message(message.replyToId);
  return whoIsAsked({
    content: message.content,
    to: message.to ?? [],
    repliesToAnswer: replied?.senderType === "ai",
    people: storage.members.all(),
    modelIds: models.map(({ id }) => id),
  });
}

interface Outlets {
  log: RoomLog;
  turns: TurnScheduler;
}

/**
 * Finds out which messages among several people want a design, and starts their turns. A message was stored, acknowledged and told
 * before; weighing it writes nothing.
 */
export class DesignIntents {
  readonly #deps: RoomDeps;
  readonly #outlets: Outlets;
  /** One at a time, each in a turn of the event loop of its own: frames come first. */
  #last: Promise<void> = Promise.resolve();
  readonly #waiting = new Map<string, Promise<void>>();
  #isRecovered = false;
  #head: { number: number; design: Design | null } = { number: 0, design: null };

  constructor(deps: RoomDeps, outlets: Outlets) {
    this.#deps = deps;
    this.#outlets = outlets;
  }

  /** Weighs a stored message soon. */
  weigh(messageId: string): void {
    if (this.#waiting.has(messageId)) return;
    const tick = this.#deps.clock.sleep(0, new AbortController().signal);
    const weighed = Promise.all([this.#last, tick])
      .then(() => this.#weigh(messageId))
      .catch((error: unknown) => this.#deps.report(error))
      .finally(() => this.#waiting.delete(messageId));
    this.#last = weighed;
    this.#waiting.set(messageId, weighed);
  }

  /** Whether it is still to be found out if this message starts a turn. */
  isWeighing(messageId: string): boolean {
    return this.#waiting.has(messageId);
  }

  /** Resolves when it is known whether this message starts a turn, or after `ms`. */
  async settled(messageId: string, ms: number): Promise<void> {
    const weighed = this.#waiting.get(messageId);
    if (!weighed) return;
    const finished = new AbortController();
    const patience = this.#deps.clock.sleep(ms, finished.signal).catch(() => undefined);
    await Promise.race([weighed, patience]);
    finished.abort();
  }

  /** After a start of the room: weighs what the last minute left unweighed. A second time changes nothing. */
  recover(): void {
    if (this.#isRecovered) return;
    this.#isRecovered = true;
    const { storage, clock } = this.#deps;
    const sinceMs = clock.nowMs() - recentMs;
    const open: string[] = [];
    for (const message of messagesBack(storage.log, storage.log.last().seq)) {
      if (message.createdAt <= sinceMs || open.length === mostRecent) break;
      // Who changes a text without asking again does not ask.
      if (message.editedAt === undefined && this.#isOpen(message)) open.push(message.id);
    }
    for (const messageId of open.reverse()) this.weigh(messageId);
  }

  async #weigh(messageId: string): Promise<void> {
    const before = this.#deps.storage.log.message(messageId);
    if (!before || !this.#isOpen(before)) return;
    const text = before.content.slice(0, limits.goalBytes);
    if (!(await this.#deps.carriesDesignIntent(text, this.#design()))) return;
    const message = this.#deps.storage.log.message(messageId);
    // Meanwhile it may have been removed, asked for in another way, or changed, and then it is weighed again.
    if (!message || !this.#isOpen(message)) return;
    if (message.content !== before.content) await this.#weigh(messageId);
    else this.#ask(message);
  }

  #ask(message: ChatMessage): void {
    const { log, turns } = this.#outlets;
    if (!this.#mayPost(message)) return;
    log.commit((writer) => turns.ask(writer, message));
    turns.launch();
  }

  /** Who has lost the right to post meanwhile asks nobody any more. */
  #mayPost({ senderId }: ChatMessage): boolean {
    try {
      requireMember(this.#deps.storage, { userId: senderId ?? "" }, "post");
      return true;
    } catch (error) {
      if (error instanceof OhmError) return false;
      throw error;
    }
  }

  /** Whether this message may ask the agents and nothing has asked them for it yet. */
  #isOpen(message: ChatMessage): boolean {
    const { runs, meta } = this.#deps.storage;
    if (message.senderType !== "user" || message.removed || meta.queued().includes(message.id)) return false;
    return runs.answering(message.id) === null && addressed(this.#deps, message) !== "nobody";
  }

  /** The design at the head, read once per revision. */
  #design(): Design | null {
    const { artifacts } = this.#deps.storage;
    const number = artifacts.headRevision();
    if (number !== this.#head.number) this.#head = { number, design: artifacts.revision(number)?.design ?? null };
    return this.#head.design;
  }
}
