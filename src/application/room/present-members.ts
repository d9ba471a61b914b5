import type { Member } from "../../domain/chat/message.ts";
import type { MessageRates } from "./message-rates.ts";
import type { NamedActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import type { Room } from "./room.ts";
import type { RoomLog } from "./room-log.ts";
import type { RoomStorage } from "./room-storage.ts";

/** Keeps the members' rows in line with what their people are called now. */
export class PresentMembers {
  readonly #storage: RoomStorage;
  readonly #log: RoomLog;
  readonly #rates: MessageRates;
  /** When the person was changed whose state was seen last, by user id; of what changed a row the storage knows it too. */
  readonly #seenAt = new Map<string, number>();

  constructor({ deps, log, rates }: Pick<Room, "deps" | "log" | "rates">) {
    this.#storage = deps.storage;
    this.#log = log;
    this.#rates = rates;
  }

  /**
   * The row of a member who asks: a new name, or an account where there was a guest, is stored and told. Where nothing differs it writes
   * nothing, and an older state than one that was seen changes nothing: another browser may hold a cache of it for a minute.
   * Throws `not_found` for who is no member.
   */
  of(actor: NamedActor): Member {
    const { userId, name, guest, changedAt } = actor;
    const known = requireMember(this.#storage, { userId }, "read");
    if (changedAt < (this.#seenAt.get(userId) ?? 0)) return known;
    this.#seenAt.set(userId, changedAt);
    if (known.name === name && (known.guest ?? false) === guest) return known;
    if (changedAt < this.#storage.meta.namedAt(userId)) return known;
    // An account is no guest again: who says so has a session from before the sign-up, and a name from before it.
    if (known.guest === false && guest) return known;
    const member: Member = { ...known, name, guest };
    const row = this.#storage.members.row(userId);
    // In the trash nothing changes: the name is told with the first request after that.
    if (!row || typeof this.#storage.meta.chat()?.trashedAt === "number") return known;
    // Nobody is refused for their name: who changes it on and on is told of a little later.
    if (!this.#rates.allowsAct(actor)) return known;
    this.#log.commit((writer) => {
      this.#storage.members.put({ ...row, name, guest });
      this.#storage.meta.putNamedAt(userId, changedAt);
      writer.append(userId, { kind: "participant_changed", data: { member } });
    });
    return member;
  }
}
