import { describe, expect, test } from "vitest";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";

const quiet = () => undefined;
const made = (goal: string): Design => circuitEngine.design({ goal }, null, quiet);

function changed(before: Design, request: string): Design {
  const outcome = circuitEngine.change(before, [request], { stage: quiet });
  if (outcome.kind !== "changed") throw new Error(`${request}: ${outcome.reason}`);
  return outcome.design;
}

const ids = ({ parts }: Design) => parts.map(({ catalogId }) => catalogId);

describe("edits as a person means them", () => {
  test.each(["I already have a DHT22", "ich habe schon einen DHT22"])(
    "[REQ-70] %s: it is taken and costs nothing",
    (request) => {
      const before = made("ESP32 thermometer with a display");
      const after = changed(before, request);
      expect(after.parts.find(({ catalogId }) => catalogId === "dht22")?.owned).toBe(true);
      expect(after.cost.totalCents).toBeLessThan(before.cost.totalCents);
    },
  );

  test.each([
    "remove the OLED and keep the OLED",
    "remove the display and add a display",
    "entferne das OLED und behalte das OLED",
  ])("[REQ-71] %s: a contradiction changes nothing and is said", (request) => {
    const reading = circuitEngine.read(request, made("ESP32 thermometer with an OLED"));
    expect(reading.edits).toEqual([]);
    expect(reading.notYet.join(" ")).toMatch(/both removed and there|entfernen und behalten/);
  });

  test.each(["don't use an OLED, use an LCD", "replace the OLED with an LCD", "remove the OLED and add a buzzer"])(
    "[REQ-71] %s: is none",
    (request) => {
      expect(ids(changed(made("ESP32 thermometer with an OLED"), request))).not.toContain("ssd1306");
    },
  );

  test("[REQ-72] a second sensor by what it does is another of the kind that is there; an ordinal is understood", () => {
    const before = made("ESP32 plant monitor with soil moisture and a button");
    expect(ids(changed(before, "add a second soil sensor")).filter((id) => id === "soil-moisture-cap")).toHaveLength(2);
    const buttons = changed(before, "add a third button");
    expect(buttons.requirements.notUnderstood).toEqual([]);
  });

  test("[SEL-50] a load on mains is switched by a relay, however cheap it shall be", () => {
    const before = made("ESP32 that switches my 230V lamp with a button");
    const outcome = circuitEngine.change(before, ["make it $50 cheaper"], { stage: quiet });
    const after = outcome.kind === "changed" ? outcome.design : before;
    expect(ids(after).filter((id) => id?.startsWith("relay"))).toHaveLength(1);
  });
});
