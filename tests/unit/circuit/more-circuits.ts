import type { Circuit } from "../../../src/domain/circuit/design.ts";
import { circuitOf } from "./hand-made.ts";

const uno = { U1: "uno-r3" };
const esp = { U1: "esp32-devkitc" };

/** Circuits that each show a corner of a rule that its three cases do not. */
export const moreCircuits: Record<string, Circuit> = {
  "a motor on a bridge needs no diode, one on a transistor does": circuitOf(
    {
      ...uno,
      PS1: "adapter-5v-2a",
      U2: "drv8833",
      M1: "dc-motor-tt",
      M2: "dc-motor-tt",
      Q1: "npn-2n2222",
      R1: ["resistor", 1000],
    },
    {
      V: "PS1:+ U2:VCC M2:+",
      GND: "PS1:- U2:GND U1:GND.1 Q1:E",
      A: "U1:5 U2:IN1",
      B: "U1:6 U2:IN2",
      O1: "U2:OUT1 M1:+",
      O2: "U2:OUT2 M1:-",
      P: "U1:9 R1:1",
      N: "R1:2 Q1:B",
      K: "M2:- Q1:C",
    },
  ),
  "a motor with its diode the other way, and one with a diode to elsewhere": circuitOf(
    {
      PS1: "adapter-5v-2a",
      M1: "fan-5v",
      M2: "fan-5v",
      D1: "diode-1n4007",
      D2: "diode-1n4007",
      X1: "switch",
      X2: "switch",
    },
    { V: "PS1:+ M1:+ M2:+ D1:C D2:C", N: "M1:- D1:A X1:1", K: "M2:- X2:1", Z: "D2:A X2:2", GND: "PS1:- X1:2" },
  ),
  "a stepper motor has no diode to miss": circuitOf(
    { PS1: "adapter-12v-2a", U2: "a4988", M1: "nema17", C1: "capacitor-electrolytic" },
    {
      V: "PS1:+ U2:VMOT C1:+",
      GND: "PS1:- U2:GND.1 C1:-",
      A: "U2:1A M1:1A",
      B: "U2:1B M1:1B",
      C: "U2:2A M1:2A",
      D: "U2:2B M1:2B",
    },
  ),
  "a stepper driver without its capacitor": circuitOf(
    { PS1: "adapter-12v-2a", U2: "a4988" },
    { V: "PS1:+ U2:VMOT", GND: "PS1:- U2:GND.1" },
  ),
  "two LEDs behind one resistor": circuitOf(
    { ...uno, D1: "led-5mm", D2: "led-5mm", R1: ["resistor", 100] },
    { A: "U1:8 R1:1", B: "R1:2 D1:A D2:A", GND: "D1:C D2:C U1:GND.1" },
  ),
  "three colours of one LED, one without its resistor": circuitOf(
    { ...uno, D1: "rgb-led", R1: ["resistor", 330], R2: ["resistor", 100] },
    { A: "U1:9 R1:1", B: "R1:2 D1:R", C: "U1:10 R2:1", D: "R2:2 D1:G", E: "U1:11 D1:B", GND: "D1:C U1:GND.1" },
  ),
  "a segment display on a Pico": circuitOf(
    { U1: "pico", DS1: "seven-segment", R1: ["resistor", 100], R2: ["resistor", 100] },
    { A: "U1:GP10 R1:1", B: "R1:2 DS1:A", C: "U1:GP11 R2:1", D: "R2:2 DS1:B", GND: "DS1:COM.1 U1:GND.1" },
  ),
  "an LED behind two resistors in a row": circuitOf(
    { ...uno, D1: "led-5mm", R1: ["resistor", 33], R2: ["resistor", 33] },
    { A: "U1:8 R1:1", B: "R1:2 R2:1", C: "R2:2 D1:A", GND: "D1:C U1:GND.1" },
  ),
  "a buzzer on a pin, and a transistor over a small resistor": circuitOf(
    { ...uno, BZ1: "buzzer-passive", Q1: "npn-2n2222", R1: ["resistor", 100] },
    { A: "U1:8 BZ1:1", B: "U1:9 R1:1", C: "R1:2 Q1:B", GND: "BZ1:2 Q1:E U1:GND.1" },
  ),
  "two knobs on one analog pin": circuitOf(
    { ...uno, RV1: "potentiometer-10k", RV2: "potentiometer-10k" },
    { V: "U1:5V RV1:VCC RV2:VCC", GND: "U1:GND.1 RV1:GND RV2:GND", A: "U1:A0 RV1:SIG RV2:SIG" },
  ),
  "three outputs on one line": circuitOf(
    { ...uno, U2: "ttp223", U3: "ttp223", U4: "ttp223" },
    { V: "U1:5V U2:VCC U3:VCC U4:VCC", GND: "U1:GND.1 U2:GND U3:GND U4:GND", S: "U1:8 U2:I/O U3:I/O U4:I/O" },
  ),
  "the outputs of a display's bus, each with its chip select": circuitOf(
    { ...esp, U2: "mfrc522", U3: "max6675" },
    {
      V: "U1:3V3 U2:3.3V U3:VCC",
      GND: "U1:GND.1 U2:GND U3:GND",
      M: "U1:19 U2:MISO U3:SO",
      K: "U1:18 U2:SCK U3:SCK",
      O: "U1:23 U2:MOSI",
      C: "U1:5 U2:SDA",
      D: "U1:32 U3:CS",
      R: "U1:27 U2:RST",
    },
  ),
  "a bus behind a shifter, with a resistor on each side": circuitOf(
    {
      ...esp,
      U2: "level-shifter-4ch",
      DS1: "lcd1602-i2c",
      U3: "bme280",
      R1: ["resistor", 1500],
      R2: ["resistor", 1500],
    },
    {
      "3V3": "U1:3V3 U2:LV U3:VCC R1:1",
      "5V": "U1:5V U2:HV DS1:VCC R2:1",
      GND: "U1:GND.1 U2:GND.1 DS1:GND U3:GND",
      SDA: "U1:21 U2:LV1 U3:SDA R1:2",
      SCL: "U1:22 U2:LV2 U3:SCL",
      SDA5: "U2:HV1 DS1:SDA R2:2",
      SCL5: "U2:HV2 DS1:SCL",
    },
  ),
  "a bus without any pull-up": circuitOf(
    { ...esp, U2: "bme280", U3: "mystery" },
    { V: "U1:3V3 U2:VCC", GND: "U1:GND.1 U2:GND", SDA: "U1:21 U2:SDA", SCL: "U1:22 U2:SCL U3:SCL" },
  ),
  "SDA of one module on SCL of another": circuitOf(
    { ...esp, U2: "bme280", DS1: "ssd1306" },
    {
      V: "U1:3V3 U2:VCC DS1:VCC",
      GND: "U1:GND.1 U2:GND DS1:GND",
      A: "U1:21 U2:SDA DS1:SCL",
      B: "U1:22 U2:SCL DS1:SDA",
    },
  ),
  "a card reader without a chip select, and one that is never selected": circuitOf(
    { ...esp, U2: "mfrc522", U3: "mfrc522" },
    {
      V: "U1:3V3 U2:3.3V U3:3.3V U3:SDA",
      GND: "U1:GND.1 U2:GND U3:GND",
      K: "U1:18 U2:SCK U3:SCK",
      O: "U1:23 U2:MOSI U3:MOSI",
      I: "U1:19 U2:MISO U3:MISO",
    },
  ),
  "a chip select that two parts drive with nothing": circuitOf(
    { ...esp, U2: "mfrc522", R1: ["resistor", 10_000] },
    { V: "U1:3V3 U2:3.3V", GND: "U1:GND.1 U2:GND", K: "U1:18 U2:SCK", C: "U2:SDA R1:1" },
  ),
  "a serial module crossed wrongly on a Mega's fixed port": circuitOf(
    { U1: "arduino-mega-2560", U2: "hc-05" },
    { V: "U1:5V.1 U2:VCC", GND: "U1:GND.1 U2:GND", A: "U1:18 U2:TXD" },
  ),
  "a serial module on the USB pins of an Uno": circuitOf(
    { ...uno, U2: "hc-05" },
    { V: "U1:5V U2:VCC", GND: "U1:GND.1 U2:GND", A: "U1:1 U2:TXD", B: "U1:0 U2:RXD" },
  ),
  "a bare sensor beside a module on one wire": circuitOf(
    { ...esp, U2: "ds18b20", U3: "dht22" },
    { V: "U1:3V3 U2:VDD U3:VCC", GND: "U1:GND.1 U2:GND U3:GND", D: "U1:4 U2:DQ U3:DATA" },
  ),
  "a strip over 100 ohm and over 2k": circuitOf(
    { ...uno, D1: "neopixel-stick-8", D2: "neopixel-stick-8", R1: ["resistor", 100], R2: ["resistor", 2000] },
    {
      V: "U1:5V D1:5V D2:5V",
      GND: "U1:GND.1 D1:GND D2:GND",
      A: "U1:6 R1:1",
      B: "R1:2 D1:DIN",
      C: "U1:7 R2:1",
      D: "R2:2 D2:DIN",
    },
  ),
  "a strip straight on a pin of 3.3 V": circuitOf(
    { ...esp, D1: "neopixel-stick-8", U2: "74ahct125", C1: "capacitor-ceramic" },
    {
      V: "U1:5V D1:5V U2:VCC C1:1",
      GND: "U1:GND.1 D1:GND U2:GND U2:1OE U2:2OE U2:3OE U2:4OE U2:1A U2:2A U2:3A U2:4A C1:2",
      A: "U1:26 D1:DIN",
    },
  ),
  "a gate without anything": circuitOf({ ...uno, Q1: "irlz44n" }, { A: "U1:8 Q1:G", GND: "U1:GND.1 Q1:S" }),
  "a MOSFET driven straight from 3.3 V": circuitOf(
    { ...esp, Q1: "irlz44n", R1: ["resistor", 10_000] },
    { A: "U1:26 Q1:G R1:1", V: "U1:5V", GND: "U1:GND.1 Q1:S R1:2" },
  ),
  "inputs that only meet inputs, and a chip whose reset hangs in the air": circuitOf(
    { ...uno, K1: "relay-module-1ch", K2: "relay-module-1ch", U2: "74hc595" },
    {
      V: "U1:5V K1:VCC K2:VCC U2:VCC",
      GND: "U1:GND.1 K1:GND K2:GND U2:GND U2:OE",
      S: "K1:IN K2:IN",
      D: "U1:8 U2:DS",
      E: "U1:9 U2:SHCP",
      F: "U1:10 U2:STCP",
    },
  ),
  "buttons on a D1 mini's pins without pull-ups": circuitOf(
    { U1: "d1-mini", SW1: "button-6mm", SW2: "button-6mm" },
    { A: "U1:D0 SW1:1.l", B: "U1:D8 SW2:1.l", GND: "U1:G SW1:2.l SW2:2.l", V: "U1:3V3" },
  ),
  "5 V of an echo, straight, and over too weak a divider": circuitOf(
    { ...esp, U2: "hc-sr04", U3: "hc-sr04", R1: ["resistor", 1000], R2: ["resistor", 10_000] },
    {
      V: "U1:5V U2:VCC U3:VCC",
      GND: "U1:GND.1 U2:GND U3:GND R2:2",
      A: "U1:34 U2:ECHO",
      B: "U3:ECHO R1:1",
      C: "U1:35 R1:2 R2:1",
      D: "U1:25 U2:TRIG U3:TRIG",
    },
  ),
  "a display of 5 V straight on an ESP32": circuitOf(
    { ...esp, DS1: "lcd1602-i2c" },
    { "5V": "U1:5V DS1:VCC", "3V3": "U1:3V3", GND: "U1:GND.1 DS1:GND", SDA: "U1:21 DS1:SDA", SCL: "U1:22 DS1:SCL" },
  ),
  "resistors between levels of all kinds": circuitOf(
    { ...uno, R1: ["resistor", 50], R2: ["resistor", 10], R3: ["resistor", 0.5], U2: "ttp223", R4: ["resistor", 150] },
    {
      A: "U1:8 R1:1",
      B: "R1:2 U1:3.3V",
      C: "U1:5V R2:1 U2:VCC",
      D: "R2:2 U1:3.3V",
      E: "R3:1 U1:9",
      GND: "R3:2 U1:GND.1 U2:GND R4:2",
      F: "U2:I/O R4:1",
    },
  ),
  "a rail that a net calls otherwise": {
    ...circuitOf({ ...uno, U2: "dht22" }, {}),
    nets: [
      { id: "3V3", name: "3V3", kind: "supply", volts: 3.3, pins: ["U1:5V", "U2:VCC"] },
      { id: "GND", name: "GND", kind: "ground", volts: 0, pins: ["U1:GND.1", "U2:GND"] },
      { id: "VCC", name: "VCC", kind: "supply", volts: null, pins: ["U1:3.3V"] },
    ],
  },
  "a regulator that feeds nothing, and one from an unknown source": circuitOf(
    { PS1: "adapter-12v-2a", PS2: "ams1117-3v3", PS3: "ht7333", X1: "source" },
    { V: "PS1:+ PS2:VIN", O: "PS2:OUT", W: "X1:+ PS3:VIN", GND: "PS1:- PS2:GND PS3:GND" },
  ),
  "a cell in the air and a switch with one leg": circuitOf(
    { ...uno, BT1: "cell-18650", SW1: "slide-switch", BZ1: "buzzer-passive" },
    { A: "U1:8 SW1:1", B: "BT1:+ U1:9", C: "U1:7 BZ1:1 BZ1:2", GND: "U1:GND.1" },
  ),
  "modules without supply and ground": circuitOf(
    { ...uno, U2: "dht22", U3: "bme280", K1: "relay-module-1ch" },
    { V: "U1:5V", W: "U1:3.3V", GND: "U1:GND.1 U2:GND", D: "U1:8 U2:DATA", E: "U1:9 K1:IN", F: "U1:A4 U3:SDA" },
  ),
  "two boards that share signals and no ground": circuitOf(
    { ...uno, U2: "esp32-devkitc", U3: "hc-sr04" },
    { A: "U1:8 U2:26", GND1: "U1:GND.1 U3:GND", GND2: "U2:GND.1" },
  ),
};
