import { text } from "../../text/text.ts";
import { clockFormat, momentFormat } from "../../ui/formats.ts";

/** The time of day, where the reader is. */
export function clock(atMs: number): string {
  return clockFormat(text.locale).format(atMs);
}

/** A moment as the time of day, with the whole date on hover. */
export function Moment({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={momentFormat(text.locale).format(at)}>
      {clock(at)}
    </time>
  );
}
