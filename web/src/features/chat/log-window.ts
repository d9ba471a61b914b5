/** Items drawn when a chat is opened: enough for a screen of short ones and what is kept ready above it. */
const firstPage = 24;
/** Items added each time a reader comes near the first one. */
const page = 60;
/** Above this many drawn items those that a reader at the end cannot see are left out again. */
const most = 180;

/** What is drawn of a long conversation: everything from the item with this key on; the newest page where it is null or gone. */
export type FirstDrawn = string | null;

interface Keyed {
  key: string;
}

/** Index of the first item that is drawn. */
export function firstIndex(items: readonly Keyed[], first: FirstDrawn): number {
  const place = first === null ? -1 : items.findIndex(({ key }) => key === first);
  return place === -1 ? Math.max(0, items.length - firstPage) : place;
}

/** One page more above. */
export function grown(items: readonly Keyed[], first: FirstDrawn): FirstDrawn {
  return items[Math.max(0, firstIndex(items, first) - page)]?.key ?? null;
}

/** So far up that the item at `place` is drawn, with a few before it. */
export function reaching(items: readonly Keyed[], first: FirstDrawn, place: number): FirstDrawn {
  return place >= firstIndex(items, first) ? first : (items[Math.max(0, place - 10)]?.key ?? null);
}

/** The newest page again, once a reader at its end has left many behind. */
export function trimmed(items: readonly Keyed[], first: FirstDrawn): FirstDrawn {
  return items.length - firstIndex(items, first) > most ? (items.at(-firstPage)?.key ?? null) : first;
}
