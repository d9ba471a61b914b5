import type { Design } from "../design.ts";
import type { Edit } from "../requirements.ts";
import type { Scan } from "./scan.ts";

/** "another board": the one that would have been next best, where none is named. */
export function anotherBoard({ tokens, mentions }: Scan, design: Design): Edit[] {
  const asked = tokens.some(
    ({ text }, at) =>
      /^(another|different|other|anderes|andere)$/.test(text) &&
      /^(board|boards|controller)$/.test(tokens[at + 1]?.text ?? ""),
  );
  const named = mentions.some(({ meaning }) => meaning.kind === "board" || meaning.kind === "arduino");
  const [next] = design.parts.find(({ category }) => category === "board")?.alternatives ?? [];
  return asked && !named && next !== undefined ? [{ kind: "set-board", catalogId: next.catalogId }] : [];
}
