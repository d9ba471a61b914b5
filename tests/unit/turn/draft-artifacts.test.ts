import { expect, test } from "vitest";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import { draftArtifacts } from "../../../src/application/draft-artifacts.ts";
import { sampleDesign } from "./table-engine.ts";

const design = circuitEngine.design({ goal: "ESP32 weather station with an OLED, budget $45" }, null, () => undefined);

test("[TURN-23] seven artifacts, tables with a row per part and per wire, code as it is", () => {
  const drafts = draftArtifacts(design, null);
  expect(drafts.map(({ slug, type }) => `${slug}:${type}`)).toEqual([
    "context:context",
    "bom:bom",
    "wiring:wiring",
    "verification:verification",
    "code-1:code",
    "code-2:code",
    "code-3:code",
  ]);
  const text = (slug: string) => drafts.find((draft) => draft.slug === slug)?.content ?? "";
  const rows = (slug: string) =>
    text(slug)
      .split("\n")
      .filter((line) => line.startsWith("|")).length - 2;
  expect(rows("bom")).toBe(design.parts.length);
  expect(rows("wiring")).toBe(design.connections.length);
  expect(text("code-2")).toBe(design.codeFiles[1]?.content);
  expect(text("context")).toContain("ESP32 weather station with an OLED, budget $45");
  expect(text("verification")).toContain(`Verdict: ${design.verdict}`);
  expect(drafts.map(({ verdict }) => verdict)).toEqual([null, null, null, design.verdict, null, null, null]);
  for (const { content, data } of drafts) {
    expect(content).not.toMatch(/undefined|NaN|\[object/);
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  }
});

test("[TURN-23] each says in a few words what is new", () => {
  const summaries = draftArtifacts(sampleDesign(["dht22", "buzzer"]), sampleDesign(["bme280"])).map(
    (draft) => draft.changeSummary,
  );
  expect(summaries).toEqual([
    "temperature, humidity, sound",
    "+DHT22 +Active buzzer −BME280 · $15.95",
    "2 wires · +1",
    "WARNING · 1 warning",
    "+2 −1 lines · L0",
    "+0 −0 lines · L0",
    "+0 −0 lines · L0",
  ]);
});

test("[TURN-23] where a pin ends is the wiring's: it does not change the part list", () => {
  const before = draftArtifacts(design, null).find(({ slug }) => slug === "bom");
  const moved = {
    ...design,
    parts: design.parts.map((part) => ({ ...part, pins: part.pins.map((pin) => ({ ...pin, net: "elsewhere" })) })),
  };
  const after = draftArtifacts(moved, design).find(({ slug }) => slug === "bom");
  expect(after?.data).toEqual(before?.data);
  expect(after?.content).toBe(before?.content);
});
