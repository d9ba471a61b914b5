import type { Connection, DesignNet, DesignPart } from "../../domain/circuit/design.ts";

/** A named thing of a design: a part by reference designator, a net by id, or a pin as `part:pin`. */
export interface Name {
  kind: "part" | "net" | "pin";
  id: string;
}

/** What lights up while a name is active, itself included. */
export interface Lit {
  parts: ReadonlySet<string>;
  nets: ReadonlySet<string>;
  pins: ReadonlySet<string>;
}

/** The part of a design that names are looked up in. */
export interface NamedCircuit {
  parts: readonly Pick<DesignPart, "id" | "pins">[];
  nets: readonly DesignNet[];
}

/** Nothing is active. */
export const nothingLit: Lit = { parts: new Set(), nets: new Set(), pins: new Set() };

/** The twins of a name: a part is itself, a pin brings its net, a net its pins. */
export function litBy(active: Name | null, circuit: NamedCircuit): Lit {
  if (active === null) return nothingLit;
  if (active.kind === "part") return { ...nothingLit, parts: new Set([active.id]) };
  if (active.kind === "pin") {
    const net = circuit.nets.find((candidate) => candidate.pins.includes(active.id));
    return { ...nothingLit, pins: new Set([active.id]), nets: new Set(net === undefined ? [] : [net.id]) };
  }
  const net = circuit.nets.find((candidate) => candidate.id === active.id);
  return { ...nothingLit, nets: new Set([active.id]), pins: new Set(net?.pins) };
}

/** Whether a wire belongs to what is lit: by its net, or by an end when a part is active. */
export function isWireLit(wire: Connection, lit: Lit): boolean {
  return lit.nets.has(wire.net);
}

/** Every spelling under which a name of this circuit appears in text: `U2`, `U2:SDA`, `U2.SDA`, and the names of nets. */
export function spellings(circuit: NamedCircuit): ReadonlyMap<string, Name> {
  const found = new Map<string, Name>();
  for (const net of circuit.nets) {
    found.set(net.name, { kind: "net", id: net.id });
    for (const pin of net.pins) {
      found.set(pin, { kind: "pin", id: pin });
      found.set(pin.replace(":", "."), { kind: "pin", id: pin });
    }
  }
  for (const part of circuit.parts) found.set(part.id, { kind: "part", id: part.id });
  return found;
}

/** A piece of text, with the name that it is, if it is one. */
export interface NamedPiece {
  text: string;
  name: Name | null;
}

/** Cuts text at the names it mentions; longest spelling first, and only as whole words. Joined again it is the same text. */
export function piecesOf(text: string, names: ReadonlyMap<string, Name>): NamedPiece[] {
  const pieces: NamedPiece[] = [];
  let plain = "";
  for (const word of text.match(wordsAndRest) ?? []) {
    const { stem, rest } = withoutTrailingStop(word);
    const name = names.get(stem) ?? null;
    if (name === null) {
      plain += word;
      continue;
    }
    if (plain !== "") pieces.push({ text: plain, name: null });
    pieces.push({ text: stem, name });
    plain = rest;
  }
  if (plain !== "") pieces.push({ text: plain, name: null });
  return pieces;
}

const wordsAndRest = /[\p{L}\p{N}_+][\p{L}\p{N}_+.:/-]*|[^\p{L}\p{N}_+]+/gu;

function withoutTrailingStop(word: string): { stem: string; rest: string } {
  const stem = word.replace(/[.:/-]+$/, "");
  return { stem, rest: word.slice(stem.length) };
}

/** How a pin is shown to people: `U2.SDA`. */
export function pinLabel(pin: string): string {
  return pin.replace(":", ".");
}
