/** "$38.50" for 3850 US cents; "−$2.00" below zero. */
export function dollars(cents: number): string {
  const sign = cents < 0 ? "−" : "";
  return `${sign}$${(Math.abs(cents) / 100).toFixed(2)}`;
}

/** "+$1.20", "−$0.80" or "±$0.00" for a change of a price. */
export function dollarsMore(cents: number): string {
  if (cents === 0) return "±$0.00";
  return cents > 0 ? `+${dollars(cents)}` : dollars(cents);
}

/** A figure with at most one decimal: 3.30 -> "3.3", 12.04 -> "12". */
export function figure(value: number): string {
  return Math.abs(value) >= 0.1 || value === 0
    ? String(Math.round(value * 10) / 10)
    : String(Number(value.toPrecision(2)));
}

/** "an ESP32", "a Pico W": a name with its English article, by how its first letter is said. */
export function withArticle(name: string): string {
  return `${/^[AEFHILMNORSX](?![a-z])|^[AEIO]/.test(name) ? "an" : "a"} ${name}`;
}
