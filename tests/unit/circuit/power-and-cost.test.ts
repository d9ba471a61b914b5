import { describe, expect, it } from "vitest";
import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import { costOf } from "../../../src/domain/circuit/cost/cost-of.ts";
import { powerBudget } from "../../../src/domain/circuit/power/power-budget.ts";
import type { Requirements } from "../../../src/domain/circuit/requirements.ts";
import { checkCircuit } from "../../../src/domain/circuit/rules/check-circuit.ts";
import { circuitFromRequest } from "../../../src/domain/circuit/rules/circuit-from-request.ts";
import { leastCpuMs } from "../cpu-time.ts";
import { asked, circuitOf, requirementsWith } from "./hand-made.ts";

const station = circuitOf(
  { U1: "esp32-devkitc", U2: "bme280", DS1: "ssd1306", BT1: "cell-18650", PS1: "tp4056", PS2: "boost-5v" },
  {
    "CELL+": "BT1:+ PS1:B+",
    "CELL-": "BT1:- PS1:B-",
    VBAT: "PS1:OUT+ PS2:VIN+",
    "5V": "PS2:VOUT+ U1:5V",
    "3V3": "U1:3V3 U2:VCC DS1:VCC",
    GND: "PS1:OUT- PS2:VIN- PS2:VOUT- U1:GND.1 U2:GND DS1:GND",
  },
);
const waking = (change: Partial<Requirements> = {}) =>
  requirementsWith({
    functions: [asked("talk-wifi")],
    power: { source: "battery", named: true, lifeHours: 336, wakeMinutes: 10 },
    ...change,
  });

describe("power budget", () => {
  it("[RULE-9] carries loads from rail to rail down to the cell", () => {
    const rails = new Map(powerBudget(station, waking()).rails.map((rail) => [rail.id, rail]));
    expect(rails.get("3V3")).toMatchObject({ typMa: 12.4, maxMa: 28.7, limitMa: 450 });
    expect(rails.get("5V")).toMatchObject({ typMa: 112.4, maxMa: 278.7, limitMa: 700 });
    // 112.4 mA x 5 V / (3.6 V x 0.87), and 278.72 mA x 5 V / (3.0 V x 0.87) from a cell that is nearly empty.
    expect(rails.get("CELL+")).toMatchObject({ typMa: 179.4, maxMa: 533.9, limitMa: 3000 });
  });

  it("[RULE-9] life is capacity x 0.8 over the mean current, sleep of the board included", () => {
    const power = powerBudget(station, waking());
    // Awake 179.44 mA for 6 s of 600 s, asleep 10.051 mA at 5 V = 16.05 mA, and 6 mA of the power module.
    const average = 179.44 * 0.01 + (((10 + 0.001 + 0.05) * 5) / (3.6 * 0.87)) * 0.99 + 6;
    expect(power.averageMa).toBeCloseTo(average, 1);
    expect(power.batteryHours).toBeCloseTo((3250 * 0.8) / average, 0);
    expect(power.wantedHours).toBe(336);
    expect(power.assumptions[0]).toBe("It wakes every 10 minutes and is awake for 6 s, as its code does.");
  });

  it("[RULE-9] without a wake interval it is awake all the time, and says so in the person's language", () => {
    const power = powerBudget(
      station,
      waking({ language: "de", power: { source: "battery", named: true, lifeHours: null, wakeMinutes: null } }),
    );
    expect(power.batteryHours).toBeCloseTo((3250 * 0.8) / (179.44 + 6), 0);
    expect(power.assumptions[0]).toContain("ständig wach");
    expect(power.assumptions.join()).toMatch(/179,4 mA/);
  });

  it("[RULE-9] a board on USB loads the port with itself, its LEDs and what hangs on its pins", () => {
    const circuit = circuitOf(
      { U1: "uno-r3", D1: "led-5mm", R1: ["resistor", 300], U2: "bme280" },
      { N: "U1:8 R1:1", A: "R1:2 D1:A", GND: "D1:C U1:GND.1 U2:GND", "3V3": "U1:3.3V U2:VCC" },
    );
    const [usb] = powerBudget(circuit, requirementsWith()).rails;
    // 50 mA of the board, 10 mA of the LED, 0.4 mA (0.72 at most) of the sensor.
    expect(usb).toMatchObject({ id: "USB", typMa: 60.4, maxMa: 60.7, limitMa: 500 });
  });

  it("[RULE-9] converters in a ring end", () => {
    const ring = circuitOf({ A: "boost-5v", B: "boost-5v" }, { X: "A:VOUT+ B:VIN+", Y: "B:VOUT+ A:VIN+" });
    expect(powerBudget(ring, requirementsWith()).rails.map((rail) => rail.maxMa)).toEqual([0, 0]);
  });
});

describe("cost", () => {
  const row = (id: string, quantity = 1, owned = false) => {
    const part = partById(id);
    if (part === undefined) throw new Error(id);
    return { quantity, owned, price: part.price };
  };

  it("[RULE-10] owned parts cost nothing, quantities count, the band is summed", () => {
    expect(costOf([row("esp32-devkitc"), row("resistor", 3), row("ssd1306", 1, true)], requirementsWith())).toEqual({
      totalCents: 1015,
      lowCents: 756,
      highCents: 1336,
      currency: "USD",
      displayCents: 1015,
      priceDate: "2026-11-22",
    });
  });

  it("[RULE-10] the total is shown at the budget's own rate and date", () => {
    const budget = { cents: 2200, hard: true, currency: "EUR", displayCents: 2000, rateDate: "2026-11-20" };
    expect(costOf([row("esp32-devkitc")], requirementsWith({ budget }))).toMatchObject({
      totalCents: 1000,
      currency: "EUR",
      displayCents: 909,
      budgetCents: 2200,
      rateDate: "2026-11-20",
    });
  });
});

describe("circuits of others", () => {
  it("[RULE-3] a request's parts are filled from the catalogue, unknown ones kept", () => {
    const circuit = circuitFromRequest({
      parts: [{ id: "u", catalogId: "bme280" }, { id: "x", catalogId: "flux-capacitor", name: "Flux" }, { id: "y" }],
      nets: [{ id: "n", pins: ["u:VCC", "x:1"] }],
    });
    expect(circuit.parts.map((part) => [part.catalogId, part.name])).toEqual([
      ["bme280", "BME280 module, 3.3 V"],
      [null, "Flux"],
      [null, "y"],
    ]);
    expect(circuit.nets[0]).toMatchObject({ name: "n", kind: "signal", volts: null });
    const result = checkCircuit(circuit, { requirements: null, language: "en", usesWifi: null });
    expect(result.unknownParts).toEqual(["x", "y"]);
  });

  it("[RULE-8] 500 parts on 2,000 nets, within 100 ms of CPU", () => {
    const ids = [
      "esp32-devkitc",
      "hc-sr04",
      "led-5mm",
      "ssd1306",
      "dht22",
      "servo-sg90",
      "button-6mm",
      "level-shifter-4ch",
    ];
    const parts = Array.from({ length: 500 }, (_, index) => ({ id: `P${index}`, catalogId: ids[index % ids.length] }));
    const pinsOf = (index: number) => partById(ids[index % ids.length] ?? "")?.pins ?? [];
    const pin = (index: number, at: number) => `P${index}:${pinsOf(index)[at % pinsOf(index).length]?.name}`;
    const nets = Array.from({ length: 2000 }, (_, index) => {
      const [part, round] = [index % 500, Math.floor(index / 500)];
      return { id: `N${index}`, pins: [pin(part, round), pin((part * 7 + 3) % 500, round + 1)] };
    });
    const circuit = circuitFromRequest({ parts, nets });
    const check = () => checkCircuit(circuit, { requirements: null, language: "en", usesWifi: true });
    expect(leastCpuMs(check, 9)).toBeLessThan(100);
  });
});
