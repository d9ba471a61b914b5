import type { CatalogPart } from "../catalogue-part.ts";
import { deviceName } from "../devices/device-names.ts";
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

function shortened(title: string): string {
  if (title.length <= longestTitle) return title;
  const start = Array.from(title).slice(0, longestTitle - 3);
  return `${start.join("")}...`;
}

function whatOf(requirements: Requirements): string {
  const labels = [...new Set(requirements.functions.map((one) => one.label))].slice(0, 3).join(", ");
  const name = (requirements.link === undefined ? projectName(requirements.goal) : null) ?? labels;
  return name === "" ? "Ohm" : `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** A title of at most 60 characters from what was understood: the project's own word, else what it does, and the board. */
export function designTitle(requirements: Requirements, board: CatalogPart | null): string {
  const { link, language } = requirements;
  const what =
    link === undefined ? whatOf(requirements) : `${deviceName(link.role, language)}: ${whatOf(requirements)}`;
  const [boardName] = board === null ? [] : [board.board?.shortName ?? board.name];
  return shortened(boardName === undefined ? what : `${what} (${boardName})`);
}

/** A title of at most 60 characters for several devices: what they do without how they talk, and their boards. */
export function pairTitle(requirements: Requirements, boards: readonly CatalogPart[]): string {
  const functions = requirements.functions.filter(({ id }) => !id.startsWith("talk-"));
  const names = boards.map(({ board, name }) => board?.shortName ?? name);
  const [first = ""] = names;
  const list = names.every((name) => name === first) ? `${names.length} × ${first}` : names.join(" + ");
  return shortened(`${whatOf({ ...requirements, functions })} (${list})`);
}
