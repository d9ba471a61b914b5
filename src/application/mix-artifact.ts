import { disagreesWithWiring, partsOn } from "../domain/circuit/by-hand/recheck-design.ts";
import type { CodeFile, Design, DesignNet, DesignPart } from "../domain/circuit/design.ts";
import { splitPin } from "../domain/circuit/pins/pin-ref.ts";
import { codeSlug } from "./draft-artifacts.ts";

/**
 * A design with one artifact as another design has it. Parts and wires bring the wishes that they were made for, so that the next change
 * starts from them. What the checker says is not looked at here.
 */
export function mixArtifact(head: Design, from: Design, slug: string): Design {
  switch (slug) {
    case "context":
      return { ...head, title: from.title, requirements: from.requirements, ...questionOf(from) };
    case "bom": {
      const parts = partsOn(from.parts, head.nets);
      const { board, devices, cost, requirements } = from;
      return { ...head, requirements, board, devices, parts, cost };
    }
    case "wiring": {
      const { nets, connections, requirements } = from;
      return { ...head, requirements, nets, connections, parts: partsOn(head.parts, nets) };
    }
    default: {
      const file = from.codeFiles.find((one) => codeSlug(one, from) === slug);
      if (file === undefined) return head;
      const codeFiles = head.codeFiles.map((one): CodeFile => (codeSlug(one, head) === slug ? file : one));
      return { ...head, codeFiles };
    }
  }
}

function questionOf({ question }: Design): Pick<Design, "question"> {
  return question ? { question } : {};
}

/** Artifacts of a mixed design that disagree with the one that was put into it, by its slug: parts, wires and code, pin by pin. */
export function disagreeing(mixed: Design, slug: string): string[] {
  const isWired = pinsAgree(mixed.parts, mixed.nets);
  const code = mixed.codeFiles.filter((file) => disagreesWithWiring(file, mixed));
  return [
    ...(slug !== "bom" && !isWired ? ["bom"] : []),
    ...(slug !== "wiring" && !isWired ? ["wiring"] : []),
    ...code.map((file) => codeSlug(file, mixed)),
  ];
}

/** Whether every wired pin is one of the parts, and every part that has pins is wired; a breadboard may only hold the others. */
export function pinsAgree(parts: readonly DesignPart[], nets: readonly DesignNet[]): boolean {
  const known = new Set(parts.flatMap(({ id, pins }) => pins.map(({ name }) => `${id}:${name}`)));
  const refs = nets.flatMap(({ pins }) => pins);
  const wired = new Set(refs.map((ref) => splitPin(ref).partId));
  return (
    refs.every((ref) => known.has(ref)) &&
    parts.every(({ id, category, pins }) => category === "mechanical" || pins.length === 0 || wired.has(id))
  );
}
