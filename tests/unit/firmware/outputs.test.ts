import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { writeFirmware } from "../../../src/domain/circuit/firmware/write-firmware.ts";
import { design, designs } from "./designs.ts";

const code = (goal: string, unit: 2 | 3) =>
  designGoal({ goal }).codeFiles.find((file) => file.unitNumber === unit)?.content ?? "";
const functionOf = (text: string, head: string) => text.slice(text.indexOf(`${head} {`)).split("\n}")[0] ?? "";

describe("outputs that nothing was named for", () => {
  it.each([
    ["a pump on an ESP32", "setPump"],
    ["a relay on an ESP32", "setRelay"],
    ["a servo on an Arduino Uno", "setServo"],
    ["a buzzer on an Arduino Uno", "setBuzzer"],
    ["a red LED on an ESP32", "setLed"],
  ])("[FW-14] stay off until a person says on: %s", (goal, setter) => {
    for (const unit of [2, 3] as const) {
      const text = code(goal, unit);
      expect(text).toContain(`send "on" over serial`);
      expect(text).not.toContain("takeTurns");
      expect(functionOf(text, "void loop()")).toContain("handleSerial();");
      const calls = [...text.matchAll(new RegExp(`\\b${setter}\\((\\w+)\\);`, "g"))].map(([, to]) => to);
      expect(new Set(calls.filter((to) => to !== "false"))).toEqual(new Set(["on"]));
      expect([...text.matchAll(/setOutputs\(([^)]*)\);/g)].map(([, to]) => to)).toEqual(
        unit === 2 ? ["true", "false"] : ["line[1] == 'n'"],
      );
    }
  });

  it("[FW-14] an LED blinks where blinking was asked for, a relay never does", () => {
    expect(code("blink an LED with an Arduino Uno", 2)).toContain("takeTurns();");
    const both = code("blink an LED and switch a relay with an Arduino Uno", 2);
    expect(functionOf(both, "void takeTurns()")).toContain("setLed(on);");
    expect(functionOf(both, "void takeTurns()")).not.toContain("Relay");
  });
});

describe("a button", () => {
  it.each(["buzzer-passive", "buzzer-active"])(
    "[FW-15] sounds a %s at each press, not at every second one",
    (buzzer) => {
      const input = design({
        title: "Doorbell",
        parts: { U1: "uno-r3", SW1: "button-6mm", BZ1: buzzer },
        nets: {
          B: "U1:2 SW1:1.l",
          BZ: `U1:8 BZ1:${buzzer === "buzzer-active" ? "I/O" : "1"}`,
          GND: "U1:GND.1 SW1:2.l BZ1:2",
        },
      });
      for (const { content, unitNumber } of writeFirmware(input).slice(1)) {
        expect(functionOf(content, "bool handleButtons()"), `unit ${unitNumber}`).toContain("ringing = true;");
        expect(functionOf(content, "void ring()")).toContain("ringing = millis() - rangMs < kRingMs;");
        expect(functionOf(content, "void loop()")).toContain("ring();");
        expect(content).not.toContain("outputsOn");
      }
    },
  );
});

describe("several LEDs beside one sensor", () => {
  it("[FW-16] light one after the other, red last", () => {
    const input = design({
      title: "Parking aid",
      parts: {
        U1: "uno-r3",
        U2: "hc-sr04",
        D1: "led-5mm",
        D2: "led-5mm",
        D3: "led-5mm",
        R1: "resistor",
        R2: "resistor",
        R3: "resistor",
      },
      nets: {
        T: "U1:7 U2:TRIG",
        E: "U1:8 U2:ECHO",
        A: "U1:4 R1:1",
        A2: "R1:2 D1:A",
        B: "U1:5 R2:1",
        B2: "R2:2 D2:A",
        C: "U1:6 R3:1",
        C2: "R3:2 D3:A",
        GND: "U1:GND.1 D1:C D2:C D3:C",
      },
    });
    const colours: Record<string, string> = { D1: "red", D2: "green", D3: "yellow" };
    const parts = input.parts.map((part) => {
      const colour = colours[part.id];
      return colour === undefined ? part : { ...part, value: { kind: "colour" as const, colour } };
    });
    const full = writeFirmware({ ...input, parts })[2]?.content ?? "";
    const limits = [...full.matchAll(/"led(D\d)Limit", ([\d.]+)f/g)].map(([, ref, limit]) => [ref, Number(limit)]);
    expect(limits).toEqual([
      ["D1", 20],
      ["D2", 50],
      ["D3", 35],
    ]);
  });
});

describe("a pump", () => {
  it("[FW-17] runs for a limited time and then rests, at every turn of loop(), and is off in sleep", () => {
    const waterer = designs["plant waterer"];
    if (waterer === undefined) throw new Error("no plant waterer");
    for (const { content } of writeFirmware(waterer).slice(1)) {
      expect(functionOf(content, "void loop()")).toContain("guardPump();");
      expect(functionOf(content, "void guardPump()")).toContain("pumpRests = true;");
    }
    expect(writeFirmware(waterer)[2]?.content).toMatch(/"pumpRunS", 30\.0f, 1\.0f, 600\.0f/);
    const requirements = {
      ...waterer.requirements,
      functions: waterer.requirements.functions.filter((one) => one.id !== "input-button"),
      power: { source: "battery" as const, named: true, lifeHours: null, wakeMinutes: 10 },
    };
    const asleep = writeFirmware({ ...waterer, requirements })[2]?.content ?? "";
    expect(functionOf(asleep, "void goToSleep()")).toContain("setPump(false);");
  });
});

it.each(["", " with a web page"])(
  "[FW-18] the sketch is awake for as long as the battery life says: ESP32 and DHT22%s",
  (more) => {
    const { codeFiles, power } = designGoal({
      goal: `battery powered thermometer, ESP32 and DHT22${more}, every 10 minutes`,
    });
    const awakeMs = Number(/kAwakeMs = (\d+);/.exec(codeFiles[2]?.content ?? "")?.[1]);
    const said = Number(/awake for (\d+) s/.exec(power.assumptions.join(" "))?.[1]);
    expect(awakeMs).toBeGreaterThan(0);
    expect(said * 1000).toBe(awakeMs);
  },
);
