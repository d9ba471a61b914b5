import { bomCsv } from "../domain/circuit/csv/bom-csv.ts";
import { wiringCsv } from "../domain/circuit/csv/wiring-csv.ts";
import type { Design } from "../domain/circuit/design.ts";
import { deviceViews } from "../domain/circuit/devices/device-view.ts";
import { exportDiagram } from "../domain/circuit/wokwi/export-diagram.ts";

/** What a design is given out as. */
export const exportFormats = ["wokwi", "bom", "wiring"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file to be saved: its name, its content type and its text. */
export interface ExportedFile {
  filename: string;
  type: string;
  content: string;
}

const csv = "text/csv; charset=utf-8; header=present";

/** A simulator runs one board: of several devices it gets the first. */
const firstDevice = (design: Design): Design => deviceViews(design)[0] ?? design;

const writers: Record<ExportFormat, (design: Design) => ExportedFile> = {
  wokwi: (design) => ({
    filename: "diagram.json",
    type: "application/json",
    content: `${JSON.stringify(exportDiagram(firstDevice(design)), null, 2)}\n`,
  }),
  bom: (design) => ({ filename: "bom.csv", type: csv, content: bomCsv(design) }),
  wiring: (design) => ({ filename: "wiring.csv", type: csv, content: wiringCsv(design) }),
};

/** A design as a file of this format, in the language of the design. */
export function exportDesign(design: Design, format: ExportFormat): ExportedFile {
  return writers[format](design);
}
