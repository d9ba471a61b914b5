/** The dozen that a reaction is picked from at once. */
export const usualEmoji = ["👍", "👎", "❤️", "😄", "🎉", "🤔", "👀", "✅", "❌", "💡", "🔧", "🔥"] as const;

/** The one emoji that a text is, or null. */
export function oneEmoji(text: string): string | null {
  const trimmed = text.trim();
  const graphemes = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(trimmed)];
  return graphemes.length === 1 && /\p{Emoji}/u.test(trimmed) && !/^[\d#*]$/.test(trimmed) ? trimmed : null;
}
