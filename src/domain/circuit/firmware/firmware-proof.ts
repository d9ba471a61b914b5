import type { CodeFile, Design, DesignNet, DesignPart, LadderRung } from "../design.ts";
import { circuitOfDevice } from "../devices/device-view.ts";
import { withFirmwareVerdict } from "./judge-firmware.ts";
import { isProductionReady } from "./ladder.ts";

/** What a proof may look at beside the file: the parts and nets of the design that the file is for. */
export interface ProvenCircuit {
  parts: readonly Pick<DesignPart, "id" | "catalogId" | "value">[];
  nets: readonly DesignNet[];
}

/**
 * Climbs rungs of the ladder that the file's own text and wiring cannot prove: by a parser, a compiler, or what was stored of an earlier
 * run. Answers the rungs that it ran, or nothing about a file that is not of its kind; a rung takes the place of the one of its level.
 * Same file and circuit, same rungs; it throws nothing.
 */
export type FirmwareProof = (file: CodeFile, circuit: ProvenCircuit) => LadderRung[];

/** One place where a text is not of its language. Line and column count from 1, columns in UTF-16 code units. */
export interface SyntaxProblem {
  line: number;
  column: number;
  message: string;
}

/** The design with every rung that the proofs climbed, and with what follows from them. */
export function withProofs(design: Design, proofs: readonly FirmwareProof[]): Design {
  if (proofs.length === 0 || design.codeFiles.length === 0) return design;
  const circuits = new Map(design.devices.map(({ id }) => [id, circuitOfDevice(design, id)]));
  const codeFiles = design.codeFiles.map((file) => proved(file, circuits.get(file.deviceId) ?? design, proofs));
  return withFirmwareVerdict({ ...design, codeFiles });
}

function proved(file: CodeFile, circuit: ProvenCircuit, proofs: readonly FirmwareProof[]): CodeFile {
  const climbed = proofs.flatMap((proof) => proof(file, circuit));
  const ladder = file.ladder.map((rung) => climbed.find(({ level }) => level === rung.level) ?? rung);
  return { ...file, ladder, productionReady: isProductionReady(file.unitNumber, ladder) };
}
