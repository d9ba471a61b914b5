import { partById } from "../../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Design } from "../../../../src/domain/circuit/design.ts";
import { projectFiles } from "../../../../src/domain/circuit/firmware/project-files.ts";
import { storeZip } from "../../../../src/domain/zip/store-zip.ts";

/** The programs of a design as an archive; it comes with the catalogue, which knows how each board is built for. */
export function designZip(design: Design): Blob {
  return new Blob([storeZip(projectFiles(design, partById))], { type: "application/zip" });
}
