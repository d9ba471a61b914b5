import type { Scan } from "./scan.ts";
import { readVoltages } from "./voltages.ts";

/** A figure with a unit that a requirement could come from. Money, durations and pieces have readers of their own. */
const figure =
  /(?<![\p{L}\p{N}.,])[-−]?\d{1,9}(?:[.,]\d{1,6})?\s*(?:°\s*[cf](?![a-z])|°|grad(?!\p{L})|degrees?(?!\p{L})|%|percent(?!\p{L})|prozent(?!\p{L})|(?:vac|vdc|volts?|v|ma|mah|ah|a|amps?|w|watts?|kw|cm|mm|m|km|lux|lx|hpa|hz|khz|kg|g|inch|zoll|ml|liters?|liter|ppm)(?![\p{L}\p{N}]))/giu;

/** Figures with their unit that no reader has used, as they were written; at most twelve. Time linear in the text. */
export function unreadFigures(text: string, found: Scan, spans: readonly { start: number; end: number }[]): string[] {
  const { tokens, mentions } = found;
  const at = (index: number) => tokens[index]?.start ?? 0;
  const used = [
    ...spans,
    ...mentions.map(({ from, to }) => ({ start: at(from), end: tokens[to - 1]?.end ?? 0 })),
    ...readVoltages(found)
      .filter(({ owner }) => owner !== null)
      .map(({ from, to }) => ({ start: at(from), end: tokens[to - 1]?.end ?? 0 })),
  ].sort((a, b) => a.start - b.start);
  const unread: string[] = [];
  let next = 0;
  for (const { 0: written, index } of text.matchAll(figure)) {
    while (next < used.length && (used[next]?.end ?? 0) <= index) next++;
    if ((used[next]?.start ?? Number.POSITIVE_INFINITY) < index + written.length || unread.includes(written)) continue;
    unread.push(written);
    if (unread.length === 12) break;
  }
  return unread;
}
