import type { Connection, DesignNet, DesignPart } from "../../domain/circuit/design.ts";

/** A named thing of a design: a part by reference designator, a net or a wire by id, or a pin as `part:pin`. */
export interface Name {
  kind: "part" | "net" | "pin" | "wire";
  id: string;
}

/** What lights up while a name is active, itself included. */
export interface Lit {
  parts: ReadonlySet<string>;
  nets: ReadonlySet<string>;
  pins: ReadonlySet<string>;
  wires: ReadonlySet<string>;
}

/** The part of a design that names are looked up in. */
export interface NamedCircuit {
  parts: readonly Pick<DesignPart, "id">[];
  nets: readonly Pick<DesignNet, "id" | "name" | "pins">[];
  connections: readonly Pick<Connection, "id" | "from" | "to" | "net">[];
}

/** Nothing is active. */
export const nothingLit: Lit = { parts: new Set(), nets: new Set(), pins: new Set(), wires: new Set() };

/** The twins of a name: a part brings its wires, a net its pins and wires, a pin its net and wires, a wire its ends and net. */
export function litBy(active: Name | null, circuit: NamedCircuit): Lit {
  if (active === null) return nothingLit;
  const { kind, id } = active;
  const wires = circuit.connections.filter((wire) => {
    if (kind === "net") return wire.net === id;
    if (kind === "wire") return wire.id === id;
    const ends = [wire.from, wire.to];
    return kind === "pin" ? ends.includes(id) : ends.some((end) => end.startsWith(`${id}:`));
  });
  const net = circuit.nets.find((candidate) => (kind === "net" ? candidate.id === id : candidate.pins.includes(id)));
  const pins = new Set(kind === "part" ? [] : wires.flatMap((wire) => [wire.from, wire.to]));
  if (kind === "pin") pins.add(id);
  if (kind === "net") for (const pin of net?.pins ?? []) pins.add(pin);
  return {
    parts: new Set(kind === "part" ? [id] : []),
    nets: new Set(kind === "wire" ? wires.map((wire) => wire.net) : net === undefined ? [] : [net.id]),
    pins,
    wires: new Set(wires.map((wire) => wire.id)),
  };
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
