import type { CodeFile } from "../design.ts";
import type { CppSource } from "./cpp-tokens.ts";
import { unbalanced } from "./cpp-tokens.ts";
import { coreHeaders, libraryOf } from "./libraries.ts";
import type { WiredPart } from "./wired-part.ts";

/** Greatest length of a file in UTF-16 code units: an Uno's whole flash, written as text, stays far below. */
export const maxFileLength = 100_000;

/** A code file before it has climbed the ladder. */
export type UncheckedFile = Omit<CodeFile, "ladder" | "productionReady">;

const filename = /^[a-z0-9][a-z0-9-]{0,60}\.ino$/;
const semver = /^\d+\.\d+\.\d+$/;

function libraryProblems(file: Pick<CodeFile, "libraries">, source: CppSource, parts: readonly WiredPart[]): string[] {
  const core = parts.find(({ part }) => part.board !== undefined)?.part.board?.core;
  if (core === undefined) return ["the parts hold no board"];
  const included = source.includes.map(({ header }) => header);
  const known = parts.flatMap(({ part }) => libraryOf(part, core) ?? []);
  const foreign = included.filter(
    (header) => !coreHeaders.has(header) && !known.some((library) => library.header === header),
  );
  const needed = new Set(
    known
      .filter(({ header }) => included.includes(header))
      .flatMap(({ libraries }) => libraries.map(({ name }) => name)),
  );
  const listed = new Set(file.libraries.map(({ name }) => name));
  return [
    ...foreign.map((header) => `libraries: <${header}> is included, and no part of the design brings it`),
    ...[...needed].filter((name) => !listed.has(name)).map((name) => `libraries: ${name} is needed and not listed`),
    ...[...listed].filter((name) => !needed.has(name)).map((name) => `libraries: ${name} is listed and never included`),
    ...file.libraries
      .filter(({ version }) => !semver.test(version))
      .map(({ name }) => `libraries: ${name} has no version`),
  ];
}

/** Rung L0: what is wrong with the fields of a code file; empty when nothing is. Each line starts with the field's name. `source` is its content as tokens. */
export function fileProblems(file: UncheckedFile, source: CppSource, parts: readonly WiredPart[]): string[] {
  const { tokens } = source;
  const bracket = unbalanced(tokens);
  const words = new Set(tokens.filter((token) => token.kind === "word").map((token) => token.text));
  return [
    ...(filename.test(file.filename) ? [] : ["filename: not a sketch's name"]),
    ...(file.language === "cpp" ? [] : ["language: not cpp"]),
    ...([1, 2, 3].includes(file.unitNumber) ? [] : ["unitNumber: not 1, 2 or 3"]),
    ...(file.content.length <= maxFileLength ? [] : [`content: longer than ${maxFileLength}`]),
    ...(bracket === null ? [] : [`content: "${bracket.text}" in line ${bracket.line} has no partner`]),
    ...["setup", "loop"].filter((name) => !words.has(name)).map((name) => `content: no ${name}()`),
    ...(file.unitNumber === 1 || file.expectedSerial === undefined ? [] : ["expectedSerial: only Unit 1 has it"]),
    ...libraryProblems(file, source, parts),
  ];
}
