import { clarifyingQuestion } from "../assembly/clarifying-question.ts";
import { designParts } from "../assembly/design-parts.ts";
import { designTitle } from "../assembly/design-title.ts";
import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import { shortName } from "../compare-designs.ts";
import { costOf } from "../cost/cost-of.ts";
import type { Design, DesignPart } from "../design.ts";
import type { ChosenPart } from "../design-stages.ts";
import { firstDeviceId } from "../devices/device-names.ts";
import type { SpokenLanguage } from "../lists.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { powerBudget } from "../power/power-budget.ts";
import { labelOf } from "../requirements/assumptions.ts";
import { mainFunctions } from "../requirements/wanted.ts";
import type { FunctionWanted, Requirements } from "../requirements.ts";
import { checkCircuit } from "../rules/check-circuit.ts";
import { partFrom } from "../rules/circuit-from-request.ts";
import { designatorSource, greatestDesignators } from "../selection/designators.ts";
import { alternativesOf, roleOf } from "../selection/reasons.ts";
import type { WokwiDiagram } from "./diagram.ts";
import type { ImportedDiagram } from "./import-diagram.ts";
import { importDiagram } from "./import-diagram.ts";
import { engineNets } from "./imported-nets.ts";
import { importedWires } from "./imported-wires.ts";

/** A diagram that became a design, with what people must hear of it. */
export interface DiagramDesign {
  design: Design;
  /** Parts with their places in firmware, where one could be written from this wiring. */
  chosen: ChosenPart[];
  /** Parts that the catalogue does not know, by their new designator and the diagram's type. */
  unknown: { id: string; type: string }[];
  /** Pins that their parts do not have, as the diagram names them. */
  unknownPins: string[];
}

interface Placed {
  id: string;
  theirs: string;
  part: DesignPart;
  known: CatalogPart | null;
}

/** Reference designators for the parts of a diagram; what stands for a pin that only the simulator has is no part. */
function placed({ circuit, standIns }: ImportedDiagram, previous: Design | null): Placed[] {
  const next = designatorSource(previous, []);
  const own = circuit.parts.filter(({ id }) => !standIns.has(id));
  const isBoard = ({ catalogId }: DesignPart) => partById(catalogId ?? "")?.board !== undefined;
  return [...own.filter(isBoard), ...own.filter((part) => !isBoard(part))].map((part) => {
    const known = partById(part.catalogId ?? "") ?? null;
    return { id: next(known?.refPrefix ?? "X"), theirs: part.id, part, known };
  });
}

function wishes(all: readonly Placed[], language: SpokenLanguage): FunctionWanted[] {
  const wanted: FunctionWanted[] = [];
  for (const { known, part } of all) {
    if (known === null || known.board !== undefined) continue;
    const colour = part.value?.kind === "colour" ? { colour: part.value.colour } : {};
    for (const id of mainFunctions(known.id)) {
      const same = wanted.find((one) => one.id === id && one.catalogId === known.id && one.colour === colour.colour);
      if (same) same.quantity += 1;
      else
        wanted.push({ id, label: labelOf(id, language), quantity: 1, source: "asked", catalogId: known.id, ...colour });
    }
  }
  return wanted;
}

function requirementsOf(all: readonly Placed[], board: CatalogPart, language: SpokenLanguage): Requirements {
  const functions = wishes(all, language);
  const cell = all.find(({ known }) => known?.battery !== undefined)?.known;
  const adapter = all.find(
    ({ known }) => known?.supply !== undefined && known.battery === undefined && known.family === "power",
  )?.known;
  const source = cell ? "battery" : adapter ? "adapter" : "usb";
  const feed = cell ?? adapter;
  const switches = functions.some(({ id }) => id === "act-switch-load");
  const names = [
    ...new Set(all.flatMap(({ known }) => (known === null || known.board ? [] : [shortName(known.name)]))),
  ];
  const listed = names.slice(0, 6).join(", ");
  return {
    goal: language === "de" ? `Diagramm mit ${board.name}: ${listed}` : `A diagram with the ${board.name}: ${listed}`,
    language,
    functions,
    board: { catalogId: board.id, named: true },
    firmware: board.board?.firmware.includes("arduino") === true ? "arduino" : "micropython",
    power: { source, named: feed != null, lifeHours: null, wakeMinutes: null, ...(feed ? { catalogId: feed.id } : {}) },
    place: all.some(({ known }) => known?.id === "box-ip65") ? "outdoors" : null,
    budget: null,
    excluded: [],
    owned: [],
    mains: switches,
    constraints: [],
    assumed: feed ? [] : [{ field: "power", text: language === "de" ? "Strom über USB" : "Power from USB" }],
    notUnderstood: [],
    imported: true,
    ...(switches ? { switched: { load: "unknown" as const, volts: null } } : {}),
  };
}

function chosenOf(all: readonly Placed[], requirements: Requirements, board: CatalogPart): ChosenPart[] {
  const { language } = requirements;
  return all.flatMap(({ id, theirs, part, known }) => {
    if (known === null) return [];
    const wanted = requirements.functions.filter((wish) => wish.catalogId === known.id);
    const pick = { part: known, wanted, quantity: 1, colour: null, named: true };
    const role = known.board
      ? language === "de"
        ? "Führt das Programm aus"
        : "Runs the program"
      : roleOf(pick, language);
    const inDiagram = language === "de" ? `Im Diagramm: ${theirs}.` : `In the diagram: ${theirs}.`;
    const chosen: ChosenPart = {
      id,
      part: known,
      functions: wanted.map((wish) => wish.id),
      role: role === "" ? known.description : role,
      why: inDiagram,
      owned: false,
      value: part.value,
      alternatives: known.board || wanted.length === 0 ? [] : alternativesOf(pick, board, language),
      quantity: part.quantity,
      serves: null,
    };
    return [chosen];
  });
}

/** Nets and wires of a diagram by our designators; pins of what is no part of the design are left out. */
function renamed({ circuit, wires }: ImportedDiagram, ids: ReadonlyMap<string, string>) {
  const rename = (ref: string): string | null => {
    const { partId, pinName } = splitPin(ref);
    const id = ids.get(partId);
    return id === undefined ? null : `${id}:${pinName}`;
  };
  const nets = circuit.nets
    .map((net) => ({ ...net, pins: [...new Set(net.pins.flatMap((ref) => rename(ref) ?? []))] }))
    .filter(({ pins }) => pins.length > 1);
  const own = wires.flatMap(({ from, to, colour }) => {
    const ends = [rename(from), rename(to)];
    return ends[0] && ends[1] ? [{ from: ends[0], to: ends[1], colour }] : [];
  });
  return { nets, wires: own };
}

function unknownPart({ id, theirs, part }: Placed, deviceId: string, language: SpokenLanguage): DesignPart {
  const role =
    language === "de" ? `Im Diagramm: ${theirs}; nicht im Katalog` : `In the diagram: ${theirs}; not in the catalogue`;
  return { ...partFrom({ id, name: part.name, quantity: part.quantity }), deviceId, role };
}

/**
 * A Wokwi diagram as the design of a chat: its parts with reference designators, its nets with the engine's names, its own wires, the check
 * of it, and requirements that later edits start from. No firmware is written here. null where it has no board that the catalogue knows, or
 * several: then there is nothing that a device could be. Never throws.
 */
export function designFromDiagram(
  diagram: WokwiDiagram,
  previous: Design | null,
  language: SpokenLanguage,
): DiagramDesign | null {
  const imported = importDiagram(diagram);
  const all = placed(imported, previous);
  const boards = all.flatMap(({ id, known }) => (known?.board === undefined ? [] : [{ id, known }]));
  const [board] = boards;
  if (board === undefined || boards.length > 1) return null;
  const deviceId = firstDeviceId;
  const requirements = requirementsOf(all, board.known, language);
  const chosen = chosenOf(all, requirements, board.known);
  const { nets: joined, wires } = renamed(imported, new Map(all.map(({ theirs, id }) => [theirs, id])));
  const nets = engineNets(joined, new Map(chosen.map((part) => [part.id, part])));
  const strangers = all.filter(({ known }) => known === null);
  const parts = [
    ...designParts(chosen, nets, deviceId),
    ...strangers.map((one) => unknownPart(one, deviceId, language)),
  ];
  const circuit = { parts, nets };
  const usesWifi = requirements.functions.some(({ id }) => id === "talk-wifi");
  const checked = checkCircuit(circuit, { requirements, language, usesWifi });
  const title = designTitle(requirements, board.known);
  const question = clarifyingQuestion(requirements);
  const named = { id: board.known.id, name: board.known.name };
  return {
    design: {
      status: "ok",
      ...(question === null ? {} : { question }),
      title,
      requirements,
      devices: [{ id: deviceId, name: title, board: named }],
      board: named,
      parts,
      nets,
      connections: importedWires({ nets, wires, parts: chosen, language }),
      codeFiles: [],
      verdict: checked.verdict,
      findings: checked.findings,
      passed: checked.passed,
      power: powerBudget(circuit, requirements),
      cost: costOf(
        chosen.map(({ quantity, owned, part }) => ({ quantity, owned, price: part.price })),
        requirements,
      ),
      designators: greatestDesignators(
        parts.map(({ id }) => id),
        greatestDesignators(
          (previous?.parts ?? []).map(({ id }) => id),
          previous?.designators,
        ),
      ),
    },
    chosen,
    unknown: strangers.map(({ id, part }) => ({ id, type: part.name })),
    unknownPins: imported.unknownPins,
  };
}
