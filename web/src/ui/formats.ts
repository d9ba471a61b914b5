/** To make a formatter costs a hundred times what it costs to use one, and a conversation shows many times and figures. */
function kept<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

/** Hours and minutes. */
export const clockFormat = kept(
  (locale) => new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
);

/** A whole date with its time. */
export const momentFormat = kept(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }),
);

/** A figure with one decimal at most. */
export const tenthsFormat = kept((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
