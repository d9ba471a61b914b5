import { describe, expect, it } from "vitest";
import { limits } from "../../../../src/domain/chat/limits.ts";
import type { Circuit } from "../../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../../src/domain/circuit/design-goal.ts";
import { busKhzOf } from "../../../../src/domain/circuit/firmware/bus-clock.ts";
import { checkCircuit } from "../../../../src/domain/circuit/rules/check-circuit.ts";
import { circuitFromRequest } from "../../../../src/domain/circuit/rules/circuit-from-request.ts";
import { ohmCircuit } from "../../../../src/protocol/design.ts";
import { leastCpuMs } from "../../cpu-time.ts";
import { circuitOf } from "../hand-made.ts";

const plain = { requirements: null, language: "en" as const, usesWifi: null };
const check = (circuit: Circuit) => checkCircuit(circuit, plain);
const said = (circuit: Circuit) => check(circuit).findings.map((each) => `${each.severity} ${each.ruleId}`);
const refused = (circuit: unknown) =>
  ohmCircuit.safeParse(circuit).error?.issues.map((issue) => issue.path.join(".")) ?? [];

/** An Uno with LEDs and sensors: as many parts as are wanted, all wired. */
function wired(count: number): Circuit {
  const parts: Record<string, string | [string, number]> = { U1: "uno-r3" };
  const nets: Record<string, string> = { V: "U1:5V", GND: "U1:GND.1" };
  for (let at = 1; Object.keys(parts).length < count; at++) {
    if (at % 2 === 0) {
      parts[`U${at}`] = "dht22";
      nets.V += ` U${at}:VCC`;
      nets.GND += ` U${at}:GND`;
      nets[`S${at}`] = `U1:${(at % 12) + 2} U${at}:DATA`;
      continue;
    }
    parts[`R${at}`] = ["resistor", 330];
    if (Object.keys(parts).length < count) parts[`D${at}`] = "led-5mm";
    nets[`A${at}`] = `U1:${(at % 12) + 2} R${at}:1`;
    nets[`B${at}`] = `R${at}:2 D${at}:A`;
    nets.GND += ` D${at}:C`;
  }
  return circuitOf(parts, nets);
}

describe("circuits of any shape", () => {
  it("[RULE-18] unknown parts are named, and nothing is claimed of them", () => {
    const circuit = circuitFromRequest({
      parts: [{ id: "Q1", catalogId: "quantum-computer" }],
      nets: [{ id: "N", pins: ["Q1:in", "Q1:out"] }],
    });
    expect(check(circuit)).toMatchObject({ verdict: "WARNING", unknownParts: ["Q1"] });
  });

  it("[RULE-18] a pin wired to itself, and a part to itself, is no crash", () => {
    expect(said(circuitOf({ R1: ["resistor", 0] }, { N: "R1:1 R1:1 R1:2" }))).toEqual(["W shorted-part"]);
    expect(said(circuitOf({ U1: "uno-r3" }, { N: "U1:5V U1:5V", M: "U1:8 U1:9", GND: "U1:GND.1" }))).toEqual([]);
  });

  it("[RULE-18] supplies that feed each other in a circle end", () => {
    const loop = circuitOf(
      { PS1: "boost-5v", PS2: "boost-5v" },
      { A: "PS1:VOUT+ PS2:VIN+", B: "PS2:VOUT+ PS1:VIN+", GND: "PS1:VIN- PS2:VIN-" },
    );
    expect(check(loop).verdict).not.toBe("FAIL");
    const ring = circuitOf(
      { U1: "uno-r3", R1: ["resistor", 10], R2: ["resistor", 10], R3: ["resistor", 10] },
      { A: "U1:8 R1:1 R3:2", B: "R1:2 R2:1", C: "R2:2 R3:1", GND: "U1:GND.1" },
    );
    expect(said(ring)).toEqual([]);
  });

  it("[RULE-18] missing fields, wrong pins and figures that are none are refused with their place", () => {
    expect(refused({ parts: [{}], nets: [] })).toEqual(["parts.0.id"]);
    expect(refused({ parts: [], nets: [{ id: "N", pins: ["no colon"] }] })).toEqual(["nets.0.pins.0"]);
    expect(refused({ parts: [{ id: "R1", value: { kind: "ohms", ohms: "4x7" } }], nets: [] })).toHaveLength(1);
    expect(refused({ nets: [] })).toEqual(["parts"]);
    expect(refused("a circuit")).toEqual([""]);
  });

  it("[RULE-18] 500 parts and 2,000 connections are taken and checked in 100 ms of CPU, one more is refused", () => {
    const parts = Array.from({ length: limits.circuitParts }, (_, at) => ({ id: `R${at}`, catalogId: "resistor" }));
    const nets = Array.from({ length: limits.circuitConnections }, (_, at) => ({
      id: `N${at}`,
      pins: [`R${at % 500}:${(at % 2) + 1}`, `R${(at * 7) % 500}:1`],
    }));
    expect(refused({ parts, nets })).toEqual([]);
    const circuit = circuitFromRequest({ parts, nets });
    expect(leastCpuMs(() => void check(circuit), 3)).toBeLessThan(100);
    expect(refused({ parts: [...parts, { id: "R500" }], nets })).toEqual(["parts"]);
    expect(refused({ parts, nets: [...nets, { id: "N2000", pins: ["R1:1"] }] })).toEqual(["nets"]);
  });

  it("[RULE-18] a busy circuit of 500 parts is checked in 100 ms of CPU", () => {
    const circuit = wired(500);
    expect(leastCpuMs(() => void check(circuit), 3)).toBeLessThan(100);
  });

  it("[RULE-19] a circuit of 25 parts is checked in 5 ms of CPU", () => {
    const circuit = wired(25);
    expect(circuit.parts).toHaveLength(25);
    for (let warm = 0; warm < 30; warm++) check(circuit);
    expect(leastCpuMs(() => void check(circuit), 20)).toBeLessThan(5);
  });
});

describe("goals of any shape", () => {
  it.each([
    "1e9 LEDs",
    "a lamp with a 4x7 ohm resistor and 12 foobar of light",
    "a thing for 99 bananas",
    "a quantum computer",
    "Switch 230 V with an ESP32",
    "9999999999999999999 buttons on an Uno",
  ])("[RULE-18] %s ends in 100 ms of CPU: typed, or with what was not met named", (goal) => {
    let outcome = "";
    expect(
      leastCpuMs(() => {
        const { status, reason, findings } = designGoal({ goal });
        outcome = status === "ok" ? findings.map((each) => each.message).join(" ") : (reason ?? "");
      }, 3),
    ).toBeLessThan(100);
    expect(outcome.length, goal).toBeGreaterThan(10);
  });
});

describe("the clock of the bus in a firmware's text", () => {
  it("[RULE-18] is read where it is a plain number, the fastest of several", () => {
    expect(busKhzOf("void setup() { Wire.begin(); Wire.setClock(400000); }")).toBe(400);
    expect(busKhzOf("Wire.setClock( 100'000 ); Wire1.setClock(1000000UL);")).toBe(1000);
    expect(busKhzOf("i2c = I2C(0, scl=Pin(22), freq=400_000)")).toBe(400);
    expect(busKhzOf("Wire.setClock(speed); Wire.setClock(0);")).toBeNull();
    expect(busKhzOf("")).toBeNull();
  });
});
