import type { CatalogPart } from "../catalogue-part.ts";
import { scan } from "../requirements/scan.ts";
import type { Requirements } from "../requirements.ts";

const longestTitle = 60;

function projectName(goal: string): string | null {
  const clean = goal.normalize("NFKC");
  const { tokens, mentions } = scan(clean);
  const project = mentions.find(
    (one) => one.meaning.kind === "project" && one.meaning.project.asked.length > 0 && !one.negated,
  );
  const first = project === undefined ? undefined : tokens[project.from];
  const last = project === undefined ? undefined : tokens[project.to - 1];
  return first === undefined || last === undefined ? null : clean.slice(first.start, last.end);
}

/** A title of at most 60 characters from what was understood: the project's own word, else what it does, and the board. */
export function designTitle(requirements: Requirements, board: CatalogPart | null): string {
  const labels = [...new Set(requirements.functions.map((one) => one.label))].slice(0, 3).join(", ");
  const name = projectName(requirements.goal) ?? labels;
  const what = name === "" ? "Ohm" : `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  const [boardName] = board === null ? [] : [board.board?.shortName ?? board.name];
  const title = boardName === undefined ? what : `${what} (${boardName})`;
  return title.length <= longestTitle
    ? title
    : `${Array.from(title)
        .slice(0, longestTitle - 3)
        .join("")}...`;
}
