const dayMs = 86_400_000;

/** A past moment as briefly as it stays clear: the time today, then "yesterday", then day and month, with the year of other years. */
export function shortTime(atMs: number, { nowMs, locale }: { nowMs: number; locale: string }): string {
  const at = new Date(atMs);
  const today = new Date(nowMs);
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
  if (atMs >= midnight)
    return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  if (atMs >= midnight - dayMs) return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-1, "day");
  const year = at.getFullYear() === today.getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", ...year }).format(at);
}
