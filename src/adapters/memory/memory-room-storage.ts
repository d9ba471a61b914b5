import { isDescription } from "../../application/room/describe-chat.ts";
import type {
  ArtifactRow,
  ClientIdRow,
  LogEntry,
  MemberRow,
  ReactionRow,
  RoomStorage,
  RunRow,
  VersionRow,
} from "../../application/room/room-storage.ts";
import type { ArtifactVersion } from "../../domain/chat/artifact.ts";
import type { ChatMessage, Member } from "../../domain/chat/message.ts";
import { copyOf, emptyTables } from "./memory-tables.ts";
import { authored, named, renamedRows } from "./rename-tables.ts";

function versionOf({ contentHash: _, ...version }: VersionRow): ArtifactVersion {
  return version;
}

function isActive({ leftAt }: MemberRow): boolean {
  return leftAt === null;
}

function memberOf({ invitedBy: _, invitationId: __, leftAt: ___, removedBy: ____, ...member }: MemberRow): Member {
  return member;
}

function reactionKey({ messageSeq, userId, emoji }: Omit<ReactionRow, "seq">): string {
  return JSON.stringify([messageSeq, userId, emoji]);
}

/** The room's tables in memory, for tests: same rules as the object's SQLite, shown by the same contract suite. */
export class MemoryRoomStorage implements RoomStorage {
  #tables = emptyTables();
  #open = false;

  transaction<T>(work: () => T): T {
    if (this.#open) throw new Error("A transaction is open already");
    const takeBack = this.mark();
    this.#open = true;
    try {
      return work();
    } catch (error) {
      takeBack();
      throw error;
    } finally {
      this.#open = false;
    }
  }

  /** Answers with what takes everything back that is written from now on, as a kill does to what the platform has not committed. */
  mark(): () => void {
    const before = copyOf(this.#tables);
    return () => {
      this.#tables = before;
    };
  }

  rename(from: string, to: { userId: string; name: string }): void {
    const tables = this.#tables;
    const log = [...renamedRows(tables.log, from, to.userId)].map(([seq, entry]): [number, LogEntry] => {
      return [seq, named(entry, to)];
    });
    const reads = new Map(tables.reads);
    const read = Math.max(reads.get(from) ?? 0, reads.get(to.userId) ?? 0);
    if (reads.delete(from)) reads.set(to.userId, read);
    const ticks = new Map(tables.ticks);
    const ticked = [...new Set([...(ticks.get(to.userId) ?? []), ...(ticks.get(from) ?? [])])].sort();
    if (ticks.delete(from)) ticks.set(to.userId, ticked);
    const reactions = [...renamedRows(tables.reactions, from, to.userId).values()];
    const clientIds = [...tables.clientIds].map(([key, row]): [string, ClientIdRow] => {
      return [key.startsWith(`${from} `) ? `${to.userId} ${key.slice(from.length + 1)}` : key, row];
    });
    const members = [...tables.members].map(([userId, row]): [string, MemberRow] => {
      const own = (id: string | null) => (id === from ? to.userId : id);
      return [userId, { ...row, invitedBy: own(row.invitedBy), removedBy: own(row.removedBy) }];
    });
    this.#tables = {
      ...tables,
      log: new Map(log),
      clientIds: new Map(clientIds),
      members: new Map(members),
      reactions: new Map(reactions.map((row) => [reactionKey(row), row])),
      reads,
      ticks,
      runs: renamedRows(tables.runs, from, to.userId),
      versions: new Map(
        [...renamedRows(tables.versions, from, to.userId)].map(([key, row]) => [key, authored(row, to)]),
      ),
      revisions: new Map(
        [...renamedRows(tables.revisions, from, to.userId)].map(([key, row]) => [
          key,
          { ...row, revision: authored(row.revision, to) },
        ]),
      ),
      lastMessage: log.map(([, entry]) => entry).findLast((entry) => entry.kind === "message")?.message ?? null,
    };
  }

  readonly log: RoomStorage["log"] = {
    last: () => {
      const { lastSeq: seq, lastMessage } = this.#tables;
      return { seq, sequence: lastMessage?.sequence ?? 0, messageAt: lastMessage?.createdAt ?? null };
    },
    putEvents: (events) => {
      for (const event of events) this.#insert(event.seq, { kind: "event", event: structuredClone(event) });
    },
    putMessage: (message) => {
      this.#insert(message.seq, { kind: "message", message: structuredClone(message) });
      this.#tables.lastMessage = message;
    },
    replaceMessage: (message) => {
      if (this.#tables.log.get(message.seq)?.kind !== "message") throw new Error(`No message at ${message.seq}`);
      this.#tables.log.set(message.seq, { kind: "message", message: structuredClone(message) });
    },
    replaceEvent: (event) => {
      if (this.#tables.log.get(event.seq)?.kind !== "event") throw new Error(`No event at ${event.seq}`);
      this.#tables.log.set(event.seq, { kind: "event", event: structuredClone(event) });
    },
    descriptions: (after) =>
      [...this.#tables.log.values()]
        .flatMap((entry) => (entry.kind === "event" ? [entry.event] : []))
        .filter(isDescription)
        .filter(({ seq }) => seq > after)
        .sort((a, b) => a.seq - b.seq),
    message: (id) => this.#messages().find((message) => message.id === id) ?? null,
    messageAt: (seq) => {
      const entry = this.#tables.log.get(seq);
      return entry?.kind === "message" ? entry.message : null;
    },
    page: ({ before = Number.POSITIVE_INFINITY, after, limit }) => {
      const found = this.#messages().filter(({ sequence }) => sequence < before && sequence > (after ?? 0));
      return after === undefined ? found.slice(-limit) : found.slice(0, limit);
    },
    messagesBefore: (seq, limit) =>
      this.#messages()
        .filter((message) => message.seq < seq)
        .reverse()
        .slice(0, limit),
    ofRun: (run) => this.#messages().filter((message) => message.runId === run.id),
    after: (seq, limit) =>
      [...this.#tables.log]
        .filter(([place]) => place > seq)
        .sort(([a], [b]) => a - b)
        .slice(0, limit)
        .map(([, entry]) => entry),
    clientId: (sender, clientId) => this.#tables.clientIds.get(`${sender} ${clientId}`) ?? null,
    putClientId: (sender, clientId, row) => {
      const key = `${sender} ${clientId}`;
      if (this.#tables.clientIds.has(key)) throw new Error("The client id is there already");
      this.#tables.clientIds.set(key, row);
    },
    checkpoint: (seq) => this.#tables.checkpoints.get(seq) ?? null,
    putCheckpoint: (seq, text) => void this.#tables.checkpoints.set(seq, text),
    dropCheckpoint: (seq) => void this.#tables.checkpoints.delete(seq),
  };

  readonly members: RoomStorage["members"] = {
    all: () => this.#members().filter(isActive).map(memberOf),
    get: (userId) => {
      const row = this.#tables.members.get(userId);
      return row && isActive(row) ? memberOf(row) : null;
    },
    rows: () => this.#members(),
    row: (userId) => this.#tables.members.get(userId) ?? null,
    put: (row) => void this.#tables.members.set(row.userId, { ...row }),
    drop: (userId) => void this.#tables.members.delete(userId),
  };

  readonly reactions: RoomStorage["reactions"] = {
    between: (first, last) =>
      [...this.#tables.reactions.values()]
        .filter(({ messageSeq }) => messageSeq >= first && messageSeq <= last)
        .sort((a, b) => a.seq - b.seq),
    put: (row) => {
      if (!this.#tables.reactions.has(reactionKey(row))) this.#tables.reactions.set(reactionKey(row), { ...row });
    },
    drop: (row) => void this.#tables.reactions.delete(reactionKey(row)),
    dropAll: (seq) => {
      for (const [key, { messageSeq }] of this.#tables.reactions) {
        if (messageSeq === seq) this.#tables.reactions.delete(key);
      }
    },
  };

  readonly reads: RoomStorage["reads"] = {
    all: () => Object.fromEntries(this.#tables.reads),
    get: (userId) => this.#tables.reads.get(userId) ?? 0,
    put: (userId, sequence) => void this.#tables.reads.set(userId, sequence),
  };

  readonly ticks: RoomStorage["ticks"] = {
    get: (userId) => this.#tables.ticks.get(userId) ?? [],
    put: (userId, connectionIds) => void this.#tables.ticks.set(userId, [...connectionIds]),
  };

  readonly runs: RoomStorage["runs"] = {
    latest: () => this.#runs()[0] ?? null,
    get: (id) => this.#runs().find((run) => run.id === id) ?? null,
    at: (seq) => this.#tables.runs.get(seq) ?? null,
    answering: (messageId) => this.#runs().find((run) => run.messageIds.includes(messageId)) ?? null,
    begunBefore: (seq) => this.#runs().find((run) => run.seq < seq) ?? null,
    allAnswering: (messageId) => this.#runs().filter((run) => run.messageIds.includes(messageId)),
    withProposal: () => this.#runs().filter(({ proposal }) => proposal !== undefined),
    put: (run) => void this.#tables.runs.set(run.seq, structuredClone(run)),
  };

  readonly artifacts: RoomStorage["artifacts"] = {
    heads: () => {
      const slugs = [...this.#tables.versions.values()].map(({ slug }) => slug);
      return [...new Set(slugs)].sort().flatMap((slug) => this.#head(slug) ?? []);
    },
    head: (slug) => this.#head(slug),
    putMarks: (slug, marks) => void this.#tables.marks.set(slug, { ...marks }),
    putVersion: (version) => {
      const key = `${version.slug} ${version.number}`;
      if (this.#tables.versions.has(key)) throw new Error("A version is never written twice");
      this.#tables.versions.set(key, structuredClone(version));
    },
    version: (slug, number) => {
      const found = this.#versions(slug).find((version) => version.number === number);
      return found ? versionOf(found) : null;
    },
    versions: (slug, { before = Number.POSITIVE_INFINITY, limit }) =>
      this.#versions(slug)
        .filter((version) => version.number < before)
        .slice(0, limit)
        .map(versionOf),
    putRevision: (row) => {
      if (this.#tables.revisions.has(row.revision.number)) throw new Error("A revision is never written twice");
      this.#tables.revisions.set(row.revision.number, structuredClone(row));
    },
    wordings: () => {
      const rows = [...this.#tables.revisions.values()].sort((a, b) => a.revision.number - b.revision.number);
      return rows.map(({ revision: { number }, design: { requirements } }) => {
        const { goal, notUnderstood, language } = requirements;
        return { number, goal, notUnderstood, language };
      });
    },
    replaceVersion: (version) => {
      const key = `${version.slug} ${version.number}`;
      if (!this.#tables.versions.has(key)) throw new Error(`There is no version ${key}`);
      this.#tables.versions.set(key, structuredClone(version));
    },
    replaceRevision: (row) => {
      if (!this.#tables.revisions.has(row.revision.number)) throw new Error("There is no such revision");
      this.#tables.revisions.set(row.revision.number, structuredClone(row));
    },
    headRevision: () => Math.max(0, ...this.#tables.revisions.keys()),
    revision: (number) => this.#tables.revisions.get(number) ?? null,
    revisionOfRun: (runId) => [...this.#tables.revisions.values()].find((row) => row.runId === runId) ?? null,
    revisions: ({ before = Number.POSITIVE_INFINITY, limit }) =>
      [...this.#tables.revisions.values()]
        .map(({ revision }) => revision)
        .filter(({ number }) => number < before)
        .sort((a, b) => b.number - a.number)
        .slice(0, limit),
  };

  readonly meta: RoomStorage["meta"] = {
    chat: () => this.#tables.chat,
    putChat: (chat) => {
      this.#tables.chat = { ...chat };
    },
    queued: () => this.#tables.queued,
    putQueued: (messageIds) => {
      this.#tables.queued = [...messageIds];
    },
    flushedSeq: () => this.#tables.flushedSeq,
    putFlushedSeq: (seq) => {
      this.#tables.flushedSeq = seq;
    },
    leaf: () => this.#tables.leaf,
    putLeaf: (leaf) => {
      this.#tables.leaf = { ...leaf };
    },
    readsPending: () => this.#tables.readsPending,
    putReadsPending: (pending) => {
      this.#tables.readsPending = pending;
    },
    rewrittenSeq: () => this.#tables.rewrittenSeq,
    putRewrittenSeq: (seq) => {
      this.#tables.rewrittenSeq = seq;
    },
    namedAt: (userId) => this.#tables.namedAt.get(userId) ?? 0,
    putNamedAt: (userId, at) => {
      this.#tables.namedAt.set(userId, at);
    },
  };

  #insert(seq: number, entry: LogEntry): void {
    if (seq <= this.#tables.lastSeq) throw new Error(`The log has a place ${seq} already`);
    this.#tables.log.set(seq, entry);
    this.#tables.lastSeq = seq;
  }

  /** In order: the log only grows at its end. */
  #messages(): ChatMessage[] {
    return [...this.#tables.log.values()].flatMap((entry) => (entry.kind === "message" ? [entry.message] : []));
  }

  /** By time of joining. */
  #members(): MemberRow[] {
    const rows = [...this.#tables.members.values()];
    return rows.sort((a, b) => a.joinedAt - b.joinedAt || (a.userId < b.userId ? -1 : 1));
  }

  /** Newest first. */
  #versions(slug: string): VersionRow[] {
    const own = [...this.#tables.versions.values()].filter((version) => version.slug === slug);
    return own.sort((a, b) => b.number - a.number);
  }

  #head(slug: string): ArtifactRow | null {
    const [newest] = this.#versions(slug);
    if (!newest) return null;
    const { type, title, number, contentHash } = newest;
    const marks = this.#tables.marks.get(slug) ?? { pinned: false, stale: false };
    return { slug, type, title, currentVersion: number, totalVersions: number, ...marks, contentHash };
  }

  /** Newest first. */
  #runs(): RunRow[] {
    return [...this.#tables.runs.values()].sort((a, b) => b.seq - a.seq);
  }
}
