/** What a scroller measures, in pixels: how far it is scrolled, how high its content is, and how much of it is seen. */
export interface Scrolled {
  top: number;
  height: number;
  window: number;
}

/** Whether the view follows the end, and what was measured last. */
export interface Stick {
  follows: boolean;
  last: Scrolled;
}

/** Pixels from the end that still count as being there. */
const nearPx = 32;

/** Whether the end is in sight. */
export function isNearEnd({ top, height, window }: Scrolled): boolean {
  return height - top - window < nearPx;
}

/**
 * After a scroll event. Layout scrolls too: content that shrinks pulls the view up, a growing window does, and the browser
 * moves it to hold its anchor. So a move up counts as a reader's only where nothing was laid out anew; the rest a reader
 * says by hand, see `letGo`. Coming down to the end takes hold of it again.
 */
export function scrolled({ follows, last }: Stick, now: Scrolled): Stick {
  const isLaidOutAnew = now.height !== last.height || now.window !== last.window;
  if (now.top >= last.top) return { follows: follows || isNearEnd(now), last: now };
  return { follows: follows && (isLaidOutAnew || isNearEnd(now)), last: now };
}

/** After wheel, finger or key asked to go up: what streams in must not fight that. Where there is nothing above, it asks for nothing. */
export function letGo(stick: Stick): Stick {
  return stick.last.top > 0 ? { ...stick, follows: false } : stick;
}

/** After the layout changed; the caller has scrolled to the end before it measured, if the view follows. */
export function laidOut({ follows }: Stick, now: Scrolled): Stick {
  return { follows, last: now };
}
