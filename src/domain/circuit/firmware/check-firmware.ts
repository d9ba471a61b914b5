import { OhmError } from "../../error/ohm-error.ts";
import { partById } from "../catalogue/catalogue.ts";
import type { DesignNet, DesignPart, Finding } from "../design.ts";
import { maxFileLength } from "./check-file.ts";
import { checkWiring } from "./check-wiring.ts";
import { readTokens } from "./cpp-tokens.ts";
import { checkPython } from "./python/check-python.ts";
import { readPython } from "./python/python-tokens.ts";

/** What the check needs of a circuit; contract format `ohm` fits. */
export interface FirmwareCircuit {
  parts: readonly Pick<DesignPart, "id" | "catalogId" | "value">[];
  nets: readonly DesignNet[];
}

/**
 * Rule `firmware-wiring`: the pins, buses and addresses of a C++ or (`.py`) Python file against a circuit, as findings. Parts that the
 * catalogue does not know cannot be compared and are left out. Works on any sketch, not only on those that Ohm wrote.
 * @throws OhmError `too_large` for more than `maxFileLength` UTF-16 code units.
 */
export function checkFirmware(file: { filename?: string; content: string }, circuit: FirmwareCircuit): Finding[] {
  if (file.content.length > maxFileLength) {
    throw new OhmError("too_large", `a sketch may have at most ${maxFileLength} characters`);
  }
  const parts = circuit.parts.flatMap(({ id, catalogId, value }) => {
    const part = catalogId === null ? undefined : partById(catalogId);
    return part === undefined ? [] : [{ id, part, value }];
  });
  if (file.filename?.toLowerCase().endsWith(".py") === true)
    return checkPython(readPython(file.content), parts, circuit.nets).findings;
  return checkWiring(readTokens(file.content), parts, circuit.nets).findings;
}
