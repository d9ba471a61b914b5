import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { Design } from "../design.ts";
import type { ChosenPart, Refusal, Selection } from "../design-stages.ts";
import type { Requirements } from "../requirements.ts";
import type { Pick } from "./candidates.ts";
import { allAssignments, boardCandidates } from "./candidates.ts";
import { keepDesignators } from "./keep-designators.ts";
import { alternativesOf, roleOf, whyOf } from "./reasons.ts";
import { refusalOf } from "./refusals.ts";
import { scorePicks } from "./score.ts";
import { supportingParts } from "./supporting.ts";

interface Way {
  board: CatalogPart;
  picks: Pick[];
}

interface Wanted {
  requirements: Requirements;
  previous: Design | null;
}

/** Id of a design's only device in this version. */
export const onlyDeviceId = "main";

/** Ways to serve the wishes that are worth wiring when a budget is tight: so many of the best and so many of the cheapest. */
const mostWays = 16;

function allWays(requirements: Requirements): Way[] {
  return boardCandidates(requirements).flatMap((board) =>
    allAssignments(requirements).map((picks) => ({ board, picks })),
  );
}

/** The first of the ways with the lowest score stands first. */
function ranked(ways: Way[], wanted: Wanted, priceOnly: boolean): Way[] {
  const scored = ways.map((way) => ({ way, score: scorePicks({ ...way, ...wanted }, priceOnly) }));
  return scored.sort((a, b) => a.score - b.score).map(({ way }) => way);
}

/** Keeps the order in which the wishes were said, so that the parts list reads like the goal. */
function inOrderOfWishes(picks: Pick[], requirements: Requirements): Pick[] {
  const place = (pick: Pick) => Math.min(...pick.wanted.map((one) => requirements.functions.indexOf(one)));
  return [...picks].sort((a, b) => place(a) - place(b));
}

function chooseBoard(way: Way, requirements: Requirements): ChosenPart {
  const { board } = way;
  const say = (en: string, de: string) => (requirements.language === "de" ? de : en);
  const owned = requirements.owned.includes(board.id);
  const others = boardCandidates({ ...requirements, board: { catalogId: null, named: false } }).filter(
    (part) => part.id !== board.id,
  );
  const assumed = say(
    "You named no board; this one costs least for what is asked.",
    "Du hast kein Board genannt; dieses kostet für das Gewünschte am wenigsten.",
  );
  const named = say("You named it.", "Du hast es genannt.");
  return {
    ...plain(board),
    role: say("Runs the program", "Führt das Programm aus"),
    why: requirements.board.named ? named : owned ? say("You have it already.", "Du hast es schon.") : assumed,
    owned,
    functions: board.functions.filter((id) => requirements.functions.some((one) => one.id === id)),
    alternatives: others.map((other) => ({
      catalogId: other.id,
      name: other.name,
      deltaCents: other.price.typicalCents - board.price.typicalCents,
      effect: say(
        `${other.board?.logicVolts} V logic, ${other.board?.hasWifi ? "with" : "no"} WiFi; new wiring`,
        `${other.board?.logicVolts}-V-Logik, ${other.board?.hasWifi ? "mit" : "ohne"} WLAN; neue Verdrahtung`,
      ),
    })),
  };
}

function plain(part: CatalogPart): ChosenPart {
  return {
    id: "",
    part,
    functions: [],
    role: "",
    why: "",
    owned: false,
    value: null,
    alternatives: [],
    quantity: 1,
    serves: null,
  };
}

function choosePieces(pick: Pick, board: CatalogPart, requirements: Requirements): ChosenPart[] {
  const { language } = requirements;
  const owned = requirements.owned.includes(pick.part.id);
  const isLed = pick.part.functions.includes("show-light");
  const piece: ChosenPart = {
    ...plain(pick.part),
    functions: pick.wanted.map((one) => one.id),
    role: roleOf(pick, language),
    why: whyOf(pick, { board, owned, language }),
    owned,
    value: isLed ? { kind: "colour", colour: pick.colour ?? "red" } : null,
    alternatives: alternativesOf(pick, board, language),
  };
  return Array.from({ length: pick.quantity }, () => ({ ...piece }));
}

/** What a chosen part cannot work without; `serves` holds its place in the list until designators are given. */
function neededBy(part: ChosenPart, at: number, language: Requirements["language"]): ChosenPart[] {
  return (part.part.needs ?? []).flatMap((id) => {
    const needed = partById(id);
    if (needed === undefined) return [];
    const say = (en: string, de: string) => (language === "de" ? de : en);
    return [
      {
        ...plain(needed),
        role: say(`Switches the ${part.part.name}`, `Schaltet: ${part.part.name}`),
        why: say("A pin cannot carry its current", "Ein Pin trägt diesen Strom nicht"),
        serves: String(at),
      },
    ];
  });
}

/**
 * Chooses board, parts, power and accessories for the requirements: what serves every wish for the least money and wiring. Designators
 * of `previous` are kept for the same functions. A refusal says why there is no design.
 */
export function selectParts(requirements: Requirements, previous: Design | null): Selection | Refusal {
  const refusal = refusalOf(requirements);
  if (refusal !== null) return refusal;
  const [best] = ranked(allWays(requirements), { requirements, previous }, false);
  if (best === undefined) throw new RangeError("no way to serve wishes that were not refused");
  return assemble(best, requirements, previous);
}

/** Selections for the same requirements in the order in which `selectParts` likes them, the cheapest among them; none where it refuses. */
export function otherSelections(requirements: Requirements, previous: Design | null): Selection[] {
  if (refusalOf(requirements) !== null) return [];
  const best = ranked(allWays(requirements), { requirements, previous }, false);
  const cheapest = ranked(best, { requirements, previous }, true).slice(0, mostWays);
  return best
    .filter((way, at) => at < mostWays || cheapest.includes(way))
    .map((way) => assemble(way, requirements, previous));
}

function assemble(way: Way, requirements: Requirements, previous: Design | null): Selection {
  const pieces = inOrderOfWishes(way.picks, requirements).flatMap((pick) =>
    choosePieces(pick, way.board, requirements),
  );
  const needed = pieces.flatMap((piece, at) => neededBy(piece, at + 1, requirements.language));
  const supporting = supportingParts(
    requirements,
    way.board,
    [...pieces, ...needed].map(({ part }) => part),
  ).map(({ part, role, why }) => ({
    ...plain(part),
    role,
    why,
    owned: requirements.owned.includes(part.id),
  }));
  const all = keepDesignators([chooseBoard(way, requirements), ...pieces, ...needed, ...supporting], previous);
  const [board, ...parts] = all;
  if (board === undefined) throw new RangeError("a selection has a board");
  return { deviceId: onlyDeviceId, board, parts };
}
