import { describe, expect, test } from "vitest";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import type { Exchange } from "../../fixtures/conversations/conversations.ts";
import { conversations, weather, wetter } from "../../fixtures/conversations/conversations.ts";
import { TestChat } from "./turn-fixture.ts";

/** What the answer to an exchange must be. */
function expectAnswer({ room }: TestChat, exchange: Exchange): void {
  const { say, agent, revision, has, hasNot = [], suggests } = exchange;
  for (const piece of has) expect(room.text, say).toMatch(piece);
  for (const piece of hasNot) expect(room.text, say).not.toMatch(piece);
  expect(room.agent, say).toBe(agent);
  expect(room.end?.revision ?? null, say).toBe(revision);
  if (suggests) expect(room.end?.suggestions, say).toEqual(suggests);
}

/** What the design must be after it. */
function expectDesign({ room }: TestChat, { say, parts = [], budgetCents }: Exchange): void {
  const { design } = room.headDesign();
  const ids = (design?.parts ?? []).map(({ catalogId }) => catalogId);
  expect(ids, say).toEqual(expect.arrayContaining(parts));
  if (budgetCents !== undefined) expect(design?.cost.budgetCents ?? null, say).toBe(budgetCents);
}

describe("conversations with the built-in engine", () => {
  test.each(conversations)("[TURN-20] $name", async ({ exchanges }) => {
    const chat = new TestChat(circuitEngine);
    for (const exchange of exchanges) {
      const before = chat.room.revisions.length;
      expect(await chat.say(exchange.say), exchange.say).toEqual({ status: "complete" });
      expectAnswer(chat, exchange);
      expectDesign(chat, exchange);
      expect(chat.room.revisions.length - before, exchange.say).toBe(exchange.revision === null ? 0 : 1);
    }
  });

  test("[TURN-24] a first answer is short, and repeats no sentence", async () => {
    for (const goal of [
      weather,
      wetter,
      "ESP32 thermometer with a display",
      "Arduino Uno parking sensor with a buzzer",
    ]) {
      const chat = new TestChat(circuitEngine);
      await chat.say(goal);
      const { text } = chat.room;
      expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(125);
      const sentences = text.split(/(?<=[.?!:])\s+/).filter((one) => one.length > 20);
      expect(new Set(sentences).size, text).toBe(sentences.length);
      // No hyphen in place of a minus sign.
      expect(text).not.toMatch(/(?<=[\s(])-(?=[$\d])/);
    }
  });

  test("[TURN-25] a message in the other language is answered in it, whatever the design is written in", async () => {
    const chat = new TestChat(circuitEngine);
    await chat.say(weather);
    await chat.say("füge einen Summer hinzu");
    expect(chat.room.text).toMatch(/^Erledigt/);
    expect(chat.room.text).not.toMatch(/Runner-up|makes|New:/);
    expect(chat.room.headDesign().design?.requirements.language).toBe("en");
    expect(JSON.stringify(chat.room.deeds)).toMatch(/wählt Teile/);
    await chat.say("warum der BME280?");
    expect(chat.room.text).toMatch(/Misst Temperatur/);
    await chat.say("why the BME280?");
    expect(chat.room.text).toMatch(/Measures temperature/);
  });

  test("[TURN-21] an answer to the engine's question completes the goal that it was asked about", async () => {
    const chat = new TestChat(circuitEngine);
    await chat.say("Arduino Uno with WiFi thermometer");
    await chat.say("Use an ESP32 instead");
    expect(chat.room.text).toContain("Thermometer");
    expect(chat.room.revisions.at(-1)?.design.board.id).toBe("esp32-devkitc");

    const other = new TestChat(circuitEngine);
    await other.say("Arduino Uno with WiFi thermometer");
    await other.say("ESP32 plant monitor with soil moisture and an LCD");
    expect(other.room.text).toContain("Plant monitor");
  });

  test("[TURN-2] a design of the real engine arrives in 30 to 60 pieces within 1.2 s", async () => {
    for (const goal of [weather, wetter, "Arduino Uno parking sensor with a buzzer", "blink an LED"]) {
      const chat = new TestChat(circuitEngine);
      await chat.say(goal);
      expect(chat.room.deltas.length, goal).toBeGreaterThanOrEqual(30);
      expect(chat.room.deltas.length, goal).toBeLessThanOrEqual(60);
      expect(chat.clock.passedMs, goal).toBeLessThan(1200);
    }
  });

  test("[TURN-22] the same conversation gives the same bytes", async () => {
    const texts = await Promise.all(
      [0, 1].map(async () => {
        const chat = new TestChat(circuitEngine);
        await chat.say(weather);
        const first = chat.room.text;
        await chat.say("use a DHT22 instead");
        return JSON.stringify([first, chat.room.text, chat.room.revisions]);
      }),
    );
    expect(texts[0]).toBe(texts[1]);
  });
});
