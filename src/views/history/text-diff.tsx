import { diffCounts, diffHunks } from "../../domain/chat/diff-hunks.ts";
import { diffLines } from "../../domain/chat/diff-lines.ts";
import type { ComparedFile } from "../../domain/circuit/compare-revisions.ts";
import { useWording } from "../text/wording.tsx";

const signs = { same: " ", removed: "−", added: "+" } as const;

/** A file in two versions, line by line, with the numbers of both and what is equal folded away. */
export function TextDiff({ file }: { file: ComparedFile }) {
  const { text } = useWording();
  const lines = diffLines(file.before ?? "", file.after ?? "");
  const { added, removed } = diffCounts(lines);
  return (
    <section class="sheet compare-section text-diff">
      <h3>
        {text.artifact.code} {file.unitNumber} <span class="mono">{file.filename}</span>{" "}
        <small>
          +{added} −{removed}
        </small>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <section class="scroll-x" tabIndex={0} aria-label={`${text.artifact.code} ${file.unitNumber} ${file.filename}`}>
        <table class="diff-lines">
          <caption class="unseen">
            {file.filename}: {text.history.added(added)}, {text.history.removed(removed)}
          </caption>
          <tbody>
            {diffHunks(lines).map((hunk, place) =>
              hunk.kind === "skipped" ? (
                <tr key={place} class="skipped">
                  <td colSpan={4}>⋯ {text.history.skipped(hunk.amount)}</td>
                </tr>
              ) : (
                hunk.lines.map((line) => (
                  <tr key={`${line.from} ${line.to}`} class={line.op}>
                    <td class="line-number">{line.from}</td>
                    <td class="line-number">{line.to}</td>
                    <td class="sign">
                      <span aria-hidden="true">{signs[line.op]}</span>
                      {line.op === "same" ? null : (
                        <span class="unseen">{line.op === "added" ? text.history.came : text.history.went}</span>
                      )}
                    </td>
                    <td class="line-text">{line.text}</td>
                  </tr>
                ))
              ),
            )}
          </tbody>
        </table>
      </section>
    </section>
  );
}
