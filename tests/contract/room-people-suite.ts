import { describe, expect } from "vitest";
import type { MemberRow, RoomStorage } from "../../src/application/room/room-storage.ts";

/** A member's row of somebody who is in the chat. */
export function person(userId: string, joinedAt: number, more: Partial<MemberRow> = {}): MemberRow {
  return { userId, name: userId, role: "member", joinedAt, invitedBy: null, leftAt: null, removedBy: null, ...more };
}

/** What a `RoomStorage` has to do for people, their reactions and read marks. */
export function roomPeopleSuite(
  name: string,
  rule: (what: string, work: (storage: RoomStorage) => void) => void,
): void {
  describe(`${name} keeps people`, () => {
    rule("[ROOM-3] members are what was put last, by time of joining", ({ members }) => {
      const ada = { userId: "ada", name: "Ada", role: "owner" as const, joinedAt: 2 };
      const row = { ...ada, invitedBy: null, leftAt: null, removedBy: null };
      members.put(row);
      members.put(person("ben", 1, { role: "viewer", guest: true }));
      members.put({ ...row, name: "Ada L." });
      const ben = { userId: "ben", name: "ben", role: "viewer", joinedAt: 1, guest: true };
      expect(members.all()).toEqual([ben, { ...ada, name: "Ada L." }]);
      expect(members.get("ben")).toEqual(ben);
      expect([members.get("eve"), members.row("eve")]).toEqual([null, null]);
    });

    rule("[ROOM-24] who left or was removed keeps a row, and is in the chat no more", ({ members }) => {
      const rows = [
        person("ada", 1, { role: "owner", guest: false }),
        person("ben", 2, { invitedBy: "ada", invitationId: "i1", leftAt: 5 }),
        person("eve", 3, { invitedBy: "ada", leftAt: 6, removedBy: "ada" }),
      ];
      for (const row of rows) members.put(row);
      expect(members.all().map(({ userId }) => userId)).toEqual(["ada"]);
      expect([members.get("ben"), members.get("eve")]).toEqual([null, null]);
      expect(members.rows()).toEqual(rows);
      expect(members.row("eve")).toEqual(rows[2]);
      members.put(person("eve", 9));
      expect(members.get("eve")?.joinedAt).toBe(9);
      expect(members.rows().map(({ userId }) => userId)).toEqual(["ada", "ben", "eve"]);
    });

    rule("[CHAT-25] a reaction is there once, in the order in which they came", ({ reactions }) => {
      reactions.put({ messageSeq: 2, userId: "ben", emoji: "👍", seq: 11 });
      reactions.put({ messageSeq: 1, userId: "ada", emoji: "👍", seq: 10 });
      reactions.put({ messageSeq: 2, userId: "ada", emoji: "🎉", seq: 12 });
      reactions.put({ messageSeq: 2, userId: "ben", emoji: "👍", seq: 13 });
      reactions.put({ messageSeq: 9, userId: "ada", emoji: "👍", seq: 14 });
      const between = (first: number, last: number) => reactions.between(first, last).map(({ seq }) => seq);
      expect([between(1, 2), between(2, 9), between(3, 8)]).toEqual([[10, 11, 12], [11, 12, 14], []]);
      expect(reactions.between(9, 9)).toEqual([{ messageSeq: 9, userId: "ada", emoji: "👍", seq: 14 }]);
      reactions.drop({ messageSeq: 2, userId: "ben", emoji: "👍" });
      reactions.drop({ messageSeq: 2, userId: "eve", emoji: "👍" });
      expect(between(1, 9)).toEqual([10, 12, 14]);
      reactions.dropAll(2);
      expect(between(1, 9)).toEqual([10, 14]);
    });

    rule("[ACT-9] ticks are what a person put last, of each person their own", ({ ticks }) => {
      ticks.put("ada", ["U1:21-U2:SDA", "a"]);
      ticks.put("ben", ["b"]);
      ticks.put("ada", ["U1:21-U2:SDA"]);
      expect([ticks.get("ada"), ticks.get("ben"), ticks.get("eve")]).toEqual([["U1:21-U2:SDA"], ["b"], []]);
    });

    rule("[ACT-7] runs that have left a proposal are found by it", ({ runs }) => {
      const run = { id: "r1", status: "failed" as const, reason: "head_moved", messageIds: ["m1"], askedBy: "ada" };
      const times = { startHead: 1, tries: 1, startedAt: 1, endedAt: 2, rerun: null };
      const proposal = [{ agent: "bom" as const, name: "change_design", argumentsJson: "{}" }];
      runs.put({ seq: 1, ...run, ...times, proposal });
      runs.put({ seq: 2, ...run, id: "r2", ...times });
      expect(runs.withProposal()).toEqual([{ seq: 1, ...run, ...times, proposal }]);
      expect(runs.allAnswering("m1").map(({ seq }) => seq)).toEqual([2, 1]);
      expect(runs.allAnswering("m2")).toEqual([]);
      runs.put({ seq: 1, ...run, ...times });
      expect(runs.withProposal()).toEqual([]);
    });

    rule("[ACT-9] who becomes another person keeps the ticks of both", (storage) => {
      storage.ticks.put("guest", ["a", "b"]);
      storage.ticks.put("ada", ["b", "c"]);
      storage.rename("guest", { userId: "ada", name: "Ada" });
      expect([storage.ticks.get("ada"), storage.ticks.get("guest")]).toEqual([["a", "b", "c"], []]);
    });

    rule("[ROOM-25] a read mark is what was put last, 0 before", ({ reads }) => {
      reads.put("ben", 3);
      reads.put("ada", 1);
      reads.put("ada", 4);
      expect([reads.get("ada"), reads.get("eve"), reads.all()]).toEqual([4, 0, { ada: 4, ben: 3 }]);
    });
  });
}
