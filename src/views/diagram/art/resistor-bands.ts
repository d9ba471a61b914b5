/** Colours of the digits 0 to 9 and of the 5 % tolerance band, IEC 60062. */
const digitColours = [
  "#1b1b1b",
  "#7a4a21",
  "#d5342b",
  "#e8842c",
  "#f2c230",
  "#3f9b46",
  "#2b6fd1",
  "#8a4fb5",
  "#8d9297",
  "#f6f6f2",
] as const;
const gold = "#c9a648";
const silver = "#b9bfbc";

/** The four bands of a resistor of E24 series: two digits, power of ten, tolerance 5 %. Null below 0.1 or above 99 GΩ. */
export function resistorBands(ohms: number): [string, string, string, string] | null {
  if (!(ohms >= 0.1 && ohms < 1e11)) return null;
  let exponent = Math.floor(Math.log10(ohms)) - 1;
  let digits = Math.round(ohms / 10 ** exponent);
  if (digits === 100) {
    digits = 10;
    exponent += 1;
  }
  const first = digitColours[Math.floor(digits / 10)];
  const second = digitColours[digits % 10];
  const power = exponent === -1 ? gold : exponent === -2 ? silver : digitColours[exponent];
  if (first === undefined || second === undefined || power === undefined) return null;
  return [first, second, power, gold];
}
