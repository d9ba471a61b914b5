import { bomCsv } from "../domain/circuit/csv/bom-csv.ts";
import { wiringCsv } from "../domain/circuit/csv/wiring-csv.ts";
import type { Design } from "../domain/circuit/design.ts";
import { deviceViews } from "../domain/circuit/devices/device-view.ts";
import { exportDiagram } from "../domain/circuit/wokwi/export-diagram.ts";
import { firmwareFolder } from "./firmware-folder.ts";

/** What a design is given out as. */
export const exportFormats = ["wokwi", "bom", "wiring", "zip"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A text with its name; folders are parted by `/`. */
export interface TextFile {
  filename: string;
  content: string;
}

/** A file to be saved: its name, its content type, and its text, or its bytes in base64. */
export interface ExportedFile extends TextFile {
  type: string;
  encoding?: "base64";
}

/** Text files as one ZIP archive in base64. */
export type ZipFiles = (files: readonly TextFile[]) => string;

const csv = "text/csv; charset=utf-8; header=present";

/** A simulator runs one board: of several devices it gets the first. */
const firstDevice = (design: Design): Design => deviceViews(design)[0] ?? design;

const writers: Record<ExportFormat, (design: Design, zip: ZipFiles) => ExportedFile> = {
  wokwi: (design) => ({
    filename: "diagram.json",
    type: "application/json",
    content: `${JSON.stringify(exportDiagram(firstDevice(design)), null, 2)}\n`,
  }),
  bom: (design) => ({ filename: "bom.csv", type: csv, content: bomCsv(design) }),
  wiring: (design) => ({ filename: "wiring.csv", type: csv, content: wiringCsv(design) }),
  zip: (design, zip) => ({
    filename: "firmware.zip",
    type: "application/zip",
    content: zip(firmwareFolder(design)),
    encoding: "base64",
  }),
};

/** A design as a file of this format, in the language of the design. */
export function exportDesign(design: Design, format: ExportFormat, zip: ZipFiles): ExportedFile {
  return writers[format](design, zip);
}
