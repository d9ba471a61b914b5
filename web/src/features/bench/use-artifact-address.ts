import { useEffect, useRef } from "preact/hooks";
import { useChat } from "../chat/chat-context.ts";
import { readArtifactAddress, revisionOf } from "./artifact-address.ts";
import { artifactPlace } from "./artifact-place.ts";

/**
 * Opens the artifact that the address names on the bench, once its revision is known; without one the head is followed
 * again. Answers false when the address names nothing that this chat has.
 */
export function useArtifactAddress(rest: string | undefined): boolean {
  const { bench } = useChat();
  const opened = useRef<string | undefined>(undefined);
  const { revisions } = bench.state.value;
  useEffect(() => {
    if (opened.current === rest) return;
    const artifact = readArtifactAddress(rest);
    if (artifact === null) {
      if (opened.current !== undefined) bench.act({ type: "head_followed" });
      opened.current = rest;
      return;
    }
    const revision = revisionOf(artifact, revisions);
    if (revision === null) return;
    opened.current = rest;
    bench.act({ type: "revision_chosen", revision, stays: true, ...artifactPlace(artifact.slug) });
  }, [rest, revisions, bench]);
  if (rest === undefined || rest === "") return true;
  const artifact = readArtifactAddress(rest);
  return artifact !== null && (revisions.length === 0 || revisionOf(artifact, revisions) !== null);
}
