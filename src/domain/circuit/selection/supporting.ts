import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart, UsbSocket } from "../catalogue-part.ts";
import type { Requirements } from "../requirements.ts";

/** A part that no function asks for: power, wires, a box. */
export interface Supporting {
  part: CatalogPart;
  role: string;
  why: string;
}

interface Words {
  id: string;
  role: [en: string, de: string];
  why: [en: string, de: string];
}

const battery: Words[] = [
  {
    id: "cell-18650",
    role: ["Energy store", "Energiespeicher"],
    why: ["Most energy for its price, and one holder", "Am meisten Energie fürs Geld in einem Halter"],
  },
  {
    id: "tp4056",
    role: ["Charges and protects the cell", "Lädt und schützt die Zelle"],
    why: [
      "A bare Li-ion cell must not be used without protection",
      "Eine Li-Ion-Zelle darf nie ohne Schutz betrieben werden",
    ],
  },
  {
    id: "boost-5v",
    role: ["Makes 5 V of the cell", "Macht 5 V aus der Zelle"],
    why: [
      "The board's regulator needs more than one cell gives",
      "Der Regler des Boards braucht mehr, als eine Zelle hergibt",
    ],
  },
];
const adapter: Words = {
  id: "adapter-5v-2a",
  role: ["Feeds board and loads", "Versorgt Board und Verbraucher"],
  why: ["5 V with 2 A, enough for what starts with a jerk", "5 V mit 2 A, genug für alles, was ruckartig anläuft"],
};
const cables: Record<UsbSocket, string> = {
  micro: "usb-cable-micro",
  mini: "usb-cable-mini",
  c: "usb-cable-c",
  b: "usb-cable-b",
};
const cable: Omit<Words, "id"> = {
  role: ["Feeds and programs the board", "Versorgt und programmiert das Board"],
  why: ["The board's socket", "Passt zur Buchse des Boards"],
};
const build: Words[] = [
  { id: "breadboard-830", role: ["Holds the parts", "Trägt die Teile"], why: ["No soldering", "Ohne Löten"] },
  {
    id: "jumper-wires",
    role: ["Wires", "Drähte"],
    why: ["For every connection of the plan", "Für jede Verbindung des Plans"],
  },
];
const box: Words = {
  id: "box-ip65",
  role: ["Keeps rain out", "Hält Regen ab"],
  why: ["For a place outdoors", "Für einen Platz im Freien"],
};

/** Volts of one Li-ion cell, empty and full: its datasheet's end of discharge and charge. */
const cellVolts = { min: 3.0, max: 4.2 } as const;

/** Whether a part gets 5 V on this board: it takes no 3.3 V, the board gives none, or it is a motor. */
function wantsFiveVolts(part: CatalogPart, board: CatalogPart): boolean {
  const range = part.supplyVolts;
  const isMotor = part.functions.some((id) => id === "act-servo" || id === "act-pump");
  return isMotor || (range !== null && (board.board?.logicVolts === 5 || range.min > 3.3 || range.max < 3.3));
}

/** Whether a cell may feed the board without a converter between. */
export function takesCell(board: CatalogPart, parts: readonly CatalogPart[]): boolean {
  const feed = board.board?.feed.volts;
  const inRange = feed !== undefined && feed.min <= cellVolts.min && feed.max >= cellVolts.max;
  return inRange && !parts.some((part) => wantsFiveVolts(part, board));
}

function powerParts(requirements: Requirements, board: CatalogPart, parts: readonly CatalogPart[]): Words[] {
  const { source } = requirements.power;
  if (source === "battery") return takesCell(board, parts) ? battery.filter(({ id }) => id !== "boost-5v") : battery;
  if (source === "adapter") return [adapter];
  return board.board === undefined ? [] : [{ id: cables[board.board.usb], ...cable }];
}

/** Power chain for the board and its parts, breadboard and wires, and a box outdoors, in the language of the person. */
export function supportingParts(
  requirements: Requirements,
  board: CatalogPart,
  parts: readonly CatalogPart[],
): Supporting[] {
  const at = requirements.language === "de" ? 1 : 0;
  const words = [
    ...powerParts(requirements, board, parts),
    ...build,
    ...(requirements.place === "outdoors" || requirements.place === "wet" ? [box] : []),
  ];
  return words.flatMap(({ id, role, why }) => {
    const part = partById(id);
    return part === undefined || requirements.excluded.includes(id) ? [] : [{ part, role: role[at], why: why[at] }];
  });
}
