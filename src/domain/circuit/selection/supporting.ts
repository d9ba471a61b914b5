import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart, UsbSocket } from "../catalogue-part.ts";
import type { Requirements } from "../requirements.ts";
import { adapterFor } from "../wiring/motor-rails.ts";

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

const charger: Words = {
  id: "tp4056",
  role: ["Charges and protects the cell", "Lädt und schützt die Zelle"],
  why: [
    "A bare Li-ion cell must not be used without protection",
    "Eine Li-Ion-Zelle darf nie ohne Schutz betrieben werden",
  ],
};
const boost: Words = {
  id: "boost-5v",
  role: ["Makes 5 V of the cell", "Macht 5 V aus der Zelle"],
  why: [
    "The board's regulator needs more than one cell gives",
    "Der Regler des Boards braucht mehr, als eine Zelle hergibt",
  ],
};
const buck: Words = {
  id: "buck-mp1584",
  role: ["Makes 5 V for the board", "Macht 5 V für das Board"],
  why: ["The board takes 5 V, its source gives more", "Das Board nimmt 5 V, seine Quelle gibt mehr"],
};
const energy = (id: string, why: [en: string, de: string]): Words => ({
  id,
  role: ["Energy store", "Energiespeicher"],
  why,
});
const cell = energy("cell-18650", [
  "Most energy for its price, and one holder",
  "Am meisten Energie fürs Geld in einem Halter",
]);
const named: Words["why"] = ["You named it", "Du hast es genannt"];

const lipo = energy("lipo-2000", named);

/** The chain from a battery to 5 V, by the battery that was named. */
const batteryChains: Record<string, Words[]> = {
  "lipo-2000": [lipo, charger, boost],
  "aa-pack-3": [energy("aa-pack-3", named), boost],
  "battery-9v": [energy("battery-9v", named), buck],
  "solar-panel-6v": [
    { id: "solar-panel-6v", role: ["Charges by daylight", "Lädt bei Tageslicht"], why: named },
    {
      id: "cn3791",
      role: ["Charges the cell from the panel", "Lädt die Zelle aus dem Solarmodul"],
      why: ["It holds the panel at its best point", "Er hält das Modul in seinem besten Punkt"],
    },
    cell,
    charger,
    boost,
  ],
};
const usualBattery: Words[] = [cell, charger, boost];
const adapterWords: Omit<Words, "id" | "why"> = { role: ["Feeds board and loads", "Versorgt Board und Verbraucher"] };

/** The adapter for the board and all motors: of the volts that the motors want, with the converter for the board then. */
function adapterChain(requirements: Requirements, board: CatalogPart, parts: readonly CatalogPart[]): Words[] {
  const fed = parts.filter((part) => part.motorVolts !== undefined);
  const volts = Math.max(5, ...fed.map((part) => part.motorVolts ?? 5));
  const sameVolts = fed.filter((part) => part.motorVolts === volts);
  const motorMa = sameVolts.reduce((sum, part) => sum + (part.currentMa?.max ?? 0), 0);
  const radio = requirements.functions.some((one) => one.id === "talk-wifi" || one.id === "talk-bluetooth");
  const boardMa = (radio ? board.currentMa?.max : board.board?.awakeNoRadioMa) ?? 0;
  const own = partById(requirements.power.catalogId ?? "");
  const suits = own?.supply?.volts === volts || (own?.supply?.volts ?? 0) > 5;
  const chosen = suits ? own : adapterFor(volts, motorMa + boardMa);
  const id = chosen?.id ?? "adapter-5v-2a";
  const isUsual = id === "adapter-5v-2a";
  const amps = (chosen?.supply?.limitMa ?? 2000) / 1000;
  const text = `${chosen?.supply?.volts ?? 5} V ${amps} A`;
  const why: Words["why"] = isUsual
    ? ["5 V with 2 A, enough for what starts with a jerk", "5 V mit 2 A, genug für alles, was ruckartig anläuft"]
    : [`${text}: what all of it can take together`, `${text}: so viel, wie alles zusammen nehmen kann`];
  return [{ id, ...adapterWords, why }, ...((chosen?.supply?.volts ?? 5) > 5 ? [buck] : [])];
}

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
  const isMotor = part.motorVolts !== undefined || part.hangsOn !== undefined;
  return isMotor || (range !== null && (board.board?.logicVolts === 5 || range.min > 3.3 || range.max < 3.3));
}

/** Whether a cell may feed the board without a converter between. */
export function takesCell(board: CatalogPart, parts: readonly CatalogPart[]): boolean {
  const feed = board.board?.feed.volts;
  const inRange = feed !== undefined && feed.min <= cellVolts.min && feed.max >= cellVolts.max;
  return inRange && !parts.some((part) => wantsFiveVolts(part, board));
}

/** The chain from a battery to the board: without a converter where the board takes the cell itself. */
function batteryParts(requirements: Requirements, board: CatalogPart, parts: readonly CatalogPart[]): Words[] {
  const usual = batteryChains[requirements.power.catalogId ?? ""] ?? usualBattery;
  const chain =
    requirements.preferred?.includes("lipo-2000") === true ? usual.map((one) => (one === cell ? lipo : one)) : usual;
  return chain.includes(charger) && takesCell(board, parts) ? chain.filter((one) => one !== boost) : chain;
}

function powerParts(requirements: Requirements, board: CatalogPart, parts: readonly CatalogPart[]): Words[] {
  const { source, catalogId } = requirements.power;
  if (source === "battery") return batteryParts(requirements, board, parts);
  if (source === "adapter") return adapterChain(requirements, board, parts);
  const bank = catalogId === "power-bank" ? [energy("power-bank", named)] : [];
  return board.board === undefined ? bank : [...bank, { id: cables[board.board.usb], ...cable }];
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
