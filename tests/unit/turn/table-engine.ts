import type {
  ChangeWay,
  DesignEngine,
  EngineChange,
  EngineReading,
  GoalProposal,
} from "../../../src/application/design-engine.ts";
import type { ImportOutcome } from "../../../src/application/import-design.ts";
import type { CodeFile, Design, DesignPart } from "../../../src/domain/circuit/design.ts";
import type { StageListener } from "../../../src/domain/circuit/design-stages.ts";
import { designStages } from "../../../src/domain/circuit/design-stages.ts";

export const weatherGoal = "ESP32 weather station with a BME280, budget $45";

function part(
  id: string,
  catalogId: string,
  rest: Pick<DesignPart, "name" | "category" | "unitPriceCents"> & Partial<DesignPart>,
): DesignPart {
  return {
    id,
    deviceId: "d1",
    catalogId,
    partNumber: null,
    quantity: 1,
    role: "does its part",
    why: "Chosen over its runner-up, which costs more",
    owned: false,
    priceLowCents: rest.unitPriceCents - 100,
    priceHighCents: rest.unitPriceCents + 200,
    supplier: null,
    url: null,
    datasheetUrl: null,
    supplyVolts: { min: 3, max: 3.6 },
    logicVolts: 3.3,
    currentMa: { typ: 1, max: 2 },
    interface: "i2c",
    rail: "n3v3",
    value: null,
    pins: [],
    alternatives: [],
    warnings: [],
    ...rest,
  };
}

const board = part("U1", "esp32-devkitc", { name: "ESP32-DevKitC V4", category: "board", unitPriceCents: 1000 });

export const sensors = {
  bme280: part("U2", "bme280", {
    name: "BME280 module, 3.3 V",
    category: "sensor",
    unitPriceCents: 595,
    role: "measures temperature, humidity and pressure",
    alternatives: [{ catalogId: "dht22", name: "DHT22 module (AM2302)", deltaCents: -150, effect: "no pressure" }],
  }),
  dht22: part("U3", "dht22", {
    name: "DHT22 module (AM2302)",
    category: "sensor",
    unitPriceCents: 445,
    role: "measures temperature and humidity",
  }),
  buzzer: part("BZ1", "buzzer-active", {
    name: "Active buzzer module",
    category: "actuator",
    unitPriceCents: 150,
    role: "beeps",
  }),
};
export type SensorId = keyof typeof sensors;

const labels: Record<SensorId, string[]> = {
  bme280: ["temperature", "humidity", "pressure"],
  dht22: ["temperature", "humidity"],
  buzzer: ["sound"],
};
const functionIds = {
  temperature: "sense-temperature",
  humidity: "sense-humidity",
  pressure: "sense-pressure",
  sound: "act-sound",
} as const;

function codeFile(unitNumber: 1 | 2 | 3, ids: SensorId[]): CodeFile {
  // Bring-up differs by part, the units above it do not here: an artifact that an edit leaves alone must keep its version.
  const content = unitNumber === 1 ? ids.map((id) => `check("${id}");`).join("\n") : "void loop() {}";
  const evidence = { tool: "ohm", version: "1", inputHash: "fnv1a:0", output: "ok" };
  return {
    deviceId: "d1",
    filename: `unit-${unitNumber}.ino`,
    language: "cpp",
    platform: "espressif32",
    unitNumber,
    content,
    libraries: [{ name: "Adafruit BME280 Library", version: "2.3.0" }],
    productionReady: false,
    ladder: [{ level: "L0", passed: true, evidence }],
  };
}

/** A design of these parts, joined as no real circuit would be, with every field that words are made of. */
export function sampleDesign(ids: SensorId[], more: Partial<Design> = {}): Design {
  const parts = [board, ...ids.map((id) => sensors[id])];
  const totalCents = parts.reduce((sum, { unitPriceCents }) => sum + unitPriceCents, 0);
  const names = new Set(ids.flatMap((id) => labels[id]));
  const functions = Object.entries(functionIds)
    .filter(([label]) => names.has(label))
    .map(([label, id]) => ({ id, label, quantity: 1, source: "asked" as const }));
  return {
    status: "ok",
    title: "ESP32 weather station",
    question: { text: "How often should it wake?", answers: ["Every 5 minutes", "Every 30 minutes"] },
    requirements: {
      goal: weatherGoal,
      language: "en",
      functions,
      board: { catalogId: "esp32-devkitc", named: true },
      firmware: "arduino",
      power: { source: "battery", named: true, lifeHours: 336, wakeMinutes: null },
      place: null,
      budget: { cents: 4500, hard: false, currency: "USD", displayCents: 4500 },
      excluded: [],
      owned: [],
      mains: false,
      constraints: [],
      assumed: [{ field: "interval", text: "It wakes every 10 minutes" }],
      notUnderstood: ["blue smoke"],
    },
    devices: [{ id: "d1", name: "station", board: { id: "esp32-devkitc", name: "ESP32-DevKitC V4" } }],
    board: { id: "esp32-devkitc", name: "ESP32-DevKitC V4" },
    parts,
    nets: ids.map((id) => ({
      id: `n-${id}`,
      name: `SDA ${id}`,
      kind: "bus",
      volts: 3.3,
      pins: ["U1:IO21", `${sensors[id].id}:SDA`],
    })),
    connections: ids.map((id, index) => ({
      id: `w-${id}`,
      step: index + 1,
      from: "U1:IO21",
      to: `${sensors[id].id}:SDA`,
      net: `n-${id}`,
      volts: 3.3,
      colour: "blue",
      note: "21 is the default SDA of the ESP32",
    })),
    codeFiles: ([1, 2, 3] as const).map((unit) => codeFile(unit, ids)),
    verdict: "WARNING",
    findings: [
      {
        ruleId: "battery",
        severity: "W",
        message: "Runs 6.1 days per charge",
        nets: [],
        pins: [],
        parts: ["U1"],
        measured: { value: 6.1, unit: "d" },
        limit: { value: 14, unit: "d" },
        fixes: [{ id: "f1", label: "wake every 30 minutes", deltaCents: 0, patch: [] }],
      },
    ],
    passed: [{ ruleId: "short", what: "no supply meets ground", parts: [] }],
    power: {
      rails: [{ id: "n3v3", name: "3.3 V", volts: 3.3, typMa: 90, maxMa: 280, limitMa: 500, loads: [] }],
      batteryHours: ids.includes("buzzer") ? 24 : 146.4,
      averageMa: 12.3,
      wantedHours: 336,
      assumptions: ["80 % of 2,500 mAh", "it wakes every 10 minutes for 6 seconds"],
    },
    cost: {
      totalCents,
      lowCents: totalCents - 300,
      highCents: totalCents + 900,
      budgetCents: 4500,
      currency: "USD",
      displayCents: totalCents,
      priceDate: "2026-11-01",
    },
    ...more,
  };
}

const refused = (reason: string, status: "unsupported" | "needs_answer"): Design => {
  return { ...sampleDesign([]), parts: [], connections: [], status, reason };
};

/** An engine by table: enough to see what a turn does with each kind of answer. What the real one answers is its own tests' matter. */
export class TableEngine implements DesignEngine {
  importDiagram(): ImportOutcome {
    return { kind: "refused", reason: "the table holds no diagrams" };
  }

  read(text: string): EngineReading {
    const language = /\b(der|einen|eine|nimm|warum|mit)\b/i.test(text) ? "de" : "en";
    const goal = /quantum/.test(text) ? "unsupported" : /station|monitor/i.test(text) ? "ok" : "none";
    const edits = /instead|stattdessen/.test(text)
      ? [{ kind: "replace" as const, fromCatalogIds: [], functionIds: [], toCatalogId: "dht22" }]
      : /add|remove/.test(text)
        ? [{ kind: "add" as const, functions: [] }]
        : [];
    const isNewGoal = goal !== "none" && edits.length === 0;
    const isQuestion = text.endsWith("?");
    return {
      language,
      goal,
      isQuestion,
      isNewGoal,
      recognised: [],
      edits,
      notYet: [],
      notUnderstood: [],
      pasted: null,
    };
  }

  design({ goal }: GoalProposal, _before: Design | null, stage: StageListener): Design {
    for (const one of designStages) stage(one);
    if (/quantum/.test(goal)) return refused("No catalogue has qubits.", "unsupported");
    const german = goal.includes("mit") ? { language: "de" as const } : {};
    const design = sampleDesign(["bme280"]);
    return { ...design, requirements: { ...design.requirements, goal, ...german } };
  }

  inLanguage(design: Design): Design {
    return design;
  }

  change(before: Design, requests: readonly string[], { stage }: ChangeWay): EngineChange {
    for (const one of designStages) stage(one);
    const text = requests.join("\n");
    const has = (id: SensorId) => before.parts.some(({ catalogId }) => catalogId === sensors[id].catalogId);
    const ids: SensorId[] = [/DHT22/.test(text) || (has("dht22") && !/BME280/.test(text)) ? "dht22" : "bme280"];
    if (has("buzzer") || /buzzer/.test(text)) ids.push("buzzer");
    if (/flux/.test(text)) return { kind: "refused", status: "not_understood", reason: "No part is called flux." };
    return { kind: "changed", design: sampleDesign(ids), summary: `now ${ids.join(" ")}`, notDone: [] };
  }
}
