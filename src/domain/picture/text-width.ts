/**
 * Estimated widths in picture units, with the widest fallback fonts in mind (DejaVu, about 12 % wider than the system
 * faces), so that no label is cut: measured with DejaVu Sans and DejaVu Sans Mono over the names of the catalogue.
 */
const perCharacter = { name: 8.2, fact: 7, mono: 6.8 } as const;

/** Width of one line of text; `name` is 13 px semibold, `fact` 11.5 px, `mono` 11 px. */
export function textWidth(text: string, face: keyof typeof perCharacter): number {
  return Math.ceil(text.length * perCharacter[face]);
}
