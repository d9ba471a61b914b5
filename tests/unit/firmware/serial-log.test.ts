import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circuitDesk } from "../../../src/application/circuit-desk.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { readSerialLog } from "../../../src/domain/circuit/serial-log/read-serial-log.ts";

const design = (goal: string) => designGoal({ goal });
const station = design("ESP32 weather station with a BME280, an OLED, a button and a potentiometer");
const expected = station.codeFiles[0]?.expectedSerial ?? [];
/** What a good start really prints: figures instead of their names. */
const goodLog = expected.map((line) => line.replace(/<[^>]*>/g, "42")).join("\n");
const idOf = (catalogId: string, from = station) => from.parts.find((part) => part.catalogId === catalogId)?.id ?? "";

const failing = (log: string, ...catalogIds: string[]) =>
  log
    .split("\n")
    .map((line) => (catalogIds.some((id) => line.includes(` ${id} `)) ? line.replace(/^\[\w+\]/, "[fail]") : line))
    .join("\n");

const outcomes = (log: string, from = station) =>
  Object.fromEntries(readSerialLog(log, from, "en").parts.map(({ partId, outcome }) => [partId, outcome]));
const about = (log: string, catalogId: string, from = station) =>
  readSerialLog(log, from, "en").parts.find(({ partId }) => partId === idOf(catalogId, from));

describe("a serial log of Unit 1", () => {
  it("[FW-80] a good start passes every part but those that only a person can see", () => {
    const reading = readSerialLog(goodLog, station, "en");
    expect(reading).toMatchObject({ recognised: true, complete: true, restarts: 0, advice: null });
    expect(reading.parts[0]?.partId).toBe("U1");
    expect(reading.parts).toHaveLength(expected.length - 1);
    for (const part of reading.parts) {
      expect(["passed", "look"]).toContain(part.outcome);
      expect(part.cause).toBeUndefined();
      expect(goodLog).toContain(part.line);
    }
  });

  it("[FW-81] reads the same through time stamps, CRLF, colours, other programs and broken characters", () => {
    const plain = outcomes(failing(goodLog, "bme280"));
    const noisy = failing(goodLog, "bme280")
      .split("\n")
      .flatMap((line, index) => [
        `12:00:0${index % 10}.123 -> ${index === 1 ? "\u0000\ufffd" : ""}\u001b[32m${line}\u001b[0m`,
        "--- Terminal on /dev/ttyUSB0 | 115200 8-N-1",
        "ets Jun  8 2016 00:22:57 rst:0x1 (POWERON_RESET),boot:0x13 [esp] ok",
      ])
      .join("\r\n");
    expect(outcomes(noisy)).toEqual(plain);
    expect(plain[idOf("bme280")]).toBe("failed");
  });

  it("[FW-81] a line that lost its end still counts where only one part can be meant", () => {
    const cut = `${goodLog.slice(0, goodLog.indexOf("bme280") + 5)}\n`;
    expect(about(cut, "bme280")?.outcome).toBe("passed");
    expect(readSerialLog(cut, station, "en").complete).toBe(false);
  });

  it("[FW-81] the last line of a part counts", () => {
    const twice = `${failing(goodLog, "bme280")}\n${goodLog}`;
    expect(about(twice, "bme280")?.outcome).toBe("passed");
  });

  it("[FW-82] one silent part on a bus that works: its own wires with colours, its address and the other one", () => {
    const part = about(failing(goodLog, "bme280"), "bme280");
    expect(part).toMatchObject({ outcome: "failed", cause: expect.stringContaining("Other parts answer") });
    expect(part?.cause).toContain("0x76");
    expect(part?.next).toMatch(/U\d+ SDA – .*\(blue\)/);
    expect(part?.next).toContain("0x77");
  });

  it("[FW-82] the whole bus silent: the bus, not each part", () => {
    const uno = design("Arduino Uno with a BH1750 and a button over USB");
    const log = (uno.codeFiles[0]?.expectedSerial ?? []).join("\n");
    const silent = failing(log, "bh1750", "lcd1602-i2c");
    for (const id of ["bh1750", "lcd1602-i2c"]) {
      const cause = about(silent, id, uno)?.cause ?? "";
      expect(cause).toContain(idOf("bh1750", uno));
      expect(cause).toContain(idOf("lcd1602-i2c", uno));
    }
  });

  it("[FW-82] a chip that names itself a BMP280", () => {
    const log = failing(goodLog, "bme280").replace("id=0x60", "id=0x58");
    expect(about(log, "bme280")?.cause).toContain("BMP280");
  });

  it("[FW-82] all silent parts on one supply that nothing else hangs on: the supply", () => {
    const mixed = design("ESP32 with an HC-SR04, a BME280 and a relay");
    const log = (mixed.codeFiles[0]?.expectedSerial ?? []).join("\n");
    const only5V = mixed.nets.find(({ name }) => name === "5V")?.pins.map((pin) => pin.split(":")[0]) ?? [];
    const silent = mixed.parts.filter(({ id, category }) => only5V.includes(id) && category !== "board");
    const reading = readSerialLog(failing(log, ...silent.map(({ catalogId }) => catalogId ?? "")), mixed, "en");
    const failed = reading.parts.filter(({ outcome }) => outcome === "failed");
    expect(failed.length).toBeGreaterThan(1);
    for (const { cause } of failed) expect(cause).toContain("supply 5V");
  });

  it("[FW-82] raw values at their ends, an echo that never came, a button that is always pressed", () => {
    const uno = design("Arduino Uno with a soil moisture sensor, an HC-SR04, a button and an LED over USB");
    const log = (uno.codeFiles[0]?.expectedSerial ?? []).join("\n");
    const line = (id: string, tail: string) =>
      failing(log, id).replace(new RegExp(`(\\[fail\\] ${id} \\S+ ).*`), `$1${tail}`);
    expect(about(line("soil-moisture-cap", "pin=A0 raw=0"), "soil-moisture-cap", uno)?.cause).toContain(
      "raw value is 0",
    );
    expect(about(line("soil-moisture-cap", "pin=A0 raw=1023"), "soil-moisture-cap", uno)?.cause).toContain("1023");
    expect(about(failing(log, "hc-sr04"), "hc-sr04", uno)?.cause).toContain("TRIG and ECHO");
    expect(about(failing(log, "button-6mm"), "button-6mm", uno)?.next).toContain("90 degrees");
  });

  it("[FW-83] says at which part a log ends, and counts restarts", () => {
    const lines = goodLog.split("\n");
    const ended = readSerialLog(lines.slice(0, 2).join("\n"), station, "en");
    const next = ended.parts.find(({ outcome }) => outcome === "not_seen");
    expect(next?.cause).toContain("no line");
    expect(ended.advice).toContain(`(${next?.partId})`);
    const restarted = readSerialLog([...lines.slice(0, 2), ...lines.slice(0, 2)].join("\n"), station, "en");
    expect(restarted).toMatchObject({ restarts: 1, advice: expect.stringContaining("started 2 times") });
  });

  it.each([
    ["", "no log of Unit 1"],
    ["Hello, my LED does not light", "no log of Unit 1"],
    ["[read] T 21.5C\n12034 W bme280 U2 0x76 does not answer, trying again", "not of its start"],
    ["\u00f0\u00fe\u00ff\u0192\u2021\u00ac\u00f0\u00fe\u00ff\u00f0\u00fe\u00ff", "115200 baud"],
    ["[ok] some-other U9\n[fail] nothing U7", "no log of Unit 1"],
  ])("[FW-84] no log: %j", (text, advice) => {
    const reading = readSerialLog(text, station, "en");
    expect(reading).toMatchObject({ recognised: false, parts: [], advice: expect.stringContaining(advice) });
  });

  it("[FW-85] says everything in German too", () => {
    const english = readSerialLog(failing(goodLog, "bme280", "ssd1306"), station, "en");
    const german = readSerialLog(failing(goodLog, "bme280", "ssd1306"), station, "de");
    for (const [index, part] of german.parts.entries()) {
      expect(part.outcome).toBe(english.parts[index]?.outcome);
      if (part.cause === undefined) continue;
      expect(part.cause).not.toBe(english.parts[index]?.cause);
      expect(`${part.cause} ${part.next}`).toMatch(/[Pp]rüf|Miss/);
    }
  });

  it("[FW-87] the check of a circuit takes a log", () => {
    const desk = circuitDesk({ proofs: [], cppProblems: () => [] });
    const { parts, nets } = station;
    const plainParts = parts.map(({ id, catalogId, value }) => ({ id, catalogId, value }));
    const circuit = { parts: plainParts, nets: nets.map((net) => ({ ...net })) };
    const { serial } = desk.check({ format: "ohm", circuit, serialLog: failing(goodLog, "bme280"), language: "de" });
    expect(serial?.parts.find(({ outcome }) => outcome === "failed")).toMatchObject({
      partId: idOf("bme280"),
      cause: expect.stringContaining("bestätigt"),
    });
    expect(desk.check({ format: "ohm", circuit })).not.toHaveProperty("serial");
  });

  it("[FW-86] answers for any text, in time that grows with its length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const reading = readSerialLog(`${goodLog}\n${text}`, station, "en");
        expect(reading.parts).toHaveLength(expected.length - 1);
      }),
      { seed: 5, numRuns: 100 },
    );
    expect(readSerialLog("[ok] ".repeat(100_000), station, "en").recognised).toBe(false);
  });
});
