import type { ChosenPart } from "../design-stages.ts";
import type { MotorRails } from "./motor-rails.ts";
import { boardRailPin, groundNet, rail3v3, rail5v } from "./supply-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/**
 * The rail for a part: the one at the board's logic level where the part takes it (then its signals need no shifting), else 5 V, else
 * 3.3 V. Motors take theirs. null where neither fits.
 */
export function railFor(board: ChosenPart, part: ChosenPart, motors: MotorRails): NetSpec | null {
  const range = part.part.supplyVolts;
  if (range === null) return null;
  const own = motors.get(part.id);
  const hasLogicPin = part.part.pins.some((pin) => pin.type === "power_in" && !pin.roles.includes("vm"));
  if (own !== undefined && !(hasLogicPin && part.part.pins.some((pin) => pin.roles.includes("vm")))) return own;
  const fits = (rail: NetSpec) => rail.volts !== null && rail.volts >= range.min && rail.volts <= range.max;
  const logic = board.part.board?.logicVolts === 5 ? [rail5v, rail3v3] : [rail3v3, rail5v];
  return logic.find(fits) ?? null;
}

const logicRail = (board: ChosenPart): NetSpec => (board.part.board?.logicVolts === 5 ? rail5v : rail3v3);

/** A capacitor at a part's own rail; motors and strips get a large one, radios a small one. */
function capacitor(
  draft: WiringDraft,
  part: ChosenPart,
  { rail, nanofarads }: { rail: NetSpec; nanofarads: number },
): void {
  const bulk = nanofarads >= 1000;
  const isLarge = nanofarads > 100_000;
  draft.support({
    catalogId: isLarge ? "capacitor-electrolytic" : bulk ? "capacitor-10uf" : "capacitor-ceramic",
    value: { kind: "farads", nanofarads },
    serves: part.id,
    role: bulk
      ? {
          en: `Holds the ${rail.volts} V up while ${part.id} starts`,
          de: `Stützt die ${rail.volts} V, während ${part.id} anläuft`,
        }
      : { en: `Keeps the supply of ${part.id} quiet`, de: `Beruhigt die Versorgung von ${part.id}` },
    why: isLarge
      ? {
          en: "A starting motor pulls the supply down for milliseconds.",
          de: "Ein anlaufender Motor zieht die Versorgung für Millisekunden herunter.",
        }
      : {
          en: "Short bursts of current would pull its supply down.",
          de: "Kurze Stromspitzen ziehen sonst seine Versorgung herunter.",
        },
    pins: bulk
      ? [
          ["+", rail.id],
          ["-", groundNet.id],
        ]
      : [
          ["1", rail.id],
          ["2", groundNet.id],
        ],
  });
}

/** Share of the board's 3.3 V that is planned for: the rail rule warns above it. */
const comfortableShare = 0.8;

/** 3.3 V from a regulator of its own, behind the 5 V. */
const own3v3: NetSpec = { id: "3V3_M", kind: "supply", volts: 3.3 };

/** The parts that the board's 3.3 V pin cannot feed beside the others, the largest first. */
function tooMuchFor3v3(draft: WiringDraft, rails: ReadonlyMap<ChosenPart, NetSpec>): ChosenPart[] {
  const limit = (draft.board.part.board?.rail3v3ForOthersMa ?? 0) * comfortableShare;
  const maxMa = (part: ChosenPart) => part.part.currentMa?.max ?? 0;
  const onBoard = [...rails].flatMap(([part, rail]) => (rail.id === rail3v3.id ? [part] : []));
  const largestFirst = [...onBoard].sort((a, b) => maxMa(b) - maxMa(a));
  let total = onBoard.reduce((sum, part) => sum + maxMa(part), 0);
  const moved: ChosenPart[] = [];
  for (const part of largestFirst) {
    if (total <= limit) break;
    moved.push(part);
    total -= maxMa(part);
  }
  return moved;
}

function regulator(draft: WiringDraft, serves: ChosenPart): void {
  const source = boardRailPin(draft.board, 5);
  draft.join(rail5v, ...(source === null ? [] : [source]));
  draft.join(own3v3);
  draft.join(groundNet);
  draft.support({
    catalogId: "ams1117-3v3",
    value: null,
    serves: serves.id,
    role: { en: `3.3 V for ${serves.id}`, de: `3,3 V für ${serves.id}` },
    why: {
      en: "It takes more than the board's 3.3 V pin gives.",
      de: "Es braucht mehr, als der 3,3-V-Pin des Boards hergibt.",
    },
    pins: [
      ["VIN", rail5v.id],
      ["OUT", own3v3.id],
      ["GND", groundNet.id],
    ],
  });
}

/** Pins that are tied to the part's rail or to ground, with a resistor where one belongs there. */
function tie(draft: WiringDraft, part: ChosenPart, rail: NetSpec): void {
  for (const { pin, to, ohms } of part.part.ties ?? []) {
    const net = to === "rail" ? rail : groundNet;
    // A part without a supply pin of its own may be the first on its rail.
    const source = to === "rail" && rail.id !== own3v3.id ? boardRailPin(draft.board, rail.volts ?? 0) : null;
    if (source !== null && (rail.id === rail5v.id || rail.id === rail3v3.id)) draft.join(rail, source);
    if (ohms === undefined) {
      draft.join(net, `${part.id}:${pin}`);
      continue;
    }
    const signal = part.part.pins.find((each) => each.name === pin);
    const inner: NetSpec = {
      id: `${part.id}_${pin}${signal?.seriesOhms === undefined ? "" : "_R"}`,
      kind: "signal",
      volts: null,
    };
    draft.join(inner, `${part.id}:${pin}`);
    draft.support({
      catalogId: "resistor",
      value: { kind: "ohms", ohms },
      serves: part.id,
      role: { en: `Holds ${part.id}:${pin}`, de: `Hält ${part.id}:${pin}` },
      why: { en: "The pin needs a level of its own.", de: "Der Pin braucht einen festen Pegel." },
      pins: [
        ["1", inner.id],
        ["2", net.id],
      ],
    });
  }
}

function joinSupply(draft: WiringDraft, part: ChosenPart, rails: { logic: NetSpec; motor: NetSpec | undefined }): void {
  const { pins } = part.part;
  for (const pin of pins.filter((each) => each.type === "power_in")) {
    const rail = pin.roles.includes("vm") ? (rails.motor ?? rails.logic) : rails.logic;
    const isBoardRail = rail.id === rail5v.id || rail.id === rail3v3.id;
    const source = isBoardRail ? boardRailPin(draft.board, rail.volts ?? 0) : null;
    draft.join(rail, ...(source === null ? [] : [source]), `${part.id}:${pin.name}`);
  }
  draft.join(groundNet, ...pins.filter((pin) => pin.type === "ground").map((pin) => `${part.id}:${pin.name}`));
}

function capacitors(draft: WiringDraft, part: ChosenPart, rails: { logic: NetSpec; motor: NetSpec | undefined }): void {
  const { bulkNanofarads, decouplingNanofarads } = part.part.figures ?? {};
  if (rails.motor !== undefined) capacitor(draft, part, { rail: rails.motor, nanofarads: 470_000 });
  for (const nanofarads of [bulkNanofarads, decouplingNanofarads])
    if (nanofarads !== undefined) capacitor(draft, part, { rail: rails.logic, nanofarads });
}

/** Parts that this step feeds: boards and supplies have been, shifters are when they are put in. */
const isFedHere = ({ part }: ChosenPart): boolean =>
  part.family !== "board" && part.family !== "power" && part.shifter === undefined;

/**
 * Joins each part's supply and ground pins with its rail and ground, ties its straps and gives it its capacitors; answers the parts for
 * which no rail fits. What the board's 3.3 V pin cannot feed gets a regulator.
 */
export function wirePartsSupply(draft: WiringDraft, motors: MotorRails): ChosenPart[] {
  const without: ChosenPart[] = [];
  const rails = new Map<ChosenPart, NetSpec>();
  for (const part of draft.parts.filter(isFedHere)) {
    const { pins, ties } = part.part;
    const hasSupply = pins.some((pin) => pin.type === "power_in");
    const rail = hasSupply
      ? railFor(draft.board, part, motors)
      : (ties ?? []).length > 0
        ? logicRail(draft.board)
        : null;
    if (rail !== null) rails.set(part, rail);
    else if (hasSupply) without.push(part);
    else draft.join(groundNet, ...pins.filter((pin) => pin.type === "ground").map((pin) => `${part.id}:${pin.name}`));
  }
  const moved = tooMuchFor3v3(draft, rails);
  const [first] = moved;
  if (first !== undefined) regulator(draft, first);
  for (const [part, rail] of rails) {
    const both = { logic: moved.includes(part) ? own3v3 : rail, motor: motors.get(part.id) };
    joinSupply(draft, part, both);
    tie(draft, part, both.logic);
    capacitors(draft, part, both);
  }
  return without;
}
