import { describe, expect, test } from "vitest";
import { messageParts } from "../../../src/adapters/embedded/message-parts.ts";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import { TestChat } from "./turn-fixture.ts";

describe("a message that wants several things", () => {
  const cases: [string, string[]][] = [
    [
      "use a DHT22 instead and explain why this battery, then check it",
      ["use a DHT22 instead", "explain why this battery", "check it"],
    ],
    ["why this battery, and use a DHT22 instead", ["why this battery", "use a DHT22 instead"]],
    [
      "Add a buzzer, remove the OLED and tell me what it costs",
      ["Add a buzzer, remove the OLED", "tell me what it costs"],
    ],
    [
      "nimm einen DHT22 und erklär mir, warum dieser Akku, dann prüf es",
      ["nimm einen DHT22", "erklär mir, warum dieser Akku", "prüf es"],
    ],
    [
      "Build a weather station with an ESP32. What does it cost?",
      ["Build a weather station with an ESP32.", "What does it cost?"],
    ],
    ["thanks! why pin 21?", ["thanks!", "why pin 21?"]],
  ];
  test.each(cases)("[TURN-52] %s", (text, parts) => {
    expect(messageParts(text)).toEqual(parts);
  });

  test.each([
    "add a buzzer and a display",
    "measure temperature and how much light there is, then show it",
    "Tell me on my phone when the mailbox was opened. ESP32, battery should last 3 months",
    "check the soil moisture. Then pump water.",
    "make it cheaper, but keep the OLED",
    "",
    "?".repeat(3000),
  ])("[TURN-52] one wish stays whole: %s", (text) => {
    expect(messageParts(text)).toEqual([text]);
  });

  test("[TURN-53] each part is served in its order, in one answer by the agent of the first", async () => {
    const chat = new TestChat(circuitEngine);
    await chat.say("ESP32 weather station with an OLED, 18650 battery. What does it cost?");
    expect(chat.room.agent).toBe("bom");
    expect(chat.room.text).toMatch(/Weather station[\s\S]*Dearest: ESP32/);
    await chat.say("use a DHT22 instead and explain why this battery, then check it");
    expect(chat.room.text).toMatch(/\+DHT22 −BME280[\s\S]*BT1 18650[\s\S]*The rule check \*\*passes/);
    const labels = chat.room.deeds.flatMap((deed) =>
      deed.kind === "progress" ? [`${deed.step}/${deed.of} ${deed.label}`] : [],
    );
    expect(labels.slice(-3)).toEqual([
      "5/7 checking the design",
      "6/7 looking up the reasons",
      "7/7 checking the design",
    ]);
    expect(chat.room.count("begin")).toBe(2);
  });

  test("[TURN-53] a question before an edit is answered by what was there; the edit is its agent's", async () => {
    const chat = new TestChat(circuitEngine);
    await chat.say("ESP32 weather station with an OLED, 18650 battery");
    await chat.say("why the BME280? Use a DHT22 instead.");
    expect(chat.room.text).toMatch(/U2 BME280[\s\S]*\+DHT22 −BME280/);
    expect(chat.room.agent).toBe("conversational");
    expect(chat.room.revisions.at(-1)?.draft.author).toMatchObject({ agent: "bom" });
  });
});

describe("the phase of a chat", () => {
  test("[TURN-54] follows an improvement and a check", async () => {
    const chat = new TestChat(circuitEngine);
    const phase = () =>
      chat.room.deeds.flatMap((deed) => (deed.kind === "describe" ? [deed.changes.phase] : [])).at(-1);
    await chat.say("ESP32 thermometer with a display");
    expect(phase()).toBe("done");
    await chat.say("make it $5 cheaper");
    expect(chat.room.agent).toBe("budget");
    expect(phase()).toBe("optimization");
    await chat.say("check it");
    expect(phase()).toBe("done");
    await chat.say("add a relay for my 230 V lamp");
    expect(phase()).toBe("verification");
  });
});
