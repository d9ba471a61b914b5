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

/** Id of a design's only device in this version. */
export const onlyDeviceId = "main";

function bestWay(requirements: Requirements, previous: Design | null, priceOnly: boolean): Way | null {
  let best: { way: Way; score: number } | null = null;
  for (const board of boardCandidates(requirements)) {
    for (const picks of allAssignments(requirements)) {
      const score = scorePicks({ board, picks, requirements, previous }, priceOnly);
      if (best === null || score < best.score) best = { way: { board, picks }, score };
    }
  }
  return best?.way ?? null;
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
 * Chooses board, parts, power and accessories for the requirements: what serves every wish for the least money and wiring. Over a
 * budget only money counts. Designators of `previous` are kept for the same functions. A refusal says why there is no design.
 */
export function selectParts(requirements: Requirements, previous: Design | null): Selection | Refusal {
  const refusal = refusalOf(requirements);
  if (refusal !== null) return refusal;
  const way = bestWay(requirements, previous, false);
  if (way === null) throw new RangeError("no way to serve wishes that were not refused");
  const chosen = assemble(way, requirements, previous);
  if (requirements.budget === null || totalCents(chosen) <= requirements.budget.cents) return chosen;
  const cheaper = assemble(bestWay(requirements, previous, true) ?? way, requirements, previous);
  return totalCents(cheaper) < totalCents(chosen) ? cheaper : chosen;
}

function assemble(way: Way, requirements: Requirements, previous: Design | null): Selection {
  const pieces = inOrderOfWishes(way.picks, requirements).flatMap((pick) =>
    choosePieces(pick, way.board, requirements),
  );
  const needed = pieces.flatMap((piece, at) => neededBy(piece, at + 1, requirements.language));
  const supporting = supportingParts(requirements, way.board).map(({ part, role, why }) => ({
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

/** Typical total of a selection in US cents, without what wiring adds; owned parts count 0. */
export function totalCents(selection: Selection): number {
  const all = [selection.board, ...selection.parts];
  return all.reduce((sum, one) => sum + (one.owned ? 0 : one.quantity * one.part.price.typicalCents), 0);
}
