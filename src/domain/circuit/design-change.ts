import type { Design } from "./design.ts";
import type { FunctionWanted } from "./requirements.ts";

/** What differs between two designs of one chat. Parts are named with their count where it is more than 1. */
export interface DesignChange {
  added: string[];
  removed: string[];
  /** Labels of the functions, as the person named them. */
  functionsGained: string[];
  functionsLost: string[];
  costDeltaCents: number;
  wiresAdded: number;
  wiresRemoved: number;
}

/** Compares two designs by what a person would notice: parts, functions, wires and the typical total. */
export function designChange(before: Design, after: Design): DesignChange {
  const wiresBefore = new Set(before.connections.map(wireKey));
  const wiresAfter = new Set(after.connections.map(wireKey));
  return {
    added: missingNames(after, before),
    removed: missingNames(before, after),
    functionsGained: missingFunctions(after.requirements.functions, before.requirements.functions),
    functionsLost: missingFunctions(before.requirements.functions, after.requirements.functions),
    costDeltaCents: after.cost.totalCents - before.cost.totalCents,
    wiresAdded: [...wiresAfter].filter((key) => !wiresBefore.has(key)).length,
    wiresRemoved: [...wiresBefore].filter((key) => !wiresAfter.has(key)).length,
  };
}

/** The same things joined: a design that differs only in words is no change. */
export function isSameDesign(before: Design, after: Design): boolean {
  return JSON.stringify({ ...before, revision: 0 }) === JSON.stringify({ ...after, revision: 0 });
}

function wireKey({ from, to, net }: { from: string; to: string; net: string }): string {
  return `${from} ${to} ${net}`;
}

function pieces(design: Design): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, quantity } of design.parts) counts.set(name, (counts.get(name) ?? 0) + quantity);
  return counts;
}

function missingNames(from: Design, to: Design): string[] {
  const others = pieces(to);
  return [...pieces(from)].flatMap(([name, count]) => {
    const missing = count - (others.get(name) ?? 0);
    if (missing <= 0) return [];
    return missing === 1 ? [name] : [`${missing} × ${name}`];
  });
}

function missingFunctions(from: FunctionWanted[], to: FunctionWanted[]): string[] {
  return from.filter(({ id }) => !to.some((other) => other.id === id)).map(({ label }) => label);
}
