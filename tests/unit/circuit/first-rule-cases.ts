import type { Circuit } from "../../../src/domain/circuit/design.ts";
import type { Requirements } from "../../../src/domain/circuit/requirements.ts";
import { asked, circuitOf, circuitPart, requirementsWith } from "./hand-made.ts";

/** What a check of a case knows beside the circuit. */
export interface Options {
  requirements?: Requirements;
  usesWifi?: boolean;
}

/** An ESP32 as part U1. */
export const esp = { U1: "esp32-devkitc" };
/** An Uno as part U1. */
export const uno = { U1: "uno-r3" };
const ledNets = (from: string) => ({ N1: `${from} R1:1`, N2: "R1:2 D1:A", GND: "D1:C U1:GND.1" });
const echo = (bottomOhms: number, topOhms = 1000) =>
  circuitOf(
    { ...esp, U2: "hc-sr04", R1: ["resistor", topOhms], R2: ["resistor", bottomOhms] },
    {
      "5V": "U1:5V U2:VCC",
      GND: "U1:GND.1 U2:GND R2:2",
      E5: "U2:ECHO R1:1",
      E3: "R1:2 R2:1 U1:34",
      T: "U1:25 U2:TRIG",
    },
  );
/** Two or three displays on one bus; `second` is the address of the second. */
export const twoOleds = (second: number | null, third = false) => {
  const circuit = circuitOf(
    { ...esp, DS1: "ssd1306", DS2: "ssd1306", ...(third ? { DS3: "ssd1306" } : {}) },
    {
      "3V3": `U1:3V3 DS1:VCC DS2:VCC${third ? " DS3:VCC" : ""}`,
      GND: `U1:GND.1 DS1:GND DS2:GND${third ? " DS3:GND" : ""}`,
      SDA: `U1:21 DS1:SDA DS2:SDA${third ? " DS3:SDA" : ""}`,
      SCL: `U1:22 DS1:SCL DS2:SCL${third ? " DS3:SCL" : ""}`,
    },
  );
  const parts = circuit.parts.map((part) =>
    part.id === "DS2" && second !== null ? { ...part, value: { kind: "address" as const, address: second } } : part,
  );
  return { ...circuit, parts };
};
/** One address twice, but on two buses. */
const twoBuses = circuitOf(
  { ...esp, DS1: "ssd1306", DS2: "ssd1306" },
  {
    "3V3": "U1:3V3 DS1:VCC DS2:VCC",
    GND: "U1:GND.1 DS1:GND DS2:GND",
    SDA: "U1:21 DS1:SDA",
    SCL: "U1:22 DS1:SCL",
    SDA2: "U1:18 DS2:SDA",
    SCL2: "U1:19 DS2:SCL",
  },
);
const servo = (feed: string) =>
  circuitOf({ ...esp, M1: "servo-sg90" }, { V: `${feed} M1:V+`, GND: "U1:GND.1 M1:GND", S: "U1:25 M1:PWM" });
const pump = (diode: Record<string, string>) =>
  circuitOf(
    { ...esp, PS1: "adapter-5v-2a", Q1: "mosfet-module", M1: "pump-5v", D1: "diode-1n4007" },
    { V: "PS1:+ Q1:VIN+", GND: "PS1:- Q1:VIN- Q1:GND U1:GND.1", S: "U1:25 Q1:TRIG", ...diode },
  );
const relay = (contacts: Record<string, string>) =>
  circuitOf(
    { ...esp, K1: "relay-module-1ch", X1: "mystery" },
    { V: "U1:5V K1:VCC", GND: "U1:GND.1 K1:GND", S: "U1:25 K1:IN", ...contacts },
  );
const chain = (change: Partial<Requirements["power"]>) =>
  requirementsWith({ power: { source: "battery", named: true, lifeHours: null, wakeMinutes: 10, ...change } });
const batteryCircuit = circuitOf(
  { ...esp, BT1: "cell-18650", PS1: "tp4056", PS2: "boost-5v" },
  {
    "CELL+": "BT1:+ PS1:B+",
    "CELL-": "BT1:- PS1:B-",
    VBAT: "PS1:OUT+ PS2:VIN+",
    "5V": "PS2:VOUT+ U1:5V",
    GND: "PS1:OUT- PS2:VIN- PS2:VOUT- U1:GND.1",
  },
);
const withBudget = (cents: number, hard: boolean) =>
  requirementsWith({ budget: { cents, hard, currency: "USD", displayCents: cents } });
const mainsNet = (volts: number): Circuit => ({
  parts: [circuitPart("U1", "esp32-devkitc"), circuitPart("L1", null)],
  nets: [{ id: "L", name: "L", kind: "signal", volts, pins: ["L1:1"] }],
});

const dhts = ["U2", "U3", "U4", "U5", "U6", "U7"];

/** Rule -> a violating, a borderline and a clean circuit, and the severity that the first two have (null: borderline is good). */
export const cases: Record<
  string,
  { bad: [Circuit, Options?]; edge: [Circuit, Options?]; good: [Circuit, Options?]; sev: [string, string | null] }
> = {
  short: {
    bad: [circuitOf(esp, { X: "U1:3V3 U1:GND.1" })],
    // 2 A at 5 V is what the adapter gives: 2.5 ohm is its limit.
    edge: [circuitOf({ PS1: "adapter-5v-2a", R1: ["resistor", 2.5] }, { V: "PS1:+ R1:1", GND: "R1:2 PS1:-" })],
    good: [circuitOf({ ...esp, R1: ["resistor", 1000] }, { V: "U1:3V3 R1:1", GND: "R1:2 U1:GND.1" })],
    sev: ["E", null],
  },
  "missing-supply": {
    bad: [circuitOf({ ...esp, U2: "dht22" }, { GND: "U1:GND.1 U2:GND", D: "U1:4 U2:DATA" })],
    edge: [
      circuitOf(
        { ...esp, U2: "dht22", X1: "mystery" },
        { V: "X1:OUT U2:VCC", GND: "U1:GND.1 U2:GND", D: "U1:4 U2:DATA" },
      ),
    ],
    good: [circuitOf({ ...esp, U2: "dht22" }, { V: "U1:3V3 U2:VCC", GND: "U1:GND.1 U2:GND", D: "U1:4 U2:DATA" })],
    sev: ["E", null],
  },
  "missing-gnd": {
    bad: [circuitOf({ ...esp, U2: "dht22" }, { V: "U1:3V3 U2:VCC", D: "U1:4 U2:DATA", GND: "U1:GND.1 U1:GND.2" })],
    edge: [circuitOf(esp, {})],
    good: [circuitOf({ ...esp, U2: "dht22" }, { V: "U1:3V3 U2:VCC", GND: "U1:GND.2 U2:GND", D: "U1:4 U2:DATA" })],
    sev: ["E", null],
  },
  "common-ground": {
    bad: [
      circuitOf(
        { ...esp, M1: "servo-sg90", PS1: "adapter-5v-2a", U2: "dht22" },
        { V: "PS1:+ M1:V+", GND1: "PS1:- M1:GND", S: "U1:25 M1:PWM", GND2: "U1:GND.1 U2:GND" },
      ),
    ],
    edge: [
      // Two nets on two ground pins of one board are one ground.
      circuitOf(
        { ...esp, M1: "servo-sg90", PS1: "adapter-5v-2a" },
        { V: "PS1:+ M1:V+", GND1: "PS1:- U1:GND.1", S: "U1:25 M1:PWM", GND2: "U1:GND.2 M1:GND" },
      ),
    ],
    good: [servo("U1:5V")],
    sev: ["E", null],
  },
  "over-voltage-pin": { bad: [echo(10_000)], edge: [echo(2550)], good: [echo(2000)], sev: ["E", null] },
  "supply-range": {
    bad: [circuitOf({ ...esp, U2: "bme280" }, { V: "U1:5V U2:VCC", GND: "U1:GND.1 U2:GND" })],
    edge: [circuitOf({ ...esp, U2: "hc-sr04" }, { V: "U1:3V3 U2:VCC", GND: "U1:GND.1 U2:GND" })],
    good: [circuitOf({ ...esp, U2: "bme280" }, { V: "U1:3V3 U2:VCC", GND: "U1:GND.1 U2:GND" })],
    sev: ["E", "W"],
  },
  mains: { bad: [mainsNet(230)], edge: [mainsNet(60)], good: [mainsNet(12)], sev: ["W", null] },
  "motor-from-pin": { bad: [servo("U1:26")], edge: [servo("U1:3V3")], good: [servo("U1:5V")], sev: ["E", "E"] },
  "many-servos": {
    bad: [
      circuitOf(
        { ...uno, M1: "servo-sg90", M2: "servo-sg90" },
        { V: "U1:5V M1:V+ M2:V+", GND: "U1:GND.1 M1:GND M2:GND" },
      ),
    ],
    edge: [circuitOf({ ...uno, M1: "servo-sg90" }, { V: "U1:5V M1:V+", GND: "U1:GND.1 M1:GND" })],
    good: [
      circuitOf(
        { ...uno, M1: "servo-sg90", M2: "servo-sg90", PS1: "adapter-5v-2a" },
        { V: "PS1:+ M1:V+ M2:V+", GND: "U1:GND.1 M1:GND M2:GND PS1:-" },
      ),
    ],
    sev: ["W", null],
  },
  flyback: {
    bad: [pump({ P: "Q1:OUT+ M1:+", N: "Q1:OUT- M1:-" })],
    edge: [pump({ P: "Q1:OUT+ M1:+ D1:C", N: "Q1:OUT- M1:-", Z: "D1:A U1:GND.2" })],
    good: [pump({ P: "Q1:OUT+ M1:+ D1:C", N: "Q1:OUT- M1:- D1:A" })],
    sev: ["E", "E"],
  },
  "led-resistor": {
    bad: [circuitOf({ ...uno, D1: "led-5mm" }, { V: "U1:5V D1:A", GND: "D1:C U1:GND.1" })],
    // (5 V - 2 V) / 150 ohm is 20 mA: exactly at the limit.
    edge: [circuitOf({ ...uno, D1: "led-5mm", R1: ["resistor", 150] }, ledNets("U1:8"))],
    good: [circuitOf({ ...uno, D1: "led-5mm", R1: ["resistor", 330] }, ledNets("U1:8"))],
    sev: ["E", null],
  },
  "rail-budget": {
    bad: [
      circuitOf(
        { ...uno, DS1: "ssd1306", DS2: "ssd1306" },
        { V: "U1:3.3V DS1:VCC DS2:VCC", GND: "U1:GND.1 DS1:GND DS2:GND" },
      ),
    ],
    // Six DHT22 and an OLED: 28 + 6 x 2.5 = 43 mA of 50.
    edge: [
      circuitOf(
        { ...uno, DS1: "ssd1306", ...Object.fromEntries(dhts.map((id) => [id, "dht22"])) },
        { V: `U1:3.3V DS1:VCC ${dhts.map((id) => `${id}:VCC`).join(" ")}`, GND: "U1:GND.1 DS1:GND" },
      ),
    ],
    good: [circuitOf({ ...uno, U2: "bme280" }, { V: "U1:3.3V U2:VCC", GND: "U1:GND.1 U2:GND" })],
    sev: ["E", "W"],
  },
  "pin-capability": {
    bad: [circuitOf({ ...esp, D1: "led-5mm", R1: ["resistor", 330] }, ledNets("U1:34"))],
    edge: [
      circuitOf(
        { ...esp, U2: "soil-moisture-cap" },
        { V: "U1:3V3 U2:VCC", GND: "U1:GND.1 U2:GND", A: "U1:25 U2:AOUT" },
      ),
      { usesWifi: false },
    ],
    good: [
      circuitOf(
        { ...esp, U2: "soil-moisture-cap" },
        { V: "U1:3V3 U2:VCC", GND: "U1:GND.1 U2:GND", A: "U1:34 U2:AOUT" },
      ),
      { usesWifi: true },
    ],
    sev: ["E", null],
  },
  "i2c-address": { bad: [twoOleds(null)], edge: [twoBuses], good: [twoOleds(0x3d)], sev: ["E", null] },
  strapping: {
    bad: [circuitOf({ ...esp, D1: "led-5mm", R1: ["resistor", 330] }, ledNets("U1:0"))],
    edge: [circuitOf({ ...esp, SW1: "button-6mm" }, { B: "U1:0 SW1:1.l", GND: "SW1:2.l U1:GND.1" })],
    good: [circuitOf({ ...esp, D1: "led-5mm", R1: ["resistor", 330] }, ledNets("U1:25"))],
    sev: ["W", null],
  },
  battery: {
    bad: [batteryCircuit, { requirements: chain({ lifeHours: 10_000 }) }],
    edge: [batteryCircuit, { requirements: chain({ lifeHours: 100 }) }],
    good: [batteryCircuit, { requirements: chain({}) }],
    sev: ["W", null],
  },
  requirement: {
    bad: [circuitOf(esp, {}), { requirements: requirementsWith({ functions: [asked("show-text")] }) }],
    edge: [
      circuitOf(esp, {}),
      { requirements: requirementsWith({ functions: [{ ...asked("show-text"), source: "assumed" }] }) },
    ],
    good: [twoOleds(0x3d), { requirements: requirementsWith({ functions: [asked("show-text", 2)] }) }],
    sev: ["E", null],
  },
  budget: {
    bad: [circuitOf(esp, {}), { requirements: withBudget(999, true) }],
    // 10.00 typical is within 10.00, but the highest price seen is not.
    edge: [circuitOf(esp, {}), { requirements: withBudget(1000, true) }],
    good: [circuitOf(esp, {}), { requirements: withBudget(1300, true) }],
    sev: ["E", "W"],
  },
  "supply-contention": {
    bad: [circuitOf({ ...esp, PS1: "adapter-5v-2a" }, { V: "PS1:+ U1:3V3", GND: "PS1:- U1:GND.1" })],
    // A charger and its cell are one supply.
    edge: [batteryCircuit],
    good: [circuitOf({ ...esp, PS1: "adapter-5v-2a" }, { V: "PS1:+ U1:5V", GND: "PS1:- U1:GND.1" })],
    sev: ["E", null],
  },
  polarity: {
    bad: [circuitOf({ ...uno, C1: "capacitor-electrolytic" }, { V: "U1:5V C1:-", GND: "U1:GND.1 C1:+" })],
    edge: [pump({ P: "Q1:OUT+ M1:+ D1:A", N: "Q1:OUT- M1:- D1:C" })],
    good: [pump({ P: "Q1:OUT+ M1:+ D1:C", N: "Q1:OUT- M1:- D1:A" })],
    sev: ["E", "E"],
  },
  "open-contacts": {
    bad: [relay({})],
    edge: [circuitOf({ ...esp, K1: "relay-module-1ch" }, { S: "U1:25 U1:26" })],
    good: [relay({ L: "K1:COM X1:1" })],
    sev: ["W", null],
  },
  "not-checked": {
    bad: [circuitOf({ ...esp, X1: "mystery" }, { V: "U1:3V3 X1:A" })],
    edge: [circuitOf(esp, { V: "" })],
    good: [circuitOf(esp, { V: "U1:5V" })],
    sev: ["W", "W"],
  },
  "unknown-pin": {
    bad: [circuitOf(esp, { X: "U1:99 U9:1" })],
    edge: [circuitOf({ X1: "mystery" }, { X: "X1:99" })],
    good: [circuitOf(esp, { X: "U1:GND U1:gnd.2" })],
    sev: ["E", null],
  },
  "duplicate-id": {
    bad: [{ parts: [circuitPart("U1", "uno-r3"), circuitPart("U1", "esp32-devkitc")], nets: [] }],
    edge: [{ parts: [circuitPart("U1", "uno-r3"), circuitPart("u1", "uno-r3")], nets: [] }],
    good: [circuitOf(esp, {})],
    sev: ["E", null],
  },
};
