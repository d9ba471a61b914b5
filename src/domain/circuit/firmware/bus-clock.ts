/** Least and greatest clock that is meant as one, in Hz. */
const plausibleHz = { least: 1_000, most: 5_000_000 } as const;

/** `Wire.setClock(400000)`, `Wire.setClock(400000UL)` and MicroPython's `I2C(0, freq=400_000)`. */
const clocks = [/\bsetClock\s*\(\s*([\d']+)/g, /\bI2C\s*\([^\n]*?\bfreq\s*=\s*([\d_]+)/g];

/** The fastest clock in kHz that a firmware's text sets for I2C by a plain number; null where it sets none, and then it is the library's. */
export function busKhzOf(content: string): number | null {
  const set = clocks.flatMap((pattern) =>
    [...content.matchAll(pattern)].map((match) => Number(match[1]?.replace(/[_']/g, ""))),
  );
  const known = set.filter((hz) => hz >= plausibleHz.least && hz <= plausibleHz.most);
  return known.length === 0 ? null : Math.max(...known) / 1000;
}
