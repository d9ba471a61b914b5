import type { DesignNet, Finding } from "../design.ts";
import { addressFindings } from "./check-addresses.ts";
import { pinFindings, unusedPinFindings } from "./check-pins.ts";
import { resourceFindings } from "./check-resources.ts";
import { readCodeUses } from "./code-uses.ts";
import { hexByte } from "./cpp-text.ts";
import type { CppSource } from "./cpp-tokens.ts";
import { tracePins } from "./trace-pins.ts";
import type { WiredPart } from "./wired-part.ts";

/** Outcome of rung L2: findings of rule `firmware-wiring`, and which pins and addresses were compared. */
export interface WiringCheck {
  findings: Finding[];
  summary: string;
}

/**
 * Compares what the C++ text does with what is wired: every pin that it uses is wired to a part with that role, every wired
 * signal pin is used, every address is the one that the part is strapped to. It reads the text, not how it was made.
 */
export function checkWiring(source: CppSource, parts: readonly WiredPart[], nets: readonly DesignNet[]): WiringCheck {
  const trace = tracePins(parts, nets);
  if (trace === null) {
    const message = "The circuit has no board that Ohm knows, so the code's pins cannot be compared with the wiring.";
    return {
      findings: [{ ruleId: "firmware-wiring", severity: "W", message, nets: [], pins: [], parts: [] }],
      summary: "",
    };
  }
  const uses = readCodeUses(source, trace.board.figures);
  const pins = [...new Set(uses.pins.flatMap(({ pin }) => pin ?? []))].sort((a, b) => a - b);
  const addresses = [...new Set(uses.addresses.flatMap(({ address }) => address ?? []))].sort((a, b) => a - b);
  const findings = [
    ...pinFindings(uses, trace),
    ...unusedPinFindings(uses, trace),
    ...addressFindings(uses, trace),
    ...resourceFindings(uses, trace),
  ];
  const counted = [
    pins.length === 0 ? "no pins" : `pins ${pins.join(", ")}`,
    ...(addresses.length === 0 ? [] : [`addresses ${addresses.map(hexByte).join(", ")}`]),
  ];
  return { findings, summary: counted.join("; ") };
}
