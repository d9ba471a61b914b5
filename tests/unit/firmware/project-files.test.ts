import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { projectFiles } from "../../../src/domain/circuit/firmware/project-files.ts";
import { storeZip } from "../../../src/domain/zip/store-zip.ts";

const station = designGoal({ goal: "Battery-powered ESP32 weather station with an OLED, budget $45" });
const pico = designGoal({ goal: "Thermometer with a Pico W, a BME280 and an OLED in MicroPython" });
const filesOf = (design: typeof station) =>
  new Map(projectFiles(design, partById).map((file) => [file.path, file.content]));

describe("[FW-70] the programs of a design as a project", () => {
  it("have a folder per unit that the Arduino IDE opens and PlatformIO builds, with the libraries in their versions", () => {
    const files = filesOf(station);
    expect([...files.keys()]).toHaveLength(6);
    expect(files.get("unit-1-bring-up/unit-1-bring-up.ino")).toBe(station.codeFiles[0]?.content);
    expect(files.get("unit-3-full/platformio.ini")).toBe(
      [
        "[platformio]",
        "src_dir = .",
        "",
        "[env:esp32dev]",
        "platform = espressif32",
        "board = esp32dev",
        "framework = arduino",
        "monitor_speed = 115200",
        "lib_deps =",
        ...(station.codeFiles[2]?.libraries ?? []).map(({ name, version }) => `  ${name}@${version}`),
        "",
      ].join("\n"),
    );
  });

  it("of MicroPython have the driver files beside the program, and nothing of PlatformIO", () => {
    const files = filesOf(pico);
    expect([...files.keys()].filter((path) => path.endsWith("main.py"))).toEqual([
      "unit-1/main.py",
      "unit-2/main.py",
      "unit-3/main.py",
    ]);
    expect([...files.keys()].some((path) => path.endsWith("bmx280.py"))).toBe(true);
    expect([...files.keys()].join()).not.toContain("platformio");
  });

  it("of several devices lie apart", () => {
    const [device] = station.devices;
    if (device === undefined) throw new Error("no device");
    const devices = [device, { ...device, id: "sender", board: { id: "uno-r3", name: "Uno R3" } }];
    const codeFiles = [...station.codeFiles, ...station.codeFiles.map((file) => ({ ...file, deviceId: "sender" }))];
    const files = filesOf({ ...station, devices, codeFiles });
    expect(files.size).toBe(12);
    expect(files.get("sender/unit-2-minimal/platformio.ini")).toContain("board = uno");
  });
});

describe("[FW-71] a stored archive", () => {
  const entries = [
    { path: "a/first.txt", content: "first\n" },
    { path: "a/zweite Größe.txt", content: "µΩ 🚀".repeat(500) },
    { path: "empty", content: "" },
  ];

  it("is read by another program, names and texts as they were", (test) => {
    const folder = mkdtempSync(join(tmpdir(), "zip-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "all.zip"), storeZip(entries));
    const script =
      "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])";
    try {
      execFileSync("python3", ["-c", script, join(folder, "all.zip"), folder]);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") test.skip("no python3 on this machine");
      throw error;
    }
    for (const { path, content } of entries) expect(readFileSync(join(folder, path), "utf8")).toBe(content);
  });

  it("has the same bytes for the same files, and their check values", () => {
    const bytes = storeZip(entries);
    expect(storeZip(structuredClone(entries))).toEqual(bytes);
    const view = new DataView(bytes.buffer);
    expect(view.getUint32(0, true)).toBe(0x04034b50);
    // CRC-32 of "first\n".
    expect(view.getUint32(14, true)).toBe(0xc74ab32a);
    expect(view.getUint16(bytes.length - 12, true)).toBe(3);
  });
});
