import { describe, expect, it } from "vitest";
import { storedRuns } from "../../../src/adapters/evidence/stored-runs.ts";
import { allParts } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { noteIn } from "../../../src/domain/circuit/german-notes.ts";
import { codeTextDe } from "../../../src/views/code/code-text-de.ts";

describe("what the engine says of a program, in German", () => {
  it.each(["ESP32 mit DHT22 und OLED", "ESP32 mit DHT22 und OLED, mit MicroPython", "Arduino Uno mit LED und Taster"])(
    "[USE-90] %s: every rung of it",
    (goal) => {
      for (const rung of designGoal({ goal }).codeFiles.flatMap(({ ladder }) => ladder)) {
        const said = rung.evidence?.output ?? rung.reason ?? "";
        const german = rung.evidence === null ? codeTextDe.reason(said) : codeTextDe.shown(said.split("\n"));
        expect(german).not.toBe(said);
        expect(german).not.toMatch(/\b(not run|pins|as in|wiring|fields)\b/);
      }
    },
  );

  it.each([
    ["123 lines parsed without an error", "123 Zeilen ohne Fehler gelesen"],
    ["90 lines in 2 files compiled", "90 Zeilen in 2 Dateien übersetzt"],
    ["no pins, as in the wiring", "keine Pins, wie in der Verdrahtung"],
    [
      "ran 2.5 s: pins 21, 22; addresses 0x3C; longest turn 34 ms; then slept 600 s",
      "lief 2,5 s: Pins 21, 22; Adressen 0x3C; längster Durchlauf 34 ms; schlief dann 600 s",
    ],
    [
      "compiled and linked: 9000 of 32256 bytes of flash, 500 of 2048 of RAM\nin place of DHT.h a small library of our own",
      "übersetzt und gelinkt: 9000 von 32256 Byte Flash, 500 von 2048 Byte RAM\nan Stelle von DHT.h eine kleine eigene Bibliothek",
    ],
    ["something that a tool said", "something that a tool said"],
  ])("[USE-90] %s", (english, german) => {
    expect(codeTextDe.shown(english.split("\n"))).toBe(german);
  });

  it("[USE-90] all that was simulated", () => {
    for (const line of storedRuns.simulated) expect(codeTextDe.shown([line.slice(17)]), line).not.toBe(line.slice(17));
  });

  it("[USE-90] every note of the catalogue on straps and addresses", () => {
    const notes = allParts.flatMap((part) => [
      ...(part.i2c?.strapNote === undefined ? [] : [part.i2c.strapNote]),
      ...part.pins.flatMap((pin) => pin.strap?.note ?? []),
    ]);
    expect(notes.length).toBeGreaterThan(20);
    for (const note of notes) {
      expect(noteIn("de", note), note).not.toBe(note);
      expect(noteIn("en", note)).toBe(note);
    }
  });
});
