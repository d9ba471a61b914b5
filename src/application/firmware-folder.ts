import { partById } from "../domain/circuit/catalogue/catalogue.ts";
import type { CodeFile, Design } from "../domain/circuit/design.ts";
import { platformioIni } from "../domain/circuit/firmware/platformio-ini.ts";
import type { TextFile } from "./export-design.ts";

const words = {
  en: {
    arduino: "Open a folder with PlatformIO and press Upload, or open the .ino file in the Arduino IDE.",
    python: "Copy every file of a folder to the board, with Thonny or `mpremote cp * :`, the unit's own as `main.py`.",
    order: "Begin with Unit 1: it says over serial which part answers.",
    libraries: "Libraries",
    none: "none",
  },
  de: {
    arduino: "Öffne einen Ordner mit PlatformIO und drücke Upload, oder öffne die .ino-Datei in der Arduino-IDE.",
    python:
      "Kopiere alle Dateien eines Ordners auf das Board, mit Thonny oder `mpremote cp * :`, die der Stufe als `main.py`.",
    order: "Beginne mit Stufe 1: Sie sagt über die serielle Schnittstelle, welches Teil antwortet.",
    libraries: "Bibliotheken",
    none: "keine",
  },
} as const;

/** The firmware of a design as folders, one per device and Success Unit: an Arduino file with its platformio.ini, Python with its drivers. */
export function firmwareFolder(design: Design): TextFile[] {
  return [
    { filename: "README.md", content: readMe(design) },
    ...design.codeFiles.flatMap((file) => unitFiles(design, file)),
  ];
}

/** A program of MicroPython is `main.py` in every unit, so its folder is named for the unit. */
function folderOf({ devices }: Design, { deviceId, filename, language, unitNumber }: CodeFile): string {
  const unit = language === "python" ? `unit-${unitNumber}` : filename.replace(/\.[a-z]+$/, "");
  const device = devices.find(({ id }) => id === deviceId)?.name ?? deviceId;
  return devices.length > 1 ? `${device.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}/${unit}` : unit;
}

function unitFiles(design: Design, file: CodeFile): TextFile[] {
  const folder = folderOf(design, file);
  if (file.language === "python") {
    const own = [{ filename: file.filename, content: file.content }, ...(file.modules ?? [])];
    return own.map(({ filename, content }) => ({ filename: `${folder}/${filename}`, content }));
  }
  const board = design.devices.find(({ id }) => id === file.deviceId)?.board ?? design.board;
  const ini = platformioIni(file, partById(board.id) ?? board);
  return [
    ...(ini === null ? [] : [{ filename: `${folder}/platformio.ini`, content: ini }]),
    { filename: `${folder}/src/${file.filename}`, content: file.content },
  ];
}

function readMe(design: Design): string {
  const { language } = design.requirements;
  const say = words[language];
  const isPython = design.codeFiles.some((file) => file.language === "python");
  const units = design.codeFiles.map((file) => {
    const libraries = file.libraries.map(({ name, version }) => `${name} ${version}`).join(", ");
    return `- \`${folderOf(design, file)}\`: ${file.platform}. ${say.libraries}: ${libraries === "" ? say.none : libraries}`;
  });
  return [`# ${design.title}`, `${isPython ? say.python : say.arduino} ${say.order}`, units.join("\n")]
    .join("\n\n")
    .concat("\n");
}
