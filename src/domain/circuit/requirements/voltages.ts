import type { Mention, Scan } from "./scan.ts";
import type { Token } from "./tokens.ts";
import { isMark } from "./tokens.ts";

/** A voltage that a text names, with the thing that it belongs to. */
export interface NamedVoltage {
  volts: number;
  /** Index of its first token and of the one after its last. */
  from: number;
  to: number;
  alternating: boolean;
  /** The thing beside it: "12 V fan", "fan 12 V"; null where none is. */
  owner: Mention | null;
}

const reach = 2;

function figureAt(tokens: readonly Token[], at: number): { volts: number; to: number } | null {
  const [, joined, unit] = /^(\d{1,4}(?:[.,]\d{1,2})?)(v|volt|vdc|vac)?$/.exec(tokens[at]?.text ?? "") ?? [];
  if (joined === undefined) return null;
  const apart = unit === undefined && /^(v|volt|volts|vdc|vac)$/.test(tokens[at + 1]?.text ?? "");
  if (unit === undefined && !apart) return null;
  return { volts: Number(joined.replace(",", ".")), to: apart ? at + 2 : at + 1 };
}

/** The mention that begins at most two words after the figure, else the one that ends right before it; none beyond a mark. */
function ownerOf({ tokens, mentions }: Scan, from: number, to: number): Mention | null {
  const things = mentions.filter((one) => !/^(mains|place|unreachable|scene|family)$/.test(one.meaning.kind));
  const around = things.find((one) => one.from <= from && one.to >= to);
  if (around !== undefined) return around;
  for (let at = to; at <= to + reach; at++) {
    const after = things.find((one) => one.from === at);
    if (after !== undefined) return after;
    if (isMark(tokens[at]?.text ?? "") || /^(and|und|on|an|with|mit)$/.test(tokens[at]?.text ?? "")) break;
  }
  const before = tokens[from - 1]?.text ?? "";
  const last = /^(with|mit|at|on|an|von|of|auf)$/.test(before) ? from - 1 : from;
  return things.findLast((one) => one.to === last) ?? null;
}

/** Every voltage of a text, in its order. */
export function readVoltages(found: Scan): NamedVoltage[] {
  const voltages: NamedVoltage[] = [];
  for (let at = 0; at < found.tokens.length; at++) {
    const figure = figureAt(found.tokens, at);
    if (figure === null) continue;
    const unit = found.tokens[figure.to - 1]?.text ?? "";
    const alternating = unit.endsWith("vac") || found.tokens[figure.to]?.text === "ac";
    voltages.push({ volts: figure.volts, from: at, to: figure.to, alternating, owner: ownerOf(found, at, figure.to) });
    at = figure.to - 1;
  }
  return voltages;
}
