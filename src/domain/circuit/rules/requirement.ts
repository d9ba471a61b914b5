import type { Requirements } from "../requirements.ts";
import type { CircuitGraph } from "./circuit-graph.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { say } from "./rule.ts";
import { unmetWishes } from "./unmet-wishes.ts";

interface Missing {
  en: string;
  de: string;
  parts: string[];
}

function missingFunctions(graph: CircuitGraph, wanted: Requirements): Missing[] {
  return wanted.functions
    .filter((each) => each.source === "asked")
    .flatMap((each) => {
      const serving = graph.parts.filter((part) => part.catalog?.functions.includes(each.id));
      const count = serving.reduce((sum, part) => sum + part.design.quantity, 0);
      if (count < each.quantity) {
        const of = each.quantity > 1 ? ` (${count}/${each.quantity})` : "";
        return [
          {
            en: `You asked for ${each.label}${of}, and no part serves it.`,
            de: `Gewünscht war ${each.label}${of}, und kein Teil leistet es.`,
            parts: serving.map((part) => part.id),
          },
        ];
      }
      const named = each.catalogId;
      if (named === undefined || graph.parts.some((part) => part.catalog?.id === named)) return [];
      return [
        {
          en: `You named ${named} for ${each.label}, and it is not in the design.`,
          de: `Für ${each.label} war ${named} genannt, und es fehlt im Entwurf.`,
          parts: [],
        },
      ];
    });
}

function wrongBoard(graph: CircuitGraph, wanted: Requirements): Missing[] {
  const boards = graph.parts.filter((part) => part.catalog?.board !== undefined);
  const { catalogId, named } = wanted.board;
  const missing: Missing[] = [];
  if (named && catalogId !== null && !boards.some((part) => part.catalog?.id === catalogId)) {
    missing.push({
      en: `You named the board ${catalogId}, and the design has another one.`,
      de: `Genannt war das Board ${catalogId}, und der Entwurf hat ein anderes.`,
      parts: boards.map((part) => part.id),
    });
  }
  for (const board of boards) {
    if (board.catalog?.board?.firmware.includes(wanted.firmware) !== false) continue;
    missing.push({
      en: `${board.catalog.name} cannot run ${wanted.firmware}.`,
      de: `${board.catalog.name} kann ${wanted.firmware} nicht ausführen.`,
      parts: [board.id],
    });
  }
  return missing;
}

function excluded(graph: CircuitGraph, wanted: Requirements): Missing[] {
  return graph.parts
    .filter((part) => part.catalog !== null && wanted.excluded.includes(part.catalog.id))
    .map((part) => ({
      en: `${part.id} (${part.catalog?.name}) is what you did not want.`,
      de: `${part.id} (${part.catalog?.name}) war nicht gewünscht.`,
      parts: [part.id],
    }));
}

/**
 * A function, board, part, language or exclusion that a person named and the design does not meet: E. What an edit gave up, and words that
 * nothing explains: W. What was only assumed is not judged.
 */
export const requirement: Rule = {
  id: "requirement",
  check: ({ graph, language, requirements }) => {
    if (requirements === null) return { findings: [], passed: null };
    const missing = [
      ...missingFunctions(graph, requirements),
      ...wrongBoard(graph, requirements),
      ...excluded(graph, requirements),
    ];
    const findings = [
      ...missing.map(
        (each): FindingDraft => ({
          severity: "E",
          message: say(language, each),
          nets: [],
          pins: [],
          parts: each.parts,
        }),
      ),
      ...unmetWishes(requirements, language),
    ];
    const count = requirements.functions.filter((each) => each.source === "asked").length;
    const what = say(language, {
      en:
        count === 1
          ? "the function that was asked for is served"
          : `all ${count} functions that were asked for are served`,
      de: count === 1 ? "die gewünschte Funktion ist abgedeckt" : `alle ${count} gewünschten Funktionen sind abgedeckt`,
    });
    return { findings, passed: findings.length === 0 && count > 0 ? { what, parts: [] } : null };
  },
};
