import { describe, expect, it } from "vitest";
import type { DesignRevision } from "../../src/domain/chat/artifact.ts";
import { artifactAddress, readArtifactAddress, revisionOf } from "../../web/src/features/bench/artifact-address.ts";

function revision(number: number, versions: Record<string, number>): DesignRevision {
  return {
    number,
    parent: number === 1 ? null : number - 1,
    versions: Object.entries(versions).map(([slug, version]) => ({ slug, version })),
    verdict: "PASS",
    totalCents: 4000,
    messageId: null,
    author: { kind: "agent", agent: "bom", modelId: "ohm/engine" },
    changeSummary: "",
    createdAt: 0,
  };
}

describe("[WEB-21] an artifact's version has an address of its own", () => {
  it("is read as it is written", () => {
    const address = artifactAddress("c1", { slug: "code-2", version: 13 });
    expect(address).toBe("/chat/c1/artifact/code-2/version/13");
    expect(readArtifactAddress(address.slice("/chat/c1/".length))).toEqual({ slug: "code-2", version: 13 });
  });

  it.each([
    undefined,
    "",
    "artifact/bom",
    "artifact/bom/version/0",
    "artifact/bom/version/x",
    "artifact//version/1",
    "x",
  ])("names nothing: %s", (rest) => {
    expect(readArtifactAddress(rest)).toBeNull();
  });

  it("opens the revision that wrote the version, not a later one that kept it", () => {
    const revisions = [
      revision(3, { bom: 2, wiring: 3 }),
      revision(1, { bom: 1, wiring: 1 }),
      revision(2, { bom: 2, wiring: 2 }),
    ];
    expect(revisionOf({ slug: "bom", version: 2 }, revisions)).toBe(2);
    expect(revisionOf({ slug: "wiring", version: 3 }, revisions)).toBe(3);
    expect(revisionOf({ slug: "bom", version: 9 }, revisions)).toBeNull();
  });
});
