import { summarizeChange } from "../../domain/circuit/compare-designs.ts";
import { compareRevisions as compareDesigns } from "../../domain/circuit/compare-revisions.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { ArtifactRows } from "./room-storage.ts";

/** What changed from one revision of the design to another, either way round. Throws `invalid` for a revision that is not there. */
export function compareRevisions(artifacts: ArtifactRows, { from, to }: { from: number; to: number }): unknown {
  const [before, after] = [designAt(artifacts, from, "from"), designAt(artifacts, to, "to")];
  return { from, to, ...summarizeChange(before, after), ...compareDesigns(before, after) };
}

function designAt(artifacts: ArtifactRows, number: number, path: string) {
  const row = artifacts.revision(number);
  if (row) return row.design;
  throw new OhmError("invalid", "There is no such revision", {
    errors: [{ path, message: "names no revision of this design" }],
  });
}
