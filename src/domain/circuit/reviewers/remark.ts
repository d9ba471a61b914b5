import type { Design } from "../design.ts";

/** Something that a reviewer could say: a sentence with a finding, a figure or a part, in the language of the design. */
export interface Remark {
  text: string;
  /** Reference designators of the parts that it is about. */
  parts: readonly string[];
  /** Messages of the findings that it tells. */
  findings: readonly string[];
}

/** A design as reviewers see it. */
export interface Reviewed {
  design: Design;
  say(en: string, de: string): string;
}

/** What a reviewer looks at, best first; pure. */
export type Look = (reviewed: Reviewed) => (Remark | null)[];

/** A remark without findings. */
export function remark(text: string, parts: readonly string[] = []): Remark {
  return { text, parts, findings: [] };
}

const figurePattern = /(?<![\p{L}\d.,])([$€−+-]{0,2})(\d+(?:[.,]\d+)*)(?:[\s\u00a0]?(%|°C|[\p{L}Ω]+))?/gu;

/** The figures of a text, each with its currency or unit: `$44.04`, `22.9 mA`, `19 wires`. */
export function figuresIn(text: string): string[] {
  const found = [...text.matchAll(figurePattern)].map(([, sign = "", number = "", unit = ""]) => {
    const currency = /[$€]/.exec(sign)?.[0] ?? "";
    return `${currency}${number.replace(",", ".")} ${unit}`.trim();
  });
  return [...new Set(found)];
}
