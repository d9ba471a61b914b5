import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
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
const cables: Record<string, string> = { "esp32-devkitc": "usb-cable-micro", "uno-r3": "usb-cable-b" };
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

function powerParts(requirements: Requirements, board: CatalogPart): Words[] {
  const { source } = requirements.power;
  if (source === "battery") return battery;
  if (source === "adapter") return [adapter];
  const id = cables[board.id];
  return id === undefined ? [] : [{ id, ...cable }];
}

/** Power chain, breadboard and wires, and a box outdoors, in the language of the person. */
export function supportingParts(requirements: Requirements, board: CatalogPart): Supporting[] {
  const at = requirements.language === "de" ? 1 : 0;
  const words = [
    ...powerParts(requirements, board),
    ...build,
    ...(requirements.place === "outdoors" || requirements.place === "wet" ? [box] : []),
  ];
  return words.flatMap(({ id, role, why }) => {
    const part = partById(id);
    return part === undefined || requirements.excluded.includes(id) ? [] : [{ part, role: role[at], why: why[at] }];
  });
}
