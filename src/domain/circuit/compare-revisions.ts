import type { CodeFile, Design, DesignNet, DesignPart, Finding, RailLoad } from "./design.ts";
import type { WireColour } from "./lists.ts";

/** A net as a comparison shows it; pins are `part:pin`. */
export interface ComparedNet {
  id: string;
  name: string;
  pins: string[];
  colour: WireColour | null;
}

/** What can differ about a part that keeps its reference designator. */
export type PartAspect = "part" | "quantity" | "price" | "owned" | "rail" | "value";

/** One firmware file in both designs; null where it is not there. */
export interface ComparedFile {
  deviceId: string;
  unitNumber: CodeFile["unitNumber"];
  filename: string;
  before: string | null;
  after: string | null;
}

/** Everything that is not the same in two designs, each list in the order of the newer one. */
export interface DesignComparison {
  parts: {
    added: DesignPart[];
    removed: DesignPart[];
    changed: { before: DesignPart; after: DesignPart; aspects: PartAspect[] }[];
  };
  nets: {
    added: ComparedNet[];
    removed: ComparedNet[];
    /** Those that lost or won pins. */
    changed: { before: ComparedNet; after: ComparedNet; gone: string[]; come: string[] }[];
  };
  /** Rails whose typical or peak current or limit differ; null where a design has no such rail. */
  rails: { name: string; before: RailLoad | null; after: RailLoad | null }[];
  findings: { added: Finding[]; removed: Finding[] };
  files: ComparedFile[];
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]));
}

function missingIn<T>(items: readonly T[], others: readonly T[], keyOf: (item: T) => string): T[] {
  const known = byKey(others, keyOf);
  return items.filter((item) => !known.has(keyOf(item)));
}

function aspectsOf(before: DesignPart, after: DesignPart): PartAspect[] {
  const differs: Record<PartAspect, boolean> = {
    part: before.catalogId !== after.catalogId || before.name !== after.name,
    quantity: before.quantity !== after.quantity,
    price: before.unitPriceCents !== after.unitPriceCents,
    owned: before.owned !== after.owned,
    rail: before.rail !== after.rail,
    value: JSON.stringify(before.value) !== JSON.stringify(after.value),
  };
  return (["part", "quantity", "price", "owned", "rail", "value"] as const).filter((aspect) => differs[aspect]);
}

function compareParts(before: readonly DesignPart[], after: readonly DesignPart[]): DesignComparison["parts"] {
  const idOf = ({ id }: DesignPart) => id;
  const old = byKey(before, idOf);
  return {
    added: missingIn(after, before, idOf),
    removed: missingIn(before, after, idOf),
    changed: after.flatMap((part) => {
      const was = old.get(part.id);
      const aspects = was === undefined ? [] : aspectsOf(was, part);
      return was === undefined || aspects.length === 0 ? [] : [{ before: was, after: part, aspects }];
    }),
  };
}

function comparedNets({ nets, connections }: Design): ComparedNet[] {
  return nets.map(({ id, name, pins }: DesignNet) => ({
    id,
    name,
    pins,
    colour: connections.find(({ net }) => net === id)?.colour ?? null,
  }));
}

function compareNets(before: Design, after: Design): DesignComparison["nets"] {
  const nameOf = ({ name }: ComparedNet) => name;
  const [olds, news] = [comparedNets(before), comparedNets(after)];
  const old = byKey(olds, nameOf);
  return {
    added: missingIn(news, olds, nameOf),
    removed: missingIn(olds, news, nameOf),
    changed: news.flatMap((net) => {
      const was = old.get(net.name);
      if (was === undefined) return [];
      const gone = was.pins.filter((pin) => !net.pins.includes(pin));
      const come = net.pins.filter((pin) => !was.pins.includes(pin));
      return gone.length + come.length === 0 ? [] : [{ before: was, after: net, gone, come }];
    }),
  };
}

function compareRails(before: readonly RailLoad[], after: readonly RailLoad[]): DesignComparison["rails"] {
  const nameOf = ({ name }: RailLoad) => name;
  const [olds, news] = [byKey(before, nameOf), byKey(after, nameOf)];
  const names = [...new Set([...news.keys(), ...olds.keys()])];
  return names
    .map((name) => ({ name, before: olds.get(name) ?? null, after: news.get(name) ?? null }))
    .filter(
      ({ before: was, after: is }) =>
        was?.typMa !== is?.typMa || was?.maxMa !== is?.maxMa || was?.limitMa !== is?.limitMa,
    );
}

/** Programs are held against each other by device and unit: those of MicroPython all have one name. */
function compareFiles(before: Design, after: Design): ComparedFile[] {
  const keyOf = ({ deviceId, unitNumber }: CodeFile) => `${deviceId} ${unitNumber}`;
  const [olds, news] = [byKey(before.codeFiles, keyOf), byKey(after.codeFiles, keyOf)];
  return [...new Set([...news.keys(), ...olds.keys()])].flatMap((key) => {
    const [was, is] = [olds.get(key), news.get(key)];
    const file = is ?? was;
    if (file === undefined || was?.content === is?.content) return [];
    const { deviceId, unitNumber, filename } = file;
    return [{ deviceId, unitNumber, filename, before: was?.content ?? null, after: is?.content ?? null }];
  });
}

/** Compares two revisions of a design: parts by designator, nets and rails by name, findings by what they say, programs by unit. */
export function compareRevisions(before: Design, after: Design): DesignComparison {
  const said = ({ ruleId, message }: Finding) => `${ruleId} ${message}`;
  return {
    parts: compareParts(before.parts, after.parts),
    nets: compareNets(before, after),
    rails: compareRails(before.power.rails, after.power.rails),
    findings: {
      added: missingIn(after.findings, before.findings, said),
      removed: missingIn(before.findings, after.findings, said),
    },
    files: compareFiles(before, after),
  };
}
