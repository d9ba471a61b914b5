import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";

const ids = (goal: string) => designGoal({ goal }).parts.map(({ catalogId }) => catalogId);

describe("what a maker would not want silently", () => {
  it.each([
    ["control a 12V 5A motor with an ESP32", "12V 5A motor"],
    ["Alarm mit PIR, Sirene 12V, Arduino Nano", "Sirene 12V"],
    ["Lüfter PWM 4-Pin 12V PC Lüfter regeln mit ESP32 nach Temperatur", "12V PC Lüfter"],
    ["Rolladensteuerung 230V Motor mit ESP8266", "230V Motor"],
  ])("[REQ-97] %s: the volts of a load that no part has are told, and it never passes", (goal, what) => {
    const design = designGoal({ goal });
    expect(design.requirements.unmet?.map((one) => one.what)).toContain(what);
    expect(design.verdict).toBe("FAIL");
  });

  it.each([
    "ESP32 with a 5V buzzer and a button",
    "Nano with a 12V solenoid lock and a keypad",
    "Uno with a 5 V servo and a joystick",
    "Camera slider: NEMA 17 12V with an A4988, a joystick for speed, Arduino Uno, 12V 2A adapter",
    "greenhouse with a relay for a 12 V fan, DHT22, Uno",
  ])("[REQ-97] %s: volts that a part has are no complaint", (goal) => {
    expect(designGoal({ goal }).requirements.unmet ?? []).toEqual([]);
  });

  it.each([
    "under water temperature sensor for pond with wifi",
    "Poolthermometer mit ESP32 und OLED",
    "aquarium temperature on an OLED, Nano",
    "Wassertemperatur im Aquarium anzeigen, ESP32",
  ])("[REQ-98] %s: measured by the probe that may lie in water", (goal) => {
    expect(ids(goal)).toContain("ds18b20");
    expect(ids(goal)).not.toContain("dht22");
  });

  it("[REQ-98] air beside water, and a sensor that was named, stay", () => {
    expect(ids("humidity and temperature at the pool, ESP32, OLED")).toContain("dht22");
    expect(ids("pond temperature with an NTC thermistor, ESP32, OLED")).toContain("ntc-10k");
  });

  it("[REQ-99] one pump each is as many as there are plants, with their probes", () => {
    const count = (goal: string, id: string) => ids(goal).filter((each) => each === id).length;
    const goal = "plant waterer 5 plants one pump each Arduino uno";
    expect(count(goal, "pump-5v")).toBe(5);
    expect(count(goal, "soil-moisture-cap")).toBe(5);
    expect(count("water 4 plants with one pump, Arduino Uno", "pump-5v")).toBe(1);
  });

  it("[SEL-40] mains, or a load that nobody described, is never put on a transistor", () => {
    for (const goal of ["thermostat budget 15 dollars max", "thermostat for a 230V heater, at most 15 dollars"]) {
      const design = designGoal({ goal });
      const switches = design.parts.filter(({ id }) => /^[KQ]/.test(id)).map(({ catalogId }) => catalogId);
      expect(switches, goal).toEqual(["relay-module-1ch"]);
    }
    const named = designGoal({ goal: "Nano switches a 230V lamp with an IRLZ44N" });
    expect(named.verdict).toBe("FAIL");
    expect(named.findings.find(({ ruleId }) => ruleId === "mains")?.message).toMatch(/is a transistor/);
    expect(designGoal({ goal: "Nano dims a 12V LED strip with an IRLZ44N and a knob" }).verdict).not.toBe("FAIL");
  });

  it("[WIRE-60] coils that are too many for the board get a plug of their own", () => {
    for (const goal of ["8 relays for 12V lamps, ESP32", "control 8 relays from the web with ESP32"]) {
      const { findings, parts } = designGoal({ goal });
      expect(findings.filter(({ severity }) => severity === "E")).toEqual([]);
      expect(parts.find(({ catalogId }) => catalogId === "adapter-5v-2a")?.role).toBe("5 V for the relays alone");
    }
    expect(ids("2 relays for 12V lamps, ESP32")).not.toContain("adapter-5v-2a");
  });

  it.each(["bluetooth speaker", "walkie talkie with nrf24l01"])("[REQ-97] %s: refused by name", (goal) => {
    expect(designGoal({ goal }).status).toBe("unsupported");
  });

  it("[REQ-97] music of a player comes from its speaker, not from buzzers", () => {
    expect(ids("play music from SD card with dfplayer and 2 speakers ESP32")).not.toContain("buzzer-passive");
  });

  it("[REQ-97] a smoke or gas alarm says that it is none to trust a life to", () => {
    const said = (goal: string) =>
      designGoal({ goal })
        .requirements.assumed.map(({ text }) => text)
        .join("\n");
    expect(said("smoke detector for my bedroom with MQ-2 and siren")).toContain("No substitute for an approved");
    expect(said("Gaswarner mit MQ-2 bei Gasleck, Nano, Summer")).toContain("Kein Ersatz für einen zugelassenen");
    expect(said("air quality with an MQ-135 and an OLED, ESP32")).not.toContain("No substitute");
  });
});
