import type { ProjectionStore, RoomSlice } from "../../../src/application/room/projection.ts";
import type { Seeded } from "./seeded.ts";

/** D1 that fails when told to, and takes a slice as the real one does: rows by key, never an older one over a newer one. */
export class FlakyProjections implements ProjectionStore {
  readonly messages = new Map<string, { content: string; status: string; removed: boolean }>();
  chat: RoomSlice["chat"] | null = null;
  #random: Seeded;
  faulty = true;

  constructor(random: Seeded) {
    this.#random = random;
  }

  async write(slice: RoomSlice): Promise<void> {
    if (this.faulty && this.#random.chance(0.3)) throw new Error("D1 is away");
    this.chat = slice.chat;
    for (const { id, content, status, removed } of slice.messages) {
      this.messages.set(id, { content, status, removed: removed !== undefined });
    }
    if (this.faulty && this.#random.chance(0.2)) throw new Error("the answer of D1 was lost");
  }

  overwrite(slice: RoomSlice): Promise<void> {
    return this.write(slice);
  }

  async trim(): Promise<void> {}
}
