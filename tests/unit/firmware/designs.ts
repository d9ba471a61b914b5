import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { DesignNet } from "../../../src/domain/circuit/design.ts";
import type { FirmwareInput, WiredPart } from "../../../src/domain/circuit/firmware/wired-part.ts";
import type { FunctionId, NetKind, PowerSource } from "../../../src/domain/circuit/lists.ts";

interface Sketch {
  title: string;
  power?: PowerSource;
  wakeMinutes?: number;
  functions?: FunctionId[];
  /** Reference designator -> catalogue id, the board as U1. */
  parts: Record<string, string>;
  /** Strapped addresses by designator. */
  addresses?: Record<string, number>;
  /** Net name -> its pins in one string. Names say the kind: GND, 3V3, 5V; all others carry signals. */
  nets: Record<string, string>;
}

function kindOf(name: string): NetKind {
  if (name === "GND") return "ground";
  return name === "3V3" || name === "5V" ? "supply" : "signal";
}

/** A hand-wired design as firmware gets it. */
export function design(sketch: Sketch): FirmwareInput {
  const parts = Object.entries(sketch.parts).map(([id, catalogId]): WiredPart => {
    const part = partById(catalogId);
    if (part === undefined) throw new Error(`no part ${catalogId}`);
    const address = sketch.addresses?.[id];
    return { id, part, value: address === undefined ? null : { kind: "address", address } };
  });
  const nets = Object.entries(sketch.nets).map(([name, pins], index): DesignNet => {
    return { id: `N${index + 1}`, name, kind: kindOf(name), volts: null, pins: pins.split(" ") };
  });
  return {
    title: sketch.title,
    deviceId: "main",
    parts,
    nets,
    requirements: {
      goal: sketch.title,
      language: "en",
      functions: [
        ...parts.flatMap(({ part }) => (part.board === undefined ? part.functions : [])),
        ...(sketch.functions ?? []),
      ].map((id) => ({
        id,
        label: id,
        quantity: 1,
        source: "asked",
      })),
      board: { catalogId: sketch.parts.U1 ?? null, named: true },
      firmware: "arduino",
      power: { source: sketch.power ?? "usb", named: true, lifeHours: null, wakeMinutes: sketch.wakeMinutes ?? null },
      place: null,
      budget: null,
      excluded: [],
      owned: [],
      mains: false,
      constraints: [],
      assumed: [],
      notUnderstood: [],
    },
  };
}

const esp32Bus = { SDA: "U1:21 U2:SDA U3:SDA", SCL: "U1:22 U2:SCL U3:SCL" };

/** Designs over both boards that together use every driver, alone, twice, and in each kind of behaviour. */
export const designs: Record<string, FirmwareInput> = {
  "balcony weather station": design({
    title: "Balcony weather station",
    power: "battery",
    wakeMinutes: 15,
    parts: { U1: "esp32-devkitc", U2: "bme280", U3: "ssd1306" },
    addresses: { U2: 0x77 },
    nets: esp32Bus,
  }),
  "weather page": design({
    title: "Weather page \\\nwith WiFi",
    power: "battery",
    functions: ["talk-wifi"],
    parts: { U1: "esp32-devkitc", U2: "bme280", U3: "dht22" },
    nets: {
      SDA: "U1:21 U2:SDA",
      SCL: "U1:22 U2:SCL",
      DATA: "U1:4 U3:DATA",
    },
  }),
  "room page on usb": design({
    title: "Room page",
    functions: ["talk-wifi"],
    parts: {
      U1: "esp32-devkitc",
      U2: "dht22",
      U3: "lcd1602-i2c",
      SW1: "button-6mm",
      U4: "ldr-module",
      U5: "level-shifter-4ch",
    },
    nets: {
      SDA: "U1:21 U5:LV1",
      SCL: "U1:22 U5:LV2",
      SDA5: "U5:HV1 U3:SDA",
      SCL5: "U5:HV2 U3:SCL",
      DATA: "U1:4 U2:DATA",
      L: "U1:34 U4:S",
      B: "U1:35 SW1:1.l R1:1",
      GND: "U1:GND.1 SW1:2.l",
    },
  }),
  "plant waterer": design({
    title: "Plant waterer",
    parts: {
      U1: "esp32-devkitc",
      U2: "soil-moisture-cap",
      Q1: "mosfet-module",
      M1: "pump-5v",
      D1: "diode-1n4007",
      U3: "ssd1306",
      SW1: "button-6mm",
    },
    nets: {
      SDA: "U1:21 U3:SDA",
      SCL: "U1:22 U3:SCL",
      SOIL: "U1:34 U2:AOUT",
      GATE: "U1:25 Q1:TRIG",
      M: "Q1:OUT- M1:- D1:A",
      "5V": "U1:5V Q1:VIN+ M1:+ D1:C",
      B: "U1:27 SW1:2.r",
      GND: "U1:GND.1 SW1:1.r",
    },
  }),
  "battery plant guard": design({
    title: "Plant guard",
    power: "battery",
    parts: { U1: "uno-r3", U2: "soil-moisture-cap", U3: "lcd1602-i2c" },
    nets: { SDA: "U1:A4 U3:SDA", SCL: "U1:A5 U3:SCL", SOIL: "U1:A0 U2:AOUT" },
  }),
  "dry soil alarm": design({
    title: "Dry soil alarm",
    parts: { U1: "uno-r3", U2: "soil-moisture-cap", BZ1: "buzzer-passive" },
    nets: { SOIL: "U1:A0 U2:AOUT", BZ: "U1:8 BZ1:1", GND: "U1:GND.1 BZ1:2" },
  }),
  "parking aid": design({
    title: "Parking aid",
    parts: {
      U1: "uno-r3",
      U2: "hc-sr04",
      BZ1: "buzzer-active",
      D1: "led-5mm",
      D2: "led-5mm",
      R1: "resistor",
      R2: "resistor",
    },
    nets: {
      T: "U1:7 U2:TRIG",
      E: "U1:8 U2:ECHO",
      BZ: "U1:6 BZ1:I/O",
      L1: "U1:4 R1:1",
      L1B: "R1:2 D1:A",
      L2: "U1:5 R2:1",
      L2B: "R2:2 D2:C",
      "5V": "U1:5V D2:A",
      GND: "U1:GND.1 D1:C",
    },
  }),
  "automatic bin on esp32": design({
    title: "Automatic bin",
    power: "battery",
    parts: { U1: "esp32-devkitc", U2: "hc-sr04", M1: "servo-sg90", R1: "resistor", R2: "resistor" },
    nets: { T: "U1:5 U2:TRIG", E: "U2:ECHO R1:1", MID: "R1:2 R2:1 U1:18", S: "U1:13 M1:PWM", GND: "U1:GND.1 R2:2" },
  }),
  "knob servo": design({
    title: "Knob servo",
    parts: { U1: "uno-r3", RV1: "potentiometer-10k", M1: "servo-sg90", SW1: "button-6mm" },
    nets: { K: "U1:A0 RV1:SIG", S: "U1:9 M1:PWM", B: "U1:2 SW1:1.l", GND: "U1:GND.1 SW1:2.l" },
  }),
  "fan and night light": design({
    title: "Fan and night light",
    parts: {
      U1: "uno-r3",
      U2: "bme280",
      U3: "dht22",
      U4: "ldr-module",
      U5: "pir-hc-sr501",
      K1: "relay-module-1ch",
      D1: "led-5mm",
      R1: "resistor",
      U6: "ssd1306",
    },
    nets: {
      SDA: "U1:A4.2 U2:SDA U6:SDA",
      SCL: "U1:A5.2 U2:SCL U6:SCL",
      DATA: "U1:3 U3:DATA",
      L: "U1:A1 U4:S",
      P: "U1:2 U5:OUT",
      R: "U1:7 K1:IN",
      LED: "U1:10 R1:1",
      LEDB: "R1:2 D1:A",
      GND: "U1:GND.1 D1:C",
    },
  }),
  "button lamp": design({
    title: "Button lamp",
    parts: { U1: "uno-r3", SW1: "button-6mm", D1: "led-5mm", R1: "resistor" },
    nets: { B: "U1:2 SW1:1.l", L: "U1:13 R1:1", LB: "R1:2 D1:A", GND: "U1:GND.1 SW1:2.l D1:C" },
  }),
  blink: design({
    title: "Blink",
    parts: { U1: "esp32-devkitc", D1: "led-5mm", R1: "resistor" },
    nets: { L: "U1:16 R1:1", LB: "R1:2 D1:A", GND: "U1:GND.1 D1:C" },
  }),
  "press counter": design({
    title: "Press counter",
    parts: { U1: "esp32-devkitc", SW1: "button-6mm", U2: "ssd1306" },
    nets: { SDA: "U1:21 U2:SDA", SCL: "U1:22 U2:SCL", B: "U1:27 SW1:1.l", GND: "U1:GND.1 SW1:2.l" },
  }),
  "display alone": design({
    title: "Display alone",
    parts: { U1: "uno-r3", U2: "lcd1602-i2c" },
    nets: { SDA: "U1:A4 U2:SDA", SCL: "U1:A5 U2:SCL" },
  }),
  "two probes": design({
    title: "Two probes",
    power: "battery",
    parts: {
      U1: "esp32-devkitc",
      U2: "soil-moisture-cap",
      U3: "soil-moisture-cap",
      D1: "led-5mm",
      R1: "resistor",
      SW1: "button-6mm",
      SW2: "button-6mm",
    },
    nets: {
      A: "U1:34 U2:AOUT",
      C: "U1:35 U3:AOUT",
      L: "U1:16 R1:1",
      LB: "R1:2 D1:A",
      B: "U1:17 SW1:1.l",
      B2: "U1:32 SW2:1.l",
      GND: "U1:GND.1 D1:C SW1:2.l SW2:2.l",
    },
  }),
};
