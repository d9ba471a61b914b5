import { describe, expect, it } from "vitest";
import { checkWiring } from "../../../src/domain/circuit/firmware/check-wiring.ts";
import { readTokens } from "../../../src/domain/circuit/firmware/cpp-tokens.ts";
import { climbLadder } from "../../../src/domain/circuit/firmware/ladder.ts";
import type { FirmwareInput } from "../../../src/domain/circuit/firmware/wired-part.ts";
import { writeFirmware } from "../../../src/domain/circuit/firmware/write-firmware.ts";
import { leastCpuMs } from "../cpu-time.ts";
import { design, designs } from "./designs.ts";

const check = (content: string, input: FirmwareInput) =>
  checkWiring(readTokens(content), input.parts, input.nets).findings;
const errors = (content: string, input: FirmwareInput) =>
  check(content, input)
    .filter(({ severity }) => severity !== "I")
    .map(({ message }) => message);

const lamp = design({
  title: "Lamp",
  parts: { U1: "uno-r3", SW1: "button-6mm", D1: "led-5mm", R1: "resistor", K1: "relay-module-1ch" },
  nets: { B: "U1:2 SW1:1.l", L: "U1:9 R1:1", LB: "R1:2 D1:A", K: "U1:7 K1:IN", GND: "U1:GND.1 SW1:2.l D1:C" },
});

const sketch = (body: string) =>
  `void setup() { pinMode(2, INPUT_PULLUP); pinMode(9, OUTPUT); digitalWrite(7, LOW); ${body} }\nvoid loop() {}`;

describe.each(Object.entries(designs))("mutations of %s", (_name, input) => {
  it.each(writeFirmware(input))("[FW-20] any other pin in unit $unitNumber makes L2 fail", (file) => {
    const pins = [...file.content.matchAll(/constexpr uint8_t (kPin\w+) = (\w+);/g)];
    for (const [line, name, pin] of pins) {
      for (const other of ["12", "3", "19"]) {
        if (pin === other || pins.some(([, , taken]) => taken === other)) continue;
        const content = file.content.replace(line, `constexpr uint8_t ${name} = ${other};`);
        const rung = climbLadder({ ...file, content }, input.parts, input.nets).find(({ level }) => level === "L2");
        expect(rung).toMatchObject({
          level: "L2",
          passed: false,
          evidence: { output: expect.stringContaining(other) },
        });
      }
    }
  });

  it.each(writeFirmware(input))("[FW-20] two pins swapped in unit $unitNumber are noticed", (file) => {
    const pins = [...file.content.matchAll(/constexpr uint8_t (kPin\w+) = (\w+);/g)];
    for (const [index, [line, name, pin]] of pins.entries()) {
      const [nextLine, nextName, nextPin] = pins[index + 1] ?? [];
      if (nextLine === undefined || nextPin === undefined) continue;
      const content = file.content
        .replace(line, `constexpr uint8_t ${name} = ${nextPin};`)
        .replace(nextLine, `constexpr uint8_t ${nextName} = ${pin};`);
      expect(errors(content, input)).not.toEqual([]);
    }
  });

  it.each(writeFirmware(input))("[FW-21] another address in unit $unitNumber makes L2 fail", (file) => {
    for (const [line, name] of file.content.matchAll(/constexpr uint8_t (k\w+Address) = 0x\w\w;/g)) {
      const content = file.content.replace(line, `constexpr uint8_t ${name} = 0x11;`);
      expect(errors(content, input).join()).toContain("0x11");
    }
  });
});

describe("rule firmware-wiring", () => {
  it("[FW-22] accepts a beginner's sketch with plain variables, macros and arithmetic", () => {
    const content = `#define RELAY_PIN (6 + 1) // pin 4? no: pin 7
      int led = 9; /* digitalWrite(12, HIGH); */ const int button = 0x2;
      void setup() { pinMode(led, OUTPUT); pinMode(RELAY_PIN, OUTPUT); pinMode(button, INPUT); Serial.println("tone(5, 1)"); }
      void loop() { digitalWrite(led, digitalRead(button)); }`;
    expect(check(content, lamp)).toEqual([]);
  });

  it("[FW-22] finds a pin that nothing is wired to, with its line and pin", () => {
    expect(check(sketch("\n digitalWrite(12, HIGH);"), lamp)).toEqual([
      {
        ruleId: "firmware-wiring",
        severity: "E",
        message: expect.stringContaining("line 2"),
        nets: [],
        pins: ["U1:12"],
        parts: [],
      },
    ]);
  });

  it("[FW-22] finds a wired part that the code forgets", () => {
    const findings = check("void setup() { pinMode(9, OUTPUT); pinMode(2, INPUT); } void loop() {}", lamp);
    expect(findings).toMatchObject([{ severity: "E", parts: ["K1"], pins: ["K1:IN", "U1:7"] }]);
  });

  it("[FW-22] finds a name that promises another part", () => {
    expect(errors(sketch("const int ledPin = 7; digitalWrite(ledPin, HIGH);"), lamp).join()).toContain("D1");
  });

  it("[FW-22] says W where a pin is no constant", () => {
    expect(check(sketch("for (int i = 2; i < 5; i++) pinMode(i, OUTPUT);"), lamp)).toMatchObject([{ severity: "W" }]);
  });

  it("[FW-23] knows a pin's abilities and the libraries' timers", () => {
    expect(errors(sketch("analogRead(2);"), lamp).join()).toContain("no analog input");
    expect(errors(sketch("analogWrite(7, 100);"), lamp).join()).toContain("no PWM");
    expect(errors(sketch("Servo s; analogWrite(9, 100);"), lamp).join()).toContain("timer");
  });

  it("[FW-23] says what takes the Uno's RAM: the OLED's picture, and a reading of the DHT library", () => {
    const ram = (name: string) => {
      const input = designs[name];
      const content = input === undefined ? "" : (writeFirmware(input)[2]?.content ?? "");
      return input === undefined ? [] : check(content, input).map(({ message }) => message);
    };
    expect(ram("fan and night light")).toEqual([expect.stringMatching(/half of the board's RAM.*320 bytes more/)]);
    expect(ram("balcony weather station")).toEqual([]);
  });

  it("[FW-23] finds an output of the board that meets an output of a part", () => {
    const input = designs["parking aid"];
    if (input === undefined) throw new Error("design");
    const content =
      writeFirmware(input)[1]?.content.replace("pinMode(kPinHcsr04Echo, INPUT)", "pinMode(kPinHcsr04Echo, OUTPUT)") ??
      "";
    expect(errors(content, input).join()).toContain("ECHO is an output itself");
  });

  it("[FW-21] knows the address that a library takes by itself", () => {
    const input = design({
      title: "x",
      parts: { U1: "esp32-devkitc", U2: "bme280" },
      nets: { SDA: "U1:21 U2:SDA", SCL: "U1:22 U2:SCL" },
    });
    const content = "Adafruit_BME280 bme; void setup() { Wire.begin(); bme.begin(); } void loop() {}";
    expect(errors(content, input).join()).toContain("0x77");
    expect(errors(content.replace("bme.begin()", "bme.begin(0x76)"), input)).toEqual([]);
    expect(errors("void setup() {} void loop() {}", input).join("\n")).toContain("never addresses");
  });

  it("[FW-24] answers for any text, also for none that is C++", () => {
    for (const content of [
      "",
      "\u0000",
      "((((",
      '"',
      "#define A A\nvoid f(){digitalWrite(A,1);}",
      "int a = a; pinMode(",
      "/*",
      `${"(".repeat(50_000)}`,
    ]) {
      expect(Array.isArray(check(content, lamp))).toBe(true);
    }
  });

  it("[FW-24] hostile nesting and endless definitions cost no quadratic time", () => {
    const time = (text: string, count: number) => leastCpuMs(() => check(text.repeat(count), lamp), 3);
    for (const text of ["digitalWrite(", "int a = ", "a::b ", "/*", '"', "#define A "]) {
      time(text, 500);
      // Ten times the text may cost some fifty times, not a hundred times and more: warm-up and noise included.
      expect(time(text, 5000)).toBeLessThan(Math.max(50 * time(text, 500), 200));
    }
  });
});
