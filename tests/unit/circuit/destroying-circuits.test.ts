import { describe, expect, it } from "vitest";
import type { Circuit } from "../../../src/domain/circuit/design.ts";
import { checkCircuit } from "../../../src/domain/circuit/rules/check-circuit.ts";
import { circuitOf } from "./hand-made.ts";

const check = (circuit: Circuit) => checkCircuit(circuit, { requirements: null, language: "en", usesWifi: null });
const said = (circuit: Circuit) => check(circuit).findings.map((one) => `${one.severity} ${one.ruleId}`);
const esp = { U1: "esp32-devkitc" };
const uno = { U1: "uno-r3" };
const cell = { BT1: "cell-18650", PS1: "tp4056" };
const chain = { VBAT: "PS1:OUT+ PS2:VIN+", "5V": "PS2:VOUT+ U1:5V", GND: "PS1:OUT- PS2:VIN- PS2:VOUT- U1:GND.1" };
const oled = { "5V": "U1:5V DS1:VCC", GND: "U1:GND.1 DS1:GND" };

/** Circuits that destroy something or cannot work, and the finding that each must have. */
const bad: Record<string, [string, Circuit]> = {
  "an adapter on the 3.3 V pin of an ESP32": [
    "E supply-contention",
    circuitOf({ ...esp, PS1: "adapter-5v-2a" }, { V: "PS1:+ U1:3V3", GND: "PS1:- U1:GND.1" }),
  ],
  "a cell on the 3.3 V pin of an ESP32": [
    "E supply-contention",
    circuitOf({ ...esp, BT1: "cell-18650" }, { V: "BT1:+ U1:3V3", GND: "BT1:- U1:GND.1" }),
  ],
  "a boost converter on the 3.3 V pin of an Uno": [
    "E supply-contention",
    circuitOf({ ...uno, PS2: "boost-5v" }, { V: "PS2:VOUT+ U1:3.3V", GND: "PS2:VOUT- U1:GND.1" }),
  ],
  "two adapters on one rail": [
    "E supply-contention",
    circuitOf(
      { PS1: "adapter-5v-2a", PS2: "adapter-5v-2a", M1: "servo-sg90" },
      { V: "PS1:+ PS2:+ M1:V+", GND: "PS1:- PS2:- M1:GND" },
    ),
  ],
  "5 V and 3.3 V of one board joined": ["E supply-contention", circuitOf(uno, { V: "U1:5V U1:3.3V" })],
  "a cell reversed into its charger": [
    "E polarity",
    circuitOf({ ...esp, ...cell, PS2: "boost-5v" }, { A: "BT1:+ PS1:B-", B: "BT1:- PS1:B+", ...chain }),
  ],
  "the minus of a cell on the input of a converter": [
    "E polarity",
    circuitOf({ ...esp, BT1: "cell-18650", PS2: "boost-5v" }, { A: "BT1:- PS2:VIN+", GND: "PS2:VIN- U1:GND.1" }),
  ],
  "an electrolytic capacitor reversed": [
    "E polarity",
    circuitOf({ ...uno, C1: "capacitor-electrolytic" }, { V: "U1:5V C1:-", GND: "U1:GND.1 C1:+" }),
  ],
  "an LED reversed across a supply": [
    "E polarity",
    circuitOf(
      { ...uno, D1: "led-5mm", R1: ["resistor", 330] },
      { V: "U1:5V R1:1", N: "R1:2 D1:C", GND: "D1:A U1:GND.1" },
    ),
  ],
  "an LED reversed on a pin": [
    "W polarity",
    circuitOf(
      { ...uno, D1: "led-5mm", R1: ["resistor", 330] },
      { V: "U1:8 R1:1", N: "R1:2 D1:C", GND: "D1:A U1:GND.1" },
    ),
  ],
  "1 ohm across a supply": [
    "E short",
    circuitOf({ ...esp, R1: ["resistor", 1] }, { V: "U1:3V3 R1:1", GND: "R1:2 U1:GND.1" }),
  ],
  "2 ohm across a 5 V 2 A adapter": [
    "E short",
    circuitOf({ PS1: "adapter-5v-2a", R1: ["resistor", 2] }, { V: "PS1:+ R1:1", GND: "R1:2 PS1:-" }),
  ],
  "a diode forward across a supply": [
    "E short",
    circuitOf({ ...uno, D1: "diode-1n4007" }, { V: "U1:5V D1:A", GND: "D1:C U1:GND.1" }),
  ],
  "a button that joins supply and ground": [
    "E short",
    circuitOf({ ...uno, SW1: "button-6mm" }, { V: "U1:5V SW1:1.l", GND: "SW1:2.l U1:GND.1" }),
  ],
  "a button from 5 V to a pin of an ESP32": [
    "E over-voltage-pin",
    circuitOf(
      { ...esp, SW1: "button-6mm", R1: ["resistor", 10_000] },
      { V: "U1:5V SW1:1.l", B: "SW1:2.l U1:27 R1:1", GND: "R1:2 U1:GND.1" },
    ),
  ],
  "a relay contact from 5 V to a pin of an ESP32": [
    "E over-voltage-pin",
    circuitOf(
      { ...esp, K1: "relay-module-1ch" },
      { V: "U1:5V K1:VCC K1:COM", B: "K1:NO U1:27", S: "U1:25 K1:IN", GND: "K1:GND U1:GND.1" },
    ),
  ],
  "I2C on pins of an Uno that are no bus": [
    "E i2c-pins",
    circuitOf({ ...uno, DS1: "ssd1306" }, { ...oled, SDA: "U1:2 DS1:SDA", SCL: "U1:3 DS1:SCL" }),
  ],
  "SDA and SCL swapped on an Uno": [
    "E i2c-pins",
    circuitOf({ ...uno, DS1: "ssd1306" }, { ...oled, SDA: "U1:A5 DS1:SDA", SCL: "U1:A4 DS1:SCL" }),
  ],
  "I2C on inputs of an ESP32": [
    "E i2c-pins",
    circuitOf(
      { ...esp, DS1: "ssd1306" },
      { "3V3": "U1:3V3 DS1:VCC", GND: "U1:GND.1 DS1:GND", SDA: "U1:34 DS1:SDA", SCL: "U1:35 DS1:SCL" },
    ),
  ],
  "a part that the catalogue does not know": [
    "W not-checked",
    circuitOf({ ...esp, X1: "mystery" }, { V: "U1:3V3 X1:A" }),
  ],
  "parts without any net": ["W not-checked", circuitOf({ ...esp, DS1: "ssd1306" }, {})],
  "a relay whose contacts lead nowhere": [
    "W open-contacts",
    circuitOf({ ...esp, K1: "relay-module-1ch" }, { V: "U1:5V K1:VCC", S: "U1:25 K1:IN", GND: "K1:GND U1:GND.1" }),
  ],
};

/** Circuits of the same kind that are right: no E, and none of the findings above. */
const good: Record<string, Circuit> = {
  "an adapter on the 5 V pin": circuitOf({ ...esp, PS1: "adapter-5v-2a" }, { V: "PS1:+ U1:5V", GND: "PS1:- U1:GND.1" }),
  "cell, charger, boost, board": circuitOf(
    { ...esp, ...cell, PS2: "boost-5v" },
    { A: "BT1:+ PS1:B+", B: "BT1:- PS1:B-", ...chain },
  ),
  "a diode that blocks across a supply": circuitOf(
    { ...uno, D1: "diode-1n4007" },
    { V: "U1:5V D1:C", GND: "D1:A U1:GND.1" },
  ),
  "a capacitor the right way round": circuitOf(
    { ...uno, C1: "capacitor-electrolytic" },
    { V: "U1:5V C1:+", GND: "U1:GND.1 C1:-" },
  ),
  "LEDs to ground and to the supply": circuitOf(
    { ...uno, D1: "led-5mm", D2: "led-5mm", R1: ["resistor", 330], R2: ["resistor", 330] },
    { A: "U1:8 R1:1", B: "R1:2 D1:A", C: "U1:7 R2:1", D: "R2:2 D2:C", V: "U1:5V D2:A", GND: "D1:C U1:GND.1" },
  ),
  "a button from 3.3 V to a pin of an ESP32": circuitOf(
    { ...esp, SW1: "button-6mm", R1: ["resistor", 10_000] },
    { V: "U1:3V3 SW1:1.l", B: "SW1:2.l U1:27 R1:1", GND: "R1:2 U1:GND.1" },
  ),
  "a button to ground": circuitOf({ ...uno, SW1: "button-6mm" }, { B: "U1:2 SW1:1.l", GND: "SW1:2.l U1:GND.1" }),
  "I2C on both buses of an Uno": circuitOf(
    { ...uno, DS1: "ssd1306" },
    { ...oled, SDA: "U1:A4.2 DS1:SDA", SCL: "U1:A5 DS1:SCL" },
  ),
  "I2C on any two pins of an ESP32": circuitOf(
    { ...esp, DS1: "ssd1306" },
    { "3V3": "U1:3V3 DS1:VCC", GND: "U1:GND.1 DS1:GND", SDA: "U1:18 DS1:SDA", SCL: "U1:19 DS1:SCL" },
  ),
};

describe("circuits that destroy something", () => {
  it.each(Object.entries(bad))("[RULE-13] %s", (_name, [finding, circuit]) => {
    expect(said(circuit)).toContain(finding);
  });
});

describe("circuits that only look like them", () => {
  it.each(Object.entries(good))("[RULE-14] %s passes", (_name, circuit) => {
    expect(check(circuit).findings).toEqual([]);
  });
});
