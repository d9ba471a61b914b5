import { describe, expect, it } from "vitest";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";

function edit(design: Design, text: string): Design {
  const reading = readEdit(text, design);
  return designRequirements(applyEdits(design.requirements, reading.edits), design);
}

const languageOf = (design: Design) => design.codeFiles.map(({ language }) => language);

describe("MicroPython as a requirement", () => {
  it.each([
    "thermometer with a DHT22 in MicroPython",
    "thermometer with a DHT22, use Python",
    "Thermometer mit DHT22 mit MicroPython",
    "Thermometer mit DHT22, programmiert in Python",
  ])("[REQ-60] %s", (goal) => {
    const design = designGoal({ goal });
    expect(design.requirements.firmware).toBe("micropython");
    expect(design.requirements.notUnderstood.join(" ")).not.toMatch(/python/i);
    expect(languageOf(design)).toEqual(["python", "python", "python"]);
    expect(design.findings.filter(({ severity }) => severity === "E")).toEqual([]);
  });

  it("[REQ-60] the form's field counts over the words", () => {
    const goal = "thermometer with a DHT22 and an ESP32 in MicroPython";
    expect(languageOf(designGoal({ goal, firmware: "arduino" }))).toEqual(["cpp", "cpp", "cpp"]);
    expect(languageOf(designGoal({ goal: "thermometer with a DHT22 and an ESP32", firmware: "micropython" }))[0]).toBe(
      "python",
    );
  });

  it.each(["make it MicroPython", "please write it in MicroPython", "auf MicroPython umstellen", "lieber in Python"])(
    "[REQ-60] the edit %s changes the language and nothing else",
    (text) => {
      const before = designGoal({ goal: "thermometer with a DHT22 and an OLED on an ESP32" });
      const after = edit(before, text);
      expect(languageOf(after)).toEqual(["python", "python", "python"]);
      expect(after.nets).toEqual(before.nets);
      expect(after.parts.map(({ id, catalogId }) => [id, catalogId])).toEqual(
        before.parts.map(({ id, catalogId }) => [id, catalogId]),
      );
    },
  );

  it.each(["auf Arduino umstellen", "write it in Arduino C++ instead", "make it Arduino", "no Python"])(
    "[REQ-60] the edit %s changes it back",
    (text) => {
      const before = designGoal({ goal: "thermometer with a DHT22 on an ESP32 in MicroPython" });
      const after = edit(before, text);
      expect(languageOf(after)).toEqual(["cpp", "cpp", "cpp"]);
      expect(after.board.id).toBe(before.board.id);
    },
  );

  it.each([
    ["thermometer with a DHT22 on an Arduino Uno in MicroPython", /too small/],
    ["Thermometer mit DHT22 auf einem Arduino Nano in MicroPython", /zu klein/],
    ["GPS tracker with a NEO-6M on a NodeMCU in MicroPython", /serial port/],
  ])("[FW-63] %s asks, and every answer leads to a design", (goal, reason) => {
    const asked = designGoal({ goal });
    expect(asked).toMatchObject({ status: "needs_answer", codeFiles: [], parts: [] });
    expect(asked.reason).toMatch(reason);
    for (const answer of asked.question?.answers ?? []) expect(edit(asked, answer).status, answer).toBe("ok");
  });

  it("[FW-63] without a named board one is taken that has MicroPython and the ports", () => {
    const design = designGoal({ goal: "GPS tracker with a NEO-6M in MicroPython" });
    expect(design.status).toBe("ok");
    expect(design.board.id).not.toMatch(/nodemcu|d1-mini|uno|nano|mega/);
  });
});
