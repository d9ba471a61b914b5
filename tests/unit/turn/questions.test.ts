import { describe, expect, test } from "vitest";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import { questions } from "../../fixtures/conversations/questions.ts";
import { TestChat } from "./turn-fixture.ts";

describe.each(questions)("questions about: $goal", ({ goal, asked }) => {
  test("[TURN-50] each has an answer of its own that changes nothing", async () => {
    const chat = new TestChat(circuitEngine);
    await chat.say(goal);
    for (const { ask, has, hasNot = [] } of asked) {
      expect(await chat.say(ask), ask).toEqual({ status: "complete" });
      for (const piece of has) expect(chat.room.text, ask).toMatch(piece);
      for (const piece of [...hasNot, "undefined", "NaN", "[object"]) expect(chat.room.text, ask).not.toMatch(piece);
      expect(chat.room.revisions, ask).toHaveLength(1);
      expect(chat.room.text.split(/\s+/).length, ask).toBeLessThan(220);
    }
  });
});

describe("a question that supposes a change", () => {
  test("[TURN-51] tells what it would come to, changes nothing, and offers to do it", async () => {
    const chat = new TestChat(circuitEngine);
    await chat.say("ESP32 weather station with an OLED, 18650 battery");
    await chat.say("what would it cost to use a DHT22?");
    expect(chat.room.end).toMatchObject({ revision: null, artifacts: [], suggestions: ["Use a DHT22"] });
    const told = /\*\*\$([\d.]+)\*\*/.exec(chat.room.text)?.[1];
    await chat.say("Use a DHT22");
    expect((chat.room.revisions.at(-1)?.design.cost.totalCents ?? 0) / 100).toBe(Number(told));
  });

  test("[TURN-51] one that cannot be says why and offers what could", async () => {
    const chat = new TestChat(circuitEngine);
    await chat.say("Arduino Uno thermometer with an LCD");
    await chat.say("can it send data over wifi?");
    expect(chat.room.text).toMatch(/has no WiFi/);
    expect(chat.room.end).toMatchObject({ revision: null, suggestions: ["Use an ESP32 instead", "Remove WiFi"] });
  });
});
