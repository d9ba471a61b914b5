const dayMs = 86_400_000;

/** Midnight of a moment's day, where the reader is. */
function midnight(atMs: number): number {
  const at = new Date(atMs);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

/** Whether two moments lie on one day. */
export function isSameDay(oneMs: number, otherMs: number): boolean {
  return midnight(oneMs) === midnight(otherMs);
}

/** A day as people name it: today, yesterday, else weekday and date, with the year of other years. */
export function dayName(
  atMs: number,
  nowMs: number,
  words: { today: string; yesterday: string; locale: string },
): string {
  const today = midnight(nowMs);
  if (atMs >= today) return words.today;
  // Twelve hours before midnight is yesterday, also where a clock was put forward or back.
  if (atMs >= midnight(today - dayMs / 2)) return words.yesterday;
  const year = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat(words.locale, { weekday: "long", day: "numeric", month: "long", ...year }).format(
    atMs,
  );
}
