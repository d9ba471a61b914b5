import type { CatalogPart } from "../catalogue-part.ts";
import { aliexpress, price, retailBand, typicalValue } from "./facts.ts";
import { ground, signal, supplyIn } from "./pins.ts";

const channels = ["1", "2", "3", "4"];

/** Level shifters and their like. */
export const logicParts: CatalogPart[] = [
  {
    id: "level-shifter-4ch",
    name: "Level shifter, 4 channels (BSS138)",
    partNumber: "BSS138-4CH",
    family: "logic",
    refPrefix: "U",
    description: "Carries four signals between 3.3 V and 5 V in both directions, also I2C",
    aliases: {
      en: ["level shifter", "logic level converter", "level converter", "bss138"],
      de: ["pegelwandler", "levelshifter"],
    },
    functions: [],
    interface: "none",
    supplyVolts: { min: 2.5, max: 5.5 },
    logicVolts: null,
    currentMa: { typ: 0.5, max: 4 },
    figures: { pullUpOhms: 10_000 },
    pins: [
      ...channels.slice(0, 2).map((n) => signal(`LV${n}`, "io", ["data"])),
      supplyIn("LV", { volts: 3.3 }),
      ground("GND.1"),
      ...channels.slice(2).map((n) => signal(`LV${n}`, "io", ["data"])),
      ...channels.slice(0, 2).map((n) => signal(`HV${n}`, "io", ["data"])),
      supplyIn("HV", { volts: 5 }),
      ground("GND.2"),
      ...channels.slice(2).map((n) => signal(`HV${n}`, "io", ["data"])),
    ],
    joined: [["GND.1", "GND.2"]],
    shifter: { lowRail: "LV", highRail: "HV", channels: channels.map((n) => [`LV${n}`, `HV${n}`]) },
    drivers: { arduino: null, micropython: null },
    price: price(150, 60, 350),
    supplier: aliexpress("4 channel level shifter BSS138"),
    datasheetUrl: "https://www.onsemi.com/pdf/datasheet/bss138-d.pdf",
    alternatives: [],
    gotchas: ["LV goes to 3.3 V and HV to 5 V; swapped, it passes 5 V to the board."],
    sources: {
      supplyVolts: `${typicalValue}; the onsemi BSS138 itself: 50 V, 0.22 A, gate threshold 0.8-1.5 V`,
      currentMa: "Ohm's law: up to eight 10 k pull-ups held low at 3.3 V and 5 V",
      figures: `${typicalValue}: 10 k on both sides of each channel`,
      price: retailBand,
    },
    sizeMm: { width: 13, height: 16 },
  },
];
