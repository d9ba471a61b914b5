import type { DesignNet } from "../design.ts";
import type { ProvenCircuit } from "./firmware-proof.ts";
import { fnv1a64 } from "./fnv.ts";

const commentOrText = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/g;

/**
 * What of a C++ file becomes the program: without comments, empty lines and space at the ends of lines. Two files with the same program
 * text compile to the same bytes, so that a title in a comment does not part them.
 */
export function programText(content: string): string {
  return content
    .replace(commentOrText, (match) => (match.startsWith("/") ? " " : match))
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n");
}

const named = (pieces: readonly string[]) => `fnv1a64:${fnv1a64(pieces.join("\0"))}`;

/** Names a compilation: a program, the board that it is for (catalogue id), and what compiles it, with versions. */
export function compilationHash(content: string, boardId: string, toolchain: string): string {
  return named(["L4", programText(content), boardId, toolchain]);
}

/** Names a simulation: a compilation in a wiring. The order of parts, nets and pins changes nothing. */
export function simulationHash(compilation: string, { parts, nets }: ProvenCircuit, simulator: string): string {
  const wiring = {
    parts: parts.map(({ id, catalogId, value }) => JSON.stringify([id, catalogId, value])).sort(),
    nets: nets.map(({ pins }: DesignNet) => [...pins].sort().join(" ")).sort(),
  };
  return named(["L5", compilation, JSON.stringify(wiring), simulator]);
}
