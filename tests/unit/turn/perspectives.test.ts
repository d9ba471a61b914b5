import { describe, expect, test } from "vitest";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { TestChat } from "./turn-fixture.ts";

const goals = [
  "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45",
  "Wetterstation mit ESP32, Akku und OLED für meinen Balkon, Budget 45 Euro",
  "Arduino Uno parking sensor with a buzzer",
  "ESP32 plant monitor with soil moisture and an LCD",
  "Greenhouse controller on an Uno: DHT22, soil moisture, LDR, and a relay for a 12 V fan, values on an LCD",
  "parking gate: RFID opens a barrier with a MG996R servo, red and green LED, Mega",
  "ESP32 that switches my 230V lamp",
  "Bienenstockwaage mit HX711 und Wägezelle, Außentemperatur mit DS18B20, alle 30 Minuten per WLAN senden, Akku soll 4 Wochen halten",
  "LoRa soil moisture node for the field with ESP32 and RFM95, on a LiPo, every hour",
  "Whack a mole with 6 buttons, 6 LEDs, a TM1637 score display and a buzzer on an Arduino Mega",
  "Mood lamp: 30 neopixels strip on a D1 mini, colour chosen on a web page, 5V 4A power supply",
  "Obstacle avoiding robot car: HC-SR04 on a servo, two TT motors with an L298N, Arduino Uno",
  "Wecker mit Pico W, DS3231, TM1637, Summer und zwei Tastern",
  "light that gets brighter when it gets dark: LDR and a white LED",
  "Wasserleck-Melder für den Keller: Summer und rote LED, Batteriebetrieb mit 3 AA, soll ein halbes Jahr halten",
  "thermometer with an AHT20 and a small OLED, ESP32-C3, budget 25 pounds",
  "Zimmerthermometer auf einem ILI9341 mit Verlaufskurve, ESP32, mit MicroPython",
  "gas leak alarm with MQ-2 and buzzer, sends mqtt message, ESP32, wall powered",
  "water my tomatos when the soil is dry, NodeMCU with a small pump, 6V solar panel and an 18650",
  "tilt switch counts how often the lid opens, show on LCD, Uno R3",
];

/** What a text says, read without the reviewers' own code: amounts of money, numbers with a unit, designators, names, findings. */
function saidIn(text: string, design: Design): Set<string> {
  const money = text.match(/\$\d+(\.\d+)?/g) ?? [];
  const measured = [
    ...text.matchAll(
      /(\d+(?:[.,]\d+)?) ?(mA|V|%|days?|hours?|Tage[n]?|Stunden?|lines?|Zeilen|wires?|Drähte|rules?|Regeln)(?![\w])/g,
    ),
  ];
  const parts = design.parts.flatMap(({ id, name }) => {
    const own = name.split(/,| module| \(/)[0] ?? name;
    return new RegExp(`\\b${id}\\b`).test(text) || text.includes(own) ? [id] : [];
  });
  const findings = design.findings.filter(({ message }) => text.includes(message)).map(({ message }) => message);
  return new Set([
    ...money,
    ...measured.map(([, value, unit]) => `${value?.replace(",", ".")} ${unit}`),
    ...parts,
    ...findings,
  ]);
}

async function groupChat(...texts: string[]): Promise<TestChat> {
  const chat = new TestChat(circuitEngine);
  chat.mode = "group";
  for (const text of texts) expect(await chat.say(text), text).toEqual({ status: "complete" });
  return chat;
}

describe("perspectives in a group", () => {
  test.each(goals)("[TURN-61] nobody repeats what was said: %s", async (goal) => {
    const { room, reported } = await groupChat(goal);
    const { design } = room.headDesign();
    if (design === null) throw new Error("no design");
    const told = saidIn(room.text, design);
    for (const { modelId, text, end } of room.followers) {
      const said = saidIn(text, design);
      expect(
        [...said].filter((one) => told.has(one)),
        `${modelId}: ${text}`,
      ).toEqual([]);
      expect(said.size, `${modelId}: ${text}`).toBeGreaterThan(0);
      for (const one of said) told.add(one);
      expect(end).toMatchObject({ status: "complete", revision: null, costMicroUsd: 0 });
      expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
    }
    const spoke = room.followers.map(({ modelId }) => modelId);
    expect(spoke.length).toBeGreaterThanOrEqual(2);
    expect([...spoke, ...(room.end?.silent ?? [])].sort()).toEqual([
      "ohm/cost",
      "ohm/firmware",
      "ohm/power",
      "ohm/safety",
      "ohm/sourcing",
    ]);
    expect(reported).toEqual([]);
  });

  test("[TURN-60] they speak the language of the message, and to a question they have nothing to add", async () => {
    const chat = await groupChat("ESP32 weather station with an OLED, 18650 battery");
    await chat.say("why pin 21?");
    expect(chat.room.followers).toEqual([]);
    expect(chat.room.end?.silent).toHaveLength(5);
    await chat.say("füge einen Summer hinzu");
    expect(chat.room.followers.length).toBeGreaterThan(0);
    for (const { text } of chat.room.followers) expect(text).not.toMatch(/\b(the|and|with|first)\b/);
  });

  test("[TURN-61] what was told once is not told again in a later answer", async () => {
    const chat = await groupChat("ESP32 weather station with an OLED, 18650 battery");
    const first = chat.room.followers.flatMap(({ text }) => text.split(/(?<=\.) /));
    await chat.say("check it");
    const second = chat.room.followers.flatMap(({ text }) => text.split(/(?<=\.) /));
    expect(second.filter((one) => first.includes(one))).toEqual([]);
  });

  test("[TURN-60] outside a group nobody follows", async () => {
    const chat = new TestChat(circuitEngine);
    await chat.say("ESP32 weather station with an OLED");
    expect(chat.room.followers).toEqual([]);
    expect(chat.room.end?.silent).toBeUndefined();
  });

  test("[TURN-60] a stop between two of them leaves what is said", async () => {
    const chat = new TestChat(circuitEngine);
    chat.mode = "group";
    chat.room.before = (deed) => {
      if (chat.room.followers.length === 2 && deed === "end") chat.stop.abort(new Error("stopped"));
      if (chat.stop.signal.aborted) throw new Error("closed");
    };
    expect(await chat.say("ESP32 weather station with an OLED, 18650 battery")).toEqual({ status: "stopped" });
    expect(chat.room.followers[0]?.end?.status).toBe("complete");
    expect(chat.room.revisions).toHaveLength(1);
    expect(chat.reported).toEqual([]);
  });

  test("[TURN-60] a run that is written again takes the same messages", async () => {
    const say = async () => {
      const chat = await groupChat("ESP32 weather station with an OLED, 18650 battery");
      return JSON.stringify([chat.room.text, chat.room.end, chat.room.followers]);
    };
    expect(await say()).toBe(await say());
  });
});
