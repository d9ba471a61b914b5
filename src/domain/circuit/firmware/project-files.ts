import type { ZipEntry } from "../../zip/store-zip.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { CodeFile, Design } from "../design.ts";

/** The part of a design that its programs are built from. */
export type BuiltDesign = Pick<Design, "board" | "codeFiles" | "devices">;

/** A folder name of what is before the suffix. */
function stem(filename: string): string {
  return filename.replace(/\.[^.]+$/, "");
}

/** `platformio.ini` beside a sketch: `pio run -t upload` in its folder builds it as it is. */
export function platformioIni(file: Pick<CodeFile, "libraries">, board: Pick<CatalogPart, "board">): string | null {
  const target = board.board?.platformio;
  if (target === undefined) return null;
  // The community's platform for the RP2040 has two cores; ours is the one that the Arduino IDE installs.
  const isPico = target.platform.includes("raspberrypi");
  const lines = [
    "[platformio]",
    "src_dir = .",
    "",
    `[env:${target.board}]`,
    `platform = ${target.platform}`,
    `board = ${target.board}`,
    "framework = arduino",
    ...(isPico ? ["board_build.core = earlephilhower"] : []),
    "monitor_speed = 115200",
    ...(file.libraries.length === 0
      ? []
      : ["lib_deps =", ...file.libraries.map(({ name, version }) => `  ${name}@${version}`)]),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * All programs of a design as folders, one per Success Unit, with the device's name around them where there are several. A folder of a sketch
 * opens in the Arduino IDE by its name and builds with PlatformIO; one of MicroPython has all files that go on the board.
 */
export function projectFiles(design: BuiltDesign, partById: (id: string) => CatalogPart | undefined): ZipEntry[] {
  return design.codeFiles.flatMap((file) => {
    const device = design.devices.find(({ id }) => id === file.deviceId);
    const board = partById(device?.board.id ?? design.board.id);
    const around = design.devices.length > 1 ? `${file.deviceId}/` : "";
    const unit = file.language === "cpp" ? stem(file.filename) : `unit-${file.unitNumber}`;
    const folder = `${around}${unit}/`;
    const ini = file.language === "cpp" && board !== undefined ? platformioIni(file, board) : null;
    return [
      { path: `${folder}${file.filename}`, content: file.content },
      ...(ini === null ? [] : [{ path: `${folder}platformio.ini`, content: ini }]),
      ...(file.modules ?? []).map(({ filename, content }) => ({ path: `${folder}${filename}`, content })),
    ];
  });
}
