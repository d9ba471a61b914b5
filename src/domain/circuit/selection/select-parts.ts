import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { Design } from "../design.ts";
import type { ChosenPart, Refusal, Selection } from "../design-stages.ts";
import { firstDeviceId, secondDeviceId } from "../devices/device-names.ts";
import { sleepsBetween } from "../requirements/assumptions.ts";
import type { AimKind, Requirements } from "../requirements.ts";
import { dollarsMore, withArticle } from "../short-forms.ts";
import { boardCents, boardEffect, fitCents } from "./board-fit.ts";
import type { Breadth, Pick } from "./candidates.ts";
import { allAssignments, boardCandidates } from "./candidates.ts";
import { keepDesignators } from "./keep-designators.ts";
import { alternativesOf, maySwitchMains, roleOf, whyOf } from "./reasons.ts";
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

/** Ways to serve the wishes that are worth wiring when a budget is tight: so many of the best and so many of the cheapest. */
const mostWays = 16;

/** Ways of one board that are worth wiring when a design is to be improved. */
const mostPerBoard = 8;
const mostImproving = 24;

/** Boards of each logic level that are worth trying with parts: with every way to serve the wishes there would be too many to look at. */
const mostBoards = { volts3v3: 5, volts5: 2 } as const;

/** The boards that cost least for one way to serve the wishes, those that the design has or the person owns among them. */
function likelyBoards(requirements: Requirements, picks: readonly Pick[]): CatalogPart[] {
  const ranked = boardCandidates(requirements)
    .map((board, order) => ({
      board,
      order,
      cents: boardCents(board, requirements) + fitCents(board, picks, requirements),
    }))
    .sort((a, b) => a.cents - b.cents || a.order - b.order)
    .map((one) => one.board);
  const of = (volts: number, most: number) => ranked.filter((one) => one.board?.logicVolts === volts).slice(0, most);
  const held = ranked.filter(({ id }) => id === requirements.board.catalogId || requirements.owned.includes(id));
  const kept = new Set([...of(3.3, mostBoards.volts3v3), ...of(5, mostBoards.volts5), ...held]);
  return ranked.filter((one) => kept.has(one));
}

function allWays(requirements: Requirements, breadth: Breadth = "usual"): Way[] {
  const [first] = boardCandidates(requirements);
  if (first === undefined) return [];
  const [picks = []] = allAssignments(requirements, first);
  return likelyBoards(requirements, picks).flatMap((board) =>
    allAssignments(requirements, board, breadth).map((each) => ({ board, picks: each })),
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

/** More would not be read. */
const mostAlternatives = 6;

/** Other boards that would do, the best first. */
function otherBoards(way: Way, requirements: Requirements): CatalogPart[] {
  const free = { ...requirements, board: { catalogId: null, named: false } };
  return boardCandidates(free)
    .filter((part) => part.id !== way.board.id)
    .map((board, order) => ({
      board,
      order,
      cents: boardCents(board, requirements) + fitCents(board, way.picks, requirements),
    }))
    .sort((a, b) => a.cents - b.cents || a.order - b.order)
    .slice(0, mostAlternatives)
    .map((one) => one.board);
}

/** A board that idles on much more of the battery than another one would is told so. */
function idleNote(board: CatalogPart, others: readonly CatalogPart[], say: (en: string, de: string) => string): string {
  const asleep = (part: CatalogPart) => part.board?.sleepMa ?? 0;
  const best = [...others].sort((a, b) => asleep(a) - asleep(b))[0];
  if (best === undefined || asleep(best) * 4 > asleep(board)) return "";
  const [mine, its] = [board, best].map((part) => String(asleep(part)));
  return say(
    ` Asleep it draws ${mine} mA; ${withArticle(best.board?.shortName ?? best.name)} would draw ${its} mA.`,
    ` Im Schlaf nimmt es ${mine?.replace(".", ",")} mA; ${best.board?.shortName} nähme ${its?.replace(".", ",")} mA.`,
  );
}

function chooseBoard(way: Way, requirements: Requirements): ChosenPart {
  const { board } = way;
  const say = (en: string, de: string) => (requirements.language === "de" ? de : en);
  const owned = requirements.owned.includes(board.id);
  const battery = requirements.power.source === "battery";
  const alternatives = otherBoards(way, requirements).map((other) => ({
    part: other,
    deltaCents: other.price.typicalCents - board.price.typicalCents,
    effect: boardEffect(other, board, { battery, say }),
  }));
  const [rival] = alternatives;
  const runnerUp =
    rival === undefined
      ? ""
      : say(
          ` Runner-up: ${rival.part.name} (${dollarsMore(rival.deltaCents)}), ${rival.effect}.`,
          ` Nächstbestes: ${rival.part.name} (${dollarsMore(rival.deltaCents)}), ${rival.effect}.`,
        );
  const assumed = say(
    "You named no board; this one has the pins and radio that are asked for at the least cost.",
    "Du hast kein Board genannt; dieses hat die Pins und den Funk dafür bei den geringsten Kosten.",
  );
  const named = say("You named it.", "Du hast es genannt.");
  const reason = requirements.board.named ? named : owned ? say("You have it already.", "Du hast es schon.") : assumed;
  const idle = battery && sleepsBetween(requirements) ? idleNote(board, otherBoards(way, requirements), say) : "";
  return {
    ...plain(board),
    role: say("Runs the program", "Führt das Programm aus"),
    why: reason + idle + runnerUp,
    owned,
    functions: board.functions.filter((id) => requirements.functions.some((one) => one.id === id)),
    alternatives: alternatives.map(({ part, deltaCents, effect }) => ({
      catalogId: part.id,
      name: part.name,
      deltaCents,
      effect,
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
    alternatives: alternativesOf(pick, board, language).filter(
      ({ catalogId }) => !requirements.mains || maySwitchMains(partById(catalogId) ?? pick.part),
    ),
  };
  return Array.from({ length: pick.quantity }, () => ({ ...piece }));
}

/** Accessories that have another part in the design as their reason. */
const accessoryRoles: Record<string, [en: string, de: string]> = {
  "load-cell-5kg": ["Bends under the weight", "Biegt sich unter dem Gewicht"],
  "speaker-8ohm": ["Makes the sound", "Macht den Ton"],
};

/** What a chosen part cannot work without; `serves` holds its place in the list until designators are given. */
function accessoriesOf(part: ChosenPart, at: number, { language, owned }: Requirements): ChosenPart[] {
  const say = (en: string, de: string) => (language === "de" ? de : en);
  return (part.part.needs ?? []).flatMap((id) => {
    const needed = partById(id);
    if (needed === undefined) return [];
    const [en, de] = accessoryRoles[id] ?? [`Belongs to the ${part.part.name}`, `Gehört zu: ${part.part.name}`];
    const why = say(`The ${part.part.name} needs it`, `${part.part.name} braucht es`);
    return [{ ...plain(needed), role: say(en, de), why, owned: owned.includes(id), serves: String(at) }];
  });
}

/** The driver that a bare load hangs on: the one that was named for its kind, else the usual one. */
function driverFor({ hangsOn }: CatalogPart, { preferred = [] }: Requirements): CatalogPart | undefined {
  const named = preferred.map((id) => partById(id)).find((part) => part?.outputs?.kind === hangsOn?.kind);
  return named ?? partById(hangsOn?.standard ?? "");
}

/** Drivers for the bare loads, as many as their channels ask for; each serves the first load that hangs on it. */
function driversOf(pieces: readonly ChosenPart[], requirements: Requirements): ChosenPart[] {
  const say = (en: string, de: string) => (requirements.language === "de" ? de : en);
  const hung = new Map<string, number>();
  return pieces.flatMap((piece, at) => {
    const driver = piece.part.hangsOn === undefined ? undefined : driverFor(piece.part, requirements);
    if (driver === undefined) return [];
    const place = hung.get(driver.id) ?? 0;
    hung.set(driver.id, place + 1);
    if (place % (driver.outputs?.channels.length ?? 1) !== 0) return [];
    const role = say(`Switches the ${piece.part.name}`, `Schaltet: ${piece.part.name}`);
    const why = say("A pin cannot carry its current", "Ein Pin trägt diesen Strom nicht");
    return [{ ...plain(driver), role, why, owned: requirements.owned.includes(driver.id), serves: String(at + 1) }];
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

/** The cheapest selections, special parts among them; none where `selectParts` refuses. */
export function cheapestSelections(requirements: Requirements, previous: Design | null): Selection[] {
  if (refusalOf(requirements) !== null) return [];
  const ways = ranked(allWays(requirements, "all"), { requirements, previous }, true);
  return ways.slice(0, mostWays).map((way) => assemble(way, requirements, previous));
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

/** How a way to serve the wishes would do at what is to be improved: the lower, the better. */
function proxy({ board, picks }: Way, requirements: Requirements, kind: AimKind): number {
  const all = [{ part: board, quantity: 1 }, ...picks];
  const sum = (of: (part: CatalogPart) => number) =>
    all.reduce((total, { part, quantity }) => total + quantity * of(part), 0);
  if (kind === "smaller") return sum(({ sizeMm }) => sizeMm.width * sizeMm.height);
  if (kind === "longer-life")
    return sum(
      (part) =>
        (part.board?.sleepMa ?? part.sleepMa ?? 0) * 20 + (part.board?.awakeNoRadioMa ?? part.currentMa?.typ ?? 0),
    );
  return scorePicks({ board, picks, requirements, previous: null }, true);
}

/** Ways to serve the wishes on every board that may be taken, those first that promise most for the aim; none where `selectParts` refuses. */
export function improvingSelections(requirements: Requirements, previous: Design, kind: AimKind): Selection[] {
  if (refusalOf(requirements) !== null) return [];
  const ways = boardCandidates(requirements).flatMap((board) => {
    const own = allAssignments(requirements, board, "all").map((picks) => ({ board, picks }));
    const best = own.map((way) => ({ way, rank: proxy(way, requirements, kind) })).sort((a, b) => a.rank - b.rank);
    return best.slice(0, mostPerBoard);
  });
  return ways
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostImproving)
    .map(({ way }) => assemble(way, requirements, previous));
}

function assemble(way: Way, requirements: Requirements, previous: Design | null): Selection {
  const pieces = inOrderOfWishes(way.picks, requirements).flatMap((pick) =>
    choosePieces(pick, way.board, requirements),
  );
  const needed = [
    ...pieces.flatMap((piece, at) => accessoriesOf(piece, at + 1, requirements)),
    ...driversOf(pieces, requirements),
  ];
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
  const deviceId = requirements.link?.role === "receiver" ? secondDeviceId : firstDeviceId;
  return { deviceId, board, parts };
}
