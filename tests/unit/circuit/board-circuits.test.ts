import { describe, expect, it } from "vitest";
import type { Circuit } from "../../../src/domain/circuit/design.ts";
import { checkFirmware } from "../../../src/domain/circuit/firmware/check-firmware.ts";
import { checkCircuit } from "../../../src/domain/circuit/rules/check-circuit.ts";
import { circuitOf } from "./hand-made.ts";

const said = (circuit: Circuit, usesWifi = false) =>
  checkCircuit(circuit, { requirements: null, language: "en", usesWifi })
    .findings.filter((one) => one.severity !== "I")
    .map((one) => `${one.severity} ${one.ruleId}`);

const led = (board: string, pin: string, ground: string): Circuit =>
  circuitOf(
    { U1: board, D1: "led-5mm", R1: ["resistor", 330] },
    { S: `U1:${pin} R1:1`, L: "R1:2 D1:A", GND: `U1:${ground} D1:C` },
  );
const button = (board: string, pin: string, ground: string): Circuit =>
  circuitOf({ U1: board, SW1: "button-6mm" }, { S: `U1:${pin} SW1:1.l`, GND: `U1:${ground} SW1:2.l` });
const knob = (board: string, pin: string, supply: { rail: string; ground: string }): Circuit =>
  circuitOf(
    { U1: board, RV1: "potentiometer-10k" },
    { S: `U1:${pin} RV1:SIG`, V: `U1:${supply.rail} RV1:VCC`, GND: `U1:${supply.ground} RV1:GND` },
  );
const oled = (board: string, pins: { sda: string; scl: string; rail: string; ground: string }): Circuit =>
  circuitOf(
    { U1: board, DS1: "ssd1306" },
    {
      SDA: `U1:${pins.sda} DS1:SDA`,
      SCL: `U1:${pins.scl} DS1:SCL`,
      V: `U1:${pins.rail} DS1:VCC`,
      GND: `U1:${pins.ground} DS1:GND`,
    },
  );
const servo = (board: string, pins: { pin: string; rail: string; ground: string }): Circuit =>
  circuitOf(
    { U1: board, M1: "servo-sg90" },
    { S: `U1:${pins.pin} M1:PWM`, V: `U1:${pins.rail} M1:V+`, GND: `U1:${pins.ground} M1:GND` },
  );
const pico = { rail: "3V3", ground: "GND.1" };

describe("what a board's pins cannot do", () => {
  it.each<[string, string, Circuit]>([
    ["SDA and SCL of a Pico on two units", "E i2c-pins", oled("pico", { sda: "GP4", scl: "GP7", ...pico })],
    ["SDA of a Pico on an odd pin", "E i2c-pins", oled("pico", { sda: "GP5", scl: "GP4", ...pico })],
    ["a servo on a Pico's 3.3 V", "E motor-from-pin", servo("pico", { pin: "GP15", ...pico })],
    ["an LED on a NodeMCU's flash pin", "E pin-capability", led("nodemcu-esp8266", "SD1", "GND.1")],
    ["an LED on a NodeMCU's serial pin", "W pin-capability", led("nodemcu-esp8266", "TX", "GND.1")],
    ["a knob on a NodeMCU's D1", "E pin-capability", knob("nodemcu-esp8266", "D1", { rail: "3V3.1", ground: "GND.1" })],
    ["a button on a D1 mini's D8, which is pulled down", "W floating-input", button("d1-mini", "D8", "G")],
    ["a button on a D1 mini's D0, which has no pull-up", "W floating-input", button("d1-mini", "D0", "G")],
    ["an LED on a D1 mini's D3", "W strapping", led("d1-mini", "D3", "G")],
    ["an LED on a SuperMini's 9", "W strapping", led("esp32-c3-supermini", "9", "G")],
    ["an LED on a C3's USB line", "E pin-capability", led("esp32-c3-devkitm-1", "IO18", "GND.1")],
    ["an LED on an S3's RAM", "E pin-capability", led("esp32-s3-devkitc-1", "36", "G.1")],
    ["a button on a Nano's A6", "E pin-capability", button("arduino-nano", "A6", "GND.1")],
    [
      "a servo on a DevKit V1's D34",
      "E pin-capability",
      servo("esp32-devkit-v1", { pin: "D34", rail: "VIN", ground: "GND.1" }),
    ],
    [
      "I2C of a Mega where an Uno has it",
      "E i2c-pins",
      oled("arduino-mega-2560", { sda: "A4", scl: "A5", rail: "5V.1", ground: "GND.1" }),
    ],
  ])("[RULE-13] [RULE-50] %s", (_name, finding, circuit) => {
    expect(said(circuit)).toContain(finding);
  });

  it("[RULE-14] a servo on a Pico's VBUS is on no regulator", () => {
    expect(said(servo("pico", { pin: "GP15", rail: "VBUS", ground: "GND.1" }))).not.toContain("E motor-from-pin");
  });

  it("[RULE-13] ADC2 of an S3 measures without WiFi only", () => {
    const circuit = knob("esp32-s3-devkitc-1", "14", { rail: "3V3.1", ground: "G.1" });
    expect(said(circuit, true)).toEqual(["E pin-capability"]);
    expect(said(circuit, false)).toEqual([]);
  });

  it.each<[string, Circuit]>([
    ["both lines of a Pico on one unit, far apart", oled("pico", { sda: "GP8", scl: "GP5", ...pico })],
    ["the second unit of a Pico", oled("pico", { sda: "GP6", scl: "GP7", ...pico })],
    ["a knob on a Pico's ADC", knob("pico", "GP26", { rail: "3V3", ground: "AGND" })],
    ["a knob on a NodeMCU's A0", knob("nodemcu-esp8266", "A0", { rail: "3V3.1", ground: "GND.1" })],
    ["an LED on a D1 mini's D8, which it pulls down", led("d1-mini", "D8", "G")],
    ["a button on a D1 mini's D3, which nobody presses", button("d1-mini", "D3", "G")],
    [
      "the bus of a SuperMini on its strapping pins",
      oled("esp32-c3-supermini", { sda: "8", scl: "9", rail: "3.3", ground: "G" }),
    ],
    ["a knob on a Nano's A7", knob("arduino-nano", "A7", { rail: "5V", ground: "GND.1" })],
    [
      "I2C of a Mega on its own pins",
      oled("arduino-mega-2560", { sda: "20", scl: "SCL", rail: "5V.1", ground: "GND.1" }),
    ],
    ["an LED on a SuperMini's 21", led("esp32-c3-supermini", "21", "G")],
  ])("[RULE-14] %s", (_name, circuit) => {
    expect(said(circuit)).toEqual([]);
  });
});

describe("firmware of other boards against their wiring", () => {
  const against = (circuit: Circuit, body: string) =>
    checkFirmware({ content: `void setup() { ${body} }\nvoid loop() {}` }, circuit)
      .filter(({ severity }) => severity !== "I")
      .map(({ severity, message }) => `${severity} ${message}`);

  it("[FW-20] reads the printed names of a NodeMCU as its core does", () => {
    const circuit = led("nodemcu-esp8266", "D1", "GND.1");
    expect(against(circuit, "pinMode(D1, OUTPUT); digitalWrite(5, HIGH);")).toEqual([]);
    expect(against(circuit, "pinMode(1, OUTPUT);").join()).toMatch(/^E Pin 1 /);
  });

  it("[FW-20] the LED of a board is no wrong pin, on a header or not", () => {
    for (const id of ["pico", "pico-w"]) {
      const circuit = led(id, "GP15", "GND.1");
      const body = "pinMode(LED_BUILTIN, OUTPUT); digitalWrite(LED_BUILTIN, HIGH); digitalWrite(15, LOW);";
      expect(against(circuit, `pinMode(15, OUTPUT); ${body}`)).toEqual([]);
    }
  });

  it("[FW-20] reads the bus of a Pico from setSDA and setSCL, and without them from the core's default", () => {
    const circuit = oled("pico", { sda: "GP8", scl: "GP9", ...pico });
    const display = "Adafruit_SSD1306 oled(128, 64, &Wire, -1); oled.begin(0, 0x3C);";
    expect(against(circuit, `Wire.setSDA(8); Wire.setSCL(9); Wire.begin(); ${display}`)).toEqual([]);
    expect(against(circuit, `Wire.begin(); ${display}`).join()).toContain("Pin 4 (the board's SDA)");
  });

  it("[FW-23] on a Mega the Servo library takes timer 5 and tone() timer 2", () => {
    const circuit = circuitOf(
      { U1: "arduino-mega-2560", D1: "led-5mm", R1: ["resistor", 330], M1: "servo-sg90" },
      { S: "U1:44 R1:1", L: "R1:2 D1:A", P: "U1:9 M1:PWM", V: "U1:5V.1 M1:V+", GND: "U1:GND.1 D1:C M1:GND" },
    );
    const body = "Servo arm; arm.attach(9); analogWrite(44, 10);";
    expect(against(circuit, body).join()).toContain("Servo takes the timer of PWM pin 44");
    const other: Circuit = {
      ...circuit,
      nets: circuit.nets.map((net) => ({ ...net, pins: net.pins.map((pin) => (pin === "U1:44" ? "U1:10" : pin)) })),
    };
    expect(against(other, "Servo arm; arm.attach(9); analogWrite(10, 10);")).toEqual([]);
  });
});
