import { describe, expect, it } from "vitest";
import { loadInWorker } from "../../src/adapters/micropython/load-in-worker.ts";
import type { Design } from "../../src/domain/circuit/design.ts";
import { Caller } from "./caller.ts";

describe("MicroPython in the Worker", () => {
  it("[FW-61] compiles and runs, with its wasm as a module", async () => {
    const micropython = await loadInWorker();
    expect(micropython.compile([{ filename: "main.py", content: "x = (\n" }])[0]).toMatch(/^main\.py line \d+: Syntax/);
    expect(micropython.compile([{ filename: "main.py", content: "while True:\n    pass\n" }])).toEqual([]);
    expect(micropython.run("print(6 * 7)")).toEqual({ output: "42", error: null });
    expect(micropython.run("raise OSError(19)").error).toMatch(/OSError/);
  });

  it("[FW-61] [FW-62] a foreign Python file is compiled and compared with the wiring, never run", async () => {
    const me = new Caller();
    const made = await me.call("POST /api/design", {
      goal: "thermometer with a BME280 and an OLED on an ESP32",
      firmware: "micropython",
    });
    const { parts, nets, codeFiles } = await made.json<Design>();
    const check = async (content: string) => {
      const answer = await me.call("POST /api/design/check", {
        format: "ohm",
        circuit: { parts, nets },
        firmware: { filename: "main.py", content },
      });
      const { findings } = await answer.json<{ findings: { ruleId: string; severity: string; message: string }[] }>();
      return findings.filter(({ ruleId, severity }) => ruleId.startsWith("firmware-") && severity === "E");
    };
    const content = codeFiles[2]?.content ?? "";
    expect(await check(content)).toEqual([]);
    expect((await check(content.replace("PIN_SDA = 21", "PIN_SDA = 19")))[0]?.message).toMatch(/Pin 19 \(PIN_SDA\)/);
    expect((await check("import machine\nx = (\n"))[0]).toMatchObject({ ruleId: "firmware-syntax" });
  });

  it("[FW-65] a design in MicroPython comes from the API with L1, L2 and L3", async () => {
    const answer = await new Caller().call("POST /api/design", {
      goal: "thermometer with a BME280 and an OLED on an ESP32",
      firmware: "micropython",
    });
    expect(answer.status).toBe(200);
    const design = await answer.json<Design>();
    for (const file of design.codeFiles) {
      expect(file).toMatchObject({ filename: "main.py", language: "python" });
      const passed = file.ladder.filter((rung) => rung.passed && rung.evidence !== null).map(({ level }) => level);
      expect(passed).toEqual(["L0", "L1", "L2", "L3"]);
    }
    expect(design.codeFiles[2]?.productionReady).toBe(true);
    expect(design.codeFiles[0]?.modules?.map(({ filename }) => filename)).toEqual(["bmx280.py"]);
  });
});
