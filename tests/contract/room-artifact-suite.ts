import { describe, expect } from "vitest";
import type { RevisionRow, RoomStorage } from "../../src/application/room/room-storage.ts";
import { emptyDesign } from "../fixtures/empty-design.ts";

const version = {
  slug: "bom",
  number: 1,
  parentNumber: null,
  type: "bom" as const,
  title: "Parts",
  content: "U1",
  data: { parts: ["U1"], text: '"; drop table messages; --' },
  changeSummary: null,
  messageId: null,
  author: { kind: "agent" as const, agent: "bom", modelId: "ohm/engine" },
  verdict: "PASS" as const,
  createdAt: 7,
};

const head = {
  slug: "bom",
  type: "bom" as const,
  title: "Parts",
  currentVersion: 1,
  totalVersions: 1,
  pinned: false,
  stale: false,
  contentHash: "h1",
};

/** The version as it is put. */
export const put = { ...version, contentHash: "h1" };

/** A revision that names version `number` of the parts. */
export function revision(number: number, runId: string | null): RevisionRow {
  const { author, verdict } = version;
  return {
    runId,
    design: emptyDesign,
    revision: {
      number,
      parent: number === 1 ? null : number - 1,
      versions: [{ slug: "bom", version: number }],
      verdict,
      totalCents: 100,
      messageId: null,
      author,
      changeSummary: "+U1",
      createdAt: 8,
    },
  };
}

/** What a `RoomStorage` has to do for artifacts and design revisions. */
export function roomArtifactSuite(
  name: string,
  rule: (what: string, work: (storage: RoomStorage) => void) => void,
): void {
  describe(`${name} keeps artifacts`, () => {
    rule("[CHAT-11] a version is never written twice and never changes", ({ artifacts }) => {
      artifacts.putVersion(put);
      artifacts.putVersion({ ...put, number: 2, parentNumber: 1 });
      expect(() => artifacts.putVersion({ ...put, content: "other" })).toThrow();
      expect(artifacts.version("bom", 1)).toEqual(version);
      expect([artifacts.version("bom", 3), artifacts.version("wiring", 1)]).toEqual([null, null]);
      expect(artifacts.versions("bom", { limit: 1 }).map(({ number }) => number)).toEqual([2]);
      expect(artifacts.versions("bom", { limit: 5, before: 2 }).map(({ number }) => number)).toEqual([1]);
    });

    rule("[CHAT-11] an artifact's head is its newest version, with the marks that were put", ({ artifacts }) => {
      artifacts.putVersion({ ...put, slug: "wiring" });
      artifacts.putVersion(put);
      artifacts.putVersion({ ...put, number: 2, title: "Parts list", contentHash: "h2" });
      const newest = { ...head, title: "Parts list", currentVersion: 2, totalVersions: 2, contentHash: "h2" };
      expect(artifacts.heads()).toEqual([newest, { ...head, slug: "wiring" }]);
      expect(artifacts.head("bom")).toEqual(newest);
      artifacts.putMarks("wiring", { pinned: true, stale: true });
      artifacts.putMarks("wiring", { pinned: true, stale: false });
      expect(artifacts.heads()).toEqual([newest, { ...head, slug: "wiring", pinned: true }]);
      expect(artifacts.head("wiring")).toEqual({ ...head, slug: "wiring", pinned: true });
      expect(artifacts.head("code-1")).toBeNull();
    });
  });

  describe(`${name} keeps revisions`, () => {
    rule("[CHAT-12] a revision is found by number and by run, newest first in the list", ({ artifacts }) => {
      artifacts.putRevision(revision(1, null));
      artifacts.putRevision(revision(2, "run-2"));
      expect(() => artifacts.putRevision(revision(2, "run-3"))).toThrow();
      expect(artifacts.headRevision()).toBe(2);
      expect(artifacts.revision(1)).toEqual(revision(1, null));
      expect(artifacts.revisionOfRun("run-2")).toEqual(revision(2, "run-2"));
      expect([artifacts.revision(0), artifacts.revisionOfRun("run-9")]).toEqual([null, null]);
      expect(artifacts.revisions({ limit: 5 })).toEqual([revision(2, "run-2").revision, revision(1, null).revision]);
      expect(artifacts.revisions({ limit: 5, before: 2 }).map(({ number }) => number)).toEqual([1]);
    });
  });

  describe(`${name} takes words out of what was made of them`, () => {
    rule("[CHAT-29] finds what each revision says of them, and overwrites what is there alone", ({ artifacts }) => {
      const words = 'a "quoted"\nµ 🙂 goal';
      const said = { ...emptyDesign, requirements: { ...emptyDesign.requirements, goal: words } };
      artifacts.putVersion(put);
      for (const number of [1, 2, 3]) {
        artifacts.putRevision({ ...revision(number, null), ...(number === 2 ? {} : { design: said }) });
      }
      const [one, other] = [said, emptyDesign].map(({ requirements: { goal, notUnderstood, language } }) => {
        return { goal, notUnderstood, language };
      });
      expect(artifacts.wordings()).toEqual([
        { number: 1, ...one },
        { number: 2, ...other },
        { number: 3, ...one },
      ]);
      artifacts.replaceRevision(revision(3, "r"));
      expect(artifacts.wordings()[2]).toEqual({ number: 3, ...other });
      expect(artifacts.revision(3)).toEqual(revision(3, "r"));
      artifacts.replaceVersion({ ...put, content: "other", contentHash: "h9" });
      expect([artifacts.version("bom", 1)?.content, artifacts.head("bom")?.contentHash]).toEqual(["other", "h9"]);
      expect(() => artifacts.replaceVersion({ ...put, number: 2 })).toThrow();
      expect(() => artifacts.replaceRevision(revision(4, null))).toThrow();
    });
  });
}
