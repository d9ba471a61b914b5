import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Connection, DesignNet, DesignPart, Finding, PartValue } from "../../../src/domain/circuit/design.ts";
import type { NetKind, WireColour } from "../../../src/domain/circuit/lists.ts";
import type { PictureDesign, ShapeOf } from "../../../src/domain/picture/diagram-layout.ts";

/** `[reference, catalogue id, value?]` */
type PartLine = [string, string, (PartValue | null)?];
/** `[net, kind, volts, colour, wires as "from to"]` */
type NetLine = [string, NetKind, number | null, WireColour, string[]];

export const shapeOf: ShapeOf = (catalogId) => partById(catalogId) ?? null;

export function designPart([id, catalogId, value]: PartLine, nets: DesignNet[]): DesignPart {
  const part = partById(catalogId);
  if (part === undefined) throw new Error(`no catalogue part ${catalogId}`);
  const netOf = (pin: string) => nets.find((net) => net.pins.includes(`${id}:${pin}`))?.id;
  const supplyPin = part.pins.find((pin) => pin.type === "power_in" && netOf(pin.name) !== undefined);
  return {
    id,
    deviceId: "d1",
    catalogId,
    name: part.name,
    partNumber: part.partNumber,
    category: part.family,
    quantity: 1,
    role: "",
    why: "",
    owned: false,
    unitPriceCents: part.price.typicalCents,
    priceLowCents: part.price.lowCents,
    priceHighCents: part.price.highCents,
    supplier: null,
    url: null,
    datasheetUrl: null,
    supplyVolts: part.supplyVolts,
    logicVolts: part.board?.logicVolts ?? part.logicVolts,
    currentMa: part.currentMa,
    interface: part.interface,
    rail: supplyPin === undefined ? null : (netOf(supplyPin.name) ?? null),
    value: value ?? null,
    pins: part.pins.map((pin) => {
      const net = netOf(pin.name);
      return net === undefined ? { name: pin.name, type: pin.type } : { name: pin.name, type: pin.type, net };
    }),
    alternatives: [],
    warnings: [],
  };
}

/** A design from short lines, with one connection for each wire in the order of the lines. */
export function handMade(partLines: PartLine[], netLines: NetLine[], findings: Finding[] = []): PictureDesign {
  const nets: DesignNet[] = [];
  const connections: Connection[] = [];
  for (const [name, kind, volts, colour, wires] of netLines) {
    nets.push({ id: name, name, kind, volts, pins: [...new Set(wires.flatMap((wire) => wire.split(" ")))] });
    for (const wire of wires) {
      const [from = "", to = ""] = wire.split(" ");
      const step = connections.length + 1;
      connections.push({ id: `w${step}`, step, from, to, net: name, volts, colour, note: "" });
    }
  }
  const parts = partLines.map((line) => designPart(line, nets));
  const board = parts.find((part) => part.category === "board");
  return { board: { id: board?.catalogId ?? "", name: board?.name ?? "" }, parts, nets, connections, findings };
}

const batteryFinding: Finding = {
  ruleId: "battery",
  severity: "W",
  message: "Runs 6.1 days per charge, not 14",
  nets: [],
  pins: [],
  parts: ["PS1"],
  measured: { value: 6.1, unit: "d" },
  limit: { value: 14, unit: "d" },
};

const supply: NetLine[] = [
  ["BAT", "battery", 3.7, "brown", ["BT1:+ PS1:B+"]],
  ["BATN", "ground", 0, "grey", ["BT1:- PS1:B-"]],
  ["VCELL", "battery", 3.7, "violet", ["PS1:OUT+ PS2:VIN+"]],
];
const supplyParts: PartLine[] = [
  ["BT1", "cell-18650"],
  ["PS1", "tp4056"],
  ["PS2", "boost-5v"],
];
const supplyGround = ["PS1:OUT- PS2:VIN-", "PS2:VIN- PS2:VOUT-", "PS2:VOUT- U1:GND.1"];

/** Designs written by hand: what the first goals give, without the engine. */
export const handMadeDesigns: Record<string, PictureDesign> = {
  "weather station on an ESP32 with a battery": handMade(
    [
      ["U1", "esp32-devkitc"],
      ["U2", "bme280", { kind: "address", address: 0x76 }],
      ["U3", "ssd1306", { kind: "address", address: 0x3c }],
      ...supplyParts,
    ],
    [
      ...supply,
      ["5V", "supply", 5, "red", ["PS2:VOUT+ U1:5V"]],
      ["3V3", "supply", 3.3, "orange", ["U1:3V3 U2:VCC", "U1:3V3 U3:VCC"]],
      ["GND", "ground", 0, "black", [...supplyGround, "U1:GND.2 U2:GND", "U1:GND.3 U3:GND"]],
      ["SDA", "bus", 3.3, "blue", ["U1:21 U2:SDA", "U2:SDA U3:SDA"]],
      ["SCL", "bus", 3.3, "yellow", ["U1:22 U2:SCL", "U2:SCL U3:SCL"]],
    ],
    [batteryFinding],
  ),
  "Uno with LCD and distance sensor": handMade(
    [
      ["U1", "uno-r3"],
      ["DS1", "lcd1602-i2c", { kind: "address", address: 0x27 }],
      ["U2", "hc-sr04"],
    ],
    [
      ["5V", "supply", 5, "red", ["U1:5V DS1:VCC", "U1:5V U2:VCC"]],
      ["GND", "ground", 0, "black", ["U1:GND.2 DS1:GND", "U1:GND.1 U2:GND"]],
      ["SDA", "bus", 5, "blue", ["U1:A4 DS1:SDA"]],
      ["SCL", "bus", 5, "yellow", ["U1:A5 DS1:SCL"]],
      ["TRIG", "signal", 5, "green", ["U1:7 U2:TRIG"]],
      ["ECHO", "signal", 5, "white", ["U1:8 U2:ECHO"]],
    ],
  ),
  "plant watering with soil probe, relay and pump": handMade(
    [
      ["U1", "esp32-devkitc"],
      ["U2", "soil-moisture-cap"],
      ["K1", "relay-module-1ch"],
      ["M1", "pump-5v"],
      ["PS1", "adapter-5v-2a"],
      ["D1", "diode-1n4007"],
    ],
    [
      ["5V", "supply", 5, "red", ["PS1:+ U1:5V", "PS1:+ K1:VCC", "PS1:+ K1:COM"]],
      ["3V3", "supply", 3.3, "orange", ["U1:3V3 U2:VCC"]],
      [
        "GND",
        "ground",
        0,
        "black",
        ["PS1:- U1:GND.1", "U1:GND.1 K1:GND", "U1:GND.2 U2:GND", "PS1:- M1:-", "M1:- D1:A"],
      ],
      ["SOIL", "analog", null, "green", ["U1:34 U2:AOUT"]],
      ["RELAY", "signal", 3.3, "white", ["U1:26 K1:IN"]],
      ["PUMP", "motor", 5, "violet", ["K1:NO M1:+", "M1:+ D1:C"]],
    ],
    [
      {
        ...batteryFinding,
        ruleId: "rail-budget",
        parts: ["K1"],
        message: "relay coil",
        measured: { value: 71.4, unit: "mA" },
      },
    ],
  ),
  "three LEDs and a button on an Uno": handMade(
    [
      ["U1", "uno-r3"],
      ["D1", "led-5mm", { kind: "colour", colour: "red" }],
      ["D2", "led-5mm", { kind: "colour", colour: "yellow" }],
      ["D3", "led-5mm", { kind: "colour", colour: "green" }],
      ["R1", "resistor", { kind: "ohms", ohms: 330 }],
      ["R2", "resistor", { kind: "ohms", ohms: 300 }],
      ["R3", "resistor", { kind: "ohms", ohms: 4700 }],
      ["SW1", "button-6mm"],
    ],
    [
      ["GND", "ground", 0, "black", ["U1:GND.1 D1:C", "D1:C D2:C", "D2:C D3:C", "D3:C SW1:2.l"]],
      ["LED1", "signal", 5, "green", ["U1:11 R1:1"]],
      ["LED2", "signal", 5, "white", ["U1:10 R2:1"]],
      ["LED3", "signal", 5, "grey", ["U1:9 R3:1"]],
      ["D1.A", "signal", null, "red", ["R1:2 D1:A"]],
      ["D2.A", "signal", null, "yellow", ["R2:2 D2:A"]],
      ["D3.A", "signal", null, "green", ["R3:2 D3:A"]],
      ["BUTTON", "signal", 5, "blue", ["U1:4 SW1:1.l"]],
    ],
  ),
  "servo and buzzer on an ESP32": handMade(
    [
      ["U1", "esp32-devkitc"],
      ["M1", "servo-sg90"],
      ["BZ1", "buzzer-passive"],
      ["R1", "resistor", { kind: "ohms", ohms: 100 }],
      ["C1", "capacitor-electrolytic", { kind: "farads", nanofarads: 470000 }],
    ],
    [
      ["5V", "supply", 5, "red", ["U1:5V M1:V+", "M1:V+ C1:+"]],
      ["GND", "ground", 0, "black", ["U1:GND.2 M1:GND", "M1:GND C1:-", "U1:GND.3 BZ1:2"]],
      ["SERVO", "signal", 3.3, "yellow", ["U1:18 M1:PWM"]],
      ["BUZZ", "signal", 3.3, "green", ["U1:19 R1:1"]],
      ["BZ1.1", "signal", 3.3, "white", ["R1:2 BZ1:1"]],
    ],
  ),
  "weather station with a DHT22 instead": handMade(
    [["U1", "esp32-devkitc"], ["U2", "dht22"], ["U3", "ssd1306", { kind: "address", address: 0x3c }], ...supplyParts],
    [
      ...supply,
      ["5V", "supply", 5, "red", ["PS2:VOUT+ U1:5V"]],
      ["3V3", "supply", 3.3, "orange", ["U1:3V3 U2:VCC", "U1:3V3 U3:VCC"]],
      ["GND", "ground", 0, "black", [...supplyGround, "U1:GND.2 U2:GND", "U1:GND.3 U3:GND"]],
      ["SDA", "bus", 3.3, "blue", ["U1:21 U3:SDA"]],
      ["SCL", "bus", 3.3, "yellow", ["U1:22 U3:SCL"]],
      ["DHT", "signal", 3.3, "green", ["U1:4 U2:DATA"]],
    ],
    [batteryFinding],
  ),
  "distance sensor through a level shifter": handMade(
    [
      ["U1", "esp32-devkitc"],
      ["U2", "level-shifter-4ch"],
      ["U3", "hc-sr04"],
      ["U4", "ldr-module"],
      ["U5", "pir-hc-sr501"],
    ],
    [
      ["5V", "supply", 5, "red", ["U1:5V U2:HV", "U2:HV U3:VCC", "U3:VCC U5:VCC"]],
      ["3V3", "supply", 3.3, "orange", ["U1:3V3 U2:LV", "U2:LV U4:VCC"]],
      ["GND", "ground", 0, "black", ["U1:GND.2 U2:GND.1", "U1:GND.3 U3:GND", "U1:GND.1 U4:GND", "U3:GND U5:GND"]],
      ["TRIG", "signal", 3.3, "green", ["U1:18 U2:LV1"]],
      ["TRIG5", "signal", 5, "white", ["U2:HV1 U3:TRIG"]],
      ["ECHO", "signal", 3.3, "blue", ["U1:19 U2:LV2"]],
      ["ECHO5", "signal", 5, "grey", ["U2:HV2 U3:ECHO"]],
      ["LIGHT", "analog", null, "yellow", ["U1:34 U4:S"]],
      ["PIR", "signal", 3.3, "violet", ["U1:27 U5:OUT"]],
    ],
  ),
};
