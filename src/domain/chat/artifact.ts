import type { Verdict } from "../circuit/lists.ts";
import type { ArtifactType } from "./lists.ts";
import type { ArtifactRef } from "./message.ts";

/** Who wrote a version: a person, or an agent with the model that drove it. */
export type Author = { kind: "user"; userId: string; name: string } | { kind: "agent"; agent: string; modelId: string };

/** The head of an artifact: what the list shows. */
export interface ArtifactHead {
  slug: string;
  type: ArtifactType;
  title: string;
  currentVersion: number;
  totalVersions: number;
  pinned: boolean;
  /** true after a restore of one artifact, while it no longer agrees with the others. */
  stale: boolean;
}

/** One version; never updated. `content` is text for people, `data` the JSON that it was made from. */
export interface ArtifactVersion {
  slug: string;
  number: number;
  parentNumber: number | null;
  type: ArtifactType;
  title: string;
  content: string;
  data: unknown;
  changeSummary: string | null;
  messageId: string | null;
  author: Author;
  verdict: Verdict | null;
  createdAt: number;
}

/** One revision of the design: the versions of all its artifacts and its verdict. */
export interface DesignRevision {
  number: number;
  parent: number | null;
  versions: ArtifactRef[];
  verdict: Verdict;
  totalCents: number;
  messageId: string | null;
  author: Author;
  changeSummary: string;
  createdAt: number;
}
