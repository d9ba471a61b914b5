import type { CatalogPart } from "../catalogue-part.ts";
import { digikey, price, retailBand } from "./facts.ts";
import { ground, passive, signal, supplyIn } from "./pins.ts";

/** Parts that a person presses or turns. */
export const inputs: CatalogPart[] = [
  {
    id: "button-6mm",
    name: "Push button, 6 mm",
    partNumber: "B3F-1000",
    family: "input",
    refPrefix: "SW",
    description: "Momentary button with four legs for the breadboard",
    aliases: {
      en: ["push button", "pushbutton", "tactile switch", "tact switch"],
      de: ["drucktaster", "kurzhubtaster"],
    },
    functions: ["input-button"],
    interface: "digital",
    supplyVolts: null,
    logicVolts: null,
    currentMa: null,
    figures: { maxMa: 50, maxVolts: 24 },
    pins: [passive("1.l"), passive("2.l"), passive("1.r"), passive("2.r")],
    joined: [
      ["1.l", "1.r"],
      ["2.l", "2.r"],
    ],
    drivers: { arduino: null, micropython: { module: "machine", library: null } },
    price: price(25, 8, 50),
    supplier: digikey("B3F-1000"),
    datasheetUrl: "https://omronfs.omron.com/en_US/ecb/products/pdf/en-b3f.pdf",
    alternatives: [],
    gotchas: ["Legs on one long side are joined inside: turned by 90 degrees it is always pressed."],
    sources: {
      figures: "Omron tactile switch datasheets (B3F-8, B3FS), ratings: 1-50 mA, up to 24 V DC",
      price: retailBand,
    },
    sizeMm: { width: 6, height: 6 },
  },
  {
    id: "potentiometer-10k",
    name: "Potentiometer 10 k, linear",
    partNumber: "PTV09A-4025F-B103",
    family: "input",
    refPrefix: "RV",
    description: "Turning knob that gives a voltage between ground and supply",
    aliases: {
      en: ["potentiometer", "pot", "10k potentiometer", "trimpot"],
      de: ["poti", "drehpoti", "10k poti"],
    },
    functions: ["input-knob"],
    interface: "analog",
    supplyVolts: { min: 0, max: 20 },
    logicVolts: null,
    currentMa: { typ: 0.33, max: 0.5 },
    figures: { ohms: 10_000 },
    pins: [ground(), signal("SIG", "output", ["analog"]), supplyIn("VCC")],
    drivers: { arduino: null, micropython: { module: "machine", library: null } },
    price: price(110, 60, 220),
    supplier: digikey("PTV09A-4025F-B103"),
    datasheetUrl: "https://www.bourns.com/docs/product-datasheets/ptv09.pdf",
    alternatives: [],
    gotchas: ["The middle pin is the output; swapping the outer two only turns the direction."],
    sources: {
      currentMa: "Ohm's law: 3.3 V or 5 V across 10 k",
      supplyVolts: "Bourns PTV09 datasheet: greatest operating voltage 20 V DC, 0.05 W",
      figures: "Bourns PTV09 datasheet, electrical characteristics: 1 k to 1 M, 20 % tolerance",
      price: retailBand,
    },
    sizeMm: { width: 9.5, height: 11 },
  },
];
