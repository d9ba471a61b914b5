import { describe, expect, it } from "vitest";
import { emptyMessage } from "../../src/application/room/active-turn.ts";
import type { RoomStorage, RunRow, StoredEvent } from "../../src/application/room/room-storage.ts";
import type { ChatMessage } from "../../src/domain/chat/message.ts";
import { put, revision, roomArtifactSuite } from "./room-artifact-suite.ts";
import { person, roomPeopleSuite } from "./room-people-suite.ts";

function message(seq: number, sequence: number, more: Partial<ChatMessage> = {}): ChatMessage {
  return {
    ...emptyMessage,
    id: `m${sequence}`,
    seq,
    sequence,
    senderType: "user",
    senderId: "ada",
    senderName: "Ada",
    content: `text ${sequence}`,
    status: "complete",
    createdAt: 1000 + seq,
    ...more,
  };
}

function progress(seq: number): StoredEvent {
  return {
    seq,
    at: 1000 + seq,
    by: "system",
    kind: "run_progress",
    data: { runId: "r", step: 1, of: 2, label: "µ 🙂" },
  };
}

function run(seq: number, more: Partial<RunRow> = {}): RunRow {
  return {
    seq,
    id: `run-${seq}`,
    status: "running",
    reason: null,
    messageIds: ["m1"],
    askedBy: "ada",
    startHead: 0,
    tries: 1,
    startedAt: 5,
    endedAt: null,
    rerun: null,
    ...more,
  };
}

const chat = {
  id: "c1",
  ownerId: "ada",
  title: null,
  titleAutomatic: true,
  mode: "workbench" as const,
  phase: "discovery" as const,
  projectId: null,
  missionStatement: null,
  modelId: null,
  isPublic: false,
  createdAt: 1,
  updatedAt: 1,
};

/** Opens an empty room's storage and works with it; the platform's adapter can only be reached inside its object. */
export type WithStorage = (work: (storage: RoomStorage) => void) => Promise<void>;

/** What every `RoomStorage` has to do. One suite, run on the memory and on the real adapter. */
export function roomStorageSuite(name: string, withStorage: WithStorage): void {
  const rule = (what: string, work: (storage: RoomStorage) => void) => it(what, () => withStorage(work));

  describe(`${name} keeps the log`, () => {
    rule("[ROOM-1] an empty room stands at 0", ({ log, meta, runs, artifacts }) => {
      expect(log.last()).toEqual({ seq: 0, sequence: 0, messageAt: null });
      expect([meta.chat(), meta.queued(), meta.flushedSeq()]).toEqual([null, [], 0]);
      expect([meta.leaf(), meta.readsPending()]).toEqual([null, false]);
      expect([runs.latest(), artifacts.headRevision(), artifacts.heads()]).toEqual([null, 0, []]);
    });

    rule("[ROOM-1] messages and events are one log in order of seq", ({ log }) => {
      log.putEvents([progress(1)]);
      log.putMessage(message(2, 1));
      log.putEvents([progress(3)]);
      log.putMessage(message(4, 2));
      expect(log.last()).toEqual({ seq: 4, sequence: 2, messageAt: 1004 });
      const seqs = log.after(1, 10).map((entry) => (entry.kind === "event" ? entry.event.seq : entry.message.seq));
      expect(seqs).toEqual([2, 3, 4]);
      expect(log.after(0, 2)).toEqual([
        { kind: "event", event: progress(1) },
        { kind: "message", message: message(2, 1) },
      ]);
    });

    rule("[ROOM-1] a stretch of events has its places one by one, from whichever place it is read", ({ log }) => {
      log.putMessage(message(1, 1));
      log.putEvents([]);
      log.putEvents([progress(2), progress(3), progress(4)]);
      log.putMessage(message(5, 2));
      log.putEvents([progress(6), progress(7)]);
      expect(log.last()).toEqual({ seq: 7, sequence: 2, messageAt: 1005 });
      const from = (seq: number, limit = 10) =>
        log.after(seq, limit).map((entry) => (entry.kind === "event" ? entry.event.seq : entry.message.seq));
      for (let seq = 0; seq <= 7; seq += 1) expect(from(seq)).toEqual([1, 2, 3, 4, 5, 6, 7].slice(seq));
      expect([from(0, 3), from(2, 2), from(3, 4)]).toEqual([
        [1, 2, 3],
        [3, 4],
        [4, 5, 6, 7],
      ]);
      expect(log.after(2, 1)).toEqual([{ kind: "event", event: progress(3) }]);
      for (const taken of [2, 3, 4, 6, 7]) expect(() => log.putEvents([progress(taken)])).toThrow();
      expect(() => log.putEvents([progress(7), progress(8)])).toThrow();
      expect(() => log.putMessage(message(3, 3))).toThrow();
    });

    rule("[ROOM-1] a place of the log is taken once", ({ log }) => {
      log.putMessage(message(1, 1));
      expect(() => log.putMessage(message(1, 2))).toThrow();
      expect(() => log.putEvents([progress(1)])).toThrow();
      log.putEvents([progress(2)]);
      expect(() => log.putMessage(message(2, 2))).toThrow();
    });

    rule("[CHAT-23] a replaced event keeps its place, alone or anywhere in its stretch", ({ log }) => {
      log.putEvents([progress(1)]);
      log.putEvents([progress(2), progress(3), progress(4)]);
      log.putMessage(message(5, 1));
      const other = (seq: number) => ({
        ...progress(seq),
        by: "system",
        data: { runId: "x", step: 2, of: 2, label: "" },
      });
      for (const seq of [1, 2, 3, 4]) {
        log.replaceEvent(other(seq) as StoredEvent);
        const events = log.after(0, 9).flatMap((entry) => (entry.kind === "event" ? [entry.event] : []));
        expect(events).toEqual([1, 2, 3, 4].map((place) => (place <= seq ? other(place) : progress(place))));
      }
      for (const seq of [5, 6]) expect(() => log.replaceEvent(progress(seq))).toThrow();
      expect(log.last()).toMatchObject({ seq: 5, sequence: 1 });
    });

    rule("[CHAT-23] what the system called the chat is found without the log between", ({ log }) => {
      const called = (seq: number, by: string, about: object): StoredEvent => {
        return { seq, at: 1000 + seq, by, kind: "chat_updated", data: { chat: about } };
      };
      log.putEvents([called(1, "system", { title: "one" })]);
      log.putEvents([progress(2), called(3, "system", { missionStatement: "two" }), progress(4)]);
      log.putEvents([called(5, "ada", { title: "hers" }), called(6, "system", { phase: "bom" })]);
      const places = (after: number) => log.descriptions(after).map(({ seq }) => seq);
      expect([places(0), places(1), places(3)]).toEqual([[1, 3], [3], []]);
      log.replaceEvent(called(3, "system", {}));
      expect(log.descriptions(0)).toEqual([called(1, "system", { title: "one" })]);
    });

    rule(
      "[ROOM-28] a message is found by its id however long the log is, and one that is not there is not",
      ({ log }) => {
        const idAt = (atMs: number, n: number) => {
          const time = atMs.toString(16).padStart(12, "0");
          return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, "0")}`;
        };
        const startMs = 1_795_383_600_000;
        const made = (n: number) => {
          // Some at once, some with a day between, and the clock that dates them goes back a little now and then.
          const atMs = startMs + Math.floor(n / 3) * 1000 + (n > 300 ? 86_400_000 : 0);
          return message(n, n, { id: idAt(atMs, n), createdAt: atMs - (n % 7 === 0 ? 5000 : 0) });
        };
        for (let n = 1; n <= 1200; n += 1) log.putMessage(made(n));
        for (const n of [1, 2, 7, 299, 300, 301, 650, 1199, 1200]) expect(log.message(made(n).id)).toEqual(made(n));
        for (const atMs of [0, startMs, startMs + 200_000, startMs + 10 * 86_400_000]) {
          expect(log.message(idAt(atMs, 9_999_999))).toBeNull();
        }
        expect(log.message("9b2e7a2c-6a1f-4d0e-9c55-3f0f5a7d1e11")).toBeNull();
      },
    );

    rule("[ROOM-2] a replaced message is found with its new text and in its old place", ({ log }) => {
      log.putMessage(message(1, 1, { status: "running", content: "" }));
      const done = message(1, 1, { content: "µ 🙂 \u0000", revision: 3, artifacts: [{ slug: "bom", version: 2 }] });
      log.replaceMessage(done);
      expect(log.message("m1")).toEqual(done);
      expect(log.messageAt(1)).toEqual(done);
      expect(log.after(0, 5)).toEqual([{ kind: "message", message: done }]);
      expect(() => log.replaceMessage(message(9, 9))).toThrow();
      expect([log.message("m9"), log.messageAt(9)]).toEqual([null, null]);
    });
  });

  describe(`${name} pages messages`, () => {
    rule("[CHAT-5] pages are ascending, exclusive, and without a bound the last ones", ({ log }) => {
      // Gaps in seq of changing width: the sequence alone decides.
      const seqs = Array.from({ length: 40 }, (_, index) => index * 3 + (index % 5) + 1).sort((a, b) => a - b);
      for (const [index, seq] of [...new Set(seqs)].entries()) log.putMessage(message(seq, index + 1));
      const all = new Set(seqs).size;
      const page = (query: Parameters<typeof log.page>[0]) => log.page(query).map(({ sequence }) => sequence);
      expect(page({ limit: 3 })).toEqual([all - 2, all - 1, all]);
      expect(page({ limit: 3, before: 5 })).toEqual([2, 3, 4]);
      expect(page({ limit: 3, after: 5 })).toEqual([6, 7, 8]);
      expect(page({ limit: 9, after: 5, before: 8 })).toEqual([6, 7]);
      expect(page({ limit: 3, before: 1 })).toEqual([]);
      expect(page({ limit: 3, after: all })).toEqual([]);
      expect(page({ limit: 2, after: 0 })).toEqual([1, 2]);
      expect(page({ limit: 2, before: 9999 })).toEqual([all - 1, all]);
    });

    rule("[CHAT-19] messages are read backwards from a place of the log", ({ log }) => {
      for (const [seq, sequence] of [
        [2, 1],
        [3, 2],
        [7, 3],
      ] as const)
        log.putMessage(message(seq, sequence));
      const back = (seq: number, limit = 9) => log.messagesBefore(seq, limit).map(({ sequence }) => sequence);
      expect([back(99), back(7), back(5, 1), back(2)]).toEqual([[3, 2, 1], [2, 1], [2], []]);
    });

    rule("[CHAT-5] an empty chat has an empty page", ({ log }) => {
      expect([log.page({ limit: 5 }), log.page({ limit: 5, after: 3 }), log.page({ limit: 5, before: 3 })]).toEqual([
        [],
        [],
        [],
      ]);
    });
  });

  describe(`${name} renames`, () => {
    rule("[JOB-21] a person in every row but the members' own, and nobody else", (storage) => {
      const { log, reactions, reads, runs, artifacts, members } = storage;
      const by = { kind: "user" as const, userId: "ada", name: "Ada" };
      log.putMessage(message(1, 1, { content: '"ada"' }));
      log.putMessage(message(2, 2, { senderId: "eve", senderName: "Eve", removed: { by: "ada", name: "Ada", at: 5 } }));
      const left = { seq: 3, at: 9, by: "ada", kind: "participant_left" as const, data: { userId: "ada" } };
      log.putEvents([left, { ...left, seq: 4, by: "eve", data: { userId: "eve", removedBy: "ada" } }]);
      const ada = { userId: "ada", name: "Ada", role: "member" as const, joinedAt: 1 };
      const told = { seq: 5, at: 9, by: "ada", kind: "participant_joined" as const, data: { member: ada } };
      const removed = { messageId: "m2", sequence: 2, by: "ada", name: "Ada" };
      log.putEvents([
        told,
        { ...told, seq: 6, kind: "message_removed", data: removed },
        { ...told, seq: 7, kind: "participant_changed", data: { member: ada } },
      ]);
      log.putEvents([{ ...told, seq: 8, data: { member: { ...ada, userId: "eve", name: "Eve" } } }]);
      log.putClientId("ada", "x1", { seq: 1, bodyHash: "h" });
      runs.put(run(5));
      reactions.put({ messageSeq: 1, userId: "ada", emoji: "👍", seq: 6 });
      reactions.put({ messageSeq: 1, userId: "ben", emoji: "👍", seq: 7 });
      reads.put("ada", 3);
      reads.put("ben", 2);
      artifacts.putVersion({ ...put, author: by });
      members.put(person("eve", 1, { invitedBy: "ada" }));
      storage.transaction(() => storage.rename("ada", { userId: "ben", name: "Ben" }));
      expect(log.messageAt(1)).toMatchObject({ senderId: "ben", senderName: "Ben", content: '"ada"' });
      expect(log.messageAt(2)).toMatchObject({ senderName: "Eve", removed: { by: "ben", name: "Ben", at: 5 } });
      expect(log.after(2, 2).map((entry) => entry.kind === "event" && [entry.event.by, entry.event.data])).toEqual([
        ["ben", { userId: "ben" }],
        ["eve", { userId: "eve", removedBy: "ben" }],
      ]);
      expect(log.after(4, 9).map((entry) => entry.kind === "event" && entry.event.data)).toEqual([
        { member: { ...ada, userId: "ben", name: "Ben" } },
        { ...removed, by: "ben", name: "Ben" },
        { member: { ...ada, userId: "ben", name: "Ben" } },
        { member: { ...ada, userId: "eve", name: "Eve" } },
      ]);
      expect([log.clientId("ben", "x1")?.seq, log.clientId("ada", "x1")]).toEqual([1, null]);
      expect(runs.latest()?.askedBy).toBe("ben");
      expect(reactions.between(1, 1).map(({ userId }) => userId)).toEqual(["ben"]);
      expect(reads.all()).toEqual({ ben: 3 });
      expect(artifacts.version("bom", 1)?.author).toMatchObject({ userId: "ben", name: "Ben" });
      expect(members.row("eve")?.invitedBy).toBe("ben");
      members.drop("eve");
      expect(members.row("eve")).toBeNull();
    });
  });

  describe(`${name} remembers`, () => {
    rule("[CHAT-4] a client id belongs to its sender and is stored once", ({ log }) => {
      log.putClientId("ada", "x", { seq: 4, bodyHash: "h" });
      expect(log.clientId("ada", "x")).toEqual({ seq: 4, bodyHash: "h" });
      expect([log.clientId("ben", "x"), log.clientId("ada", "y")]).toEqual([null, null]);
      expect(() => log.putClientId("ada", "x", { seq: 5, bodyHash: "i" })).toThrow();
    });

    rule("[CHAT-9] a checkpoint is one row that grows and goes", ({ log }) => {
      expect(log.checkpoint(1)).toBeNull();
      log.putCheckpoint(1, "half");
      log.putCheckpoint(1, "half of it");
      expect(log.checkpoint(1)).toBe("half of it");
      log.dropCheckpoint(1);
      expect(log.checkpoint(1)).toBeNull();
    });

    rule("[CHAT-7] runs are found by id, by message, and the latest first", ({ runs, log }) => {
      runs.put(run(2));
      runs.put(run(2, { status: "complete", endedAt: 9 }));
      runs.put(run(8, { messageIds: ["m2", "m3"] }));
      expect(runs.latest()).toEqual(run(8, { messageIds: ["m2", "m3"] }));
      expect([runs.at(2)?.id, runs.at(8)?.id, runs.at(3)]).toEqual(["run-2", "run-8", null]);
      expect(runs.get("run-2")).toEqual(run(2, { status: "complete", endedAt: 9 }));
      expect(runs.answering("m3")?.id).toBe("run-8");
      expect([runs.answering("m9"), runs.get("none")]).toEqual([null, null]);
      expect([9, 8, 2].map((seq) => runs.begunBefore(seq)?.id)).toEqual(["run-8", "run-2", undefined]);
      log.putMessage(message(9, 1, { runId: "run-8" }));
      log.putMessage(message(10, 2, { runId: null }));
      log.putMessage(message(11, 3, { runId: "run-8" }));
      expect(log.ofRun(run(8)).map(({ id }) => id)).toEqual(["m1", "m3"]);
    });

    rule("[ROOM-3] settings, queue, cursor and leaf are what was put last", ({ meta }) => {
      meta.putChat(chat);
      meta.putChat({ ...chat, title: "T" });
      expect(meta.chat()).toEqual({ ...chat, title: "T" });
      meta.putQueued(["a", "b"]);
      meta.putFlushedSeq(7);
      expect([meta.queued(), meta.flushedSeq()]).toEqual([["a", "b"], 7]);
      meta.putLeaf({ messageId: "m3", seq: 4 });
      meta.putLeaf({ messageId: "m1", seq: 9 });
      meta.putReadsPending(true);
      expect([meta.leaf(), meta.readsPending()]).toEqual([{ messageId: "m1", seq: 9 }, true]);
      meta.putReadsPending(false);
      expect(meta.readsPending()).toBe(false);
      meta.putNamedAt("ada", 4);
      meta.putNamedAt("ada", 5);
      expect([meta.namedAt("ada"), meta.namedAt("ben")]).toEqual([5, 0]);
    });

    rule("[CHAT-20] a run keeps what makes it another answer", ({ runs }) => {
      const rerun = { baseHead: 3, asOfSeq: 7, parentId: "m2", alternativeToId: null };
      runs.put(run(8, { rerun }));
      expect(runs.latest()).toEqual(run(8, { rerun }));
    });
  });

  roomPeopleSuite(name, rule);

  roomArtifactSuite(name, rule);

  describe(`${name} transacts`, () => {
    rule("[ROOM-4] what throws leaves nothing behind, in any table", (storage) => {
      storage.transaction(() => fill(storage, 1));
      const before = everything(storage);
      expect(() =>
        storage.transaction(() => {
          fill(storage, 10);
          storage.log.replaceMessage(message(1, 1, { content: "changed" }));
          storage.log.replaceEvent({ ...progress(2), at: 5 });
          storage.log.dropCheckpoint(1);
          throw new Error("half-way");
        }),
      ).toThrow("half-way");
      expect(everything(storage)).toEqual(before);
      expect(storage.transaction(() => "answer")).toBe("answer");
    });

    rule("[ROOM-4] transactions do not nest", (storage) => {
      expect(() => storage.transaction(() => storage.transaction(() => 1))).toThrow("open already");
      expect(storage.transaction(() => 2)).toBe(2);
    });
  });
}

/** One row into every table, from place `n` of the log on. */
function fill({ log, members, reactions, reads, runs, artifacts, meta }: RoomStorage, n: number): void {
  log.putMessage(message(n, n));
  log.putEvents([progress(n + 1)]);
  log.putClientId("ada", `x${n}`, { seq: n, bodyHash: "h" });
  log.putCheckpoint(n, "half");
  members.put(person(`u${n}`, n));
  reactions.put({ messageSeq: n, userId: "ada", emoji: "👍", seq: n });
  reactions.dropAll(n - 9);
  reads.put("ada", n);
  runs.put(run(n + 1));
  artifacts.putMarks("bom", { pinned: n > 1, stale: false });
  artifacts.putVersion({ ...put, number: n });
  artifacts.putRevision(revision(n, null));
  meta.putChat({ ...chat, title: `T${n}` });
  meta.putQueued([`m${n}`]);
  meta.putFlushedSeq(n);
  meta.putLeaf({ messageId: `m${n}`, seq: n });
  meta.putReadsPending(n > 1);
  meta.putRewrittenSeq(n);
}

function everything({ log, members, reactions, reads, runs, artifacts, meta }: RoomStorage): unknown {
  return {
    log: log.after(0, 100),
    clientIds: [log.clientId("ada", "x1"), log.clientId("ada", "x10")],
    checkpoints: [log.checkpoint(1), log.checkpoint(10)],
    members: members.rows(),
    reactions: reactions.between(0, 99),
    reads: reads.all(),
    runs: [runs.latest(), runs.get("run-2")],
    artifacts: [artifacts.heads(), artifacts.versions("bom", { limit: 9 }), artifacts.revisions({ limit: 9 })],
    meta: [
      meta.chat(),
      meta.queued(),
      meta.flushedSeq(),
      meta.leaf(),
      meta.readsPending(),
      meta.rewrittenSeq(),
      meta.namedAt("ada"),
    ],
  };
}
