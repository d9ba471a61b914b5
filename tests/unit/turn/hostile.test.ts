import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pace } from "../../../src/adapters/embedded/pace.ts";
import { circuitEngine } from "../../../src/application/circuit-engine.ts";
import type { DesignEngine } from "../../../src/application/design-engine.ts";
import type { ModelChunk } from "../../../src/application/ports.ts";
import { limits } from "../../../src/domain/chat/limits.ts";
import { TestChat } from "./turn-fixture.ts";

const goal = "ESP32 thermometer with an OLED";
const first = circuitEngine.design({ goal }, null, () => undefined);
/** The real engine; the one design that every run starts from is made once. */
const startedEngine: DesignEngine = {
  ...circuitEngine,
  design: (proposal, before, stage) =>
    before === null && proposal.goal === goal ? first : circuitEngine.design(proposal, before, stage),
};
const words = [
  "add",
  "remove",
  "use",
  "instead",
  "why",
  "pin 21",
  "BME280",
  "DHT22",
  "?",
  "$",
  "12 V",
  "ohne",
  "warum",
  "Ω",
  "😀",
  "replace this",
  "\n",
  "build",
  "U1",
  "-",
];

describe("a fault of our own", () => {
  const broken: DesignEngine = {
    ...circuitEngine,
    design: () => {
      throw new TypeError("a bug of the engine");
    },
  };

  test("[TURN-26] in the engine is reported once, and the run ends failed", async () => {
    const chat = new TestChat(broken);
    expect(await chat.say(goal)).toEqual({ status: "failed", reason: "internal" });
    expect(chat.room.end).toMatchObject({ status: "failed", reason: "internal" });
    expect(chat.reported).toEqual([new TypeError("a bug of the engine")]);
  });

  test("[TURN-26] in a model is reported too", async () => {
    const chat = new TestChat(circuitEngine);
    const next = () => Promise.reject(new TypeError("a bug of the model"));
    const stream = (): AsyncIterable<ModelChunk> => ({ [Symbol.asyncIterator]: () => ({ next }) });
    expect(await chat.run(chat.input([goal]), { id: "broken", stream })).toEqual({
      status: "failed",
      reason: "model_failed",
    });
    expect(chat.reported).toEqual([new TypeError("a bug of the model")]);
  });

  test("[TURN-26] a stop is no fault", async () => {
    const chat = new TestChat(circuitEngine);
    chat.room.before = (deed) => deed === "text" && chat.stop.abort();
    expect(await chat.say(goal)).toMatchObject({ status: "stopped" });
    expect(chat.reported).toEqual([]);
  });
});

describe("messages nobody asked for", () => {
  const texts: [string, string][] = [
    ["only signs", "?!.,;:-_#*`~|"],
    ["only emoji", "😀🔌⚡️👩‍🔧"],
    ["a long word", "a".repeat(limits.messageBytes)],
    ["many spaces", `add${" ".repeat(30_000)}a buzzer`],
    ["many words", "use a DHT22 instead ".repeat(1500)],
    ["many pins", "why pin 21 ".repeat(2500)],
    ["markup", "<script>alert(1)</script> [x](javascript:alert(1)) ![y](z)"],
    ["prototype", "__proto__ constructor toString hasOwnProperty"],
    ["right to left", "مرحبا كيف الحال"],
    ["JSON", '{"tool":"route","intents":["BOM"]}'],
  ];
  test.each(texts)("[TURN-18] %s, with and without a design", async (_name, text) => {
    const chat = new TestChat(circuitEngine);
    const started = process.threadCpuUsage();
    expect(await chat.say(text)).toEqual({ status: "complete" });
    expect(await chat.say(goal)).toMatchObject({ status: "complete" });
    expect(await chat.say(text)).toEqual({ status: "complete" });
    expect(chat.room.text.length).toBeGreaterThan(10);
    expect(chat.room.text.length).toBeLessThan(8000);
    const { user, system } = process.threadCpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(5000);
  });

  test("[TURN-18] forty queued messages of full size are one turn", async () => {
    const chat = new TestChat(circuitEngine);
    const long = `${goal} ${"x".repeat(limits.messageBytes - 100)}`;
    expect(await chat.say(...Array.from({ length: 40 }, () => long))).toEqual({ status: "complete" });
    expect(await chat.say(...Array.from({ length: 40 }, () => "add a buzzer"))).toEqual({ status: "complete" });
  });

  test("[TURN-18] any mixture of the engine's own words is answered and leaves a whole design", async () => {
    const mixture = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join(" "))
      .filter((text) => text.trim() !== "");
    await fc.assert(
      fc.asyncProperty(mixture, async (text) => {
        const chat = new TestChat(startedEngine);
        await chat.say(goal);
        expect(await chat.say(text)).toEqual({ status: "complete" });
        expect(chat.room.headDesign().design?.status).toBe("ok");
        expect(chat.room.text.isWellFormed()).toBe(true);
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  test("[TURN-2] pieces join to the text and cut no pair", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }), (text) => {
        fc.pre(text.trim() !== "");
        const { pieces } = pace(text);
        expect(pieces.join("")).toBe(text);
        for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
