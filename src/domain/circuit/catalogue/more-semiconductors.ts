import type { CatalogPart } from "../catalogue-part.ts";
import { aka, coreOnly, definePart } from "./define-part.ts";
import { digikey, price, typicalValue } from "./facts.ts";
import { passive, signal } from "./pins.ts";

const diodePins = (): CatalogPart["pins"] => [
  { name: "A", type: "anode", roles: [] },
  { name: "C", type: "cathode", roles: [] },
];
const edge = { kind: "diode", between: ["A", "C"] } as const;
const diodeEdge = (): NonNullable<CatalogPart["edge"]> => ({
  kind: edge.kind,
  between: [edge.between[0], edge.between[1]],
});

/** Bare transistors and small diodes. */
export const moreSemiconductors: CatalogPart[] = [
  definePart({
    id: "irlz44n",
    name: "MOSFET IRLZ44N, logic level",
    partNumber: "IRLZ44NPBF",
    family: "semiconductor",
    refPrefix: "Q",
    description: "Bare transistor that switches loads in their minus wire, from a 5 V pin; resistors at its gate",
    aliases: aka("irlz44n|irlz44|irlb8721|logic level mosfet|bare mosfet", "logic-level-mosfet|bloßer mosfet"),
    functions: ["act-switch-load"],
    special: true,
    interface: "digital",
    figures: { maxMa: 5_000, gateThresholdVolts: 2, gateSpecifiedVolts: 4 },
    pins: [
      signal("G", "input", {
        roles: ["control"],
        seriesOhms: 150,
        limits: { absMaxVolts: 16, vihMinVolts: 4, vilMaxVolts: 1 },
      }),
      passive("D"),
      { name: "S", type: "ground", roles: [] },
    ],
    ties: [{ pin: "G", to: "ground", ohms: 10_000 }],
    commands: [["G", "D"]],
    drivers: coreOnly,
    price: price(120, 60, 250),
    supplier: digikey("IRLZ44NPBF"),
    datasheetUrl: "https://www.infineon.com/dgdl/irlz44n.pdf?fileId=5546d462533600a40153567217c32725",
    alternatives: ["relay-module-1ch"],
    gotchas: [
      "Its resistance is given from 4 V at the gate: a 3.3 V board needs a 74AHCT125 before it.",
      "A motor or coil needs a diode across it; the load's plus goes to its own supply, its minus to D.",
    ],
    sources: {
      figures: `IR IRLZ44N datasheet: gate threshold 1-2 V, RDS(on) given at 4, 5 and 10 V; 5 A without a heat sink: ${typicalValue}`,
      pinLimits: "IR IRLZ44N datasheet: gate-to-source +-16 V; RDS(on) given from 4.0 V at the gate",
    },
    sizeMm: { width: 10, height: 29 },
  }),
  definePart({
    id: "npn-2n2222",
    name: "Transistor 2N2222, NPN",
    partNumber: "PN2222A",
    family: "semiconductor",
    refPrefix: "Q",
    description: "Switches small loads up to 500 mA in their minus wire; 1 k at its base",
    aliases: aka("2n2222|pn2222|2n2222a|bc547|npn transistor|npn", "npn-transistor|transistor 2n2222"),
    functions: ["act-switch-load"],
    special: true,
    interface: "digital",
    figures: { maxMa: 500 },
    pins: [
      { name: "E", type: "ground", roles: [] },
      signal("B", "input", { roles: ["control"], seriesOhms: 1_000 }),
      passive("C"),
    ],
    commands: [["B", "C"]],
    drivers: coreOnly,
    price: price(15, 5, 60),
    supplier: digikey("PN2222A"),
    datasheetUrl: "https://www.onsemi.com/pdf/datasheet/p2n2222a-d.pdf",
    alternatives: ["irlz44n"],
    gotchas: [
      "The order of its legs differs between PN2222 and P2N2222: read the datasheet of yours.",
      "A coil needs a diode across it.",
    ],
    sources: { figures: "onsemi P2N2222A datasheet, maximum ratings: collector 600 mA, narrowed" },
    sizeMm: { width: 4.6, height: 18 },
  }),
  definePart({
    id: "diode-1n4148",
    name: "Diode 1N4148",
    partNumber: "1N4148",
    family: "semiconductor",
    refPrefix: "D",
    description: "Small fast diode, 200 mA",
    aliases: aka("1n4148|signal diode", "signaldiode"),
    figures: { maxMa: 200, reverseVolts: 100, forwardVolts: 1.0 },
    edge: diodeEdge(),
    pins: diodePins(),
    price: price(5, 2, 20),
    supplier: digikey("1N4148"),
    datasheetUrl: "https://www.vishay.com/docs/81857/1n4148.pdf",
    alternatives: ["diode-1n4007"],
    gotchas: ["Too weak for motors: there take a 1N4007 or 1N5819."],
    sources: { figures: "Vishay 1N4148 datasheet (81857): 100 V, 1.0 V at 10 mA; 200 mA: typical value" },
    sizeMm: { width: 4, height: 2 },
  }),
  definePart({
    id: "diode-1n5819",
    name: "Schottky diode 1N5819",
    partNumber: "1N5819",
    family: "semiconductor",
    refPrefix: "D",
    description: "Fast diode of 1 A that loses little: in supply wires, across motors",
    aliases: aka("1n5819|schottky diode|schottky", "schottky-diode|schottkydiode"),
    figures: { maxMa: 1000, reverseVolts: 40, forwardVolts: 0.6 },
    edge: diodeEdge(),
    pins: diodePins(),
    price: price(15, 5, 40),
    supplier: digikey("1N5819"),
    datasheetUrl: "https://www.vishay.com/docs/88525/1n5817.pdf",
    alternatives: ["diode-1n4007"],
    gotchas: ["The ring marks the cathode. 40 V at most."],
    sources: { figures: "Vishay 1N5817-1N5819 datasheet (88525): 1.0 A, 40 V, 0.6 V at 1 A" },
    sizeMm: { width: 5.2, height: 2.7 },
  }),
];
