/** The E24 series of preferred values, IEC 60063:2015 table 1. */
const e24 = [10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91] as const;

/** The smallest E24 value that is at least `ohms`; `ohms` > 0. */
export function e24AtLeast(ohms: number): number {
  const decade = 10 ** (Math.floor(Math.log10(ohms)) - 1);
  for (const value of e24) {
    const candidate = Math.round(value * decade * 100) / 100;
    if (candidate >= ohms * 0.9999) return candidate;
  }
  return Math.round(100 * decade * 100) / 100;
}

/** `330 ohm`, `4.7 kohm`, `1 Mohm`. */
export function ohmsText(ohms: number): string {
  if (ohms >= 1e6) return `${ohms / 1e6} Mohm`;
  return ohms >= 1000 ? `${ohms / 1000} kohm` : `${ohms} ohm`;
}
