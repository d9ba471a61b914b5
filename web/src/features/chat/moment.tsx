import { text } from "../../text/text.ts";

/** The time of day, where the reader is. */
export function clock(atMs: number): string {
  return new Intl.DateTimeFormat(text.locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(atMs);
}

/** A moment as the time of day, with the whole date on hover. */
export function Moment({ at }: { at: number }) {
  const whole = new Intl.DateTimeFormat(text.locale, { dateStyle: "full", timeStyle: "short" }).format(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={whole}>
      {clock(at)}
    </time>
  );
}
