import type { CatalogPart } from "../catalogue-part.ts";
import { aliexpress, digikey, price, retailBand } from "./facts.ts";
import { passive } from "./pins.ts";

interface Thing {
  id: string;
  name: string;
  partNumber: string;
  refPrefix: string;
  description: string;
  aliases: CatalogPart["aliases"];
  price: CatalogPart["price"];
  supplier: CatalogPart["supplier"];
  datasheetUrl: string;
  gotchas: string[];
  sizeMm: CatalogPart["sizeMm"];
  pins?: CatalogPart["pins"];
}

/**
 * What a breadboard joins inside, one pin each: its four rails, and the five holes of each half row: `12a` is row 12, holes a to e, and
 * `12f` is row 12, holes f to j. A rail takes 50 wires, a half row 5.
 */
function breadboardPins(rows: number): CatalogPart["pins"] {
  const numbers = Array.from({ length: rows }, (_, row) => row + 1);
  const halves = numbers.flatMap((row) => [`${row}a`, `${row}f`]);
  return ["T+", "T-", "B+", "B-", ...halves].map((name) => passive(name));
}

/** A thing without a part in the circuit; the breadboard only joins. */
function thing(facts: Thing): CatalogPart {
  return {
    ...facts,
    family: "mechanical",
    functions: [],
    interface: "none",
    supplyVolts: null,
    logicVolts: null,
    currentMa: null,
    pins: facts.pins ?? [],
    drivers: { arduino: null, micropython: null },
    alternatives: [],
    sources: { price: retailBand },
  };
}

/** Boards to plug in, wires, cables and boxes. */
export const mechanicalParts: CatalogPart[] = [
  thing({
    id: "breadboard-830",
    name: "Breadboard, 830 points",
    partNumber: "BB830",
    refPrefix: "BB",
    description: "Solderless board with two pairs of rails",
    aliases: { en: ["breadboard"], de: ["steckbrett", "steckplatine"] },
    price: price(450, 250, 800),
    supplier: digikey("BB830"),
    datasheetUrl: "https://www.busboard.com/BB830",
    gotchas: ["On many boards the rails are cut in the middle: bridge them."],
    sizeMm: { width: 165, height: 55 },
    pins: breadboardPins(63),
  }),
  thing({
    id: "jumper-wires",
    name: "Jumper wires, 40 pieces",
    partNumber: "DUPONT-40-20CM",
    refPrefix: "W",
    description: "20 cm, ten colours, male to male and male to female",
    aliases: { en: ["jumper wires", "jumper wire", "dupont wires"], de: ["steckkabel", "jumperkabel"] },
    price: price(250, 120, 450),
    supplier: aliexpress("dupont jumper wires 40 20cm"),
    datasheetUrl: "https://www.adafruit.com/product/758",
    gotchas: ["Thin wires: not for motors over 1 A."],
    sizeMm: { width: 200, height: 40 },
  }),
  thing({
    id: "usb-cable-micro",
    name: "USB cable, Micro-B, with data wires",
    partNumber: "USB-A-MICRO-B",
    refPrefix: "CB",
    description: "Feeds and programs boards with a Micro-B socket",
    aliases: { en: ["micro usb cable"], de: ["micro-usb-kabel"] },
    price: price(300, 150, 550),
    supplier: digikey("USB A to Micro-B cable"),
    datasheetUrl: "https://www.usb.org/document-library/usb-20-specification",
    gotchas: ["Many cables only charge: the computer then sees no board."],
    sizeMm: { width: 900, height: 12 },
  }),
  thing({
    id: "usb-cable-b",
    name: "USB cable, type B",
    partNumber: "USB-A-B",
    refPrefix: "CB",
    description: "Feeds and programs an Arduino Uno or Mega",
    aliases: { en: ["usb b cable"], de: ["usb-b-kabel"] },
    price: price(300, 150, 550),
    supplier: digikey("USB A to B cable"),
    datasheetUrl: "https://www.usb.org/document-library/usb-20-specification",
    gotchas: [],
    sizeMm: { width: 900, height: 14 },
  }),
  thing({
    id: "usb-cable-c",
    name: "USB cable, type C, with data wires",
    partNumber: "USB-A-C",
    refPrefix: "CB",
    description: "Feeds and programs boards with a USB-C socket",
    aliases: { en: ["usb c cable"], de: ["usb-c-kabel"] },
    price: price(350, 150, 700),
    supplier: digikey("USB A to USB C cable"),
    datasheetUrl: "https://www.usb.org/document-library/usb-type-cr-cable-and-connector-specification-release-24",
    gotchas: ["Take one with a USB-A plug: many small boards get no power over a cable with C at both ends."],
    sizeMm: { width: 900, height: 12 },
  }),
  thing({
    id: "usb-cable-mini",
    name: "USB cable, Mini-B",
    partNumber: "USB-A-MINI-B",
    refPrefix: "CB",
    description: "Feeds and programs an Arduino Nano",
    aliases: { en: ["mini usb cable"], de: ["mini-usb-kabel"] },
    price: price(350, 150, 600),
    supplier: digikey("USB A to Mini-B cable"),
    datasheetUrl: "https://www.usb.org/document-library/usb-20-specification",
    gotchas: [],
    sizeMm: { width: 900, height: 12 },
  }),
  thing({
    id: "box-ip65",
    name: "IP65 box with cable gland",
    partNumber: "IP65-115-90-55",
    refPrefix: "ENC",
    description: "115 x 90 x 55 mm, keeps rain out",
    aliases: {
      en: ["enclosure", "weatherproof box", "waterproof box", "ip65 box"],
      de: ["gehäuse", "wetterfestes gehäuse"],
    },
    price: price(560, 350, 990),
    supplier: aliexpress("IP65 junction box 115 90 55 cable gland"),
    datasheetUrl: "https://www.hammfg.com/electronics/small-case/plastic/1554",
    gotchas: ["Give it a drain or a vent at the bottom: condensation kills more outdoor builds than rain."],
    sizeMm: { width: 115, height: 90 },
  }),
];
