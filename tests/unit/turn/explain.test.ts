import { describe, expect, test } from "vitest";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import { explainDesign } from "../../../src/application/explain-design.ts";
import { questionSubjects } from "../../../src/domain/circuit/question-subjects.ts";

const goal = "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45";
const design = circuitEngine.design({ goal }, null, () => undefined);
const idOf = (catalogId: string) => design.parts.find((part) => part.catalogId === catalogId)?.id ?? "";

describe("what a question is about", () => {
  const questions: { ask: string; parts?: string[]; topics?: string[] }[] = [
    { ask: "why the BME280?", parts: ["bme280"] },
    { ask: "why this sensor?", parts: ["bme280"] },
    { ask: "warum dieser Sensor?", parts: ["bme280"] },
    { ask: "why not a DHT22?", parts: ["bme280"] },
    { ask: "what is the display for?", parts: ["ssd1306"] },
    { ask: "wozu das Display?", parts: ["ssd1306"] },
    { ask: "why this board?", parts: ["esp32-devkitc"] },
    { ask: "why the charger and the boost converter?", parts: ["tp4056", "boost-5v"] },
    { ask: "what does the warning mean?", topics: ["finding"] },
    { ask: "how long does it last?", topics: ["power"] },
    { ask: "wie lange hält das?", topics: ["power"] },
    { ask: "how much is it?", topics: ["cost"] },
    { ask: "was kostet das?", topics: ["cost"] },
    { ask: "how do I upload the firmware?", topics: ["code"] },
    { ask: "welche Annahmen?", topics: ["assumption"] },
    { ask: "what is the meaning of life?" },
    { ask: "what is a resistance band?" },
  ];
  test.each(questions)("[TURN-19] $ask", ({ ask, parts = [], topics = [] }) => {
    expect(questionSubjects(ask, design)).toEqual({ parts: parts.map(idOf), pins: [], topics });
  });

  test("[TURN-19] a designator is that part and no other", () => {
    expect(questionSubjects("what is U1?", design).parts).toEqual(["U1"]);
    expect(questionSubjects("what is U11?", design).parts).toEqual([]);
  });

  test.each(["why pin 21?", "why GPIO21?", "warum IO21?", "pin D21?"])("[TURN-19] %s", (ask) => {
    const told = explainDesign(design, ask);
    expect(told.pins).toMatchObject([{ pin: "U1:21", carries: "SDA", standardFor: "SDA" }]);
    expect(told.wires.length).toBeGreaterThan(0);
    expect(new Set(told.wires.map(({ net }) => net))).toHaveLength(1);
  });

  test("[TURN-19] a pin that nothing uses is about nothing", () => {
    expect(explainDesign(design, "why pin 13?")).toMatchObject({ subjects: [], pins: [], wires: [] });
  });
});
